// Data files that no rule speaks of: what every reader of data would want to know about them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/corpus.h"
#include "check/report.h"

namespace factlint {

/// What is done with files of one format. `lint` reports whatever makes the file hard to read: it cannot be parsed, rows
/// are of different lengths, names occur twice, bytes are not UTF-8, a column holds values of several kinds (a note).
struct DataFormat {
    std::string_view name;                         ///< "csv"
    std::span<const std::string_view> extensions;  ///< ".csv"
    std::string_view description;
    DataResult (*lint)(const std::string& path, const CheckRequest& request, Corpus& corpus,
                       std::vector<Finding>& findings);
};

std::span<const DataFormat> data_formats();
/// By the path's extension; nullptr for documents.
const DataFormat* data_format_for(std::string_view path);

}  // namespace factlint
