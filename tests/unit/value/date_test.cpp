#include <boost/test/unit_test.hpp>

#include "build.h"
#include "property.h"
#include "value/date.h"

using namespace factlint;

namespace {

Date date(std::string_view edtf) { return parse_date(edtf).value(); }
DateRange range(std::string_view edtf) { return parse_date_range(edtf).value(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(edtf_both_ways) {
    for (const std::string text :
         {"2025-11-02", "2021-07", "1995", "XXXX-11-02", "XXXX-11", "[2026-11..2026-12]", "193X", "19XX",
          "0987", "-0044-03-15", "2025-XX-02", "XXXX-XX-02", "[XXXX-11..XXXX-12]"}) {
        const auto parsed = parse_date(text);
        BOOST_REQUIRE_MESSAGE(parsed.has_value(), text);
        BOOST_TEST(to_edtf(*parsed) == text);
    }
    BOOST_TEST(to_edtf(range("2025-11-02/2025-11-03")) == "2025-11-02/2025-11-03");
    BOOST_TEST(to_edtf(extent(date("[2026-01..2026-03]"))) == "2026-01/2026-03");
    BOOST_TEST(to_edtf(extent(date("193X"))) == "1930/1939");
    BOOST_TEST(to_edtf(extent(date("2024-03"))) == "2024-03/2024-03");
}

BOOST_AUTO_TEST_CASE(what_is_no_edtf) {
    for (const std::string_view text :
         {"", "25", "2025-", "2025-1", "2025-11-2", "2025-11-02-", "2025/11", "20X5", "XXX5", "2025-00",
          "2XXX", "[2026-11..2027-12]", "[2026-11..2026-12", "99999", "2025-11-02T10", "nonsense"})
        BOOST_TEST(!parse_date(text).has_value(), text);
    BOOST_TEST(!parse_date_range("2025").has_value());
    BOOST_TEST(!parse_date_range("2025/").has_value());
}

BOOST_AUTO_TEST_CASE(what_the_calendar_has) {
    for (const std::string_view text :
         {"2024-02-29", "XXXX-02-29", "2000-02-29", "1995", "2025-12-31", "193X"})
        BOOST_TEST(valid(date(text)), text);
    for (const std::string_view text :
         {"2025-02-29", "1900-02-29", "2025-04-31", "XXXX-02-30", "2025-13", "2025-01-32"})
        BOOST_TEST(!valid(date(text)), text);
}

BOOST_AUTO_TEST_CASE(weekdays) {
    BOOST_TEST(weekday(days_from_civil(2025, 11, 2)) == 7);
    BOOST_TEST(weekday(days_from_civil(1970, 1, 1)) == 4);
    BOOST_TEST(weekday(days_from_civil(1969, 12, 31)) == 3);
    BOOST_TEST(weekday(days_from_civil(2020, 1, 20)) == 1);
}

BOOST_AUTO_TEST_CASE(comparisons_of_dates) {
    const std::tuple<std::string, std::string, Truth, Truth> rows[] = {
        {"2025-11-02", "2025-11-02", Truth::yes, Truth::no},
        {"2025-11-02", "2025-11-03", Truth::no, Truth::yes},
        {"2011", "2024", Truth::no, Truth::yes},
        {"2011", "2011", Truth::open, Truth::open},
        {"2024-03", "2024-03-15", Truth::open, Truth::open},
        {"2024-03", "2024-04", Truth::no, Truth::yes},
        {"XXXX-11-02", "2025-11-02", Truth::open, Truth::open},
        {"XXXX-11-02", "2025-11-03", Truth::no, Truth::open},
        {"XXXX-11-02", "XXXX-11-03", Truth::no, Truth::yes},
        {"XXXX-11-02", "XXXX-11-02", Truth::open, Truth::no},
        {"XXXX-11-02", "2025", Truth::open, Truth::open},
        {"XXXX-02-29", "2025", Truth::no, Truth::open},
        {"XXXX-02-29", "202X", Truth::open, Truth::open},
        {"193X", "1935-05", Truth::open, Truth::open},
        {"193X", "1940", Truth::no, Truth::yes},
        {"[2026-11..2026-12]", "2026-10", Truth::no, Truth::no},
        {"[2026-11..2026-12]", "2026", Truth::open, Truth::open},
        {"2025-02-30", "2025-02-30", Truth::no, Truth::no}};
    for (const auto& [a, b, same, before] : rows) {
        BOOST_TEST_CONTEXT(a << " and " << b) {
            BOOST_TEST(equal(date(a), date(b)) == same);
            BOOST_TEST(less(date(a), date(b)) == before);
        }
    }
}

BOOST_AUTO_TEST_CASE(comparisons_of_extents) {
    const DateRange visit = range("2025-11-02/2025-11-03");
    BOOST_TEST(contains(visit, date("2025-11-02")) == Truth::yes);
    BOOST_TEST(contains(visit, date("2025-11-04")) == Truth::no);
    BOOST_TEST(contains(visit, date("2025-11")) == Truth::open);
    BOOST_TEST(contains(visit, date("XXXX-11-02")) == Truth::open);
    BOOST_TEST(contains(visit, date("XXXX-11-05")) == Truth::no);
    BOOST_TEST(contains(range("XXXX-11-02/XXXX-11-03"), date("2025-11-05")) == Truth::no);
    BOOST_TEST(contains(range("XXXX-11-02/XXXX-11-03"), date("XXXX-11-03")) == Truth::yes);
    BOOST_TEST(contains(range("XXXX-12-30/XXXX-01-02"), date("2026-01-01")) == Truth::open);
    BOOST_TEST(contains(range("XXXX-12-30/XXXX-01-02"), date("2026-01-03")) == Truth::no);
    BOOST_TEST(contains(range("1995/2025"), date("2025-12-31")) == Truth::yes);
    BOOST_TEST(equal(visit, range("2025-11-02/2025-11-03")) == Truth::yes);
    BOOST_TEST(equal(visit, range("2025-11-02/2025-11-04")) == Truth::no);
    BOOST_TEST(less(visit, range("2025-11-04/2025-11-05")) == Truth::yes);
    BOOST_TEST(less(visit, range("2025-11-03/2025-11-05")) == Truth::no);
    BOOST_TEST(overlaps(visit, range("2025-11-03/2025-11-05")) == Truth::yes);
    BOOST_TEST(overlaps(visit, range("2025-11-04/2025-11-05")) == Truth::no);
    BOOST_TEST(overlaps(visit, range("XXXX-11-03/XXXX-11-05")) == Truth::open);
}

BOOST_AUTO_TEST_CASE(clock_times) {
    BOOST_TEST(to_iso(Time{17, 30}) == "T17:30");
    BOOST_TEST(to_iso(Time{9}) == "T09");
    BOOST_TEST(to_iso(Time{9, 5, 7, 0, 250'000'000}) == "T09:05:07.25");
}

BOOST_AUTO_TEST_CASE(properties) {
    property("civil_from_days is the inverse of days_from_civil", [] {
        const Day day = *rc::gen::inRange(-12'000'000, 11'000'000);
        RC_PRE(day > days_from_civil(INT16_MIN + 1, 1, 1) && day < days_from_civil(INT16_MAX, 12, 31));
        const Date civil = civil_from_days(day);
        RC_ASSERT(valid(civil));
        RC_ASSERT(days_from_civil(civil.year, civil.month, civil.day) == day);
        RC_ASSERT(parse_date(to_edtf(civil)) == civil);
        RC_ASSERT(weekday(day + 7) == weekday(day) && weekday(day + 1) == weekday(day) % 7 + 1);
    });
    property("one of before, same, after holds of two days", [] {
        const Day a = *rc::gen::inRange(-1000, 1000), b = *rc::gen::inRange(-1000, 1000);
        const Date x = civil_from_days(a), y = civil_from_days(b);
        RC_ASSERT((less(x, y) == Truth::yes) == (a < b));
        RC_ASSERT((equal(x, y) == Truth::yes) == (a == b));
        RC_ASSERT((less(y, x) == Truth::yes) == (a > b));
    });
}

BOOST_AUTO_TEST_SUITE_END()
