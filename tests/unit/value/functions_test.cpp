#include <array>
#include <boost/test/unit_test.hpp>

#include "build.h"

using namespace factlint;
using namespace factlint::build;

namespace {

std::string same(const Outcome<Stated>& a, const Stated& b) {
    return show(compare(Relation::equal, result(a), b));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(functions)

BOOST_AUTO_TEST_CASE(aggregates) {
    const std::array lengths{measure("2", "kilometer"), measure("500", "meter"), measure("1.0", "kilometer")};
    BOOST_TEST(show(sum(lengths)) == "3.5 kilometer");
    BOOST_TEST(show(minimum(lengths)) == "0.5 kilometer");
    BOOST_TEST(show(maximum(lengths)) == "2 kilometer");
    BOOST_TEST(show(median(lengths)) == "1 kilometer");
    BOOST_TEST(show(result(median(lengths)).admits) == "[0.95~, 1.05~]");
    BOOST_TEST(show(average(lengths)) == "≈ 1.16667 kilometer");
    BOOST_TEST(show(sum({})) == "0");
    for (const auto& nothing : {minimum({}), maximum({}), average({}), median({})})
        BOOST_TEST((std::get<Mismatch>(nothing).why == Mismatch::Why::empty));
    const std::array mixed{money("5"), money("5", "EUR")};
    BOOST_TEST((std::get<Mismatch>(sum(mixed)).why == Mismatch::Why::units));
    BOOST_TEST((std::get<Mismatch>(maximum(mixed)).why == Mismatch::Why::units));
    const std::array open{value(Kind::count, "5", {}, Approx::at_least), count("7")};
    BOOST_TEST(show(result(minimum(open)).admits) == "[5, 7]");
    BOOST_TEST(show(result(maximum(open)).admits) == "[7, inf)");
    const std::array days{date("2025-11-02"), date("2024-02"), date("2025-11-03")};
    BOOST_TEST(show(minimum(days)) == "2024-02");
    BOOST_TEST(show(maximum(days)) == "2025-11-03");
}

BOOST_AUTO_TEST_CASE(rounding_and_magnitude) {
    BOOST_TEST(show(round_to(money("1234567"), 5)) == "1.2 million USD");
    BOOST_TEST(show(absolute(plain("-3"))) == "3");
    BOOST_TEST(show(result(absolute(plain("-3.0"))).admits) == "[2.95~, 3.05~]");
    BOOST_TEST(show(result(absolute(plain("0.0"))).admits) == "[0, 0.05~]");
    BOOST_TEST(absolute(date("2025")).index() == 1u);
}

BOOST_AUTO_TEST_CASE(from_date_to_date) {
    const std::tuple<std::string, std::string, std::string, std::string, std::string> rows[] = {
        {"1975-04-30", "2025-11-02", "50", "606", "18449"},
        {"1975-04-30", "2025-04-29", "49", "599", "18262"},
        {"1975", "2025-11-02", "[49, 50]", "[598, 610]", "[18204, 18568]"},
        {"2025-11-02", "2025-11-01", "0", "0", "-1"},
        {"XXXX-11-02", "2025", "(-inf, inf)", "(-inf, inf)", "(-inf, inf)"}};
    for (const auto& [from, to, years, months, days] : rows) {
        BOOST_TEST_CONTEXT(from << " to " << to) {
            BOOST_TEST(show(result(years_between(date(from), date(to))).admits) == years);
            BOOST_TEST(show(result(months_between(date(from), date(to))).admits) == months);
            BOOST_TEST(show(result(days_between(date(from), date(to))).admits) == days);
        }
    }
    const auto years = years_between(date("1975-04-30"), date("2025-11-02"));
    BOOST_TEST(show(years) == "50 years");
    BOOST_TEST(same(years, plain("50")) == "yes");
    BOOST_TEST(same(years, duration("50", "year")) == "yes");
    BOOST_TEST(same(years, duration("51", "year")) == "no");
    BOOST_TEST(same(days_between(date("2025-11-02"), date("2025-11-16")), duration("2", "week")) == "yes");
    BOOST_TEST(years_between(date("1975"), plain("5")).index() == 1u);
    BOOST_TEST(show(multiply(result(years), money("5"))) == "250 USD");
    BOOST_TEST(show(divide(money("250"), result(years))) == "5 USD");
}

BOOST_AUTO_TEST_CASE(parts_of_dates) {
    const auto admits = [](const Outcome<Stated>& outcome) { return show(result(outcome).admits); };
    BOOST_TEST(admits(year_of(date("193X"))) == "[1930, 1939]");
    BOOST_TEST(admits(year_of(date("XXXX-11"))) == "(-inf, inf)");
    BOOST_TEST(admits(month_of(date("2025"))) == "[1, 12]");
    BOOST_TEST(admits(month_of(date("[2026-11..2026-12]"))) == "[11, 12]");
    BOOST_TEST(admits(day_of(date("2024-02"))) == "[1, 29]");
    BOOST_TEST(admits(day_of(date("2025-11-02"))) == "2");
    BOOST_TEST(admits(weekday_of(date("2025-11-02"))) == "7");
    BOOST_TEST(admits(weekday_of(date("XXXX-11-02"))) == "[1, 7]");
    BOOST_TEST(year_of(plain("5")).index() == 1u);
    BOOST_TEST(show(year_of(plain("5"))) == "! cannot take the year of the number 5");
}

BOOST_AUTO_TEST_CASE(containment) {
    const Stated visit = date_range("2025-11-02/2025-11-03");
    BOOST_TEST(show(contains(visit, date("2025-11-02"))) == "yes");
    BOOST_TEST(show(contains(visit, date("2025-11-04"))) == "no");
    BOOST_TEST(show(contains(date("2025-11"), visit)) == "yes");
    BOOST_TEST(show(overlaps(visit, date("2025-11"))) == "yes");
    BOOST_TEST(contains(visit, plain("5")).index() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
