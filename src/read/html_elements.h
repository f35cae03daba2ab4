// What the elements of HTML mean for prose.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace factlint {

/// What an element does to blocks; most do nothing.
enum class HtmlRole : std::uint8_t {
    none,
    page,  ///< <html>
    paragraph,
    heading,
    list,
    item,
    definitions,  ///< <dl>
    definition,   ///< <dt> and <dd>
    quote,
    table,
    caption,
    table_part,  ///< <thead>, <tbody>, <tfoot>
    row,
    cell,
    ruby,
    ruby_text,
    title,
    meta,
    line_break,
    image,
    superscript,
    time,
    formatting,  ///< its end tag counts even where blocks in it are open
    foreign,     ///< <svg> and <math>, which have their own elements
};

/// What stands in an element.
enum class HtmlContent : std::uint8_t {
    prose,
    nothing,   ///< has no content and no end tag
    left_out,  ///< is read for its tags alone
    mark,      ///< likewise, and stands for one U+FFFC
    raw,       ///< left out; has no tags either but its own end tag
    raw_text,  ///< text that has no tags but the own end tag
};

struct HtmlElement {
    std::string_view name;  ///< in lower case
    HtmlRole role = HtmlRole::none;
    HtmlContent content = HtmlContent::prose;
    bool block = false;      ///< begins and ends a block
    std::uint8_t level = 0;  ///< of a heading
};

/// The element `name` in any case; one that means nothing where it is unknown.
const HtmlElement& html_element(std::string_view name);

/// The start of `begins` ends an open `ends` unless it is outside of `within`: end tags that may be left out (HTML
/// Living Standard, 13.1.2.4).
struct ImpliedEnd {
    HtmlRole begins, ends, within;
};
std::span<const ImpliedEnd> implied_ends();

/// Whether two names of HTML are the same in any case.
bool equal_html_names(std::string_view a, std::string_view b);

}  // namespace factlint
