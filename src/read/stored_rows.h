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
#include "read/object_columns.h"
#include "read/table.h"
#include "read/tree.h"
#include "text/sources.h"

namespace factlint {

/// The rows of a table and what they are made of.
struct StoredTable {
    std::vector<TableColumn> columns;
    std::set<std::string, std::less<>> inside;  ///< ObjectColumns::inside
    std::string written;                        ///< the cells, where the file does not write them in JSON
    std::string_view text;                      ///< what `cells` are spans of: `written`, or the source
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

/// The finding `no-table` (concern content).
Finding no_table(Place place, std::string message, std::string help);

/// Which objects of a file are rows, and of what.
struct WantedObjects {
    std::string_view pointer;              ///< RFC 6901
    std::span<const std::string> columns;  ///< keys and paths of members that are asked for
    bool json = false;                     ///< cells are the bytes of the file
};

/// The objects that are wanted of `trees`, the documents of one file, as rows: the items of a list, or the members of an
/// object, whose keys are then the column `key`. With several trees and no pointer each is one. Columns are those of
/// ObjectColumns; places are those of the file.
/// Errors: `no-table` (concern content): nothing there, or no list of objects; the help names pointers to such.
std::optional<Finding> store_objects(const Sources& sources, std::span<const Tree> trees,
                                     const WantedObjects& wanted, StoredTable& table);

/// A table of a document, named as in table_named(): its first row names the columns. Errors: as there.
std::optional<Finding> store_document_table(const Sources& sources, const Document& document,
                                            std::string_view name, StoredTable& table);

}  // namespace factlint
