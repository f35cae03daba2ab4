// TableLook: how a run looks at tables.
#pragma once

#include <cstdint>

namespace factlint {

class RowSplit;

struct TableLook {
    std::uint32_t most_places = 5;  ///< shown of each cause, and as many sampled
    unsigned threads = 1;
    std::uint64_t memory = std::uint64_t{512} << 20;  ///< bytes for the keys of a table that must be unique
    RowSplit* split = nullptr;                        ///< null = rows are written nowhere
};

}  // namespace factlint
