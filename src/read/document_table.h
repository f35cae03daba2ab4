// The tables of a document, in Markdown and HTML alike.
#pragma once

#include <string_view>
#include <vector>

#include "read/document.h"
#include "read/located.h"

namespace factlint {

/// A cell that has text. `prose`: from its first block to the end of its last.
struct DocumentCell {
    std::uint32_t row = 0, column = 0;  ///< from 0; what other cells span is counted
    Span prose;
};

struct DocumentTable {
    std::uint32_t number = 0;         ///< in the document, from 0
    Span heading;                     ///< prose of the nearest heading above; empty where there is none
    std::vector<DocumentCell> cells;  ///< ascending by row, then by column

    /// nullptr where there is no such cell, or it is empty. O(log cells).
    const DocumentCell* find(std::uint32_t row, std::uint32_t column) const;
};

/// In the order in which they begin; one without any text is left out. O(n log n).
std::vector<DocumentTable> tables_of(const Document& document);

/// One of the `tables` of the document: named by the heading above it, "#2" for the second, or nothing for the only one. Errors
/// (`data-not-found`): no such table, or several.
Result<const DocumentTable*> table_named(const Sources& sources, const Document& document,
                                         const std::vector<DocumentTable>& tables, std::string_view name);

/// The prose of the cell in `row` and `column` of a table whose first row is its head, named as in at_csv_cell: `row` by
/// the text of its first cell, `column` by the head; "#3" is the third data row or column. `table`: the heading above it,
/// "#2" for the second of the document, or nothing for the only one. Errors (`data-not-found`): no such table, row or
/// column, or several; an empty cell. O(n).
Result<Span> at_document_cell(const Sources& sources, const Document& document, std::string_view table,
                              std::string_view row, std::string_view column);

}  // namespace factlint
