#include "report/excerpt.h"

#include <algorithm>

#include <utf8proc.h>

#include "text/escape.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::uint32_t tab_stop = 4;
/// A cluster is cut at this size: hostile text piles up combining marks without end.
constexpr std::uint32_t longest_cluster = 128;
/// Bytes looked at for each column wanted: enough for emoji sequences, few for a line of 200 MB.
constexpr std::uint32_t bytes_per_column = 16;

std::uint32_t cluster_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
    const std::uint32_t start = at;
    utf8proc_int32_t state = 0;
    Decoded current = decode(text, at);
    for (at += current.size; at < limit && at - start < longest_cluster; at += current.size) {
        const Decoded next = decode(text, at);
        const bool breaks =
            !current.valid || !next.valid ||
            utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(current.code_point),
                                             static_cast<utf8proc_int32_t>(next.code_point), &state);
        if (breaks) break;
        current = next;
    }
    return std::min(at, limit);
}

/// The nearest start of a code point at or after `at`.
std::uint32_t to_code_point(std::string_view text, std::uint32_t at, std::uint32_t limit) {
    for (int i = 0; i < 3 && at < limit && is_continuation(text[at]); ++i) ++at;
    return at;
}

/// The part of `line` that can matter for a window of `width` columns around `hull`.
Span neighbourhood(std::string_view text, Span line, Span hull, std::uint32_t width) {
    const std::uint32_t reach = width * bytes_per_column;
    const std::uint32_t hull_end = std::min(hull.end, hull.begin + std::min(reach, hull.size()));
    Span near = line;
    if (hull.begin - line.begin > reach) near.begin = to_code_point(text, hull.begin - reach, line.end);
    if (line.end - hull_end > reach) near.end = to_code_point(text, hull_end + reach, line.end);
    return near;
}

/// Index of the cell that holds `offset`; the closing cell for offsets at or beyond the end.
std::size_t cell_at(const std::vector<Cell>& cells, std::uint32_t offset) {
    const auto after = std::upper_bound(cells.begin(), cells.end(), offset,
                                        [](std::uint32_t at, const Cell& cell) { return at < cell.offset; });
    return after == cells.begin() ? 0 : static_cast<std::size_t>(after - cells.begin()) - 1;
}

/// Index of the first cell at or after `offset`.
std::size_t cell_from(const std::vector<Cell>& cells, std::uint32_t offset) {
    const auto found = std::lower_bound(cells.begin(), cells.end(), offset,
                                        [](const Cell& cell, std::uint32_t at) { return cell.offset < at; });
    return std::min(static_cast<std::size_t>(found - cells.begin()), cells.size() - 1);
}

struct Range {
    std::size_t first, last;
};

/// Grows `hull` on both sides evenly until it takes `width` columns; what one side does not need goes to the other.
Range grow(const std::vector<Cell>& cells, Range hull, std::uint32_t width) {
    const auto taken = [&] { return cells[hull.last].column - cells[hull.first].column; };
    while (hull.last > hull.first + 1 && taken() > width) --hull.last;
    const std::uint32_t half = taken() + (width - std::min(width, taken())) / 2;
    const auto grow_left = [&](std::uint32_t to) {
        while (hull.first > 0 && cells[hull.last].column - cells[hull.first - 1].column <= to) --hull.first;
    };
    grow_left(half);
    while (hull.last + 1 < cells.size() && cells[hull.last + 1].column - cells[hull.first].column <= width)
        ++hull.last;
    grow_left(width);
    return hull;
}

/// Takes off the parts of words at the ends, outside `hull`, where a space is near: "….62 million" is another number.
Range to_words(const std::vector<Cell>& cells, std::string_view text, Range shown, Range hull) {
    constexpr std::size_t longest = 16;
    const auto is_space = [&](std::size_t cell) { return text[cells[cell].offset] == ' '; };
    const bool cut_before = shown.first > 0 && !is_space(shown.first - 1);
    std::size_t first = shown.first;
    while (first < hull.first && first - shown.first < longest && !is_space(first)) ++first;
    if (cut_before && first < hull.first && is_space(first)) shown.first = first + 1;
    const bool cut_after = shown.last + 1 < cells.size() && !is_space(shown.last);
    std::size_t last = shown.last;
    while (last > hull.last && shown.last - last < longest && !is_space(last - 1)) --last;
    if (cut_after && last > hull.last && is_space(last - 1)) shown.last = last - 1;
    return shown;
}

Span hull_of(const std::vector<Mark>& marks) {
    Span hull = marks.front().span;
    for (const Mark& mark : marks) hull.end = std::max(hull.end, mark.span.end);
    return hull;
}

