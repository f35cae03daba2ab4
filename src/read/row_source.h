// RowSource: the rows of a table of any format, batch after batch.
#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "read/database_rows.h"
#include "read/json_line_rows.h"
#include "read/stored_rows.h"
#include "read/table.h"

namespace factlint {

class RowSource;

/// A file of a table in several.
struct JoinedFile {
    static constexpr std::uint32_t no_column = UINT32_MAX;
    std::uint64_t bytes = 0;
    std::uint32_t width = 0;  ///< columns in the file
    std::vector<std::uint32_t>
        columns;  ///< for each of the table its own, or no_column; empty = they are the same
};

/// The rows of one source after the other, as if their files were one.
class JoinedRows {
  public:
    /// `files`: of each source.
    JoinedRows(std::vector<RowSource> sources, std::vector<JoinedFile> files);
    bool take(RowBatch& batch);
    void scan(RowBatch& batch) const;

  private:
    void arrange(RowBatch& batch) const;

    std::vector<RowSource> sources_;
    std::vector<JoinedFile> files_;
    std::vector<std::uint64_t> bases_;  ///< where the file of each source begins
    std::size_t current_ = 0;
};

class RowSource {
  public:
    template <class Rows> RowSource(Rows rows) : rows_(std::move(rows)) {}

    /// The next bytes into a batch, whose memory is used again; false at the end. One thread at a time.
    bool take(RowBatch& batch) {
        batch.file = 0;
        batch.base = 0;
        batch.row_spans.clear();
        batch.places.clear();
        return std::visit([&](auto& rows) { return rows.take(batch); }, rows_);
    }
    /// Finds the rows in what was taken. Several threads at once.
    void scan(RowBatch& batch) const {
        if (!batch.found) std::visit([&](const auto& rows) { rows.scan(batch); }, rows_);
    }
    bool next(RowBatch& batch) {
        if (!take(batch)) return false;
        scan(batch);
        return true;
    }

  private:
    std::variant<RowReader, JsonLineRows, StoredRows, DatabaseRows, JoinedRows> rows_;
};

}  // namespace factlint
