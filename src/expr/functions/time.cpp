// Fields of timestamps (in UTC or a zone) and durations.
#include "expr/functions/groups.h"
#include "expr/moment.h"

namespace factlint::expr {
namespace {

using Field = std::int64_t (*)(const Calendar&, const Timestamp&);

Value field_in(Call& call, std::string_view zone, Field field) {
    const auto& time = call.get<Timestamp>(0);
    const auto at = calendar(time, zone);
    return at ? Value{field(*at, time)} : call.fail("there is no time zone '" + std::string(zone) + "'");
}

template <Field field> Value in_utc(Call& call) { return field_in(call, {}, field); }
template <Field field> Value in_zone(Call& call) { return field_in(call, call.text(1), field); }

std::int64_t full_year(const Calendar& at, const Timestamp&) { return at.year; }
std::int64_t month(const Calendar& at, const Timestamp&) { return at.month; }
std::int64_t day_of_month(const Calendar& at, const Timestamp&) { return at.day - 1; }
std::int64_t date(const Calendar& at, const Timestamp&) { return at.day; }
std::int64_t day_of_week(const Calendar& at, const Timestamp&) { return at.day_of_week; }
std::int64_t day_of_year(const Calendar& at, const Timestamp&) { return at.day_of_year; }
std::int64_t hours(const Calendar& at, const Timestamp&) { return at.hour; }
std::int64_t minutes(const Calendar& at, const Timestamp&) { return at.minute; }
std::int64_t seconds(const Calendar& at, const Timestamp&) { return at.second; }
std::int64_t milliseconds(const Calendar&, const Timestamp& time) { return time.nanos / 1'000'000; }

template <std::int64_t unit> Value whole(Call& call) { return {call.get<Duration>(0).seconds / unit}; }
Value duration_milliseconds(Call& call) { return {std::int64_t{call.get<Duration>(0).nanos / 1'000'000}}; }

constexpr std::string_view utc = "timestamp.() -> int";
constexpr std::string_view zoned = "timestamp.(string) -> int";

constexpr Function rows[] = {
    {"getFullYear", utc, in_utc<full_year>, "the year"},
    {"getFullYear", zoned, in_zone<full_year>, "the year in a time zone"},
    {"getMonth", utc, in_utc<month>, "the month from 0"},
    {"getMonth", zoned, in_zone<month>, "the month from 0 in a time zone"},
    {"getDayOfMonth", utc, in_utc<day_of_month>, "the day of the month from 0"},
    {"getDayOfMonth", zoned, in_zone<day_of_month>, "the day of the month from 0 in a time zone"},
    {"getDate", utc, in_utc<date>, "the day of the month from 1"},
    {"getDate", zoned, in_zone<date>, "the day of the month from 1 in a time zone"},
    {"getDayOfWeek", utc, in_utc<day_of_week>, "the day of the week, 0 for Sunday"},
    {"getDayOfWeek", zoned, in_zone<day_of_week>, "the day of the week in a time zone, 0 for Sunday"},
    {"getDayOfYear", utc, in_utc<day_of_year>, "the day of the year from 0"},
    {"getDayOfYear", zoned, in_zone<day_of_year>, "the day of the year from 0 in a time zone"},
    {"getHours", utc, in_utc<hours>, "the hour"},
    {"getHours", zoned, in_zone<hours>, "the hour in a time zone"},
    {"getMinutes", utc, in_utc<minutes>, "the minute"},
    {"getMinutes", zoned, in_zone<minutes>, "the minute in a time zone"},
    {"getSeconds", utc, in_utc<seconds>, "the second"},
    {"getSeconds", zoned, in_zone<seconds>, "the second in a time zone"},
    {"getMilliseconds", utc, in_utc<milliseconds>, "the milliseconds of the second"},
    {"getMilliseconds", zoned, in_zone<milliseconds>, "the milliseconds of the second in a time zone"},
    {"getHours", "duration.() -> int", whole<3600>, "whole hours of a duration"},
    {"getMinutes", "duration.() -> int", whole<60>, "whole minutes of a duration"},
    {"getSeconds", "duration.() -> int", whole<1>, "whole seconds of a duration"},
    {"getMilliseconds", "duration.() -> int", duration_milliseconds, "the milliseconds of the last second"},
};

}  // namespace

std::span<const Function> time_functions() { return rows; }

}  // namespace factlint::expr
