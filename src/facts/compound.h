// Compound: a word made of numeral words alone: dreihundertdreißig, zweiundzwanzigste, tweehonderd, tjugoettusen, ventuno.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "facts/language_data.h"

namespace factlint {

/// The parts of one compound, side by side.
struct Compound {
    static constexpr std::size_t most = 40;
    std::array<Match, most> parts;
    std::size_t count = 0;  ///< at least two; 0 = the word is none
};

/// Splits the run of letters that starts at `at` into as few words as possible: a numeral, what goes on with one, at the end
/// perhaps an ordinal, a denominator, a unit of time, a decade, a counter, or what is said of it in a phrase that goes on;
/// or a part of one and its unit. Empty where letters remain. O(length of the run), which is at most 192 bytes.
Compound split_compound(std::string_view text, std::uint32_t at, const LanguageData& language);

}  // namespace factlint
