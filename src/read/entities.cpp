#include "read/entities.h"

#include <charconv>

#include <gumbo.h>

#include "text/utf8.h"

namespace factlint {
namespace {

std::string decode_number(std::string_view digits, int base) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
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

/// Gumbo carries the table of names.
std::string decode_name(std::string_view entity) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, entity.data(), entity.size());
    std::string text = first_text(*output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    // HTML also takes names without their semicolon ("&notit;" is "¬it;"), Markdown does not.
    const bool took_all = entity == "&semi;" || !text.ends_with(';');
    return took_all && !text.empty() ? text : std::string(entity);
}

}  // namespace

std::string decode_entity(std::string_view entity) {
    if (!entity.starts_with("&#")) {
        // Inter-element white space at the very start of a page is dropped by the HTML parser.
        if (entity == "&Tab;") return "\t";
        if (entity == "&NewLine;") return "\n";
        return decode_name(entity);
    }
    const std::string_view digits = entity.substr(2, entity.size() - 3);
    const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    return hexadecimal ? decode_number(digits.substr(1), 16) : decode_number(digits, 10);
}

}  // namespace factlint
