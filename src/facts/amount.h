// Amount: the value of a numeral while it is being read. Decimal in 64 bits, an exact Number where that is too small.
#pragma once

#include <cstdint>

#include "value/number.h"

namespace factlint {

struct Amount {
    std::int64_t mantissa = 0;
    int exponent = 0;
    bool big = false;  ///< the value is `exact`
    Number exact;

    static Amount of(std::int64_t mantissa, int exponent = 0) { return {mantissa, exponent, false, {}}; }
    static Amount of(Number exact) { return {0, 0, true, std::move(exact)}; }
    /// numerator / denominator; decimal where the expansion ends soon.
    static Amount fraction(std::int64_t numerator, std::int64_t denominator);

    Number number() const { return big ? exact : Number::decimal(mantissa, exponent); }
    Amount scaled(const Amount& factor) const;
    Amount plus(const Amount& other) const;
    Amount negated() const;
    /// Whether the value is below 10^power.
    bool below(int power) const;
    /// Whether it is a small whole number, at most nineteen.
    bool below_twenty() const { return !big && exponent == 0 && mantissa < 20; }
};

}  // namespace factlint
