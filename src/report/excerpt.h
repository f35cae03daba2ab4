// Excerpts: which parts of which lines a report quotes, and what is marked there. Shared by text and html.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/places.h"

namespace factlint {

/// Bytes to be pointed at, with a word on them.
struct Mark {
    Span span;  ///< may be empty; may run over several lines
    bool primary = false;
    std::string label;  ///< may be empty; not escaped
};

/// One grapheme cluster of quoted text.
struct Cell {
    std::uint32_t offset = 0;  ///< in the source
    std::uint32_t column = 0;  ///< terminal columns before it, from the start of the quoted text
};

/// A quoted part of one line as it can be printed: controls visible, tabs expanded.
struct CellText {
    std::string text;
    std::vector<Cell> cells;  ///< one per cluster, and one more at the end

    /// Columns [first, last) of the clusters that `span` touches; at least one column, even for an empty span.
    struct Columns {
        std::uint32_t first, last;
    };
    Columns columns(Span span) const;
};

/// One quoted line, or the part of it around its marks.
struct Row {
    std::uint32_t line = 0;
    Span window;              ///< of the source; begins and ends between grapheme clusters
    bool cut_before = false;  ///< the line goes on to the left of the window
    bool cut_after = false;
    std::vector<Mark> marks;  ///< in order of begin; parts of marks that reach over the line's ends
};

/// Rows of one source, in order. Marks on one line share a row where they fit into `width` columns together, else each
/// group that does has its own; of a mark over several lines its first and last line are quoted. Marks on the same bytes
/// become one. O(marks · log marks + width · rows); never O(length of a line).
std::vector<Row> excerpt(Places& places, SourceId source, const std::vector<Mark>& marks,
                         std::uint32_t width);

/// The clusters of `window`, O(size of the window).
CellText cell_text(std::string_view source_text, Span window);

}  // namespace factlint
