// Scores: how many cases of a public suite each language reads right, from facts/scores.csv, compiled in.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace factlint {

/// One model of the suite (number, money, …) in one language, as tests/conformance/scores.py counts them.
struct Score {
    std::string_view language;  ///< BCP 47, a variant may have cases of its own: en-gb
    std::string_view model;
    std::uint32_t passed, total;
    std::uint32_t arguable;  ///< of total: cases whose expectation tests/cases/facts/ARGUABLE.md disputes
    std::uint32_t passed_not_arguable;  ///< of total - arguable
};

std::span<const Score> all_scores();

}  // namespace factlint
