#include <boost/multiprecision/cpp_int.hpp>
#include <boost/test/unit_test.hpp>

#include "build.h"
#include "property.h"
#include "value/number.h"

using namespace factlint;
using boost::multiprecision::cpp_rational;

namespace {

/// Small and huge rationals, and those around the border of the 64-bit representation.
struct Drawn {
    Number ours;
    cpp_rational theirs;
};

Drawn draw() {
    const auto top =
        *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-99, 99),
                        rc::gen::element<std::int64_t>(INT64_MIN, INT64_MIN + 1, INT64_MAX, 0, 1));
    const auto bottom =
        *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 99), rc::gen::positive<std::int64_t>(),
                        rc::gen::just<std::int64_t>(INT64_MAX));
    const int power = *rc::gen::inRange(0, 3);
    Drawn drawn{Number(top) / Number(bottom), cpp_rational(top, bottom)};
    for (int i = 0; i < power; ++i) {
        drawn.ours = drawn.ours * drawn.ours;
        drawn.theirs = drawn.theirs * drawn.theirs;
    }
    return drawn;
}

bool same(const Number& ours, const cpp_rational& theirs) {
    const auto text = [](const Number& part) { return part.to_string(); };
    return text(ours.numerator()) == boost::multiprecision::numerator(theirs).str() &&
           text(ours.denominator()) == boost::multiprecision::denominator(theirs).str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers)

BOOST_AUTO_TEST_CASE(text_both_ways) {
    const std::pair<std::string, std::string> rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"007", "7"},
        {"0.1", "0.1"},
        {"-2.50", "-2.5"},
        {"1.3e8", "130000000"},
        {"130000000", "130000000"},
        {"1e-3", "0.001"},
        {"1E+2", "100"},
        {"9223372036854775807", "9223372036854775807"},
        {"9223372036854775808", "9223372036854775808"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"0.000000000000000000001", "0.000000000000000000001"},
        {"123456789012345678901234567890.5", "123456789012345678901234567890.5"},
        {"0000000000000000000000000000001", "1"}};
    for (const auto& [text, expected] : rows) {
        BOOST_TEST_CONTEXT(text) {
            const auto number = Number::parse(text);
            BOOST_REQUIRE(number.has_value());
            BOOST_TEST(number->to_string() == expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_number) {
    for (const std::string_view text : {"", "-", "+1", ".5", "5.", "1e", "1e+", "1 ", " 1", "1,000", "1e4097",
                                        "1e-4097", "1e99999999999", "0x10", "1.2.3", "--1", "inf"})
        BOOST_TEST(!Number::parse(text).has_value(), text);
    BOOST_TEST(!Number::parse(std::string(5000, '9')).has_value());
    BOOST_TEST(Number::parse("1e4096").has_value());
}

BOOST_AUTO_TEST_CASE(fractions_and_display) {
    BOOST_TEST((Number(1) / 3).to_string() == "1/3");
    BOOST_TEST((Number(-1) / 3).to_display() == "-0.333333");
    BOOST_TEST((Number(740) / 994).to_display() == "0.744467");
    BOOST_TEST((Number(2000000) / 3).to_display() == "666667");
    BOOST_TEST((Number(1) / 8).to_display() == "0.125");
    BOOST_TEST((Number(1) / 3000).to_display(3) == "0.000333");
}

BOOST_AUTO_TEST_CASE(rounding_is_away_from_zero_on_ties) {
    const std::tuple<std::string, int, std::string> rows[] = {
        {"2.5", 0, "3"},   {"-2.5", 0, "-3"},   {"2.45", -1, "2.5"}, {"149", 2, "100"},
        {"150", 2, "200"}, {"-150", 2, "-200"}, {"0.04", -1, "0"},   {"7", -3, "7"}};
    for (const auto& [text, exponent, expected] : rows)
        BOOST_TEST(build::number(text).rounded(exponent).to_string() == expected, text);
    BOOST_TEST((Number(-7) / 2).floor() == Number(-4));
    BOOST_TEST((Number(7) / 2).floor() == Number(3));
    BOOST_TEST((build::number("1e30") / 7).floor().to_string() == "142857142857142857142857142857");
    BOOST_TEST((-build::number("1e30") / 7).floor().to_string() == "-142857142857142857142857142858");
}

BOOST_AUTO_TEST_CASE(moved_from_is_zero) {
    Number big = build::number("1e40");
    Number taken = std::move(big);
    BOOST_TEST(big == Number(0));
    BOOST_TEST(taken == build::number("1e40"));
    big = taken;
    taken = *&taken;
    BOOST_TEST(taken == big);
    taken = Number(3);
    BOOST_TEST(taken == Number(3));
}

BOOST_AUTO_TEST_CASE(magnitude_is_the_place_of_the_first_digit) {
    const std::pair<std::string, int> rows[] = {{"1234", 3}, {"1000", 3},    {"999", 2},
                                                {"0.5", -1}, {"-0.001", -3}, {"1e40", 40}};
    for (const auto& [text, expected] : rows) BOOST_TEST(build::number(text).magnitude() == expected, text);
}

BOOST_AUTO_TEST_CASE(arithmetic_is_that_of_the_rationals) {
    property("the four operations agree with cpp_rational", [] {
        const Drawn a = draw(), b = draw();
        RC_ASSERT(same(a.ours + b.ours, a.theirs + b.theirs));
        RC_ASSERT(same(a.ours - b.ours, a.theirs - b.theirs));
        RC_ASSERT(same(a.ours * b.ours, a.theirs * b.theirs));
        RC_ASSERT(same(-a.ours, -a.theirs));
        if (b.theirs != 0) RC_ASSERT(same(a.ours / b.ours, a.theirs / b.theirs));
    });
    property("order and equality agree with cpp_rational", [] {
        const Drawn a = draw(), b = draw();
        RC_ASSERT((a.ours < b.ours) == (a.theirs < b.theirs));
        RC_ASSERT((a.ours == b.ours) == (a.theirs == b.theirs));
        const Number round_trip = a.ours + b.ours - b.ours;
        RC_ASSERT(round_trip == a.ours);
        RC_ASSERT(round_trip.hash() == a.ours.hash());
    });
    property("text survives", [] {
        const Number value = Number::decimal(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(-60, 60));
        RC_ASSERT(Number::parse(value.to_string()) == value);
    });
    property("floor and rounding stay within a unit", [] {
        const Number value = draw().ours;
        const Number distance = value - value.floor();
        RC_ASSERT(distance.sign() >= 0 && distance < Number(1));
        RC_ASSERT((value.rounded(0) - value).abs() <= Number(1) / 2);
    });
}

BOOST_AUTO_TEST_SUITE_END()
