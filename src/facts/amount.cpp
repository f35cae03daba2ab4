#include "facts/amount.h"

#include <array>

namespace factlint {
namespace {

constexpr std::array<std::int64_t, 19> powers = [] {
    std::array<std::int64_t, 19> out{1};
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] * 10;
    return out;
}();

bool shift(std::int64_t& mantissa, int digits) {
    if (digits > 18) return mantissa == 0;
    return !__builtin_mul_overflow(mantissa, powers[static_cast<std::size_t>(digits)], &mantissa);
}

}  // namespace

Amount Amount::fraction(std::int64_t numerator, std::int64_t denominator) {
    for (int digits = 0; digits <= 9; ++digits) {
        std::int64_t mantissa = numerator;
        if (!shift(mantissa, digits)) break;
        if (mantissa % denominator == 0) return of(mantissa / denominator, -digits);
    }
    return of(Number(numerator) / Number(denominator));
}

Amount Amount::scaled(const Amount& factor) const {
    Amount out;
    if (!big && !factor.big && !__builtin_mul_overflow(mantissa, factor.mantissa, &out.mantissa)) {
        out.exponent = exponent + factor.exponent;
        return out;
    }
    return of(number() * factor.number());
}

Amount Amount::plus(const Amount& other) const {
    if (!big && !other.big) {
        Amount high = exponent >= other.exponent ? *this : other;
        const Amount& low = exponent >= other.exponent ? other : *this;
        if (high.mantissa == 0) return low;
        if (shift(high.mantissa, high.exponent - low.exponent) &&
            !__builtin_add_overflow(high.mantissa, low.mantissa, &high.mantissa)) {
            high.exponent = low.exponent;
            return high;
        }
    }
    return of(number() + other.number());
}

Amount Amount::negated() const { return big ? of(-exact) : of(-mantissa, exponent); }

bool Amount::below(int power) const {
    if (big) return exact < Number::power_of_ten(power);
    const int digits = power - exponent;
    if (digits >= 19) return true;
    if (digits < 0) return mantissa == 0;
    return mantissa < powers[static_cast<std::size_t>(digits)];
}

}  // namespace factlint
