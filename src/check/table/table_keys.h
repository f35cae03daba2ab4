// Keys that occur several times in a table.
#pragma once

#include <cstdint>
#include <vector>

#include "check/table/table_file.h"
#include "check/table/table_pass.h"

namespace factlint {

/// How many rows repeat a key that stands before them, and the first such keys with up to three places each.
struct RepeatedKeys {
    std::uint64_t rows = 0;
    std::vector<std::vector<KeptRow>> shown;
    std::vector<std::uint64_t> blamed;  ///< offsets of those rows, where the plan wants them
};

/// `hashes`: of the keys of the whole table, collected by a pass. The table is read again only where hashes meet, and once
/// for each part that did not fit. Keys are told apart by 128 bits in all. O(rows log rows).
RepeatedKeys find_repeated_keys(TableFile& file, const TablePlan& plan, std::size_t key, KeyHashes& hashes);

}  // namespace factlint
