// Text: size, search, substrings, case. Positions count code points.
#include <algorithm>
#include <array>

#include "expr/functions/groups.h"
#include "text/utf8.h"

namespace factlint::expr {
namespace {

std::int64_t length(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); });
}

/// Byte offset of the code point `index`; the size of the text for its end.
std::size_t offset_of(std::string_view text, std::int64_t index) {
    std::size_t at = 0;
    for (; index > 0 && at < text.size(); --index) at += decode(text, at).size;
    return at;
}

Value size_of_text(Call& call) { return {length(call.text(0))}; }
Value size_of_bytes(Call& call) { return {static_cast<std::int64_t>(call.get<Bytes>(0).data.size())}; }
Value contains(Call& call) { return {call.text(0).find(call.text(1)) != std::string_view::npos}; }
Value starts_with(Call& call) { return {call.text(0).starts_with(call.text(1))}; }
Value ends_with(Call& call) { return {call.text(0).ends_with(call.text(1))}; }

Value matches(Call& call) {
    if (!call.afford(call.text(0).size() / 16, 0)) return call.fail_limit();
    if (call.pattern) {
        if (!call.pattern->error().empty()) return call.fail("bad pattern: " + call.pattern->error());
        return {call.pattern->found_in(call.text(0))};
    }
    if (!call.afford(100 + call.text(1).size(), 0)) return call.fail_limit();
    const Pattern pattern(call.text(1));
    if (!pattern.error().empty()) return call.fail("bad pattern: " + pattern.error());
    return {pattern.found_in(call.text(0))};
}

Value char_at(Call& call) {
    const std::string_view text = call.text(0);
    const std::int64_t index = call.integer(1);
    if (index < 0 || index > length(text)) return call.fail("the position is outside the text");
    const std::size_t at = offset_of(text, index);
    return {text.substr(at, decode(text, at).size)};
}

Value index_of(Call& call) {
    const std::string_view text = call.text(0);
    const std::int64_t from = call.arguments.size() > 2 ? call.integer(2) : 0;
    if (from < 0 || from > length(text)) return call.fail("the position is outside the text");
    const std::size_t found = text.find(call.text(1), offset_of(text, from));
    return {found == std::string_view::npos ? std::int64_t{-1} : length(text.substr(0, found))};
}

Value last_index_of(Call& call) {
    const std::string_view text = call.text(0);
    if (call.arguments.size() > 2 && (call.integer(2) < 0 || call.integer(2) > length(text)))
        return call.fail("the position is outside the text");
    const std::size_t last = call.arguments.size() > 2 ? offset_of(text, call.integer(2)) : text.size();
    const std::size_t found = text.rfind(call.text(1), last);
    return {found == std::string_view::npos ? std::int64_t{-1} : length(text.substr(0, found))};
}

Value substring(Call& call) {
    const std::string_view text = call.text(0);
    const std::int64_t size = length(text);
    const std::int64_t begin = call.integer(1);
    const std::int64_t end = call.arguments.size() > 2 ? call.integer(2) : size;
    if (begin < 0 || end > size || begin > end) return call.fail("the positions are outside the text");
    const std::size_t first = offset_of(text, begin);
    return {text.substr(first, offset_of(text.substr(first), end - begin))};
}

template <char from, char to> Value change_case(Call& call) {
    std::string text(call.text(0));
    for (char& c : text)
        if (c >= from && c <= from + 25) c = static_cast<char>(c - from + to);
    return call.make_text(text);
}

Value trim(Call& call) {
    static constexpr std::array<char32_t, 25> blanks{'\t',   '\n',   '\v',   '\f',   '\r',   ' ',    0x85,
                                                     0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                                     0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028,
                                                     0x2029, 0x202F, 0x205F, 0x3000};
    const auto blank = [](const Decoded& decoded) {
        return decoded.size > 0 &&
               std::find(blanks.begin(), blanks.end(), decoded.code_point) != blanks.end();
    };
    std::string_view text = call.text(0);
    for (auto first = decode(text, 0); blank(first); first = decode(text, 0)) text.remove_prefix(first.size);
    for (auto last = decode_before(text, text.size()); blank(last); last = decode_before(text, text.size()))
        text.remove_suffix(last.size);
    return {text};
}

Value reverse(Call& call) {
    const std::string_view text = call.text(0);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = text.size(); at > 0;) {
        const std::uint32_t size = decode_before(text, at).size;
        out += text.substr(at - size, size);
        at -= size;
    }
    return call.make_text(out);
}

constexpr Function rows[] = {
    {"size", "(string) -> int", size_of_text, "code points of a text"},
    {"size", "string.() -> int", size_of_text, "code points of a text"},
    {"size", "(bytes) -> int", size_of_bytes, "number of bytes"},
    {"size", "bytes.() -> int", size_of_bytes, "number of bytes"},
    {"contains", "string.(string) -> bool", contains, "whether the text has the other inside"},
    {"startsWith", "string.(string) -> bool", starts_with, "whether the text begins with the other"},
    {"endsWith", "string.(string) -> bool", ends_with, "whether the text ends with the other"},
    {"matches", "string.(string) -> bool", matches, "whether an RE2 pattern matches anywhere in the text"},
    {"matches", "(string, string) -> bool", matches, "whether an RE2 pattern matches anywhere in the text"},
    {"charAt", "string.(int) -> string", char_at, "the code point at a position, empty at the end"},
    {"indexOf", "string.(string) -> int", index_of, "where the other text stands first, or -1"},
    {"indexOf", "string.(string, int) -> int", index_of, "the same, from a position on"},
    {"lastIndexOf", "string.(string) -> int", last_index_of, "where the other text stands last, or -1"},
    {"lastIndexOf", "string.(string, int) -> int", last_index_of, "the same, up to a position"},
    {"substring", "string.(int) -> string", substring, "the text from a position on"},
    {"substring", "string.(int, int) -> string", substring, "the text between two positions"},
    {"lowerAscii", "string.() -> string", change_case<'A', 'a'>, "with A to Z made small"},
    {"upperAscii", "string.() -> string", change_case<'a', 'A'>, "with a to z made large"},
    {"trim", "string.() -> string", trim, "without white space at both ends"},
    {"reverse", "string.() -> string", reverse, "the code points from last to first"},
};

}  // namespace

std::span<const Function> string_functions() { return rows; }

}  // namespace factlint::expr
