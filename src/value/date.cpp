#include "value/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace factlint {
namespace {

constexpr std::array<std::uint8_t, 13> month_lengths = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// The last year of a decade or century, else the year itself.
int last_year(const Date& date) { return date.year + std::max<int>(date.years, 1) - 1; }

std::string year_text(const Date& date) {
    if (date.year == no_year) return "XXXX";
    const std::string digits = fmt::format("{:04}", static_cast<int>(date.year));
    const std::size_t unspecified = date.years == 10 ? 1 : date.years == 100 ? 2 : 0;
    return digits.substr(0, digits.size() - unspecified) + std::string(unspecified, 'X');
}

/// "2026-11", "XXXX-11-02".
std::string plain(const Date& date) {
    std::string text = year_text(date);
    if (date.month != 0) text += fmt::format("-{:02}", date.month);
    if (date.day != 0) text += fmt::format("-{:02}", date.day);
    return text;
}

Date with_month(Date date, std::uint8_t month) {
    date.month = month;
    date.last_month = 0;
    return date;
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

/// "2025", "193X", "19XX", "XXXX".
bool parse_year(std::string_view text, Date& date) {
    if (text.size() != 4) return false;
    if (text == "XXXX") return true;
    const std::size_t known = std::min(text.find('X'), text.size());
    if (known < 2 || text.substr(known).find_first_not_of('X') != std::string_view::npos) return false;
    const auto value = digits(text.substr(0, known));
    if (!value) return false;
    constexpr std::array<int, 5> scale = {0, 0, 100, 10, 1};
    date.year = static_cast<std::int16_t>(*value * scale[known]);
    date.years = static_cast<std::uint8_t>(known == 4 ? 0 : scale[known]);
    return true;
}

bool parse_two(std::string_view text, std::uint8_t& field) {
    const auto value = text.size() == 2 ? digits(text) : std::nullopt;
    field = static_cast<std::uint8_t>(value.value_or(0));
    return value.has_value();
}

/// "[2026-11..2026-12]".
std::optional<Date> parse_months(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    const auto first = parse_date(text.substr(0, dots)), last = parse_date(text.substr(dots + 2));
    if (!first || !last || first->year != last->year || first->day != 0 || last->day != 0)
        return std::nullopt;
    if (first->month == 0 || last->month <= first->month) return std::nullopt;
    Date date = *first;
    date.last_month = last->month;
    return date;
}

std::uint8_t first_month(const Date& date) { return date.month == 0 ? 1 : date.month; }
std::uint8_t final_month(const Date& date) {
    return date.last_month != 0 ? date.last_month : date.month == 0 ? 12 : date.month;
}

/// Whether some year makes two dates, of which at least one lacks its year, the same day.
bool can_meet(const Date& a, const Date& b) {
    if (final_month(a) < first_month(b) || final_month(b) < first_month(a)) return false;
    return a.day == 0 || b.day == 0 || (a.day == b.day && a.month == b.month);
}

/// Days from 1 January of an unknown year, as if it were a leap year.
Days days_in_year(const Date& date) {
    Date first = date, last = date;
    first.year = last.year = 2000;
    return {days(first)->first, days(last)->last};
}

Truth less(const Days& a, const Days& b) {
    if (a.last < b.first) return Truth::yes;
    return b.last <= a.first ? Truth::no : Truth::open;
}

Truth both(Truth a, Truth b) { return std::min(a, b); }

}  // namespace

bool valid(const Date& date) {
    if (date.month > 12 || date.last_month > 12 || (date.month == 0 && date.day != 0)) return false;
    if (date.weekday > 7) return false;
    if (date.day == 0) return true;
    return date.day <=
           (date.year == no_year ? month_lengths[date.month] : days_in_month(date.year, date.month));
}

std::string to_edtf(const Date& date) {
    if (date.last_month == 0) return plain(date);
    return "[" + plain(with_month(date, date.month)) + ".." + plain(with_month(date, date.last_month)) + "]";
}

std::string to_edtf(const DateRange& range) {
    if (range.start == range.end && range.start.last_month != 0)
        return plain(with_month(range.start, range.start.month)) + "/" +
               plain(with_month(range.end, range.end.last_month));
    if (range.start == range.end && range.start.years > 1) {
        Date first = range.start, last = range.start;
        first.years = last.years = 0;
        last.year = static_cast<std::int16_t>(last_year(range.start));
        return plain(first) + "/" + plain(last);
    }
    return to_edtf(range.start) + "/" + to_edtf(range.end);
}

std::optional<Date> parse_date(std::string_view edtf) {
    if (edtf.starts_with('[') && edtf.ends_with(']')) return parse_months(edtf.substr(1, edtf.size() - 2));
    Date date;
    if (!parse_year(edtf.substr(0, 4), date)) return std::nullopt;
    if (edtf.size() > 4 && (edtf[4] != '-' || !parse_two(edtf.substr(5, 2), date.month) || date.month == 0))
        return std::nullopt;
    if (edtf.size() > 7 && (edtf[7] != '-' || !parse_two(edtf.substr(8), date.day) || date.day == 0))
        return std::nullopt;
    return valid(date) ? std::optional(date) : std::nullopt;
}

std::optional<DateRange> parse_date_range(std::string_view edtf) {
    const auto slash = edtf.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto start = parse_date(edtf.substr(0, slash)), end = parse_date(edtf.substr(slash + 1));
    if (!start || !end) return std::nullopt;
    return DateRange{*start, *end};
}

Day days_from_civil(int year, int month, int day) {
    year -= month <= 2 ? 1 : 0;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Date civil_from_days(Day day) {
    const int shifted = day + 719468;
    const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    Date date;
    date.year = static_cast<std::int16_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
    date.month = static_cast<std::uint8_t>(month);
    date.day = static_cast<std::uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    return date;
}

int weekday(Day day) {
    const int since_thursday = day % 7;  // 1970-01-01 was a Thursday
    return (since_thursday + 7 + 3) % 7 + 1;
}

int days_in_month(int year, int month) {
    return month == 2 && !leap(year) ? 28 : month_lengths[static_cast<std::size_t>(month)];
}

std::optional<Days> days(const Date& date) {
    if (date.year == no_year) return std::nullopt;
    const int last = last_year(date), month = final_month(date);
    const int first_day = date.day == 0 ? 1 : date.day;
    const int last_day = date.day == 0 ? days_in_month(last, month) : date.day;
    return Days{days_from_civil(date.year, first_month(date), first_day),
                days_from_civil(last, month, last_day)};
}

std::optional<Days> days(const DateRange& range) {
    const auto start = days(range.start), end = days(range.end);
    if (!start || !end) return std::nullopt;
    return Days{start->first, end->last};
}

Truth equal(const Date& a, const Date& b) {
    const auto of_a = days(a), of_b = days(b);
    if (!of_a || !of_b) return can_meet(a, b) ? Truth::open : Truth::no;
    if (of_a->last < of_b->first || of_b->last < of_a->first) return Truth::no;
    const bool same_day = of_a->first == of_a->last && of_b->first == of_b->last;
    return same_day ? Truth::yes : Truth::open;
}

Truth less(const Date& a, const Date& b) {
    const auto of_a = days(a), of_b = days(b);
    if (of_a && of_b) return less(*of_a, *of_b);
    return !of_a && !of_b ? less(days_in_year(a), days_in_year(b)) : Truth::open;
}

Truth equal(const DateRange& a, const DateRange& b) {
    return both(equal(a.start, b.start), equal(a.end, b.end));
}

Truth less(const DateRange& a, const DateRange& b) { return less(a.end, b.start); }

Truth contains(const DateRange& range, const Date& date) {
    const auto whole = days(range);
    if (date.year != no_year || !whole) return both(!less(date, range.start), !less(range.end, date));
    // a year that is not written: open if it can be one of the range's years, no if the day lies outside in all of them
    const int first = civil_from_days(whole->first).year, last = civil_from_days(whole->last).year;
    if (last - first > 1) return Truth::open;
    for (int year = first; year <= last; ++year) {
        Date dated = date;
        dated.year = static_cast<std::int16_t>(year);
        if (valid(dated) && contains(range, dated) != Truth::no) return Truth::open;
    }
    return Truth::no;
}

Truth overlaps(const DateRange& a, const DateRange& b) {
    return both(!less(a.end, b.start), !less(b.end, a.start));
}

std::string to_iso(const Time& time) {
    std::string text = fmt::format("T{:02}", time.hour);
    if (time.minute != 0xFF) text += fmt::format(":{:02}", time.minute);
    if (time.second != 0xFF) text += fmt::format(":{:02}", time.second);
    if (time.nanosecond != 0) {
        std::string fraction = fmt::format("{:09}", time.nanosecond);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        text += "." + fraction;
    }
    return text;
}

}  // namespace factlint
