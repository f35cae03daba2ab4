#include "read/front_matter.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view not_plain = "[]{}|>&*!%@`\"'#,?-";

Span trimmed(std::string_view text, Span span) {
    while (!span.empty() && blanks.find(text[span.end - 1]) != std::string_view::npos) --span.end;
    while (!span.empty() && blanks.find(text[span.begin]) != std::string_view::npos) ++span.begin;
    return span;
}

Span line_at(std::string_view text, std::uint32_t at) {
    return {at, static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()))};
}

std::uint32_t after(std::string_view text, Span line) { return line.end + (line.end < text.size() ? 1 : 0); }

bool is_fence(std::string_view text, Span line, std::string_view fence) {
    const Span content = trimmed(text, line);
    return content.begin == line.begin && slice(text, content) == fence;
}

/// Empty where the value is not a scalar that stands on this line as it is meant.
Span scalar(std::string_view text, Span value) {
    value = trimmed(text, value);
    if (value.empty()) return value;
    const char quote = text[value.begin];
    if (quote == '"' || quote == '\'') {
        const std::size_t close = text.find(quote, value.begin + 1);
        const Span inner{value.begin + 1,
                         static_cast<std::uint32_t>(std::min<std::size_t>(close, value.end))};
        const bool has_escape = quote == '"' && slice(text, inner).find('\\') != std::string_view::npos;
        const bool doubled = quote == '\'' && inner.end + 1 < value.end && text[inner.end + 1] == quote;
        return inner.end == value.end || has_escape || doubled ? Span{} : inner;
    }
    if (not_plain.find(quote) != std::string_view::npos) return {};
    const std::size_t comment = slice(text, value).find(" #");
    if (comment != std::string_view::npos) value.end = value.begin + static_cast<std::uint32_t>(comment);
    return trimmed(text, value);
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, std::uint32_t begin) {
    FrontMatter found{{}, begin};
    Span line = line_at(text, begin);
    if (!is_fence(text, line, "---")) return found;
    while (line.end < text.size()) {
        line = line_at(text, after(text, line));
        if (is_fence(text, line, "---") || is_fence(text, line, "...")) {
            found.end = after(text, line);
            return found;
        }
        const std::string_view content = slice(text, line);
        const std::size_t colon = content.find(':');
        if (colon == std::string_view::npos || colon == 0) continue;
        const auto value_begin = static_cast<std::uint32_t>(line.begin + colon + 1);
        const Span value = scalar(text, {value_begin, line.end});
        if (!value.empty()) found.entries.push_back({content.substr(0, colon), value});
    }
    return {{}, begin};  // never closed: a thematic break and ordinary text
}

}  // namespace factlint
