#include "read/database_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <sqlite3.h>

#include "text/file.h"
#include "text/json_string.h"

namespace factlint {
namespace {

constexpr std::size_t bytes_of_batch = std::size_t{1} << 18;
constexpr int most_wait_ms = 5000;  // for another process that writes

/// What a statement may do: reading, and no files but the one that is open.
int allow(void*, int action, const char*, const char*, const char*, const char*) {
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_READ:
        case SQLITE_FUNCTION:
        case SQLITE_RECURSIVE: return SQLITE_OK;
        default: return SQLITE_DENY;
    }
}

std::string quoted_name(const std::string& name) {
    std::string quoted = "\"";
    for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

void append_blob(std::string& out, const unsigned char* bytes, std::size_t size) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (std::size_t i = 0; i < size; ++i) {
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 15];
    }
    out += '"';
}

/// The fewest digits that are read as the same number.
class Digits {
  public:
    template <class Value> explicit Digits(Value value) {
        end_ = std::to_chars(digits_.data(), digits_.data() + digits_.size(), value).ptr;
    }
    std::string_view text() const {
        return {digits_.data(), static_cast<std::size_t>(end_ - digits_.data())};
    }

  private:
    std::array<char, 32> digits_{};
    const char* end_ = nullptr;
};

void append_float(std::string& out, double value) {
    const Digits digits(value);
    if (std::isfinite(value))
        out += digits.text();
    else
        append_json_string(out, digits.text());
}

/// Names of the tables and views of a database, in order.
std::vector<std::string> tables_of(sqlite3* database) {
    std::vector<std::string> names;
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database,
                       "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE "
                       "'sqlite\\_%' ESCAPE '\\' ORDER BY name",
                       -1, &statement, nullptr);
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW)
        names.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return names;
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// The statement that reads `table`; empty, with `error`, where it is not certain which.
std::string select(sqlite3* database, const std::string& table, std::string& error) {
    const std::vector<std::string> names = tables_of(database);
    if (table.empty() && names.size() != 1)
        error = names.empty() ? "it has no table" : "it has several tables: " + listed(names);
    else if (!table.empty() && std::find(names.begin(), names.end(), table) == names.end())
        error = "it has no table " + table + "; there is " + listed(names);
    if (!error.empty()) return {};
    return "SELECT * FROM " + quoted_name(table.empty() ? names.front() : table);
}

}  // namespace

namespace {

std::unique_ptr<sqlite3, CloseDatabase> open_read_only(const std::string& disk_path, std::string& error) {
    sqlite3* database = nullptr;
    // "./" keeps SQLite from taking ":memory:" for more than a file's name
    const std::string file = disk_path.starts_with('/') ? disk_path : "./" + disk_path;
    const int status = sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    std::unique_ptr<sqlite3, CloseDatabase> owned(database);
    if (status != SQLITE_OK) {
        error = sqlite3_errmsg(database);
        return owned;
    }
    sqlite3_busy_timeout(database, most_wait_ms);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return owned;
}

}  // namespace

void CloseDatabase::operator()(sqlite3* database) const { sqlite3_close(database); }
void CloseDatabase::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

bool is_database(const std::string& disk_path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);  // sqlite.org/fileformat.html
    std::array<char, magic.size()> start{};
    const File file(disk_path);
    const ssize_t size = file.is_open() ? file.read_some(start.data(), start.size()) : 0;
    return size > 0 && std::string_view(start.data(), static_cast<std::size_t>(size)) == magic;
}

std::vector<std::string> tables_of_database(const std::string& disk_path) {
    std::string error;
    const auto database = open_read_only(disk_path, error);
    return error.empty() ? tables_of(database.get()) : std::vector<std::string>();
}

std::optional<DatabaseQuery> DatabaseQuery::open(const std::string& disk_path, const std::string& table,
                                                 const std::string& query, std::string& error) {
    DatabaseQuery made;
    made.database_ = open_read_only(disk_path, error);
    if (!error.empty()) return std::nullopt;
    sqlite3* const database = made.database_.get();
    const std::string sql = query.empty() ? select(database, table, error) : query;
    if (sql.empty()) {
        if (sqlite3_errcode(database) == SQLITE_NOTADB) error = sqlite3_errmsg(database);
        return std::nullopt;
    }
    sqlite3_set_authorizer(database, allow, nullptr);
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int prepared =
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, &rest);
    made.statement_.reset(statement);
    if (prepared == SQLITE_AUTH || (statement != nullptr && sqlite3_stmt_readonly(statement) == 0))
        error = "a query may only read, and only this file";
    else if (prepared != SQLITE_OK)
        error = sqlite3_errmsg(database);
    else if (statement == nullptr)
        error = "the query is empty";
    else if (std::string_view(rest).find_first_not_of(" \t\r\n;") != std::string_view::npos)
        error = "a query is one statement";
    return error.empty() ? std::optional(std::move(made)) : std::nullopt;
}

std::vector<std::string> DatabaseQuery::columns() const {
    std::vector<std::string> names;
    for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i)
        names.emplace_back(sqlite3_column_name(statement_.get(), i));
    return names;
}

DatabaseRows::DatabaseRows(DatabaseQuery& query) : query_(&query) {
    sqlite3_reset(query.statement_.get());
    query.error_->clear();
}

void DatabaseRows::add_cell(RowBatch& batch, int column) {
    sqlite3_stmt* const statement = query_->statement_.get();
    std::string& out = batch.buffer;
    if (column > 0) out += ',';
    const auto begin = static_cast<std::uint32_t>(out.size());
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER: out += Digits(sqlite3_column_int64(statement, column)).text(); break;
        case SQLITE_FLOAT: append_float(out, sqlite3_column_double(statement, column)); break;
        case SQLITE_TEXT:
            append_json_string(out,
                               {reinterpret_cast<const char*>(sqlite3_column_text(statement, column)), size});
            break;
        case SQLITE_BLOB:
            append_blob(out, static_cast<const unsigned char*>(sqlite3_column_blob(statement, column)), size);
            break;
        default: break;
    }
    batch.cells.push_back({begin, static_cast<std::uint32_t>(out.size())});
}

bool DatabaseRows::take(RowBatch& batch) {
    batch.buffer.clear();
    batch.cells.clear();
    batch.rows.assign(1, 0);
    batch.base = bytes_;
    batch.lines_before = rows_;
    batch.found = true;
    sqlite3_stmt* const statement = query_->statement_.get();
    const int width = sqlite3_column_count(statement);
    while (!ended_ && batch.buffer.size() < bytes_of_batch) {
        const int status = sqlite3_step(statement);
        ended_ = status != SQLITE_ROW;
        if (ended_) {
            if (status != SQLITE_DONE) *query_->error_ = sqlite3_errmsg(query_->database_.get());
            break;
        }
        for (int column = 0; column < width; ++column) add_cell(batch, column);
        batch.buffer += '\n';
        batch.rows.push_back(static_cast<std::uint32_t>(batch.cells.size()));
        ++rows_;
    }
    batch.text = batch.buffer;
    bytes_ += batch.buffer.size();
    return batch.row_count() > 0;
}

}  // namespace factlint
