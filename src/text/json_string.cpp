#include "text/json_string.h"

#include <cstdint>

#include "text/byte_marks.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// Most of the text, copied as it is.
constexpr bool is_plain(char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; }

/// Where plain ASCII ends behind `at`.
std::size_t ascii_end(std::string_view text, std::size_t at) {
    for (; text.size() - at >= 8; at += 8) {
        const std::uint64_t word = eight_bytes(text, at);
        const std::uint64_t marks = marks_of(word, '"') | marks_of(word, '\\') | marks_of(word, '\x7F') |
                                    marks_below(word, ' ') | (word & high_bits);
        if (marks != 0) break;
    }
    while (at < text.size() && is_plain(text[at])) ++at;
    return at;
}

/// Kana, hanzi, hangul: well formed, and nothing among them is written as a code.
bool is_plain_wide(std::string_view text, std::size_t at) {
    return text.size() - at >= 3 && text[at] >= '\xE3' && text[at] <= '\xEC' &&
           is_continuation(text[at + 1]) && is_continuation(text[at + 2]);
}

std::size_t plain_size(std::string_view text) {
    std::size_t at = ascii_end(text, 0);
    while (is_plain_wide(text, at)) at = ascii_end(text, at + 3);
    return at;
}

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
        const std::size_t plain = plain_size(text);
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
