#include "read/yaml_properties.h"

#include <algorithm>
#include <vector>

namespace factlint {
namespace {

constexpr std::string_view ends_of_names = " \t\r\n,[]{}";
constexpr std::string_view word_characters =
    "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view standard_prefix = "tag:yaml.org,2002:";

std::uint32_t end_of(std::string_view ends, const YamlCursor& cursor) {
    return static_cast<std::uint32_t>(
        std::min(cursor.text.find_first_of(ends, cursor.at), cursor.text.size()));
}

bool is_handle(std::string_view word) {
    return word.starts_with('!') && word.ends_with('!') &&
           (word.size() == 1 ||
            word.substr(1, word.size() - 2).find_first_not_of(word_characters) == std::string_view::npos);
}

int hex_digit(char c) {
    const char letter = static_cast<char>(c | 0x20);
    if ('0' <= c && c <= '9') return c - '0';
    return 'a' <= letter && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// "%21" is "!".
std::string without_escapes(std::string_view tag) {
    std::string text;
    for (std::size_t i = 0; i < tag.size(); ++i) {
        const int high = tag[i] == '%' && i + 2 < tag.size() ? hex_digit(tag[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(tag[i + 2]) : -1;
        text += low >= 0 ? static_cast<char>(high * 16 + low) : tag[i];
        if (low >= 0) i += 2;
    }
    return text;
}

bool read_verbatim_tag(YamlScanner& scanner, YamlProperties& properties) {
    YamlCursor& cursor = scanner.cursor;
    const std::uint32_t begin = cursor.at;
    const std::uint32_t end = end_of("> \t\r\n", cursor);
    cursor.at = end;
    if (cursor.peek() != '>' || end == begin + 2) return scanner.fail(begin, "this tag is not closed by >");
    ++cursor.at;
    properties.tag = {begin, cursor.at};
    properties.full_tag = slice(cursor.text, {begin + 2, end});
    return true;
}

bool read_tag(YamlScanner& scanner, const YamlDirectives& directives, YamlProperties& properties) {
    YamlCursor& cursor = scanner.cursor;
    if (cursor.peek(1) == '<') return read_verbatim_tag(scanner, properties);
    const std::uint32_t begin = cursor.at;
    cursor.at = end_of(ends_of_names, cursor);
    properties.tag = {begin, cursor.at};
    const std::string_view written = slice(cursor.text, properties.tag);
    const std::size_t second = written.find('!', 1);
    const std::string_view handle = second == std::string_view::npos ? "!" : written.substr(0, second + 1);
    const std::string_view suffix = written.substr(handle.size());
    if (suffix.find('!') != std::string_view::npos) return scanner.fail(begin, "a tag has one name");
    if (handle.size() > 1 && suffix.empty()) return scanner.fail(begin, "this tag has no name");
    const auto known = directives.handles.find(handle);
    if (known == directives.handles.end() && handle.size() > 2)
        return scanner.fail(begin, "the tag's handle is not declared",
                            "declare it with %TAG above the document");
    std::string_view prefix = handle;
    if (known != directives.handles.end())
        prefix = known->second;
    else if (handle == "!!")
        prefix = standard_prefix;
    properties.full_tag = std::string(prefix) + without_escapes(suffix);
    return true;
}

bool read_anchor(YamlScanner& scanner, YamlProperties& properties) {
    const std::uint32_t begin = scanner.cursor.at;
    if (!read_yaml_name(scanner, properties.anchor)) return false;
    properties.anchor_all = {begin, scanner.cursor.at};
    return true;
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (line.empty() || line.front() == '#') return words;
        words.push_back(line.substr(0, line.find_first_of(" \t")));
        line.remove_prefix(words.back().size());
    }
}

bool is_version(std::string_view word) {
    return word.size() >= 3 && word.starts_with("1.") &&
           word.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

}  // namespace

bool read_yaml_name(YamlScanner& scanner, Span& name) {
    YamlCursor& cursor = scanner.cursor;
    const std::uint32_t begin = cursor.at++;
    name = {cursor.at, end_of(ends_of_names, cursor)};
    cursor.at = name.end;
    return !name.empty() || scanner.fail(begin, "a name is missing here", "write &name or *name");
}

bool read_yaml_properties(YamlScanner& scanner, const YamlDirectives& directives, bool in_flow,
                          YamlProperties& properties) {
    YamlCursor& cursor = scanner.cursor;
    while (cursor.peek() == '&' || cursor.peek() == '!') {
        const std::uint32_t begin = cursor.at;
        const bool is_anchor = cursor.peek() == '&';
        if (is_anchor ? properties.has_anchor() : properties.has_tag())
            return scanner.fail(begin, is_anchor ? "a second anchor" : "a second tag", "a value has one");
        if (is_anchor ? !read_anchor(scanner, properties) : !read_tag(scanner, directives, properties))
            return false;
        const bool ends = cursor.at_space(0) ||
                          (in_flow && std::string_view(",]}").find(cursor.peek()) != std::string_view::npos);
        if (!ends) return scanner.fail(cursor.at, "a space is missing here");
        cursor.skip_blanks();
    }
    return true;
}

bool read_yaml_directive(YamlScanner& scanner, YamlDirectives& directives) {
    YamlCursor& cursor = scanner.cursor;
    const std::uint32_t begin = cursor.at;
    cursor.at = end_of("\r\n", cursor);
    const auto words = words_of(slice(cursor.text, {begin, cursor.at}));
    if (words[0] == "%YAML") {
        if (directives.has_version) return scanner.fail(begin, "the version is given twice");
        if (words.size() != 2 || !is_version(words[1]))
            return scanner.fail(begin, "this version cannot be read", "write %YAML 1.2");
        directives.has_version = true;
    }
    if (words[0] == "%TAG") {
        if (words.size() != 3 || !is_handle(words[1]))
            return scanner.fail(begin, "this is no handle of tags", "write %TAG !name! prefix");
        if (!directives.handles.emplace(words[1], words[2]).second)
            return scanner.fail(begin, "this handle is declared twice");
    }
    return true;
}

}  // namespace factlint
