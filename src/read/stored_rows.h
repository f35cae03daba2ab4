// Rows that are in memory: tables of documents, lists of objects in JSON, YAML and TOML.
//
// Their cells are written in JSON, so that a text is told from a number, whatever the file's own format is.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/document.h"
#include "read/table.h"
#include "read/tree.h"
#include "text/sources.h"

namespace factlint {

/// A column of a table and where its name stands.
struct TableColumn {
    std::string name;
    Place place;
};

/// The rows of a table and what they are made of.
struct StoredTable {
    std::vector<TableColumn> columns;
    std::string written;    ///< the cells, where the file does not write them in JSON
    std::string_view text;  ///< what `cells` are spans of: `written`, or the source
    std::vector<RowCell> cells;
    std::vector<Span> row_spans;  ///< as in RowBatch
    std::vector<Span> places;     ///< likewise

    StoredTable() = default;
    StoredTable(StoredTable&&) = delete;  ///< `text` may view `written`
    std::size_t row_count() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
};

/// Rows of a table in batches that share its text.
class StoredRows {
  public:
    explicit StoredRows(const StoredTable& table) : table_(&table) {}
    bool take(RowBatch& batch);
    void scan(RowBatch&) const {}

  private:
    const StoredTable* table_;
    std::size_t next_ = 0;
};

/// Lays the members of objects into cells: members mostly come in the order of the columns.
class ObjectCells {
  public:
    explicit ObjectCells(const std::vector<TableColumn>& columns) : columns_(columns) {}

    /// The column of a member, tried first behind that of the call before; npos where there is none. O(1), else O(columns).
    std::size_t column_of(std::string_view key);
    void begin_row() { next_ = 0; }

  private:
    const std::vector<TableColumn>& columns_;
    std::size_t next_ = 0;
};

/// A cell of a row from the value of a JSON member: its bytes; of null none.
RowCell cell_of(const TreeNode& node);

/// The finding `no-table` (concern content).
Finding no_table(Place place, std::string message, std::string help);

/// The objects at RFC 6901 `pointer` in `trees`, the documents of one file, as rows: the items of a list, or the members of
/// an object, whose keys are then the column `key`. With several trees and no pointer each is one. Columns are the keys of
/// all objects in the order in which they are met; places are those of the file. `json`: cells are the bytes of the file.
/// Errors: `no-table` (concern content): nothing there, or no list of objects; the help names pointers to such.
std::optional<Finding> store_objects(const Sources& sources, std::span<const Tree> trees,
                                     std::string_view pointer, bool json, StoredTable& table);

/// A table of a document, named as in table_named(): its first row names the columns. Errors: as there.
std::optional<Finding> store_document_table(const Sources& sources, const Document& document,
                                            std::string_view name, StoredTable& table);

}  // namespace factlint
