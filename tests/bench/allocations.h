// Counts calls of operator new in this program.
#pragma once

#include <cstddef>

namespace factlint::bench {

std::size_t allocations();  ///< since the program began

}  // namespace factlint::bench
