// RowSplit: the rows of a table in two files: those that nothing is wrong with, and the others.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/table/table_file.h"

namespace factlint {

/// A file that is written.
struct RowFile {
    std::string path;                             ///< on disk; empty = none
    std::function<bool(std::string_view)> write;  ///< takes the next bytes; false where it cannot
};

/// What a run is told to write of the one table it reads.
class RowSplit {
  public:
    /// One of them may be empty.
    RowSplit(RowFile valid, RowFile invalid) : valid_(std::move(valid)), invalid_(std::move(invalid)) {}

    /// Only the table of this file is heard of, whatever others are read.
    void choose(std::string path) { chosen_ = std::move(path); }
    /// Rows of a table that something is wrong with, by the offsets of their first bytes, in any order.
    void blame(const TableName& table, const std::vector<std::uint64_t>& rows);
    /// Writes the rows as they stand, each file with the header. Findings `no-split` (concern input): no table was read, or
    /// several, or one whose rows are no lines of a file, or the file to be written is the table.
    void write(Corpus& corpus, const std::string& root, std::vector<Finding>& findings);

  private:
    struct Blamed {
        TableName table;
        std::vector<std::uint64_t> rows;
    };
    void write_rows(TableFile& file, const std::vector<std::uint64_t>& blamed);

    RowFile valid_, invalid_;
    std::string chosen_;  ///< empty = any
    std::vector<Blamed> tables_;
};

}  // namespace factlint
