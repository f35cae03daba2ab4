#include "read/entities.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include <gumbo.h>

#include "text/utf8.h"

namespace factlint {
namespace {

std::string decode_number(std::string_view number, int base) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value, base);
    std::string text;
    append_utf8(text, error == std::errc{} && value != 0 ? char32_t{value} : replacement_character);
    return text;
}

/// The text of the first text node below `node`, in document order; the tree of one reference is four levels deep.
std::string first_text(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) return node.v.text.text;
    if (node.type != GUMBO_NODE_ELEMENT) return {};
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        std::string text = first_text(*static_cast<const GumboNode*>(children.data[i]));
        if (!text.empty()) return text;
    }
    return {};
}

/// What Gumbo, which carries the table of names, makes of `text`.
std::string text_by_gumbo(std::string_view text) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
    std::string decoded = first_text(*output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return decoded;
}

std::string decode_name(std::string_view entity) {
    std::string text = text_by_gumbo(entity);
    // HTML also takes names without their semicolon ("&notit;" is "¬it;"), Markdown does not.
    const bool took_all = entity == "&semi;" || !text.ends_with(';');
    return took_all && !text.empty() ? text : std::string(entity);
}

// Inter-element white space at the very start of a page is dropped by the HTML parser.
std::string white_space(std::string_view entity) {
    return entity == "&Tab;" ? "\t" : entity == "&NewLine;" ? "\n" : "";
}

constexpr std::string_view digits = "0123456789";
constexpr std::string_view hexadecimal_digits = "0123456789abcdefABCDEF";
constexpr std::string_view letters_and_digits =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t longest_name = 32;

std::string_view run_of(std::string_view characters, std::string_view text) {
    return text.substr(0, text.find_first_not_of(characters));
}

constexpr char32_t first_of_windows_1252 = 0x80;
constexpr char16_t windows_1252[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

HtmlReference read_number(std::string_view text) {
    const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::size_t begin = hexadecimal ? 3 : 2;
    const std::string_view number =
        run_of(hexadecimal ? hexadecimal_digits : digits, text.substr(std::min(begin, text.size())));
    if (number.empty()) return {};
    const std::size_t size = begin + number.size();
    HtmlReference found{decode_number(number, hexadecimal ? 16 : 10), static_cast<std::uint32_t>(size)};
    if (text.substr(size).starts_with(';')) ++found.size;
    const char32_t character = decode(found.text, 0).code_point;
    if (first_of_windows_1252 <= character && character < first_of_windows_1252 + std::size(windows_1252)) {
        found.text.clear();
        append_utf8(found.text, windows_1252[character - first_of_windows_1252]);
    }
    return found;
}

/// How many bytes of `written` Gumbo took, which left `text` of it: all of a name with a semicolon, else the name of one
/// character that `text` begins with.
std::size_t size_taken(std::string_view written, std::string_view text) {
    if (text == written) return 0;
    if (written.back() == ';' && (text.back() != ';' || text == ";")) return written.size();
    const std::string_view left = text.substr(decode(text, 0).size);
    return written.ends_with(left) ? written.size() - left.size() : 0;
}

}  // namespace

HtmlReference read_html_reference(std::string_view text, bool in_attribute) {
    if (text.starts_with("&#")) return read_number(text);
    const std::string_view name = run_of(letters_and_digits, text.substr(1, longest_name));
    if (name.empty()) return {};
    const bool has_end = text.substr(1 + name.size()).starts_with(';');
    const std::string_view written = text.substr(0, 1 + name.size() + (has_end ? 1 : 0));
    if (std::string space = white_space(written); !space.empty())
        return {std::move(space), static_cast<std::uint32_t>(written.size())};
    std::string decoded = text_by_gumbo(written);
    const std::size_t size = size_taken(written, decoded);
    if (size == 0) return {};
    const std::string_view rest = text.substr(size);
    const bool goes_on = rest.starts_with('=') || !run_of(letters_and_digits, rest.substr(0, 1)).empty();
    if (in_attribute && text[size - 1] != ';' && goes_on) return {};
    decoded.resize(decoded.size() - (written.size() - size));
    return {std::move(decoded), static_cast<std::uint32_t>(size)};
}

std::string decode_entity(std::string_view entity) {
    if (!entity.starts_with("&#")) {
        std::string space = white_space(entity);
        return space.empty() ? decode_name(entity) : space;
    }
    const std::string_view number = entity.substr(2, entity.size() - 3);
    const bool hexadecimal = number.starts_with('x') || number.starts_with('X');
    return hexadecimal ? decode_number(number.substr(1), 16) : decode_number(number, 10);
}

}  // namespace factlint
