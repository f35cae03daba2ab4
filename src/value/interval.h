// Interval: what a written number admits. "1.72 billion" was rounded to 0.01 billion: [1.715, 1.725] billion.
//
// Comparisons are three-valued: yes (all admissible values satisfy it), no (none does), open (some do).
#pragma once

#include <optional>

#include "value/number.h"

namespace factlint {

enum class Truth { no, open, yes };
Truth operator!(Truth);
/// Kleene's conjunction and disjunction: `no` decides the one, `yes` the other.
Truth operator&&(Truth, Truth);
Truth operator||(Truth, Truth);

/// One end. `rounded`: the end comes from the rounding of a written number, not from an exact statement; two rounded
/// ends that only touch do not meet (3億 + 1.4億 ≠ 4.3億), a rounded end and an exact value on it do.
struct Bound {
    Number value;
    bool open = false;
    bool rounded = false;
    friend bool operator==(const Bound&, const Bound&) = default;
};

/// Ends that are absent are infinite. Never empty: low <= high, and a point is closed on both sides.
struct Interval {
    std::optional<Bound> low;
    std::optional<Bound> high;

    static Interval exactly(Number value);
    /// [value - half_width, value + half_width], both ends rounded.
    static Interval rounded(const Number& value, const Number& half_width);
    bool is_point() const;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// Interval arithmetic on exact rationals (Moore 1966). An end of a result is rounded or open if an end it came from was.
Interval operator+(const Interval&, const Interval&);
Interval operator-(const Interval&, const Interval&);
Interval operator*(const Interval&, const Interval&);
/// nullopt where the divisor admits 0.
std::optional<Interval> divide(const Interval& dividend, const Interval& divisor);
Interval operator-(const Interval&);

/// Values that both admit; nullopt where there are none (a touch of two rounded ends is none).
std::optional<Interval> intersect(const Interval&, const Interval&);
/// The smallest interval around both.
Interval hull(const Interval&, const Interval&);

Truth equal(const Interval&, const Interval&);
Truth less(const Interval&, const Interval&);
Truth less_equal(const Interval&, const Interval&);

}  // namespace factlint
