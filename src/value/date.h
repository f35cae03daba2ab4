// Date: one unknown day of those the writing admits (EDTF, ISO 8601-2): 2025-11-02, 2021-07, 1995, XXXX-11-02,
// [2026-11..2026-12] for late 2026. Proleptic Gregorian calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/interval.h"

namespace factlint {

/// Days since 1970-01-01.
using Day = std::int32_t;

inline constexpr std::int16_t no_year = INT16_MIN;

/// 8 bytes, stored in facts as they are. Absent fields are 0 (`no_year` for the year).
/// month..last_month: several months of one year (late 2026 = 11..12; quarter 1 = 1..3). `years` > 1: a decade (10) or
/// century (100) that starts in `year`.
struct Date {
    std::int16_t year = no_year;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    std::uint8_t last_month = 0;
    std::uint8_t weekday = 0;  ///< 1 = Monday … 7 = Sunday, where one is written beside it
    std::uint8_t years = 0;
    std::uint8_t reserved = 0;
    friend constexpr bool operator==(const Date&, const Date&) = default;
};

/// From one date to another, ends included: an extent, not an unknown day.
struct DateRange {
    Date start;
    Date end;
    friend constexpr bool operator==(const DateRange&, const DateRange&) = default;
};

/// Whether there is such a day or month in the calendar (29 February without a year is valid).
bool valid(const Date&);
/// "2025-11-02", "2021-07", "1995", "XXXX-11-02", "193X", "19XX", "[2026-11..2026-12]"; "2025-XX-02" without a month.
std::string to_edtf(const Date&);
std::string to_edtf(const DateRange&);
/// Reads what to_edtf writes, plus intervals through parse_date_range.
std::optional<Date> parse_date(std::string_view edtf);
std::optional<DateRange> parse_date_range(std::string_view edtf);

/// The extent a date that is no single day covers: 2026-01/2026-03 for the first quarter, 1930/1939 for a decade; any
/// other date is both ends.
DateRange extent(const Date&);

Day days_from_civil(int year, int month,
                    int day);  ///< Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
Date civil_from_days(Day);
Day easter(int year);  ///< Easter Sunday of the western churches
int weekday(Day);      ///< 1 = Monday … 7 = Sunday
int days_in_month(int year, int month);

/// First and last admitted day; nullopt where the year is not known.
struct Days {
    Day first;
    Day last;
};
std::optional<Days> days(const Date&);
std::optional<Days> days(const DateRange&);

/// Three-valued comparisons; an impossible date is neither equal to, nor before, nor inside anything. With an unknown year: equal is `no` where no year makes them equal, `open` otherwise;
/// less is decided inside one year only when both lack it, else `open`.
Truth equal(const Date&, const Date&);
Truth less(const Date&, const Date&);
/// Extents: equal compares start with start and end with end; less means end(a) before start(b).
Truth equal(const DateRange&, const DateRange&);
Truth less(const DateRange&, const DateRange&);
/// Whether the day lies inside the range.
Truth contains(const DateRange&, const Date&);
Truth overlaps(const DateRange&, const DateRange&);

/// Years that prose writes of in four digits, where nothing says that it means years: 1500 to 2100.
constexpr bool is_plausible_year(int year) { return year >= 1500 && year <= 2100; }

/// Clock time, 24 h. `second` and `minute` are absent (0xFF) where not written.
struct Time {
    std::uint8_t hour = 0;
    std::uint8_t minute = 0xFF;
    std::uint8_t second = 0xFF;
    std::uint8_t reserved = 0;
    std::int32_t nanosecond = 0;
    friend constexpr bool operator==(const Time&, const Time&) = default;
};
std::string to_iso(const Time&);  ///< "T17:30"

}  // namespace factlint
