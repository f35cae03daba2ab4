#include "read/document_table.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "read/selector.h"

namespace factlint {
namespace {

bool comes_before(const DocumentCell& a, const DocumentCell& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
}

/// Cells of several blocks become one.
void join_blocks(std::vector<DocumentCell>& cells) {
    std::stable_sort(cells.begin(), cells.end(), comes_before);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (comes_before(cells[kept], cells[i]))
            cells[++kept] = cells[i];
        else
            cells[kept].prose.end = cells[i].prose.end;
    }
    if (!cells.empty()) cells.resize(kept + 1);
}

Finding missing(Place place, std::string message, std::string help) {
    Finding finding = data_not_found(place, std::move(message));
    finding.help = std::move(help);
    return finding;
}

}  // namespace

const DocumentCell* DocumentTable::find(std::uint32_t row, std::uint32_t column) const {
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), DocumentCell{row, column, {}}, comes_before);
    return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

std::vector<DocumentTable> tables_of(const Document& document) {
    std::map<std::uint32_t, DocumentTable> by_number;
    for (const Block& block : document.blocks) {
        if (block.kind != BlockKind::table_cell) continue;
        DocumentTable& table = by_number[block.table];
        table.number = block.table;
        table.cells.push_back({block.row, block.column, block.prose});
    }
    std::vector<DocumentTable> tables;
    for (auto& [number, table] : by_number) {
        join_blocks(table.cells);
        tables.push_back(std::move(table));
    }
    return tables;
}

Result<Located> at_document_cell(const Sources& sources, const Document& document, std::string_view table,
                                 std::string_view row, std::string_view column) {
    const Place nowhere{document.source, {}};
    const auto tables = tables_of(document);
    Selection chosen;
    for (const DocumentTable& candidate : tables) chosen.offer(candidate.number, {}, table);
    if (chosen.taken != 1) {
        const std::string where = " in " + sources[document.source].path;
        return missing(nowhere,
                       table.empty() ? "there is not one table alone" + where
                                     : "there is no table '" + std::string(table) + "'" + where,
                       "#2 is the second table; one that stands alone needs no number");
    }
    const auto& found = *std::find_if(tables.begin(), tables.end(), [&](const DocumentTable& candidate) {
        return candidate.number == *chosen.index;
    });

    Selection columns, rows;
    const auto text = [&](const DocumentCell& cell) { return slice(document.prose, cell.prose); };
    const bool numbered = selected_number(row).has_value();
    std::uint32_t last_row = 0;
    for (const DocumentCell& cell : found.cells) {
        if (cell.row == 0) columns.offer(cell.column, text(cell), column);
        if (cell.row > 0 && (cell.column == 0 || (numbered && cell.row != last_row)))
            rows.offer(cell.row - 1, text(cell), row);
        last_row = cell.row;
    }
    if (columns.taken != 1)
        return missing(nowhere, columns.problem("column", column),
                       "a column is named as in the first row, or #3 is the third");
    if (rows.taken != 1)
        return missing(nowhere, rows.problem("row", row),
                       "a row is named by its first cell, or #3 is the third below the first row");
    const DocumentCell* cell =
        found.find(static_cast<std::uint32_t>(*rows.index + 1), static_cast<std::uint32_t>(*columns.index));
    if (!cell)
        return missing(nowhere,
                       "the cell in row '" + std::string(row) + "' and column '" + std::string(column) +
                           "' is empty",
                       "write a value, or take another cell");
    return Located{document.to_source(cell->prose), std::string(text(*cell)), is_number_literal(text(*cell))};
}

}  // namespace factlint
