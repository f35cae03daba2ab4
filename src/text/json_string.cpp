#include "text/json_string.h"

#include <algorithm>

#include "text/utf8.h"

namespace factlint {
namespace {

/// Most of the text, copied as it is.
constexpr bool is_plain(char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; }

std::string_view short_escape(char32_t c) {
    switch (c) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\b': return "\\b";
        case '\f': return "\\f";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: return {};
    }
}

bool is_written_by_code(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
    return c < 0x20 || within(0x7F, 0x9F) || within(0x200E, 0x200F) || within(0x2028, 0x202E) ||
           within(0x2066, 0x2069) || c == 0x061C || c == 0xFEFF;
}

/// Precondition: c < 0x10000.
void append_code(std::string& out, char32_t c) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += hex[c >> shift & 15];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const auto plain =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const Decoded decoded = decode(text, 0);
        if (const auto escape = short_escape(decoded.code_point); !escape.empty())
            out += escape;
        else if (is_written_by_code(decoded.code_point))
            append_code(out, decoded.code_point);
        else
            append_utf8(out, decoded.code_point);
        text.remove_prefix(decoded.size);
    }
    out += '"';
}

}  // namespace factlint
