#include "value/interval.h"

#include <algorithm>
#include <array>

namespace factlint {
namespace {

using End = std::optional<Bound>;

Bound combine(Number value, const Bound& a, const Bound& b) {
    return {std::move(value), a.open || b.open, a.rounded || b.rounded};
}

End plus(const End& a, const End& b) {
    if (!a || !b) return std::nullopt;
    return combine(a->value + b->value, *a, *b);
}

End negated(const End& end) {
    if (!end) return std::nullopt;
    return Bound{-end->value, end->open, end->rounded};
}

/// A corner of a product: an end of each, where an absent one is infinite with the sign of its side.
struct Corner {
    int infinity = 0;  ///< -1, 1: the product is infinite
    Bound bound;
};

int sign_of(const End& end, int side) { return end ? end->value.sign() : side; }

Corner product(const End& a, int side_of_a, const End& b, int side_of_b) {
    const int sign = sign_of(a, side_of_a) * sign_of(b, side_of_b);
    if ((!a || !b) && sign != 0) return {sign, {}};
    if (!a || !b) {  // 0 times infinity: the 0 decides
        const Bound& zero = a ? *a : *b;
        return {0, {0, zero.open, zero.rounded}};
    }
    // a closed 0 times anything is a closed 0
    const bool closed_zero = (a->value.sign() == 0 && !a->open) || (b->value.sign() == 0 && !b->open);
    Bound bound = combine(a->value * b->value, *a, *b);
    bound.open = bound.open && !closed_zero;
    return {0, bound};
}

/// Whether `a` reaches further down than `b`.
bool lower(const Corner& a, const Corner& b) {
    if (a.infinity != b.infinity) return a.infinity < b.infinity;
    if (a.infinity != 0 || a.bound.value != b.bound.value)
        return a.infinity == 0 && a.bound.value < b.bound.value;
    return !a.bound.open && b.bound.open;
}

bool higher(const Corner& a, const Corner& b) {
    if (a.infinity != b.infinity) return a.infinity > b.infinity;
    if (a.infinity != 0 || a.bound.value != b.bound.value)
        return a.infinity == 0 && a.bound.value > b.bound.value;
    return !a.bound.open && b.bound.open;
}

End to_end(const Corner& corner) { return corner.infinity == 0 ? End(corner.bound) : std::nullopt; }

/// The end further in; of equal ones the open, then the rounded one.
template <class Further> const Bound& inner(const Bound& a, const Bound& b, Further further_in) {
    if (a.value != b.value) return further_in(a.value, b.value) ? a : b;
    if (a.open != b.open) return a.open ? a : b;
    return a.rounded ? b : a;
}

End inner_low(const End& a, const End& b) {
    if (!a || !b) return a ? a : b;
    return inner(*a, *b, [](const Number& x, const Number& y) { return x > y; });
}

End inner_high(const End& a, const End& b) {
    if (!a || !b) return a ? a : b;
    return inner(*a, *b, [](const Number& x, const Number& y) { return x < y; });
}

/// Whether the intervals share nothing because `high` of one lies below `low` of the other.
bool apart(const End& high, const End& low) {
    if (!high || !low) return false;
    if (high->value != low->value) return high->value < low->value;
    return high->open || low->open || (high->rounded && low->rounded);
}

/// Every value of the interval ending at `high` is below every value of the one starting at `low`.
bool wholly_below(const End& high, const End& low) {
    if (!high || !low) return false;
    return high->value < low->value || (high->value == low->value && (high->open || low->open));
}

bool wholly_at_most(const End& high, const End& low) { return high && low && high->value <= low->value; }

}  // namespace

Truth operator!(Truth truth) {
    switch (truth) {
        case Truth::no: return Truth::yes;
        case Truth::yes: return Truth::no;
        case Truth::open: break;
    }
    return Truth::open;
}

Interval Interval::exactly(Number value) { return {Bound{value, false, false}, Bound{value, false, false}}; }

Interval Interval::rounded(const Number& value, const Number& half_width) {
    return {Bound{value - half_width, false, true}, Bound{value + half_width, false, true}};
}

bool Interval::is_point() const { return low && high && low->value == high->value; }

Interval operator+(const Interval& a, const Interval& b) {
    return {plus(a.low, b.low), plus(a.high, b.high)};
}
Interval operator-(const Interval& a) { return {negated(a.high), negated(a.low)}; }
Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

Interval operator*(const Interval& a, const Interval& b) {
    const std::array<Corner, 4> corners = {product(a.low, -1, b.low, -1), product(a.low, -1, b.high, 1),
                                           product(a.high, 1, b.low, -1), product(a.high, 1, b.high, 1)};
    return {to_end(*std::min_element(corners.begin(), corners.end(), lower)),
            to_end(*std::min_element(corners.begin(), corners.end(), higher))};
}

std::optional<Interval> divide(const Interval& dividend, const Interval& divisor) {
    const bool positive = divisor.low && (divisor.low->value.sign() > 0 ||
                                          (divisor.low->value.sign() == 0 && divisor.low->open));
    const bool negative = divisor.high && (divisor.high->value.sign() < 0 ||
                                           (divisor.high->value.sign() == 0 && divisor.high->open));
    if (!positive && !negative) return std::nullopt;
    const auto inverse = [](const End& end) -> End {
        if (!end) return Bound{0, true, false};
        if (end->value.sign() == 0) return std::nullopt;
        return Bound{Number(1) / end->value, end->open, end->rounded};
    };
    return dividend * Interval{inverse(divisor.high), inverse(divisor.low)};
}

std::optional<Interval> intersect(const Interval& a, const Interval& b) {
    if (apart(a.high, b.low) || apart(b.high, a.low)) return std::nullopt;
    return Interval{inner_low(a.low, b.low), inner_high(a.high, b.high)};
}

Interval hull(const Interval& a, const Interval& b) {
    const auto outer = [](const End& x, const End& y, bool low) -> End {
        if (!x || !y) return std::nullopt;
        if (x->value != y->value) return (x->value < y->value) == low ? x : y;
        return x->open ? y : x;
    };
    return {outer(a.low, b.low, true), outer(a.high, b.high, false)};
}

Truth equal(const Interval& a, const Interval& b) {
    if (apart(a.high, b.low) || apart(b.high, a.low)) return Truth::no;
    return a.is_point() && b.is_point() ? Truth::yes : Truth::open;
}

Truth less(const Interval& a, const Interval& b) {
    if (wholly_below(a.high, b.low)) return Truth::yes;
    return wholly_at_most(b.high, a.low) ? Truth::no : Truth::open;
}

Truth less_equal(const Interval& a, const Interval& b) { return !less(b, a); }

}  // namespace factlint
