#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "build.h"
#include "value/unit.h"

using namespace factlint;

BOOST_AUTO_TEST_SUITE(units)

BOOST_AUTO_TEST_CASE(every_identifier_is_found_again) {
    const auto all = all_units();
    BOOST_TEST(all.size() > 350u);
    for (std::size_t i = 1; i < all.size(); ++i)
        BOOST_TEST((find_unit(all[i].id) == static_cast<UnitId>(i)), all[i].id);
    BOOST_TEST(!find_unit("usd").has_value());
    BOOST_TEST(!find_unit("zzz").has_value());
    BOOST_TEST(unit(UnitId::year).id == "year");
    BOOST_TEST(unit(UnitId::percent).id == "percent");
    BOOST_TEST(unit(UnitId::none).id == "");
}

BOOST_AUTO_TEST_CASE(conversions_are_exact) {
    const std::tuple<std::string, std::string, std::string, std::string> rows[] = {
        {"1", "mile", "meter", "1609.344"},
        {"100", "celsius", "fahrenheit", "212"},
        {"-40", "fahrenheit", "celsius", "-40"},
        {"0", "celsius", "kelvin", "273.15"},
        {"36", "kilometer-per-hour", "meter-per-second", "10"},
        {"1", "acre", "square-foot", "43560"},
        {"1", "gallon", "cubic-inch", "231"},
        {"1", "tonne", "kilogram", "1000"},
        {"1", "pound", "ounce", "16"},
        {"1", "stone", "pound", "14"},
        {"1", "knot", "kilometer-per-hour", "1.852"},
        {"1", "kilowatt-hour", "joule", "3600000"},
        {"1", "barrel", "gallon", "42"},
        {"1", "gigabyte", "megabit", "8000"},
        {"1", "mebibyte", "kibibyte", "1024"},
        {"2", "year", "month", "24"},
        {"1", "week", "hour", "168"},
        {"1", "ton", "pound", "2000"},
        {"1", "horsepower", "watt", "745.69987158227022"},
        {"1", "electronvolt", "joule", "0.0000000000000000001602176634"},
        {"1", "cubic-mile", "cubic-meter", "4168181825.440579584"},
        {"1", "bushel", "liter", "35.23907016688"},
        {"1", "acre-foot", "cubic-foot", "43560"}};
    for (const auto& [value, from, to, expected] : rows)
        BOOST_TEST(convert(build::number(value), *find_unit(from), *find_unit(to)).to_string() == expected,
                   from);
}

BOOST_AUTO_TEST_CASE(what_goes_together) {
    const auto together = [](std::string_view a, std::string_view b) {
        return compatible(*find_unit(a), *find_unit(b));
    };
    BOOST_TEST(together("kilometer", "mile"));
    BOOST_TEST(together("percent", "pp"));
    BOOST_TEST(together("celsius", "fahrenheit"));
    BOOST_TEST(!together("kilometer", "kilogram"));
    BOOST_TEST(!together("USD", "EUR"));
    BOOST_TEST(together("USD", "USD"));
    BOOST_TEST(!together("month", "day"));
    BOOST_TEST(!together("square-meter", "meter"));
    BOOST_TEST(!compatible(UnitId::none, UnitId::percent));
    BOOST_TEST(!compatible(UnitId::none, *find_unit("USD")));
}

BOOST_AUTO_TEST_CASE(minor_units) {
    const auto digits = [](std::string_view id) { return int{unit(*find_unit(id)).minor_digits}; };
    BOOST_TEST(digits("USD") == 2);
    BOOST_TEST(digits("JPY") == 0);
    BOOST_TEST(digits("VND") == 0);
    BOOST_TEST(digits("KWD") == 3);
}

BOOST_AUTO_TEST_SUITE_END()
