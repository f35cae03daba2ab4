// Functions of dates and ranges. What the writing leaves open is an interval, or unknown.
#include <algorithm>

#include "expr/functions/date_parts.h"
#include "expr/functions/fact_support.h"

namespace factlint::expr {
namespace {

Value interval_value(const Call& call, std::int64_t low, std::int64_t high) {
    return fact_value(call, whole_numbers(low, high));
}

template <DatePart part> Value part_of(Call& call) {
    return date_part(call.stated(0).dates.start, part, call.arena);
}

/// Whole months or years from one day to a later one; negative the other way round.
std::int64_t months_from(Day from, Day to) {
    if (to < from) return -months_from(to, from);
    const Date a = civil_from_days(from), b = civil_from_days(to);
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}
std::int64_t years_from(Day from, Day to) { return months_from(from, to) / 12; }
std::int64_t days_from(Day from, Day to) { return to - from; }

template <std::int64_t (*distance)(Day, Day)> Value between(Call& call) {
    const auto a = days(call.stated(0).dates.start), b = days(call.stated(1).dates.start);
    if (!a || !b) return {Unknown{}};
    return interval_value(call, distance(a->last, b->first), distance(a->first, b->last));
}

DateRange extent(const Stated& fact) {
    return fact.kind == Kind::date_range ? fact.dates : DateRange{fact.dates.start, fact.dates.start};
}

Value contains_date(Call& call) {
    const Stated& inner = call.stated(1);
    if (inner.kind != Kind::date_range) return truth_value(contains(call.stated(0).dates, inner.dates.start));
    const Truth start = contains(call.stated(0).dates, inner.dates.start);
    return truth_value(std::min(start, contains(call.stated(0).dates, inner.dates.end)));
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

Value overlap(Call& call) { return truth_value(overlaps(extent(call.stated(0)), extent(call.stated(1)))); }

constexpr std::string_view number_of_date = "(fact(date|datetime)) -> fact(number)";
constexpr std::string_view number_of_dates = "(fact(date|datetime), fact(date|datetime)) -> fact(number)";

constexpr Function rows[] = {
    {"year", number_of_date, part_of<DatePart::year>, "the year of a date"},
    {"month", number_of_date, part_of<DatePart::month>, "the month of a date, 1 to 12"},
    {"day", number_of_date, part_of<DatePart::day>, "the day of the month of a date"},
    {"weekday", number_of_date, part_of<DatePart::weekday>,
     "the weekday that the calendar gives, 1 (Monday) to 7"},
    {"days_between", number_of_dates, between<days_from>, "days from the first date to the second"},
    {"months_between", number_of_dates, between<months_from>,
     "whole months from the first date to the second"},
    {"years_between", number_of_dates, between<years_from>, "whole years from the first date to the second"},
    {"contains", "(fact(date_range), fact(date|datetime|date_range)) -> bool", contains_date,
     "whether a range has the date inside"},
    {"contains", "(fact(range), fact) -> bool", contains_number,
     "whether a range has the value inside, ends included"},
    {"contains", "(fact(range), int) -> bool", contains_number,
     "whether a range has the value inside, ends included"},
    {"overlaps", "(fact(date|date_range), fact(date|date_range)) -> bool", overlap,
     "whether two extents share a day"},
};

Stated number(std::int64_t value) { return bare(Number(value)); }

}  // namespace

Stated whole_numbers(std::int64_t low, std::int64_t high) {
    Stated made = number(low);
    made.admits = {Bound{Number(low), false, false}, Bound{Number(high), false, false}};
    return made;
}

Value date_part(const Date& date, DatePart part, Arena& arena) {
    const auto give = [&](std::int64_t low, std::int64_t high) {
        return Value{arena.stated(whole_numbers(low, high))};
    };
    const auto extent = days(date);
    switch (part) {
        case DatePart::year:
            if (date.year == no_year) return {Unknown{}};
            return give(date.year, date.year + std::max<int>(date.years, 1) - 1);
        case DatePart::month:
            if (date.month == 0) return {Unknown{}};
            return give(date.month, std::max(date.month, date.last_month));
        case DatePart::day: return date.day == 0 ? Value{Unknown{}} : give(date.day, date.day);
        case DatePart::weekday:
            if (!extent || extent->first != extent->last) return {Unknown{}};
            return give(weekday(extent->first), weekday(extent->first));
        case DatePart::stated_weekday:
            return date.weekday == 0 ? Value{Unknown{"stated_weekday"}} : give(date.weekday, date.weekday);
    }
    return {Unknown{}};
}

std::span<const Function> fact_date_functions() { return rows; }

}  // namespace factlint::expr
