#include "read/html_outline.h"

#include <algorithm>

namespace factlint {
namespace {

using Role = HtmlRole;

constexpr std::uint32_t last_column_spanned = 1000;
constexpr std::uint8_t deepest_level = 255;

bool is_part_of_table(Role role) {
    return role == Role::table || role == Role::table_part || role == Role::row || role == Role::cell ||
           role == Role::caption;
}

bool keeps_inside(Role role) { return role == Role::table || role == Role::cell || role == Role::caption; }

/// Whether the end tag is heeded where blocks were left open inside: of inline elements only those that browsers call
/// formatting, and of these only where more than the looks change.
bool ends_across_blocks(const HtmlElement& element) {
    return element.block || element.role == Role::formatting;
}

bool ends_at_start_of(const HtmlElement& element, Role open) {
    if (element.block && open == Role::paragraph) return true;
    const auto ends = implied_ends();
    return std::any_of(ends.begin(), ends.end(),
                       [&](const ImpliedEnd& end) { return end.begins == element.role && end.ends == open; });
}

bool keeps_open(const HtmlElement& element, Role open) {
    if (open == Role::table) return true;
    const auto ends = implied_ends();
    return std::any_of(ends.begin(), ends.end(), [&](const ImpliedEnd& end) {
        return end.begins == element.role && end.within == open;
    });
}

}  // namespace

void OpenTable::begin_row() {
    ++rows;
    next_column = 0;
}

std::uint32_t OpenTable::begin_cell(std::uint32_t width, std::uint32_t height) {
    if (rows == 0) begin_row();
    while (next_column < spanned_until.size() && spanned_until[next_column] >= rows) ++next_column;
    const std::uint32_t column = next_column;
    next_column += width;
    if (height == 1 || next_column > last_column_spanned) return column;
    spanned_until.resize(std::max<std::size_t>(spanned_until.size(), next_column));
    std::fill(spanned_until.begin() + column, spanned_until.begin() + next_column, rows + height - 1);
    return column;
}

std::size_t HtmlOutline::size_at_start_of(const HtmlElement& element) const {
    std::size_t size = open_.size();
    if (here().foreign || (!element.block && element.role == Role::none)) return size;
    for (std::size_t i = size; i > 0; --i) {
        const Role role = open_[i - 1].element->role;
        if (ends_at_start_of(element, role)) size = i - 1;
        if (keeps_open(element, role)) break;
    }
    return size;
}

std::optional<std::size_t> HtmlOutline::size_behind_end_of(std::string_view name) const {
    const HtmlElement& element = html_element(name);
    for (std::size_t i = open_.size(); i > 0; --i) {
        const OpenElement& open = open_[i - 1];
        const Role role = open.element->role;
        const bool headings = element.role == Role::heading && role == Role::heading;
        if (headings || equal_html_names(open.name, name)) return i - 1;
        if (role == Role::table || (keeps_inside(role) && !is_part_of_table(element.role))) break;
        if (open.element->block && !ends_across_blocks(element)) break;
    }
    return std::nullopt;
}

OpenElement HtmlOutline::inner(const HtmlElement& element) const {
    OpenElement open = here();
    open.element = &element;
    open.foreign = open.foreign || element.role == Role::foreign;
    const bool in_cell = open.block.kind == BlockKind::table_cell;
    switch (element.role) {
        case Role::heading:
            open.block.kind = BlockKind::heading;
            open.block.level = element.level;
            break;
        case Role::list:
        case Role::definitions:
            if (open.lists < deepest_level) ++open.lists;
            break;
        case Role::item:
        case Role::definition:
            if (in_cell) break;
            open.block.kind = BlockKind::list_item;
            open.block.level = std::max<std::uint8_t>(open.lists, 1);
            break;
        case Role::quote:
            if (in_cell) break;
            open.block.kind = BlockKind::quote;
            open.block.level = 0;
            break;
        default: break;
    }
    return open;
}

void HtmlOutline::begin_table_part(OpenElement& open, std::uint32_t width, std::uint32_t height) {
    const Role role = open.element->role;
    if (role == Role::table) tables_.push_back({table_count_++});
    if (role == Role::caption) open.block = {.language = open.block.language};
    if (tables_.empty() || (role != Role::row && role != Role::cell)) return;
    OpenTable& table = tables_.back();
    if (role == Role::row) return table.begin_row();
    const std::uint32_t column = table.begin_cell(width, height);
    open.block = {.kind = BlockKind::table_cell,
                  .language = open.block.language,
                  .table = table.number,
                  .row = table.rows - 1,
                  .column = column};
    open.lists = 0;
}

void HtmlOutline::push(OpenElement open, std::uint32_t width, std::uint32_t height) {
    if (!here().hidden) begin_table_part(open, width, height);
    open_.push_back(open);
}

OpenElement HtmlOutline::pop() {
    OpenElement closed = open_.back();
    open_.pop_back();
    if (!here().hidden && closed.element->role == Role::table) tables_.pop_back();
    return closed;
}

}  // namespace factlint
