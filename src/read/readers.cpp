#include "read/reader.h"

#include <algorithm>

#include "read/html.h"
#include "read/markdown.h"
#include "read/plain_text.h"
#include "text/compression.h"

namespace factlint {
namespace {

constexpr std::string_view markdown_extensions[] = {".md", ".markdown"};
constexpr std::string_view html_extensions[] = {".html", ".htm", ".xhtml"};
constexpr std::string_view text_extensions[] = {".txt", ".text"};

constexpr Reader table[] = {
    {"markdown", markdown_extensions, "CommonMark with GFM tables and YAML front matter; code is left out",
     read_markdown},
    {"html", html_extensions, "HTML and XHTML in UTF-8; code, scripts and what is hidden are left out",
     read_html},
    {"text", text_extensions, "plain text in UTF-8; paragraphs are separated by blank lines",
     read_plain_text},
};

constexpr char to_lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool is_lower(char c) { return 'a' <= c && c <= 'z'; }
constexpr bool is_alphanumeric(char c) { return is_lower(to_lower(c)) || ('0' <= c && c <= '9'); }

bool ends_with_ignoring_case(std::string_view path, std::string_view extension) {
    return path.size() >= extension.size() &&
           std::equal(extension.rbegin(), extension.rend(), path.rbegin(),
                      [](char a, char b) { return to_lower(a) == to_lower(b); });
}

/// Subtags after the first: "-Hant", "-BR".
bool are_subtags(std::string_view rest) {
    while (!rest.empty()) {
        if (rest.front() != '-') return false;
        rest.remove_prefix(1);
        const std::size_t size = std::min(rest.find('-'), rest.size());
        const std::string_view subtag = rest.substr(0, size);
        if (size < 2 || size > 8 || !std::all_of(subtag.begin(), subtag.end(), is_alphanumeric)) return false;
        rest.remove_prefix(size);
    }
    return true;
}

bool is_language_tag(std::string_view tag) {
    return tag.size() >= 2 && is_lower(tag[0]) && is_lower(tag[1]) && are_subtags(tag.substr(2));
}

}  // namespace

std::span<const Reader> readers() { return table; }

const Reader& reader_for(std::string_view path) {
    path = name_inside(path);
    for (const Reader& reader : table)
        for (const std::string_view extension : reader.extensions)
            if (ends_with_ignoring_case(path, extension)) return reader;
    return std::end(table)[-1];
}

const Reader* reader_named(std::string_view name) {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [name](const Reader& reader) { return reader.name == name; });
    return found == std::end(table) ? nullptr : found;
}

std::string_view language_of_path(std::string_view path) {
    path = name_inside(path);
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t extension = name.rfind('.');
    if (extension == std::string_view::npos || extension == 0) return {};
    const std::size_t dot = name.rfind('.', extension - 1);
    if (dot == std::string_view::npos || dot == 0) return {};
    const std::string_view tag = name.substr(dot + 1, extension - dot - 1);
    return is_language_tag(tag) ? tag : std::string_view{};
}

}  // namespace factlint
