// "did you mean …?" for unknown keys, names and options.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace factlint {

/// The allowed name nearest to `word`, the first of several alike; none if even that is too far to be a slip. Distance
/// is Damerau–Levenshtein over bytes (adjacent swaps count 1, optimal string alignment), at most a third of the longer
/// of the two lengths, at least 1. O(|allowed| × |word| × |name|).
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> allowed);

}  // namespace factlint
