#include "value/date.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr int leap_year = 2000;  // has every day that any year has

bool has_year(const Date& date) { return date.year != no_year; }
bool has_year(const DateRange& range) { return has_year(range.start) && has_year(range.end); }

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

Truth equal_days(const Days& a, const Days& b) {
    if (a.last < b.first || b.last < a.first) return Truth::no;
    return a.first == a.last && b.first == b.last ? Truth::yes : Truth::open;
}

Truth less_days(const Days& a, const Days& b) {
    if (a.last < b.first) return Truth::yes;
    return b.last <= a.first ? Truth::no : Truth::open;
}

Truth days_within(const Days& outer, const Days& inner) {
    if (outer.first <= inner.first && inner.last <= outer.last) return Truth::yes;
    return inner.last < outer.first || outer.last < inner.first ? Truth::no : Truth::open;
}

Truth days_overlap(const Days& a, const Days& b) {
    return a.first <= b.last && b.first <= a.last ? Truth::yes : Truth::no;
}

/// The days of the range where ends without a year are in `year`; 30 December to 2 January runs into the next.
std::optional<Days> days_in_year(DateRange range, int year) {
    const bool same_year = !has_year(range.start) && !has_year(range.end);
    if (!has_year(range.start)) range.start.year = static_cast<std::int16_t>(year);
    if (!has_year(range.end)) range.end.year = static_cast<std::int16_t>(year);
    auto found = days(range);
    if (!found || found->first <= found->last || !same_year) return found;
    ++range.end.year;
    return days(range);
}

using Judge = Truth (*)(const Days&, const Days&);

/// The best that any of the years from `first` to `last`, taken where `a` and `b` lack one, makes of them.
Truth judge_years(const DateRange& a, const DateRange& b, Judge judge, int first, int last) {
    Truth best = Truth::no;
    for (int year = first; year <= last && best != Truth::yes; ++year) {
        const auto a_days = days_in_year(a, year), b_days = days_in_year(b, year);
        if (a_days && b_days) best = best || judge(*a_days, *b_days);
    }
    return best;
}

/// Judges two extents; where one lacks its year, what holds in some year only is open.
Truth judge_extents(const DateRange& a, const DateRange& b, Judge judge) {
    if (has_year(a) == has_year(b)) return judge_years(a, b, judge, leap_year, leap_year);
    const auto known = days(has_year(a) ? a : b);
    if (!known) return Truth::no;
    const int first = civil_from_days(known->first).year - 1, last = civil_from_days(known->last).year;
    // Eight years have every day of the calendar.
    if (last - first > 9) return Truth::open;
    return std::min(Truth::open, judge_years(a, b, judge, first, last));
}

}  // namespace

int days_in_month(int year, int month) {
    constexpr std::int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

Day days_from_civil(int year, int month, int day) {
    year -= month <= 2 ? 1 : 0;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

/// The anonymous algorithm of 1876 (Meeus, "Astronomical Algorithms", chapter 8).
Day easter(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int leap = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    const int moon = (19 * golden + leap + 15) % 30;
    const int sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 4) % 7;
    const int late = (golden + 11 * moon + 22 * sunday) / 451;
    return days_from_civil(year, 3, 22) + moon + sunday - 7 * late;
}

Date civil_from_days(Day day) {
    day += 719468;
    const int era = (day >= 0 ? day : day - 146096) / 146097;
    const int day_of_era = day - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted = (5 * day_of_year + 2) / 153;
    const int month = shifted < 10 ? shifted + 3 : shifted - 9;
    Date date;
    date.year = static_cast<std::int16_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
    date.month = static_cast<std::uint8_t>(month);
    date.day = static_cast<std::uint8_t>(day_of_year - (153 * shifted + 2) / 5 + 1);
    return date;
}

int weekday(Day day) {
    // 1970-01-01 was a Thursday.
    const int from_monday = (day + 3) % 7;
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

bool valid(const Date& date) {
    if (date.month > 12 || date.last_month > 12 || date.weekday > 7) return false;
    if (date.last_month != 0 && (date.month == 0 || date.last_month < date.month || date.day != 0))
        return false;
    if (date.years > 1 && (!has_year(date) || date.month != 0 || date.day != 0)) return false;
    if (date.day == 0) return true;
    const int year = has_year(date) ? date.year : leap_year;
    return date.day <= (date.month == 0 ? 31 : days_in_month(year, date.month));
}

std::optional<Days> days(const Date& date) {
    if (!has_year(date) || !valid(date) || (date.month == 0 && date.day != 0)) return std::nullopt;
    if (date.day != 0) {
        const Day day = days_from_civil(date.year, date.month, date.day);
        return Days{day, day};
    }
    const int last_year = date.year + std::max<int>(date.years, 1) - 1;
    const int first_month = std::max<int>(date.month, 1);
    const int last_month = date.last_month != 0 ? date.last_month : date.month != 0 ? date.month : 12;
    return Days{days_from_civil(date.year, first_month, 1),
                days_from_civil(last_year, last_month, days_in_month(last_year, last_month))};
}

std::optional<Days> days(const DateRange& range) {
    const auto start = days(range.start), end = days(range.end);
    if (!start || !end) return std::nullopt;
    return Days{start->first, end->last};
}

DateRange extent(const Date& date) {
    DateRange range{date, date};
    range.start.last_month = range.end.last_month = 0;
    range.start.years = range.end.years = 0;
    if (date.last_month != 0) range.end.month = date.last_month;
    if (date.years > 1) range.end.year = static_cast<std::int16_t>(date.year + date.years - 1);
    return range;
}

Truth equal(const Date& a, const Date& b) {
    const Truth judged = judge_extents({a, a}, {b, b}, equal_days);
    return has_year(a) && has_year(b) ? judged : std::min(Truth::open, judged);
}

Truth less(const Date& a, const Date& b) {
    if (!valid(a) || !valid(b)) return Truth::no;
    if (has_year(a) != has_year(b)) return Truth::open;
    return judge_years({a, a}, {b, b}, less_days, leap_year, leap_year);
}

Truth equal(const DateRange& a, const DateRange& b) { return equal(a.start, b.start) && equal(a.end, b.end); }

Truth less(const DateRange& a, const DateRange& b) { return less(a.end, b.start); }

Truth contains(const DateRange& range, const Date& date) {
    return judge_extents(range, {date, date}, days_within);
}

Truth overlaps(const DateRange& a, const DateRange& b) { return judge_extents(a, b, days_overlap); }

}  // namespace factlint
