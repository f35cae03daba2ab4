#include "read/html_elements.h"

#include <algorithm>
#include <array>

namespace factlint {
namespace {

using Role = HtmlRole;
using Content = HtmlContent;

constexpr HtmlElement block(std::string_view name, Role role = Role::none, Content content = Content::prose) {
    return {name, role, content, true, 0};
}
constexpr HtmlElement heading(std::string_view name) {
    return {name, Role::heading, Content::prose, true, static_cast<std::uint8_t>(name.back() - '0')};
}

constexpr HtmlElement unknown{};

// In the order of their names.
constexpr HtmlElement elements[] = {
    block("address"),
    {"area", Role::none, Content::nothing},
    block("article"),
    block("aside"),
    {"audio", Role::none, Content::left_out},
    {"base", Role::none, Content::nothing},
    {"basefont", Role::none, Content::nothing},
    {"bgsound", Role::none, Content::nothing},
    block("blockquote", Role::quote),
    block("body"),
    {"br", Role::line_break, Content::nothing},
    {"canvas", Role::none, Content::left_out},
    block("caption", Role::caption),
    block("center"),
    {"code", Role::formatting, Content::mark},
    {"col", Role::none, Content::nothing},
    {"datalist", Role::none, Content::left_out},
    block("dd", Role::definition),
    {"del", Role::none, Content::mark},
    block("details"),
    block("dialog"),
    block("dir", Role::list),
    block("div"),
    block("dl", Role::definitions),
    block("dt", Role::definition),
    {"embed", Role::none, Content::nothing},
    block("fieldset"),
    block("figcaption"),
    block("figure"),
    block("footer"),
    block("form"),
    {"frame", Role::none, Content::nothing},
    heading("h1"),
    heading("h2"),
    heading("h3"),
    heading("h4"),
    heading("h5"),
    heading("h6"),
    block("head"),
    block("header"),
    block("hgroup"),
    block("hr", Role::none, Content::nothing),
    block("html", Role::page),
    {"iframe", Role::none, Content::raw},
    {"img", Role::image, Content::nothing},
    {"input", Role::none, Content::nothing},
    {"kbd", Role::none, Content::mark},
    {"keygen", Role::none, Content::nothing},
    block("legend"),
    block("li", Role::item),
    {"link", Role::none, Content::nothing},
    block("listing", Role::none, Content::left_out),
    block("main"),
    {"math", Role::foreign, Content::mark},
    block("menu", Role::list),
    {"meta", Role::meta, Content::nothing},
    block("nav"),
    {"noembed", Role::none, Content::raw},
    {"noframes", Role::none, Content::raw},
    {"noscript", Role::none, Content::left_out},
    {"object", Role::none, Content::left_out},
    block("ol", Role::list),
    block("p", Role::paragraph),
    {"param", Role::none, Content::nothing},
    block("plaintext", Role::none, Content::left_out),
    block("pre", Role::none, Content::left_out),
    {"rp", Role::ruby_text, Content::left_out},
    {"rt", Role::ruby_text, Content::left_out},
    {"rtc", Role::ruby_text, Content::left_out},
    {"ruby", Role::ruby},
    {"s", Role::formatting, Content::mark},
    {"samp", Role::none, Content::mark},
    {"script", Role::none, Content::raw},
    block("search"),
    block("section"),
    {"select", Role::none, Content::left_out},
    {"source", Role::none, Content::nothing},
    {"strike", Role::formatting, Content::mark},
    {"style", Role::none, Content::raw},
    block("summary"),
    {"sup", Role::superscript},
    {"svg", Role::foreign, Content::left_out},
    block("table", Role::table),
    block("tbody", Role::table_part),
    block("td", Role::cell),
    {"template", Role::none, Content::left_out},
    {"textarea", Role::none, Content::raw},
    block("tfoot", Role::table_part),
    block("th", Role::cell),
    block("thead", Role::table_part),
    {"time", Role::time},
    block("title", Role::title, Content::raw_text),
    block("tr", Role::row),
    {"track", Role::none, Content::nothing},
    {"tt", Role::formatting, Content::mark},
    block("ul", Role::list),
    {"video", Role::none, Content::left_out},
    {"wbr", Role::none, Content::nothing},
    block("xmp", Role::none, Content::raw),
};

constexpr bool before(const HtmlElement& a, const HtmlElement& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(elements), std::end(elements), before));

constexpr ImpliedEnd endings[] = {
    {Role::item, Role::item, Role::list},           {Role::definition, Role::definition, Role::definitions},
    {Role::heading, Role::heading, Role::table},    {Role::cell, Role::cell, Role::table},
    {Role::cell, Role::caption, Role::table},       {Role::row, Role::row, Role::table},
    {Role::row, Role::caption, Role::table},        {Role::table_part, Role::table_part, Role::table},
    {Role::table_part, Role::row, Role::table},     {Role::table_part, Role::caption, Role::table},
    {Role::ruby_text, Role::ruby_text, Role::ruby},
};

constexpr char to_lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

constexpr std::size_t longest_name = 10;

}  // namespace

const HtmlElement& html_element(std::string_view name) {
    if (name.size() > longest_name) return unknown;
    std::array<char, longest_name> lower{};
    std::transform(name.begin(), name.end(), lower.begin(), to_lower);
    const std::string_view wanted(lower.data(), name.size());
    const auto found =
        std::lower_bound(std::begin(elements), std::end(elements), wanted,
                         [](const HtmlElement& element, std::string_view n) { return element.name < n; });
    return found != std::end(elements) && found->name == wanted ? *found : unknown;
}

std::span<const ImpliedEnd> implied_ends() { return endings; }

bool equal_html_names(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [](char x, char y) { return to_lower(x) == to_lower(y); });
}

}  // namespace factlint
