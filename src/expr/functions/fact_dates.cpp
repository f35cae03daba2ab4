// Functions of dates and ranges. What the writing leaves open is an interval, or unknown.
#include <algorithm>

#include "expr/functions/fact_support.h"
#include "value/functions.h"

namespace factlint::expr {
namespace {

template <Outcome<Truth> (*question)(const Stated&, const Stated&)> Value asked(Call& call) {
    const Stated &a = call.stated(0), &b = call.stated(1);
    return truth_outcome(call, question(a, b), blame(a, b));
}

Value contains_number(Call& call) {
    const auto parts = call.stated(0).parts;
    const auto value = as_stated(call.arguments[1]);
    if (parts.size() < 2 || !value)
        return call.fail("a range and a number are wanted here", Error::Cause::rule);
    const auto low = compare(Relation::less_equal, parts[0], *value);
    const auto high = compare(Relation::less_equal, *value, parts[1]);
    const auto cause = blame(call.stated(0), *value);
    if (!std::holds_alternative<Truth>(low)) return truth_outcome(call, low, cause);
    if (!std::holds_alternative<Truth>(high)) return truth_outcome(call, high, cause);
    return truth_value(std::min(std::get<Truth>(low), std::get<Truth>(high)));
}

constexpr std::string_view number_of_date = "(fact(date|datetime)) -> fact(number)";
constexpr std::string_view count_of_dates =
    "(fact(date|datetime), fact(date|datetime)) -> fact(number|duration)";

constexpr Function rows[] = {
    {"year", number_of_date, of_one<year_of>, "the year of a date"},
    {"month", number_of_date, of_one<month_of>, "the month of a date, 1 to 12"},
    {"day", number_of_date, of_one<day_of>, "the day of the month of a date"},
    {"weekday", number_of_date, of_one<weekday_of>, "the weekday that the calendar gives, 1 (Monday) to 7"},
    {"days_between", count_of_dates, of_two<days_between>, "days from the first date to the second"},
    {"months_between", count_of_dates, of_two<months_between>,
     "whole months from the first date to the second"},
    {"years_between", count_of_dates, of_two<years_between>, "whole years from the first date to the second"},
    {"contains", "(fact(date_range), fact(date|datetime|date_range)) -> bool", asked<factlint::contains>,
     "whether a range has the date inside"},
    {"contains", "(fact(range), fact) -> bool", contains_number,
     "whether a range has the value inside, ends included"},
    {"contains", "(fact(range), int) -> bool", contains_number,
     "whether a range has the value inside, ends included"},
    {"overlaps", "(fact(date|date_range), fact(date|date_range)) -> bool", asked<factlint::overlaps>,
     "whether two extents share a day"},
};

}  // namespace

std::span<const Function> fact_date_functions() { return rows; }

}  // namespace factlint::expr
