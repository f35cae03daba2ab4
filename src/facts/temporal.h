// Dates, times, durations and ages, and what they make together: ranges, date-times. One parser for the merged pass.
#pragma once

#include <cstddef>

#include "facts/token.h"
#include "value/date.h"
#include "value/kind.h"

namespace factlint {

/// What stands at one place: a date, a time, or both beside each other.
struct Moment {
    std::size_t tokens = 0;       ///< 0 = nothing was read
    Kind date_kind = Kind::date;  ///< date, or date_range for quarters, halves, decades and centuries
    bool has_date = false;
    bool has_time = false;
    bool impossible = false;    ///< no such day or month
    bool holiday = false;       ///< the name of one, without a year
    bool bare_year = false;     ///< four digits alone: a date only in company
    bool week = false;          ///< seven days from `date` on
    int bare_number = -1;       ///< a day or hour that needs the other end of its range
    bool roman = false;         ///< that number is a Roman one: of a century
    bool needs_lead = false;    ///< 2/11, 2日, 三点: a date or time only beside a word that asks for one
    bool twelve_hours = false;  ///< the time has a.m. or p.m.
    Date date;
    Time time;
    int day_part = -1;
    Span date_span;
    Span time_span;
    std::uint32_t stamp_end = 0;  ///< of the year or the offset behind the time, in a time stamp; else 0
};

/// The longest date at token `at`: day, month, year, quarter, half, decade, century, with a weekday beside it.
Moment read_date(Run& run, std::size_t at);
/// The weekday around a date: "Friday, " before it, "(金)" or "金曜日" behind it.
struct Weekday {
    std::size_t tokens = 0;
    int value = 0;
};
Weekday weekday_before(Run& run, std::size_t at);
Weekday weekday_behind(Run& run, std::size_t at);
/// A counted weekday at the run's start with no date beside it (thứ Bảy, hôm thứ bảy, thứ ba tuần tới): no ordinal. Empty where there is
/// none.
Span weekday_alone(Run& run);
/// 28 June in 2020, April in 2016: a word that leads to a year stands between the month and its year.
void take_led_year(Run& run, std::size_t at, Moment& moment);
/// A sign with nothing around it: Friday-Jun-15, dez/2018
bool is_attached(Run& run, std::size_t at, char sign);
/// The day that Role::movable_holiday says, in a year.
Date movable_holiday(int year, int code);
/// Day 1 to 7, from Monday on, of a week of a year (ISO 8601-1).
Date day_of_week(int year, int week, int day);
int weeks_in(int year);
enum class Beside : std::uint8_t { nothing, date };
/// The longest time of day at token `at`. Beside a date, number words are enough: "March eighteenth, nine thirty".
Moment read_time(Run& run, std::size_t at, Beside beside = Beside::nothing);
/// A date with a time, in either order, or one of the two.
Moment read_moment(Run& run, std::size_t at);

/// A word before the token leads to a day: on, am, op.
bool led_day(Run& run, std::size_t at);
/// A word before the token opens a range: from, van.
bool opens_range(Run& run, std::size_t at);
/// Whether the tokens [at, end) are a day and a month in digits (facts/temporal_day.cpp): op 22-04, vrijdag 12-5, van 1-10
/// tot 7-11, op 20-11 of 25-11. Other pairs of digits are scores or ranges.
bool is_hyphened_day(Run& run, std::size_t at, std::size_t end);
/// el 17 del 11, with nothing behind them that they count
bool is_joined_day(Run& run, std::size_t at, std::size_t end);
/// Whether the word for a year at `at` is of another year than the number behind it: last year 1127 people came.
bool is_other_year(Run& run, std::size_t at, int number);
/// am siebten vierten; Donnerstag, 7. vierter; 7. vierter 2016
bool is_day_of_ordinals(Run& run, std::size_t at, std::size_t end, int year);
/// am 22.4, without a point behind it
bool is_dotted_day(Run& run, std::size_t at, std::size_t end);
/// Whether an ordinal ends there that names no day, where days have a mark of their own: 일요일 9번째 경기, the ninth match.
bool is_rank(Run& run, std::size_t last);

/// Whether the tokens [at, end) are all that stands in a pair of brackets.
bool bracketed(Run& run, std::size_t at, std::size_t end);
/// Whether the token at `at` leaves the number before it alone: "2000 people" and "3–5 people" are no dates.
bool stands_alone(Run& run, std::size_t at);
/// A quantity of something ends at `next`: 2,000 km, 2000 USD, 2000 %.
bool counts_something(Run& run, std::size_t next);
/// Whether the context licenses what may also be something else: "in 2025", "(2011)", "on 2/11".
bool licensed(Run& run, std::size_t at, const Moment& moment);

/// "2011/12", "2011/2012": a season or fiscal year, where the second number is no month as the language writes it.
bool is_season(Run& run, std::size_t at);
/// "-33-03-2020": the digits go on before `at` or behind `end`, where `last` ends, so this is part of a longer code.
bool inside_code(Run& run, std::size_t at, std::size_t end, const Moment& last);
/// Appends the moment as facts: one, or a datetime with its two parts.
void append_moment(const Moment& moment, const Run& run, Facts& out);

/// The hour of the day that `hour` is in a part of the day (Role::day_part). Night and noon reach over twelve: 夜1時 is
/// T01, 1 giờ trưa is T13.
int hour_of_day(int hour, int day_part);

/// Parsers for the merged pass (facts/token.h); `first` is what read_moment finds at `at`.
std::size_t parse_moment(Run& run, std::size_t at, const Moment& first,
                         Facts& out);  ///< date, time, datetime
std::size_t parse_time_range(Run& run, std::size_t at, const Moment& first,
                             Facts& out);                          ///< date_range, time_range
std::size_t parse_duration(Run& run, std::size_t at, Facts& out);  ///< duration, age
/// Whether nothing but a word or sign that joins stands between the fact before, a date, and token `at`.
bool follows_date(Run& run, std::size_t at);
/// A date of a list takes what it lacks from the last, 3 and 4 April 2020, March and April 2020, April 3 and 4, 2020, or from
/// the one before it: April 3 and 4, 4月3日と4日.
std::size_t parse_listed_day(Run& run, std::size_t at, const Moment& first, Facts& out);
/// The longest of the three; a range before its first end.
std::size_t parse_temporal(Run& run, std::size_t at, Facts& out);

}  // namespace factlint
