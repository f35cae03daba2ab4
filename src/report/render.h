// Rendering: Report → bytes. One row of a table per format, one small file each.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "check/report.h"
#include "text/sources.h"

namespace factlint {

struct RenderOptions {
    bool colour = false;   ///< ANSI colours in text
    bool verbose = false;  ///< text: also claims that hold, each with its derivation
    std::string_view version;
};

struct ReportFormat {
    std::string_view name;  ///< "text", "json", "jsonl", "html"
    std::string_view description;
    std::string (*render)(const Report&, const Sources&, const RenderOptions&);
};

std::span<const ReportFormat> report_formats();
const ReportFormat* find_report_format(std::string_view name);

/// Stable identity of a finding across unrelated edits of the file: id, path and the text at its places, hashed. 16 hex digits.
std::string fingerprint(const Finding& finding, const Sources& sources);

}  // namespace factlint
