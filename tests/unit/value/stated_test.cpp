#include <array>
#include <boost/test/unit_test.hpp>

#include "build.h"
#include "property.h"
#include "value/tolerance.h"

using namespace factlint;
using namespace factlint::build;

namespace {

std::string same(const Stated& a, const Stated& b) { return show(compare(Relation::equal, a, b)); }
std::string before(const Stated& a, const Stated& b) { return show(compare(Relation::less, a, b)); }

Stated written_ratio(std::span<const Stated> parts) {
    Stated made = result(divide(parts[0], parts[1]));
    made.parts = parts;
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stated)

BOOST_AUTO_TEST_CASE(what_writing_admits) {
    const std::tuple<std::string, int, bool, Approx, std::string> rows[] = {
        {"994", 0, true, Approx::none, "994"},
        {"1720000000", 7, false, Approx::none, "[1715000000~, 1725000000~]"},
        {"2.0", -1, false, Approx::none, "[1.95~, 2.05~]"},
        {"74.4", -1, false, Approx::none, "[74.35~, 74.45~]"},
        {"50", 0, true, Approx::about, "[45, 55]"},
        {"88000", 0, true, Approx::about, "[87000, 89000]"},
        {"88000", 0, true, Approx::nearly, "[87000, 88000)"},
        {"88000", 0, true, Approx::more_than, "(88000, inf)"},
        {"88000", 0, true, Approx::at_least, "[88000, inf)"},
        {"88000", 0, true, Approx::at_most, "(-inf, 88000]"},
        {"88000", 0, true, Approx::up_to, "(-inf, 88000]"},
        {"88000", 0, true, Approx::less_than, "(-inf, 88000)"},
        {"2.5", -1, false, Approx::about, "[2.4, 2.6]"},
        {"0", 0, true, Approx::nearly, "0"}};
    for (const auto& [text, last, exact, approx, expected] : rows)
        BOOST_TEST(show(admitted(number(text), last, exact, approx)) == expected,
                   text + " " + std::string(name(approx)));
}

BOOST_AUTO_TEST_CASE(sums_and_differences) {
    BOOST_TEST(show(add(money("300000000"), money("130000000"))) == "430 million USD");
    BOOST_TEST(show(subtract(count("994"), count("740"))) == "254");
    BOOST_TEST(show(add(measure("3", "kilometer"), measure("200", "meter"))) == "3.2 kilometer");
    BOOST_TEST(show(subtract(percent("43"), percent("30"))) == "13 percentage points");
    BOOST_TEST(show(add(percent("43"), points("1"))) == "44 %");
    BOOST_TEST(show(subtract(plain("100"), percent("74.4"))) == "25.6 %");
    BOOST_TEST(show(subtract(date("2025"), date("1975"))) == "50");
    BOOST_TEST(show(add(date("2022"), duration("2", "year"))) == "2024");
    BOOST_TEST(show(add(date("2022"), plain("2"))) == "2024");
    BOOST_TEST(show(subtract(date("2024-03-31"), duration("1", "month"))) == "2024-02-29");
    BOOST_TEST(show(add(date("2025-12-31"), duration("1", "week"))) == "2026-01-07");
    BOOST_TEST(show(add(age("37"), duration("6", "month"))) == "37.5 years");
}

BOOST_AUTO_TEST_CASE(what_does_not_go_together) {
    const std::pair<Outcome<Stated>, std::string> rows[] = {
        {add(money("300000000"), money("130000000", "EUR")),
         "! cannot add 300 million USD and 130 million EUR: USD and EUR are different currencies"},
        {add(measure("3", "kilometer"), measure("5", "kilogram")),
         "! cannot add 3 kilometer and 5 kilogram: kilometer and kilogram do not go together"},
        {add(money("5"), plain("3")),
         "! cannot add 5 USD and the number 3: USD and a bare number do not go together"},
        {subtract(date("2025-11-02"), date("2024")),
         "! cannot compute the date 2025-11-02 minus the date 2024: there is no such operation on values of "
         "kind date; "
         "use years_between, months_between or days_between"},
        {add(duration("2", "year"), duration("3", "day")),
         "! cannot add 2 years and 3 days: months have no fixed number of days; use years_between, "
         "months_between or "
         "days_between on the dates"},
        {divide(money("5"), count("0")), "! cannot divide 5 USD by 0: the divisor is or may be zero"},
        {multiply(money("5"), money("5")),
         "! cannot multiply 5 USD by 5 USD: no unit is known for the result"}};
    for (const auto& [outcome, expected] : rows) BOOST_TEST(show(outcome) == expected);
}

BOOST_AUTO_TEST_CASE(products_and_quotients) {
    BOOST_TEST(show(multiply(percent("20"), money("500"))) == "100 USD");
    BOOST_TEST(show(multiply(count("500"), percent("20"))) == "100");
    BOOST_TEST(show(multiply(percent("20"), plain("2"))) == "40 %");
    BOOST_TEST(show(multiply(percent("50"), percent("50"))) == "25 %");
    BOOST_TEST(show(divide(money("100"), percent("20"))) == "500 USD");
    BOOST_TEST(show(divide(measure("5", "kilometer"), measure("500", "meter"))) == "10");
    BOOST_TEST(show(divide(measure("36", "kilometer"), duration("1", "hour"))) == "10 meter-per-second");
    BOOST_TEST(show(multiply(measure("36", "kilometer-per-hour"), duration("30", "minute"))) ==
               "18,000 meter");
    BOOST_TEST(show(multiply(measure("2", "kilometer"), measure("3", "meter"))) == "6000 square-meter");
    BOOST_TEST(show(divide(measure("10", "kilometer"), measure("10", "meter-per-second"))) == "1000 seconds");
    BOOST_TEST(show(divide(count("740"), count("994"))) == "≈ 0.744467");
    BOOST_TEST(show(negate(money("5"))) == "-5 USD");
}

BOOST_AUTO_TEST_CASE(percent_beside_a_quotient) {
    const Stated share = result(divide(count("740"), count("994")));
    BOOST_TEST(same(share, percent("74.4")) == "open");
    BOOST_TEST(same(share, percent("74.5")) == "no");
    BOOST_TEST(same(percent("74.4"), share) == "open");
    BOOST_TEST(same(percent("74.4"), plain("74.4")) == "open");
    BOOST_TEST(same(percent("74.4"), plain("0.744")) == "no");
    BOOST_TEST(same(result(percent_of(count("740"), count("994"))), percent("74.4")) == "open");
    BOOST_TEST(same(result(subtract(plain("1"), share)), percent("25.6")) == "open");
    BOOST_TEST(same(result(multiply(share, plain("100"))), percent("74.4")) == "open");
    const std::array parts{count("44"), count("45")};
    BOOST_TEST(same(written_ratio(parts), percent("97.8")) == "open");
    BOOST_TEST(same(written_ratio(parts), percent("98.8")) == "no");
    BOOST_TEST(show(Outcome<Stated>(written_ratio(parts))) == "44/45");
}

BOOST_AUTO_TEST_CASE(changes) {
    BOOST_TEST(show(change(money("300"), money("430"))) == "≈ 43.3333 %");
    BOOST_TEST(same(result(change(money("300"), money("430"))), percent("43")) == "open");
    BOOST_TEST(same(result(change(money("300"), money("430"))), percent("44")) == "no");
    BOOST_TEST(show(change(percent("20"), percent("30"))) == "50 %");
    BOOST_TEST(change(count("0"), count("3")).index() == 1u);
    BOOST_TEST((std::get<Mismatch>(change(count("0"), count("3"))).why == Mismatch::Why::zero));
}

BOOST_AUTO_TEST_CASE(equality) {
    BOOST_TEST(same(result(add(money("300000000"), money("140000000"))), money("430000000")) == "no");
    BOOST_TEST(same(money("300000000"), money("300000000")) == "yes");
    BOOST_TEST(same(count("5"), plain("5")) == "yes");
    BOOST_TEST(same(measure("1", "mile"), measure("1.6", "kilometer")) == "open");
    BOOST_TEST(same(measure("1", "mile"), measure("1.7", "kilometer")) == "no");
    BOOST_TEST(same(duration("2", "year"), duration("24", "month")) == "yes");
    BOOST_TEST(same(duration("1", "week"), duration("7", "day")) == "yes");
    BOOST_TEST(same(age("37"), age("37")) == "open");
    BOOST_TEST(same(age("37"), age("38")) == "no");
    BOOST_TEST(same(age("37"), duration("450", "month")) == "open");
    BOOST_TEST(same(date("1975"), plain("1975")) == "yes");
    BOOST_TEST(same(date("1975"), plain("1976")) == "no");
    BOOST_TEST(same(date("2025-11"), date_range("2025-11-01/2025-11-30")) == "open");
    BOOST_TEST(same(text("Hegseth"), text("Hegseth")) == "yes");
    BOOST_TEST(same(text("Hegseth"), text("hegseth")) == "no");
    BOOST_TEST(same(points("3"), percent("3")) == "open");
    BOOST_TEST(before(money("0"), money("5")) == "yes");
    BOOST_TEST(before(plain("0"), money("5")) == "yes");
    BOOST_TEST(show(compare(Relation::greater, money("5"), plain("0"))) == "yes");
    BOOST_TEST(compare(Relation::greater, money("5"), plain("1")).index() == 1u);
    BOOST_TEST(compare(Relation::equal, money("5"), text("5")).index() == 1u);
    BOOST_TEST(compare(Relation::less, measure("1", "celsius"), plain("0")).index() == 1u);
}

BOOST_AUTO_TEST_CASE(approximators) {
    const Stated over = value(Kind::count, "88000", {}, Approx::more_than);
    const Stated at_most = value(Kind::count, "500", {}, Approx::at_most);
    BOOST_TEST(same(over, count("88474")) == "open");
    BOOST_TEST(same(over, count("88000")) == "no");
    BOOST_TEST(same(over, count("95000")) == "no");
    BOOST_TEST(show(compare(Relation::not_equal, over, count("95000"))) == "yes");
    BOOST_TEST(show(compare(Relation::less, over, count("95000"))) == "open");
    BOOST_TEST(show(compare(Relation::greater, over, count("88000"))) == "yes");
    BOOST_TEST(same(at_most, count("460")) == "open");
    BOOST_TEST(same(at_most, count("440")) == "no");
    BOOST_TEST(show(Outcome<Stated>(over)) == "more than 88,000");
    const std::array both{over, count("95000")};
    BOOST_TEST(show(agree(both)) == "yes");
}

BOOST_AUTO_TEST_CASE(agreement) {
    const std::array agreeing{money("5000000000"), money("5000000000")};
    BOOST_TEST(show(agree(agreeing)) == "yes");
    const std::array rounded{value(Kind::money, "5.0", "USD"), value(Kind::money, "4.964", "USD")};
    BOOST_TEST(show(agree(rounded)) == "yes");
    const std::array apart{value(Kind::money, "5.0", "USD"), value(Kind::money, "4.9", "USD")};
    BOOST_TEST(show(agree(apart)) == "no");
    const std::array dates{date("2025"), date("2025-11"), date("2025-11-02")};
    BOOST_TEST(show(agree(dates)) == "yes");
    const std::array other{date("2025"), date("2024-11")};
    BOOST_TEST(show(agree(other)) == "no");
    BOOST_TEST(show(agree({})) == "yes");
}

BOOST_AUTO_TEST_CASE(exact_writing) {
    BOOST_TEST(same_written(text("ＡＢＣ"), text("ABC")));
    BOOST_TEST(!same_written(text("ABC"), text("abc")));
    BOOST_TEST(same_written(text("\xFF"), text("\xFF")));
    BOOST_TEST(same_written(money("5.0"), money("5")));
    BOOST_TEST(!same_written(money("5"), money("5", "EUR")));
    BOOST_TEST(same_written(date("2025-11-02"), date("2025-11-02")));
    BOOST_TEST(!same_written(date("2025-11-02"), date("2025-11")));
    BOOST_TEST(!same_written(date("2025"), plain("2025")));
}

BOOST_AUTO_TEST_CASE(descriptions) {
    const std::pair<Stated, std::string> rows[] = {
        {money("430000000"), "430 million USD"},
        {money("1234567"), "1,234,567 USD"},
        {money("1234000000"), "1.234 billion USD"},
        {money("19.99"), "19.99 USD"},
        {money("1200000000000", "JPY"), "1.2 trillion JPY"},
        {percent("74.4"), "74.4 %"},
        {points("1"), "1 percentage point"},
        {duration("50", "year"), "50 years"},
        {duration("1", "day"), "1 day"},
        {age("37"), "37 years"},
        {count("994"), "994"},
        {plain("-1234.5"), "-1234.5"},
        {plain("999999"), "999,999"},
        {plain("-2500000"), "-2.5 million"},
        {date("XXXX-11-02"), "XXXX-11-02"},
        {date_range("2025-11-02/2025-11-03"), "2025-11-02/2025-11-03"},
        {text("大臣"), "\"大臣\""},
        {measure("50", "kilometer"), "50 kilometer"}};
    for (const auto& [x, expected] : rows) BOOST_TEST(describe(x) == expected);
}

BOOST_AUTO_TEST_CASE(tolerances) {
    const std::tuple<std::string, Stated, std::string> rows[] = {
        {"stated", plain("2.0"), "[1.95~, 2.05~]"},
        {"exact", plain("2.0"), "2"},
        {"truncated", plain("2.0"), "[2, 2.1~)"},
        {"truncated", plain("-2.0"), "(-2.1~, -2]"},
        {"truncated", plain("2"), "2"},
        {"±5", plain("100"), "[95, 105]"},
        {"+/-0.5", plain("100"), "[99.5, 100.5]"},
        {"2%", plain("-100"), "[-102, -98]"},
        {"lenient", plain("300"), "[250~, 350~]"},
        {"lenient", plain("301"), "301"},
        {"exact", value(Kind::count, "300", {}, Approx::at_least), "[300, inf)"}};
    for (const auto& [text, operand, expected] : rows) {
        const auto written = plus_minus_text(text);
        const auto tolerance = written ? plus_minus(plain(std::string(*written))) : parse_tolerance(text);
        BOOST_REQUIRE_MESSAGE(tolerance.has_value(), text);
        BOOST_TEST(show(apply(*tolerance, operand)) == expected, text);
    }
    for (const std::string_view text : {"", "5", "±5", "%", "-2%", "2 percent", "roughly"})
        BOOST_TEST(!parse_tolerance(text).has_value(), text);
    BOOST_TEST(*plus_minus_text(" ± 0.5 million USD") == "0.5 million USD");
    BOOST_TEST(!plus_minus_text("5").has_value());
    BOOST_TEST(!plus_minus(date("2025")).has_value());
    BOOST_TEST(!plus_minus(plain("-5")).has_value());
}

BOOST_AUTO_TEST_CASE(tolerances_with_a_unit) {
    const std::tuple<Stated, Stated, std::string> rows[] = {
        {measure("500", "meter"), measure("12", "kilometer"), "[11.5, 12.5]"},
        {money("1000000"), money("300000000"), "[299000000, 301000000]"},
        {money("1000000"), money("300000000", "EUR"), "300000000"},
        {points("0.5"), percent("74.4"), "[73.9, 74.9]"},
        {measure("1", "celsius"), measure("50", "fahrenheit"), "[48.2, 51.8]"},
        {duration("1", "week"), duration("30", "day"), "[23, 37]"},
        {duration("1", "week"), duration("2", "year"), "2"},
        {measure("500", "meter"), count("12"), "12"}};
    for (const auto& [amount, operand, expected] : rows) {
        const auto tolerance = plus_minus(amount);
        BOOST_REQUIRE(tolerance.has_value());
        BOOST_TEST(show(apply(*tolerance, operand)) == expected, describe(amount) + " " + describe(operand));
    }
}

BOOST_AUTO_TEST_CASE(one_relation_holds) {
    property("of exact values exactly one of <, ==, > holds", [] {
        const Stated a = bare(*rc::gen::inRange(-5, 5)), b = bare(*rc::gen::inRange(-5, 5));
        int holding = 0;
        for (const Relation relation : {Relation::less, Relation::equal, Relation::greater})
            holding += std::get<Truth>(compare(relation, a, b)) == Truth::yes ? 1 : 0;
        RC_ASSERT(holding == 1);
        RC_ASSERT(std::get<Truth>(compare(Relation::less_equal, a, b)) ==
                  !std::get<Truth>(compare(Relation::greater, a, b)));
        RC_ASSERT(std::get<Truth>(compare(Relation::not_equal, a, b)) ==
                  !std::get<Truth>(compare(Relation::equal, a, b)));
    });
}

BOOST_AUTO_TEST_SUITE_END()
