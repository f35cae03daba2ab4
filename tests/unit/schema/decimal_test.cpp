#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "../value/property.h"
#include "schema/cell.h"

using namespace factlint;

BOOST_AUTO_TEST_SUITE(decimals)

BOOST_AUTO_TEST_CASE(what_is_a_decimal) {
    struct Row {
        std::string_view text;
        std::int64_t mantissa;
        std::int32_t scale;
    };
    const Row rows[] = {
        {"0", 0, 0},
        {"7", 7, 0},
        {"42", 42, 0},
        {"123", 123, 0},
        {"1234", 1234, 0},
        {"12345", 12345, 0},
        {"1234567", 1234567, 0},
        {"12345678", 12345678, 0},
        {"123456789", 123456789, 0},
        {"1.50", 150, 2},
        {"-1.50", -150, 2},
        {"+1.50", 150, 2},
        {"007", 7, 0},
        {"-0", 0, 0},
        {"0.000001", 1, 6},
        {"1234567.8", 12345678, 1},
        {"12345.678", 12345678, 3},
        {"999999999999999999", 999'999'999'999'999'999, 0},
        {"-999999999999999999", -999'999'999'999'999'999, 0},
        {"0.12345678901234567", 12345678901234567, 17},
    };
    for (const Row& row : rows) {
        const auto decimal = parse_decimal(row.text);
        BOOST_TEST_CONTEXT(row.text) {
            BOOST_REQUIRE(decimal);
            BOOST_TEST(decimal->mantissa == row.mantissa);
            BOOST_TEST(decimal->scale == row.scale);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_none) {
    const std::string_view rows[] = {
        "",
        "-",
        "+",
        ".",
        "1.",
        ".5",
        "1..2",
        "1.2.3",
        " 1",
        "1 ",
        "1,000",
        "1e5",
        "--1",
        "+-1",
        "0x10",
        "１",
        "1-",
        "12.",
        "1234567.",
        ".1234567",
        "1234567890.",
        "1.2.3456789",
        "-.5",
        "1234567890123456789",
        "0.123456789012345678",
        std::string_view("1\0", 2),
        "12345/78",
        "1234:678",
        "\xB1\xB2",
    };
    for (const std::string_view text : rows) BOOST_TEST(!parse_decimal(text), text);
}

BOOST_AUTO_TEST_CASE(order) {
    struct Row {
        Decimal a, b;
        int order;
    };
    const Row rows[] = {
        {{150, 2}, {15, 1}, 0},
        {{150, 2}, {2, 0}, -1},
        {{-150, 2}, {-2, 0}, 1},
        {{0, 17}, {0, 0}, 0},
        {{1, 17}, {0, 0}, 1},
        {{-1, 17}, {0, 0}, -1},
        {{999'999'999'999'999'999, 0}, {999'999'999'999'999'999, 17}, 1},
        {{INT64_MAX, 0}, {INT64_MAX, 19}, 1},
        {{INT64_MIN, 0}, {INT64_MIN, 19}, -1},
        {{INT64_MIN, 0}, {INT64_MAX, 40}, -1},
        {{1, 0}, {INT64_MAX, 100}, 1},
        {{1, 19}, {1, 18}, -1},
    };
    for (const Row& row : rows) {
        BOOST_TEST(compare(row.a, row.b) == row.order);
        BOOST_TEST(compare(row.b, row.a) == -row.order);
    }
}

BOOST_AUTO_TEST_CASE(properties) {
    const auto digits = [](int most) {
        return *rc::gen::resize(
            most, rc::gen::container<std::string>(rc::gen::inRange('0', static_cast<char>('9' + 1))));
    };
    property("a decimal states the number that Number::parse reads", [&] {
        const std::string whole = digits(20), fraction = digits(20);
        std::string text = *rc::gen::element<std::string>("", "-") + whole;
        if (*rc::gen::arbitrary<bool>()) text += "." + fraction;
        const auto decimal = parse_decimal(text);
        const auto number = Number::parse(text);
        const bool is_long =
            std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) > 18;
        RC_ASSERT(decimal.has_value() == (number.has_value() && !is_long));
        if (decimal) RC_ASSERT(to_number(*decimal) == *number);
    });
    property("other bytes are no decimal", [] {
        std::string text = *rc::gen::container<std::string>(
            rc::gen::element('0', '5', '9', '.', '-', '+', 'e', ' ', '/', ':'));
        const bool plain = text.find_first_of("+e /:") == std::string::npos;
        RC_ASSERT(!plain || parse_decimal(text).has_value() == (Number::parse(text).has_value()));
        if (!plain) RC_ASSERT(!parse_decimal(text) || text.find_first_of("+e /:", 1) == std::string::npos);
    });
    property("compare orders as Number does", [] {
        const auto draw = [] {
            return Decimal{
                *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-99, 99)),
                *rc::gen::inRange<std::int32_t>(0, 40)};
        };
        const Decimal a = draw(), b = draw();
        const Number x = to_number(a), y = to_number(b);
        RC_ASSERT(compare(a, b) == (x < y ? -1 : x > y ? 1 : 0));
    });
}

BOOST_AUTO_TEST_SUITE_END()