void set_window(Row& row, std::string_view text, Span line, std::uint32_t width) {
    const Span hull = hull_of(row.marks);
    const Span near = neighbourhood(text, line, hull, width);
    const std::vector<Cell> cells = cell_text(text, near).cells;
    Range shown{0, cells.size() - 1};
    if (near != line || cells.back().column > width) {
        constexpr std::uint32_t ellipses = 2;
        const Range marked{cell_at(cells, hull.begin), cell_from(cells, hull.end)};
        shown = to_words(cells, text, grow(cells, marked, width - ellipses), marked);
    }
    row.window = {cells[shown.first].offset, cells[shown.last].offset};
    row.cut_before = row.window.begin > line.begin;
    row.cut_after = row.window.end < line.end;
}

/// A mark over several lines becomes one on its first line and one on its last, which keeps the label.
void split_by_lines(Places& places, SourceId source, const Mark& mark, std::vector<Row>& out) {
    const LineMap& map = places.lines(source);
    const std::uint32_t first = places.line_of(source, mark.span.begin);
    const std::uint32_t end = std::max(mark.span.begin, mark.span.end);
    const std::uint32_t last = mark.span.empty() ? first : places.line_of(source, end - 1);
    const auto add = [&](std::uint32_t line, std::string label) {
        const Span whole = map.line(line);
        const Span part{std::clamp(mark.span.begin, whole.begin, whole.end),
                        std::clamp(end, whole.begin, whole.end)};
        out.push_back({line, {}, false, false, {{part, mark.primary, std::move(label)}}});
    };
    if (first != last) add(first, {});
    add(last, mark.label);
}

/// Adds the mark of `from`, which stands on the same line, to `row`.
void join(Row& row, Row from) {
    Mark& mark = from.marks.front();
    for (Mark& known : row.marks) {
        if (known.span != mark.span) continue;
        known.primary = known.primary || mark.primary;
        if (known.label.empty())
            known.label = std::move(mark.label);
        else if (!mark.label.empty() && known.label != mark.label)
            known.label += "; " + mark.label;
        return;
    }
    row.marks.push_back(std::move(mark));
}

std::uint32_t columns_of(std::string_view text, Span span, std::uint32_t at_most) {
    if (span.size() > at_most * bytes_per_column) return at_most + 1;
    return cell_text(text, span).cells.back().column;
}

/// Whether the mark of `next` can share `row`: all of the line fits, or both do with some text around them.
bool fits(const Row& row, const Row& next, std::string_view text, Span line, std::uint32_t width) {
    Span hull = hull_of(row.marks);
    hull.end = std::max(hull.end, next.marks.front().span.end);
    return columns_of(text, hull, width) <= width * 3 / 4 || columns_of(text, line, width) <= width;
}

constexpr bool is_printable_ascii(char byte) { return byte >= ' ' && byte < 0x7F; }

/// Whether the byte at `at` is a cluster of one column that stands for itself: nothing joins two of ASCII.
bool is_plain(std::string_view text, std::uint32_t at, std::uint32_t limit) {
    return is_printable_ascii(text[at]) && (at + 1 == limit || is_printable_ascii(text[at + 1]));
}

}  // namespace

CellText::Columns CellText::columns(Span span) const {
    const Cell& first = cells[cell_at(cells, span.begin)];
    const Cell& last = cells[cell_from(cells, span.end)];
    return {first.column, std::max(last.column, first.column + 1)};
}

CellText cell_text(std::string_view source_text, Span window) {
    CellText result;
    std::uint32_t column = 0;
    for (std::uint32_t at = window.begin; at < window.end;) {
        result.cells.push_back({at, column});
        if (is_plain(source_text, at, window.end)) {
            result.text += source_text[at++];
            ++column;
            continue;
        }
        const std::uint32_t end = cluster_end(source_text, at, window.end);
        std::string shown = source_text[at] == '\t' ? std::string(tab_stop - column % tab_stop, ' ')
                                                    : escape_for_terminal(slice(source_text, {at, end}));
        column += static_cast<std::uint32_t>(display_width(shown));
        result.text += shown;
        at = end;
    }
    result.cells.push_back({window.end, column});
    return result;
}

std::vector<Row> excerpt(Places& places, SourceId source, const std::vector<Mark>& marks,
                         std::uint32_t width) {
    const std::string_view text = places.sources().text(source);
    std::vector<Row> parts;
    for (const Mark& mark : marks) split_by_lines(places, source, mark, parts);
    std::stable_sort(parts.begin(), parts.end(), [](const Row& a, const Row& b) {
        return a.marks.front().span.begin < b.marks.front().span.begin;
    });
    std::vector<Row> rows;
    for (Row& part : parts) {
        const Span line = places.lines(source).line(part.line);
        if (!rows.empty() && rows.back().line == part.line && fits(rows.back(), part, text, line, width))
            join(rows.back(), std::move(part));
        else
            rows.push_back(std::move(part));
    }
    for (Row& row : rows) set_window(row, text, places.lines(source).line(row.line), width);
    return rows;
}

}  // namespace factlint
