// Rows of a SQLite database: of a table, a view or a query, read-only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "read/table.h"
#include "text/finding.h"

struct sqlite3;
struct sqlite3_stmt;

namespace factlint {

struct CloseDatabase {
    void operator()(sqlite3* database) const;
    void operator()(sqlite3_stmt* statement) const;
};

/// Whether the file begins as a SQLite database does.
bool is_database(const std::string& disk_path);

/// Names of the tables and views of a database, in order; none where it cannot be read.
std::vector<std::string> tables_of_database(const std::string& disk_path);

/// One statement over one database. Nothing can write, attach another file or load code: the file is opened read-only and
/// statements that are not read-only are refused.
class DatabaseQuery {
  public:
    /// `table`: a table or view; empty = the only one of the file. `query`, where it is not empty, stands instead of it.
    /// Errors, in `error`: what SQLite says of the file or the statement.
    static std::optional<DatabaseQuery> open(const std::string& disk_path, const std::string& table,
                                             const std::string& query, std::string& error);

    std::vector<std::string> columns() const;
    /// What SQLite says, where the last run stopped before the end; else empty.
    const std::string& error() const { return *error_; }

  private:
    friend class DatabaseRows;
    std::unique_ptr<sqlite3, CloseDatabase> database_;
    std::unique_ptr<sqlite3_stmt, CloseDatabase> statement_;
    std::unique_ptr<std::string> error_ = std::make_unique<std::string>();
};

/// The rows of a query from the first on. Cells are written in JSON: integers as they are, floating point numbers with the
/// fewest digits that are read as the same number, texts and blobs (in hexadecimal) as strings, NULL as nothing. The line of
/// a row is its number.
class DatabaseRows {
  public:
    explicit DatabaseRows(DatabaseQuery& query);
    bool take(RowBatch& batch);
    void scan(RowBatch&) const {}

  private:
    void add_cell(RowBatch& batch, int column);

    DatabaseQuery* query_;
    std::uint64_t rows_ = 0, bytes_ = 0;
    bool ended_ = false;
};

}  // namespace factlint
