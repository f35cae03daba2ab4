#include "read/plain_text.h"

#include <algorithm>

#include "read/encoding.h"

namespace factlint {
namespace {

constexpr std::string_view line_ends = "\r\n";
constexpr std::string_view white_space = " \t\f\v\r\n";

/// The line from `at` on, without its end. CRLF reads as a line and an empty one after it only where `after_line`
/// does not step over both.
Span line_at(std::string_view text, std::uint32_t at) {
    const std::size_t end = std::min(text.find_first_of(line_ends, at), text.size());
    return {at, static_cast<std::uint32_t>(end)};
}

std::uint32_t after_line(std::string_view text, Span line) {
    const std::string_view rest = text.substr(line.end);
    if (rest.starts_with("\r\n")) return line.end + 2;
    return line.end + (rest.empty() ? 0 : 1);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(white_space) == std::string_view::npos; }

}  // namespace

std::unique_ptr<Document> read_plain_text(const Sources& sources, SourceId id) {
    auto document = new_document(sources, id);
    const std::string_view text = sources.text(id);
    document->prose = text;
    bool in_paragraph = false;
    for (std::uint32_t at = byte_order_mark_size(text); at < text.size();) {
        const Span line = line_at(text, at);
        const bool blank = is_blank(slice(text, line));
        if (!blank && in_paragraph) document->blocks.back().prose.end = line.end;
        if (!blank && !in_paragraph)
            document->blocks.push_back({.language = document->language, .prose = line});
        in_paragraph = !blank;
        at = after_line(text, line);
    }
    return document;
}

}  // namespace factlint
