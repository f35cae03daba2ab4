// FactDatabase: facts as an SQLite file, `extract --format sqlite=FILE`.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/fact_formats.h"

struct sqlite3;
struct sqlite3_stmt;

namespace factlint {

/// Two tables: `documents` (path, lang, bytes, facts) and `facts` (fact_columns(); path refers to documents). Everything
/// is one transaction, which commit() ends; without it the file stays as it was.
class FactDatabase {
  public:
    /// Makes the file, or opens one that factlint made. `error` says why there is none: the file is something else, of
    /// another version, or cannot be written.
    static std::optional<FactDatabase> open(const std::string& path, std::string& error);

    /// The first batch of a document takes the place of the rows that it had. False with error() where it cannot.
    bool add(const FactBatch& batch);
    bool commit();
    /// "cannot write facts.db: database or disk is full".
    std::string error() const;

  private:
    struct Close {
        void operator()(sqlite3* database) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Close>;

    FactDatabase() = default;
    bool connect();
    /// Empty where the file is new or one of ours.
    std::string refusal();
    bool make_tables();
    bool execute(const std::string& sql);
    Statement prepare(const std::string& sql);
    std::optional<std::int64_t> pragma(const std::string& name);
    /// Binds the texts in their order, empty ones as NULL, and runs the statement.
    bool run(const Statement& statement, std::span<const std::string> texts);

    std::string path_;
    std::unique_ptr<sqlite3, Close> database_;
    Statement forget_, add_document_, add_fact_;
    std::uint64_t facts_ = 0;  ///< of the document so far
};

}  // namespace factlint
