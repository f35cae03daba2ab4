// What a numeral says: the result of facts/numeral.h, which a Run remembers by place.
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/span.h"
#include "value/number.h"

namespace factlint {

/// Whether "and a quarter" may end the numeral.
enum class Mixed : std::uint8_t { allowed, no };

/// What was read at a place: a numeral, one without "and a quarter", a cardinal alone, an ordinal; one that is so short that
/// it is the same in the first three of these.
enum class NumeralForm : std::uint8_t { mixed, unmixed, cardinal, ordinal, brief };
inline constexpr std::size_t numeral_forms = 5;

struct Numeral {
    std::uint8_t tokens = 0;     ///< taken from the run; 0 = there is none, or (span) it has no value: 数十
    std::int8_t exponent = 0;    ///< value = mantissa · 10^exponent
    std::int8_t last_digit = 0;  ///< power of ten of the last written digit, scale included
    bool decimal_point = false;  ///< a decimal part was written
    bool plain = false;          ///< nothing but one run of digits: may be a year, a day, a list number
    std::uint8_t scale = 0;      ///< power of ten of the last scale word; 0 = none was written
    bool weak = false;           ///< one word that is seldom a number: needs a unit, counter or scale
    bool big = false;            ///< the value is `exact`, not mantissa and exponent
    bool negative = false;       ///< a sign was written
    bool excess = false;         ///< 二十多: more than that
    bool mixed = false;          ///< a fraction ends it: five and a quarter
    Span span;
    std::int64_t mantissa = 0;
    Number exact;  ///< beyond 64 bits, or a fraction without a finite expansion
};

}  // namespace factlint
