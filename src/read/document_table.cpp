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

constexpr std::string_view how_tables_are_named =
    "a table is named by the heading above it, or #2 is the second; one that stands alone needs no name";
/// Finds one table, then one row and one column of it.
class CellFinder {
  public:
    CellFinder(const Sources& sources, const Document& document) : sources_(sources), document_(document) {}

    Result<const DocumentTable*> table(const std::vector<DocumentTable>& tables,
                                       std::string_view name) const {
        const Place nowhere{document_.source, {}};
        const std::string& path = sources_[document_.source].path;
        if (tables.empty()) return data_not_found(nowhere, "there is no table in " + path);
        if (name.empty() && tables.size() > 1) {
            Finding several = data_not_found(
                place(tables[1]), path + " has " + std::to_string(tables.size()) + " tables: name one");
            several.help = "write TABLE/ROW/COLUMN: " + std::string(how_tables_are_named);
            return several;
        }
        if (name.empty()) return &tables.front();
        Selection chosen("table", name);
        const DocumentTable* found = nullptr;
        for (const DocumentTable& table : tables)
            if (chosen.offer(table.number, text(table.heading), place(table))) found = &table;
        if (chosen.one()) return found;
        return chosen.problem(how_tables_are_named, nowhere);
    }

    Result<Span> cell(const DocumentTable& table, std::string_view row, std::string_view column) const {
        Selection columns("column", column), rows("row", row);
        std::uint32_t last_row = 0;
        for (const DocumentCell& cell : table.cells) {
            if (cell.row == 0) columns.offer(cell.column, text(cell.prose), place(cell.prose));
            const bool named = cell.column == 0;
            if (cell.row > last_row || (cell.row > 0 && named))
                rows.offer(cell.row - 1, named ? text(cell.prose) : std::string_view(), place(cell.prose));
            last_row = cell.row;
        }
        if (!columns.one()) return columns.problem(how_columns_are_named, place(table));
        if (!rows.one()) return rows.problem(how_rows_are_named, place(table));
        const auto* found = table.find(static_cast<std::uint32_t>(rows.index() + 1),
                                       static_cast<std::uint32_t>(columns.index()));
        if (found) return found->prose;
        Finding empty =
            data_not_found(place(table), "the cell in row '" + std::string(row) + "' and column '" +
                                             std::string(column) + "' is empty");
        empty.help = "write a value, or take another cell";
        return empty;
    }

  private:
    std::string_view text(Span prose) const { return slice(document_.prose, prose); }
    Place place(Span prose) const { return {document_.source, document_.to_source(prose)}; }
    Place place(const DocumentTable& table) const { return place(table.cells.front().prose); }

    const Sources& sources_;
    const Document& document_;
};

}  // namespace

const DocumentCell* DocumentTable::find(std::uint32_t row, std::uint32_t column) const {
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), DocumentCell{row, column, {}}, comes_before);
    return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

std::vector<DocumentTable> tables_of(const Document& document) {
    std::map<std::uint32_t, DocumentTable> by_number;
    Span heading;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::heading) heading = block.prose;
        if (block.kind != BlockKind::table_cell) continue;
        const auto [entry, is_new] = by_number.try_emplace(block.table);
        if (is_new) entry->second.heading = heading;
        entry->second.number = block.table;
        entry->second.cells.push_back({block.row, block.column, block.prose});
    }
    std::vector<DocumentTable> tables;
    for (auto& [number, table] : by_number) {
        join_blocks(table.cells);
        tables.push_back(std::move(table));
    }
    return tables;
}

Result<const DocumentTable*> table_named(const Sources& sources, const Document& document,
                                         const std::vector<DocumentTable>& tables, std::string_view name) {
    return CellFinder(sources, document).table(tables, name);
}

Result<Span> at_document_cell(const Sources& sources, const Document& document, std::string_view table,
                              std::string_view row, std::string_view column) {
    const auto tables = tables_of(document);
    const CellFinder finder(sources, document);
    const auto found = finder.table(tables, table);
    return found ? finder.cell(**found, row, column) : Result<Span>(found.error());
}

}  // namespace factlint
