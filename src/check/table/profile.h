// Profiles: what stands in the columns of a table, as columns of a rule file for a person to prune.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/table/table_file.h"
#include "schema/column.h"

namespace factlint {

/// What all cells of a column satisfy, and what could not be told ("days and months may be the other way round").
struct ProfiledColumn {
    Column column;
    std::string remark;
};

struct Profile {
    std::uint64_t rows = 0;  ///< without the header
    std::vector<ProfiledColumn> columns;
    std::vector<std::string> left_out;  ///< columns that cannot be named: "the 3rd column has no name"
};

/// Columns that are looked into; the others are among those left out.
inline constexpr std::size_t most_profiled_columns = 1000;

/// Reads the table once; of columns that hold objects the members alone. Types are those of which every cell is one,
/// limits the least and greatest value as written, listed values those that repeat. Memory: a few KiB a column, and at most
/// 128 MiB to see which columns are unique; of one that does not fit that is not said. The same file gives the same profile.
/// O(bytes).
Profile profile_table(TableFile& file);

/// The profile as a rule file: one fact, `name`, the table at `path`. Each column is on one line.
std::string write_rules(const Profile& profile, std::string_view name, std::string_view path);

/// A name for the table at `path` that a rule file takes: "data/2024 orders.csv" gives "_2024_orders".
std::string table_name(std::string_view path);

}  // namespace factlint
