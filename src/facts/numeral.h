// Numeral: a number as it is written, in digits, words or both, with its scale words: 1,234.5 · 1億3,000万 · three
// hundred and twenty-one · 2 nghìn 350 · 五と四分の一.
#pragma once

#include <cstddef>
#include <cstdint>

#include "facts/fact.h"
#include "facts/token.h"
#include "value/number.h"

namespace factlint {

struct Numeral {
    std::uint8_t tokens = 0;     ///< taken from the run; 0 = there is no numeral here
    std::int8_t exponent = 0;    ///< value = mantissa · 10^exponent
    std::int8_t last_digit = 0;  ///< power of ten of the last written digit, scale included
    bool decimal_point = false;  ///< a decimal part was written
    bool plain = false;          ///< nothing but one run of digits: may be a year, a day, a list number
    std::uint8_t scale = 0;      ///< power of ten of the last scale word; 0 = none was written
    bool weak = false;           ///< one word that is seldom a number: needs a unit, counter or scale
    bool big = false;            ///< the value is `exact`, not mantissa and exponent
    bool negative = false;       ///< a sign was written
    Span span;
    std::int64_t mantissa = 0;
    Number exact;  ///< beyond 64 bits, or a fraction without a finite expansion
};

/// Whether "and a quarter" may end the numeral.
enum class Mixed : std::uint8_t { allowed, no };

/// The longest numeral that begins at token `at`, sign words included.
Numeral read_numeral(Run& run, std::size_t at, Mixed mixed = Mixed::allowed);
/// How many words that are single digits stand side by side from token `at`: 二〇二五 is 4. 0 in languages with spaces.
std::size_t count_digit_words(Run& run, std::size_t at);
/// Digits with their grouping and decimal part alone: no words, no sign, no scale.
Numeral read_digits(Run& run, std::size_t at);
/// The numeral as the value of `fact`: payload or Facts::big, exponent, last digit, place, flags.
void set_value(Fact& fact, const Numeral& numeral, Facts& facts);

}  // namespace factlint
