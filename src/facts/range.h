// Range: two quantities as the ends of one: 10–20 km, 3〜5万円, between 5 and 10 percent, 170以上200未満.
#pragma once

#include <cstddef>

#include "facts/fact.h"
#include "facts/token.h"

namespace factlint {

/// The range that begins with the quantity of `taken` tokens at `at`, whose facts are the last ones of `out` from index
/// `first` on. Where there is one, the quantity becomes its first part; returns all tokens taken, else 0.
std::size_t read_range(Run& run, std::size_t at, std::size_t taken, std::size_t first, Facts& out);

}  // namespace factlint
