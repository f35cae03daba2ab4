#include "value/interval.h"

#include <algorithm>
#include <array>

namespace factlint {
namespace {

/// One end on the extended line: `infinite` is -1 or 1 for an end that is absent.
struct End {
    Bound bound;
    int infinite = 0;

    int sign() const { return infinite != 0 ? infinite : bound.value.sign(); }
};

End low_end(const Interval& x) { return x.low ? End{*x.low, 0} : End{{}, -1}; }
End high_end(const Interval& x) { return x.high ? End{*x.high, 0} : End{{}, 1}; }

std::optional<Bound> finite(const End& end) {
    return end.infinite != 0 ? std::nullopt : std::optional(end.bound);
}

/// A factor that is 0 makes the product 0 whatever the other is, infinite or not reached.
End product(const End& a, const End& b) {
    const bool a_zero = a.sign() == 0, b_zero = b.sign() == 0;
    if (a_zero && b_zero) return {{0, a.bound.open && b.bound.open, a.bound.rounded && b.bound.rounded}, 0};
    if (a_zero) return {{0, a.bound.open, a.bound.rounded}, 0};
    if (b_zero) return {{0, b.bound.open, b.bound.rounded}, 0};
    if (a.infinite != 0 || b.infinite != 0) return {{}, a.sign() * b.sign()};
    return {{a.bound.value * b.bound.value, a.bound.open || b.bound.open, a.bound.rounded || b.bound.rounded},
            0};
}

std::strong_ordering order(const End& a, const End& b) {
    if (a.infinite != 0 || b.infinite != 0) return a.infinite <=> b.infinite;
    return a.bound.value <=> b.bound.value;
}

/// Where two ends coincide, the one that admits more stands for both.
End merged(const End& a, const End& b) {
    return {{a.bound.value, a.bound.open && b.bound.open, a.bound.rounded && b.bound.rounded}, a.infinite};
}

End lesser(const End& a, const End& b) {
    const auto compared = order(a, b);
    return compared == 0 ? merged(a, b) : compared < 0 ? a : b;
}

End greater(const End& a, const End& b) {
    const auto compared = order(a, b);
    return compared == 0 ? merged(a, b) : compared > 0 ? a : b;
}

std::optional<Bound> sum(const std::optional<Bound>& a, const std::optional<Bound>& b) {
    if (!a || !b) return std::nullopt;
    return Bound{a->value + b->value, a->open || b->open, a->rounded || b->rounded};
}

std::optional<Bound> negated(const std::optional<Bound>& end) {
    if (!end) return std::nullopt;
    return Bound{-end->value, end->open, end->rounded};
}

bool admits_zero(const Interval& x) {
    const bool above = x.low && (x.low->value.sign() > 0 || (x.low->value.sign() == 0 && x.low->open));
    const bool below = x.high && (x.high->value.sign() < 0 || (x.high->value.sign() == 0 && x.high->open));
    return !above && !below;
}

/// 1 / end, for an end of an interval that does not admit 0: an infinite end gives 0, a 0 that is not reached an
/// infinite one.
std::optional<Bound> reciprocal(const std::optional<Bound>& end) {
    if (!end) return Bound{0, true, false};
    if (end->value.sign() == 0) return std::nullopt;
    return Bound{Number(1) / end->value, end->open, end->rounded};
}

/// Of two lower (upper) ends the one that admits less.
std::optional<Bound> tighter(const std::optional<Bound>& a, const std::optional<Bound>& b, bool lower) {
    if (!a || !b) return a ? a : b;
    if (a->value == b->value) return Bound{a->value, a->open || b->open, a->rounded && b->rounded};
    return (a->value > b->value) == lower ? a : b;
}

/// Whether all up to `high` lies before all from `low` on; touching counts where the touch is no meeting.
bool strictly_before(const std::optional<Bound>& high, const std::optional<Bound>& low) {
    if (!high || !low) return false;
    if (high->value != low->value) return high->value < low->value;
    return high->open || low->open || (high->rounded && low->rounded);
}

bool weakly_before(const std::optional<Bound>& high, const std::optional<Bound>& low) {
    return high && low && high->value <= low->value;
}

}  // namespace

Truth operator!(Truth truth) {
    switch (truth) {
        case Truth::no: return Truth::yes;
        case Truth::yes: return Truth::no;
        case Truth::open: break;
    }
    return Truth::open;
}

Truth operator&&(Truth a, Truth b) { return std::min(a, b); }
Truth operator||(Truth a, Truth b) { return std::max(a, b); }

Interval Interval::exactly(Number value) {
    const Bound end{std::move(value), false, false};
    return {end, end};
}

Interval Interval::rounded(const Number& value, const Number& half_width) {
    if (half_width.sign() == 0) return exactly(value);
    return {Bound{value - half_width, false, true}, Bound{value + half_width, false, true}};
}

bool Interval::is_point() const { return low && high && low->value == high->value; }

Interval operator+(const Interval& a, const Interval& b) { return {sum(a.low, b.low), sum(a.high, b.high)}; }

Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

Interval operator-(const Interval& x) { return {negated(x.high), negated(x.low)}; }

Interval operator*(const Interval& a, const Interval& b) {
    const std::array corners{product(low_end(a), low_end(b)), product(low_end(a), high_end(b)),
                             product(high_end(a), low_end(b)), product(high_end(a), high_end(b))};
    End low = corners[0], high = corners[0];
    for (const End& corner : corners) {
        low = lesser(low, corner);
        high = greater(high, corner);
    }
    return {finite(low), finite(high)};
}

std::optional<Interval> divide(const Interval& dividend, const Interval& divisor) {
    if (admits_zero(divisor)) return std::nullopt;
    return dividend * Interval{reciprocal(divisor.high), reciprocal(divisor.low)};
}

std::optional<Interval> intersect(const Interval& a, const Interval& b) {
    if (strictly_before(a.high, b.low) || strictly_before(b.high, a.low)) return std::nullopt;
    Interval common{tighter(a.low, b.low, true), tighter(a.high, b.high, false)};
    return common.is_point() ? Interval::exactly(common.low->value) : common;
}

Interval hull(const Interval& a, const Interval& b) {
    return {finite(lesser(low_end(a), low_end(b))), finite(greater(high_end(a), high_end(b)))};
}

Truth equal(const Interval& a, const Interval& b) {
    if (!intersect(a, b)) return Truth::no;
    return a.is_point() && b.is_point() ? Truth::yes : Truth::open;
}

Truth less(const Interval& a, const Interval& b) {
    if (strictly_before(a.high, b.low)) return Truth::yes;
    return weakly_before(b.high, a.low) ? Truth::no : Truth::open;
}

Truth less_equal(const Interval& a, const Interval& b) { return !less(b, a); }

}  // namespace factlint
