#include "cli/fact_database.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "facts/language.h"

namespace factlint {
namespace {

/// "flnt" in the header of the file: what tells a database of ours from any other (sqlite.org/pragma.html).
constexpr std::int64_t application_id = 0x666C6E74;
constexpr std::int64_t schema_version = 1;
constexpr int most_wait_ms = 5000;  // for another process that writes

std::string column_list(std::string_view between, bool with_type) {
    std::string list;
    for (const FactColumn& column : fact_columns())
        list += fmt::format("{}\"{}\"{}{}", list.empty() ? "" : between, column.name, with_type ? " " : "",
                            with_type ? column.type : "");
    return list;
}

}  // namespace

void FactDatabase::Close::operator()(sqlite3* database) const { sqlite3_close(database); }
void FactDatabase::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

std::optional<FactDatabase> FactDatabase::open(const std::string& path, std::string& error) {
    FactDatabase made;
    made.path_ = path;
    if (made.connect()) {
        error = made.refusal();
        if (!error.empty()) return std::nullopt;
        if (made.make_tables()) return made;
    }
    error = made.error();
    return std::nullopt;
}

bool FactDatabase::connect() {
    sqlite3* opened = nullptr;
    // "./" keeps SQLite from taking ":memory:" for more than a file's name
    const std::string file = path_.starts_with('/') ? path_ : "./" + path_;
    const int status =
        sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    database_.reset(opened);
    if (status != SQLITE_OK) return false;
    sqlite3_busy_timeout(opened, most_wait_ms);
    return true;
}

std::string FactDatabase::refusal() {
    const auto objects = pragma("schema_version");
    if (!objects && sqlite3_errcode(database_.get()) != SQLITE_NOTADB) return error();
    if (objects == 0) return {};  // nothing was ever made in it
    const bool ours = objects && pragma("application_id") == application_id;
    if (!ours) return path_ + " is no database of factlint: it is left as it is; name another file";
    if (pragma("user_version") == schema_version) return {};
    return path_ + " was made by another version of factlint: remove it, or name another file";
}

bool FactDatabase::make_tables() {
    const bool made = execute("BEGIN IMMEDIATE") &&
                      execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                          application_id, schema_version)) &&
                      execute("CREATE TABLE IF NOT EXISTS documents "
                              "(path TEXT PRIMARY KEY, lang TEXT, bytes INTEGER, facts INTEGER)") &&
                      execute("CREATE TABLE IF NOT EXISTS facts (" + column_list(", ", true) +
                              ", FOREIGN KEY (path) REFERENCES documents (path))") &&
                      execute("CREATE INDEX IF NOT EXISTS facts_by_path ON facts (path)");
    if (!made) return false;
    std::string places = "?";
    for (std::size_t i = 1; i < fact_columns().size(); ++i) places += ",?";
    forget_ = prepare("DELETE FROM facts WHERE path = ?");
    add_document_ = prepare("INSERT OR REPLACE INTO documents VALUES (?,?,?,?)");
    add_fact_ = prepare("INSERT INTO facts (" + column_list(",", false) + ") VALUES (" + places + ")");
    return forget_ && add_document_ && add_fact_;
}

bool FactDatabase::add(const FactBatch& batch) {
    if (batch.first && !run(forget_, {&batch.path(), 1})) return false;
    facts_ = (batch.first ? 0 : facts_) + batch.wanted.size();
    std::vector<std::string> texts(fact_columns().size());
    for (const std::size_t index : batch.wanted) {
        const FactRow row(batch, index);
        for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = fact_columns()[i].text(row);
        if (!run(add_fact_, texts)) return false;
    }
    const std::array<std::string, 4> about = {batch.path(), std::string(tag(batch.language)),
                                              std::to_string(batch.bytes), std::to_string(facts_)};
    return !batch.last || run(add_document_, about);
}

bool FactDatabase::commit() { return execute("COMMIT"); }

std::string FactDatabase::error() const {
    return "cannot write " + path_ + ": " + sqlite3_errmsg(database_.get());
}

bool FactDatabase::execute(const std::string& sql) {
    return sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

FactDatabase::Statement FactDatabase::prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database_.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    return Statement(statement);
}

std::optional<std::int64_t> FactDatabase::pragma(const std::string& name) {
    const Statement statement = prepare("PRAGMA " + name);
    if (!statement || sqlite3_step(statement.get()) != SQLITE_ROW) return std::nullopt;
    return sqlite3_column_int64(statement.get(), 0);
}

bool FactDatabase::run(const Statement& statement, std::span<const std::string> texts) {
    sqlite3_reset(statement.get());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const int place = static_cast<int>(i) + 1;
        const int status = texts[i].empty()
                               ? sqlite3_bind_null(statement.get(), place)
                               : sqlite3_bind_text64(statement.get(), place, texts[i].data(), texts[i].size(),
                                                     SQLITE_STATIC, SQLITE_UTF8);
        if (status != SQLITE_OK) return false;
    }
    return sqlite3_step(statement.get()) == SQLITE_DONE;
}

}  // namespace factlint
