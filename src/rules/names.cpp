#include "rules/names.h"

#include <algorithm>
#include <array>

#include "text/problem.h"

namespace factlint {
namespace {

constexpr bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// cel-spec, doc/langdef.md, "Syntax": RESERVED and the keywords.
constexpr std::string_view reserved_words[] = {
    "as",  "break", "const",     "continue", "else",    "false",  "for",  "function", "if",   "import", "in",
    "let", "loop",  "namespace", "null",     "package", "return", "true", "var",      "void", "while"};
constexpr std::string_view type_names[] = {"bool", "bytes",     "double", "duration",  "dyn",  "int",  "list",
                                           "map",  "null_type", "string", "timestamp", "type", "uint", "row"};

template <class Words> bool among(const Words& words, std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

bool is_identifier(std::string_view text) {
    const auto letter = [](char byte) { return is_lower(byte) || is_upper(byte) || byte == '_'; };
    return !text.empty() && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char byte) { return letter(byte) || is_digit(byte); });
}

bool is_kebab_case(std::string_view text) {
    char before = '-';
    for (const char byte : text) {
        if (!is_lower(byte) && !is_digit(byte) && (byte != '-' || before == '-')) return false;
        before = byte;
    }
    return before != '-';
}

std::optional<std::string> why_not_a_name(std::string_view dotted) {
    const std::string_view first = dotted.substr(0, dotted.find('.'));
    if (among(type_names, first))
        return quoted(first) + " is a type or variable of expressions and cannot name a fact";
    for (std::size_t begin = 0; begin <= dotted.size();) {
        const std::size_t end = std::min(dotted.find('.', begin), dotted.size());
        const std::string_view segment = dotted.substr(begin, end - begin);
        if (!is_identifier(segment)) return quoted(dotted) + " is not a name";
        if (among(reserved_words, segment)) return quoted(segment) + " is a reserved word of expressions";
        begin = end + 1;
    }
    return std::nullopt;
}

std::string to_kebab_case(std::string_view text) {
    std::string id;
    for (const char byte : text) {
        if (is_lower(byte) || is_digit(byte))
            id += byte;
        else if (is_upper(byte))
            id += static_cast<char>(byte | 0x20);
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

}  // namespace factlint
