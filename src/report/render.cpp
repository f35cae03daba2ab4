#include "report/render.h"

#include <algorithm>
#include <iterator>

#include "report/renderers.h"

namespace factlint {
namespace {

constexpr ReportFormat formats[] = {
    {"text", "for people at a terminal: quoted lines with carets, the arithmetic, a closing line",
     render_text},
    {"json", "one object: reports/schema/report.schema.json", render_json},
    {"jsonl", "one object per line: claims, findings, documents, and the summary last", render_jsonl},
    {"html", "one page that needs nothing else, with or without scripts", render_html},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return formats; }

const ReportFormat* find_report_format(std::string_view name) {
    const auto found = std::find_if(std::begin(formats), std::end(formats),
                                    [name](const ReportFormat& format) { return format.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

}  // namespace factlint
