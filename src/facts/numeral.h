// Numeral: a number as it is written, in digits, words or both, with its scale words: 1,234.5 · 1億3,000万 · three
// hundred and twenty-one · 2 nghìn 350 · 五と四分の一.
#pragma once

#include <cstddef>
#include <cstdint>

#include "facts/fact.h"
#include "facts/numeral_value.h"
#include "facts/token.h"

namespace factlint {

/// The longest numeral that begins at token `at`, sign words included. The reference lives until the run starts anew.
const Numeral& read_numeral(Run& run, std::size_t at, Mixed mixed = Mixed::allowed);
/// The same in words alone, without sign, digits and fraction: the numerator of a fraction.
const Numeral& read_cardinal(Run& run, std::size_t at);
/// The longest ordinal in words that begins at token `at`: third, two hundred and fifth, vigésimo quinto.
const Numeral& read_ordinal_numeral(Run& run, std::size_t at);
/// Whether decimals may follow the sign without a number before it: .5, and ,5 where the comma is the decimal sign.
bool is_decimal_sign(Run& run, std::size_t at);
/// How many words that are single digits stand side by side from token `at`: 二〇二五 is 4. 0 in languages with spaces.
std::size_t count_digit_words(Run& run, std::size_t at);
inline constexpr std::size_t most_digit_words = 18;  ///< more of them are no number
/// Digits with their grouping and decimal part alone: no words, no sign, no scale.
Numeral read_digits(Run& run, std::size_t at);
/// The numeral as the value of `fact`: payload or Facts::big, exponent, last digit, place, flags.
void set_value(Fact& fact, const Numeral& numeral, Facts& facts);

}  // namespace factlint
