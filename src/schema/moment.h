// Days and times of day as cells write them (ISO 8601): real ones of the calendar, comparable as two integers.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "value/date.h"

namespace factlint {

/// A point of a calendar's and a clock's time whose order is that of its fields.
struct CellMoment {
    std::int32_t date = 0;  ///< year, month and day, in that order of weight; absent ones are 0
    std::int64_t time = 0;  ///< nanoseconds since midnight
    friend constexpr auto operator<=>(const CellMoment&, const CellMoment&) = default;
};

constexpr std::int32_t date_key(const Date& date) { return date.year * 512 + date.month * 32 + date.day; }
constexpr std::int64_t time_key(const Time& time) {
    const std::int64_t minute = time.minute == 0xFF ? 0 : time.minute;
    const std::int64_t second = time.second == 0xFF ? 0 : time.second;
    return ((time.hour * std::int64_t{60} + minute) * 60 + second) * 1'000'000'000 + time.nanosecond;
}

/// Whether `date`, of which month and day are given, is a day of the calendar.
inline bool is_day(const Date& date) {
    if (date.month - 1u >= 12 || date.day == 0) return false;
    return date.day <= 28 || date.day <= days_in_month(date.year, date.month);
}

/// "2024-03-31" and nothing around it.
bool read_iso_date(std::string_view text, Date& date);
/// "14:05:00", "14:05:00.25", with "Z" or "+01:00" behind it, which moves it to UTC (past midnight: the same day).
bool read_iso_time(std::string_view text, Time& time);
/// "2024-03-31T14:05:00" and the same with what read_iso_time takes; moved to UTC where an offset is written.
bool read_iso_datetime(std::string_view text, Date& date, Time& time);
/// "2024"; "-0044" and "12024" as XML Schema's gYear writes them, within the years that a Date holds.
bool read_iso_year(std::string_view text, Date& date);
/// "2024-03".
bool read_iso_year_month(std::string_view text, Date& date);

/// `minutes` of an offset from UTC taken off. False where the year leaves what a Date holds.
bool move_to_utc(Date& date, Time& time, int minutes);
/// Minutes of "Z", "+01:00", "-0530", "+01" at the start of `text`, which is left behind it.
std::optional<int> take_offset(std::string_view& text);
/// ".25" at the start of `text`, which is left behind it: 250,000,000. nullopt where there is no digit or are more
/// than nine.
std::optional<std::int32_t> take_fraction(std::string_view& text);

}  // namespace factlint
