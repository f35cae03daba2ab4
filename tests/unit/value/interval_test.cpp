#include <boost/test/unit_test.hpp>

#include "build.h"
#include "property.h"
#include "value/interval.h"

using namespace factlint;
using build::show;

namespace {

Bound closed(int value) { return {value, false, false}; }
Bound open(int value) { return {value, true, false}; }
Bound rounded(int value) { return {value, false, true}; }

Interval draw_finite() {
    const int low = *rc::gen::inRange(-6, 6), high = low + *rc::gen::inRange(0, 6);
    return low == high ? Interval::exactly(low) : Interval{closed(low), closed(high)};
}

Interval draw() {
    const int low = *rc::gen::inRange(-6, 6), high = low + *rc::gen::inRange(0, 6);
    if (low == high) return Interval::exactly(low);
    const auto end = [](int value) -> std::optional<Bound> {
        if (*rc::gen::inRange(0, 8) == 0) return std::nullopt;
        return Bound{value, *rc::gen::arbitrary<bool>(), false};
    };
    return {end(low), end(high)};
}

bool admits(const Interval& interval, const Number& value) {
    const bool above =
        !interval.low || (interval.low->open ? interval.low->value < value : interval.low->value <= value);
    const bool below = !interval.high ||
                       (interval.high->open ? value < interval.high->value : value <= interval.high->value);
    return above && below;
}

/// Some admitted value, ends likelier than others.
Number draw_from(const Interval& interval) {
    const Number low = interval.low    ? interval.low->value
                       : interval.high ? interval.high->value - 20
                                       : Number(-20);
    const Number high = interval.high ? interval.high->value : low + 40;
    const Number value = low + (high - low) * Number(*rc::gen::inRange(0, 5)) / 4;
    return admits(interval, value) ? value : (low + high) / 2;
}

/// The definition that the three-valued comparisons must agree with, over a grid.
template <class Holds> void sound(Truth truth, const Number& x, const Number& y, Holds holds) {
    if (truth == Truth::yes) RC_ASSERT(holds(x, y));
    if (truth == Truth::no) RC_ASSERT(!holds(x, y));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(intervals)

BOOST_AUTO_TEST_CASE(ends_of_results) {
    const Interval one_two{closed(1), open(2)}, from_three{closed(3), std::nullopt},
        sign{open(-1), closed(2)};
    BOOST_TEST(show(one_two + from_three) == "[4, inf)");
    BOOST_TEST(show(one_two - one_two) == "(-1, 1)");
    BOOST_TEST(show(one_two * sign) == "(-2, 4)");
    BOOST_TEST(show(from_three * sign) == "(-inf, inf)");
    BOOST_TEST(show(from_three * Interval::exactly(0)) == "0");
    BOOST_TEST(show(Interval{closed(0), closed(1)} * from_three) == "[0, inf)");
    BOOST_TEST(show(Interval{open(0), closed(1)} * from_three) == "(0, inf)");
    BOOST_TEST(show(*divide(Interval::exactly(6), Interval{closed(2), closed(3)})) == "[2, 3]");
    BOOST_TEST(show(*divide(Interval::exactly(6), from_three)) == "(0, 2]");
    BOOST_TEST(show(*divide(Interval::exactly(6), Interval{open(0), closed(3)})) == "[2, inf)");
    BOOST_TEST(!divide(one_two, sign).has_value());
    BOOST_TEST(!divide(one_two, Interval{closed(0), closed(1)}).has_value());
    BOOST_TEST(show(Interval::rounded(2, 1) + Interval::exactly(3)) == "[4~, 6~]");
    BOOST_TEST(show(hull(one_two, from_three)) == "[1, inf)");
}

BOOST_AUTO_TEST_CASE(two_rounded_ends_that_touch_do_not_meet) {
    const Interval low{closed(1), rounded(2)}, high{rounded(2), closed(3)}, exact{closed(2), closed(3)};
    BOOST_TEST(equal(low, high) == Truth::no);
    BOOST_TEST(!intersect(low, high).has_value());
    BOOST_TEST(less(low, high) == Truth::yes);
    BOOST_TEST(equal(low, exact) == Truth::open);
    BOOST_TEST(show(*intersect(low, exact)) == "2");
    BOOST_TEST(equal(low, Interval::exactly(2)) == Truth::open);
    BOOST_TEST(equal(Interval{closed(1), open(2)}, exact) == Truth::no);
}

BOOST_AUTO_TEST_CASE(order_is_three_valued) {
    const Interval one_two{closed(1), closed(2)}, two_three{closed(2), closed(3)},
        below_two{std::nullopt, open(2)};
    BOOST_TEST(less(one_two, two_three) == Truth::open);
    BOOST_TEST(less_equal(one_two, two_three) == Truth::yes);
    BOOST_TEST(less(two_three, one_two) == Truth::no);
    BOOST_TEST(less(below_two, two_three) == Truth::yes);
    BOOST_TEST(less(below_two, one_two) == Truth::open);
    BOOST_TEST(less(two_three, below_two) == Truth::no);
    BOOST_TEST(equal(Interval::exactly(1), Interval::exactly(1)) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(properties) {
    property("operations include the results of admitted values", [] {
        const Interval a = draw(), b = draw();
        const Number x = draw_from(a), y = draw_from(b);
        RC_ASSERT(admits(a + b, x + y));
        RC_ASSERT(admits(a - b, x - y));
        RC_ASSERT(admits(a * b, x * y));
        RC_ASSERT(admits(hull(a, b), x) && admits(hull(a, b), y));
        const auto quotient = divide(a, b);
        RC_ASSERT(quotient.has_value() == !admits(b, 0));
        if (quotient) RC_ASSERT(admits(*quotient, x / y));
    });
    property("finite results are no wider than needed", [] {
        const Interval a = draw_finite(), b = draw_finite(), product = a * b;
        bool reached = false;
        for (const Bound& x : {*a.low, *a.high})
            for (const Bound& y : {*b.low, *b.high})
                reached = reached || x.value * y.value == product.low->value;
        RC_ASSERT(reached);
    });
    property("comparisons never say yes or no wrongly", [] {
        const Interval a = draw(), b = draw();
        const Number x = draw_from(a), y = draw_from(b);
        sound(equal(a, b), x, y, [](const Number& p, const Number& q) { return p == q; });
        sound(less(a, b), x, y, [](const Number& p, const Number& q) { return p < q; });
        sound(less_equal(a, b), x, y, [](const Number& p, const Number& q) { return p <= q; });
        RC_ASSERT(less_equal(a, b) == !less(b, a));
        RC_ASSERT(equal(a, b) == equal(b, a));
    });
    property("the intersection admits what both admit", [] {
        const Interval a = draw(), b = draw();
        const Number x = draw_from(a);
        const auto common = intersect(a, b);
        RC_ASSERT((common && admits(*common, x)) == admits(b, x));
    });
}

BOOST_AUTO_TEST_SUITE_END()
