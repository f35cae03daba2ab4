#include <algorithm>

#include "value/functions.h"
#include "value/operand.h"

namespace factlint {
namespace {

constexpr int months_of_year = 12;
constexpr int days_of_week = 7;

bool has_date(const Stated& x) {
    return x.kind == Kind::date || x.kind == Kind::datetime || x.kind == Kind::date_range;
}

Stated counted(UnitId unit, const std::optional<Interval>& admits, const Number& number, const Stated& a,
               const Stated& b) {
    return computed(Kind::number, unit, number, admits.value_or(Interval{}), a, b);
}

Interval between(const Number& low, const Number& high) {
    return {Bound{std::min(low, high), false, false}, Bound{std::max(low, high), false, false}};
}

int whole_months(Day from, Day to) {
    if (to < from) return -whole_months(to, from);
    const Date a = civil_from_days(from), b = civil_from_days(to);
    return (b.year - a.year) * months_of_year + b.month - a.month - (b.day < a.day ? 1 : 0);
}

int whole_years(Day from, Day to) { return whole_months(from, to) / months_of_year; }

int whole_days(Day from, Day to) { return to - from; }

/// What the two dates say where they say no day: the difference of the calendar years, months, days.
using Nominal = int (*)(const Date&, const Date&);
int nominal_years(const Date& a, const Date& b) { return b.year - a.year; }
int nominal_months(const Date& a, const Date& b) {
    return nominal_years(a, b) * months_of_year + std::max<int>(b.month, 1) - std::max<int>(a.month, 1);
}
int nominal_days(const Date& a, const Date& b) { return whole_days(days(a)->first, days(b)->first); }

struct Counting {
    Operation operation;
    UnitId unit;
    int (*whole)(Day, Day);
    Nominal nominal;
};

Outcome<Stated> count_between(const Counting& counting, const Stated& from, const Stated& to) {
    if (!has_date(from) || !has_date(to)) return kinds_mismatch(from, to, counting.operation);
    const Date &a = from.dates.start, &b = to.dates.start;
    const auto first = days(a), last = days(b);
    if (!first || !last) return counted(counting.unit, std::nullopt, 0, from, to);
    // The count grows with the later date and shrinks with the earlier one.
    const int least = counting.whole(first->last, last->first),
              most = counting.whole(first->first, last->last);
    const int nominal = std::clamp(counting.nominal(a, b), std::min(least, most), std::max(least, most));
    return counted(counting.unit, between(least, most), nominal, from, to);
}

Outcome<Stated> part(const Stated& x, std::string_view operation,
                     Stated (*take)(const Date&, const Stated&)) {
    if (!has_date(x)) return unfit(x, operation);
    return take(x.dates.start, x);
}

Stated year_part(const Date& date, const Stated& x) {
    if (date.year == no_year) return counted(UnitId::none, std::nullopt, 0, x, x);
    const int last = date.year + std::max<int>(date.years, 1) - 1;
    return counted(UnitId::none, between(date.year, last), date.year, x, x);
}

Stated month_part(const Date& date, const Stated& x) {
    if (date.month == 0) return counted(UnitId::none, between(1, months_of_year), 1, x, x);
    const int last = std::max(date.month, date.last_month);
    return counted(UnitId::none, between(date.month, last), date.month, x, x);
}

Stated day_part(const Date& date, const Stated& x) {
    constexpr int longest_month = 31, leap_year = 2000;
    if (date.day != 0) return counted(UnitId::none, between(date.day, date.day), date.day, x, x);
    const bool one_month = date.month >= 1 && date.month <= months_of_year && date.last_month == 0;
    const int year = date.year == no_year ? leap_year : date.year;
    const int last = one_month ? days_in_month(year, date.month) : longest_month;
    return counted(UnitId::none, between(1, last), 1, x, x);
}

/// 0 where it is not known.
Stated weekday_number(int day, const Stated& x) {
    const Interval admits = day == 0 ? between(1, days_of_week) : between(day, day);
    Stated made = counted(UnitId::none, admits, std::max(day, 1), x, x);
    made.label = weekday_label;
    return made;
}

Stated weekday_part(const Date& date, const Stated& x) {
    const auto at = days(date);
    return weekday_number(at && at->first == at->last ? weekday(at->first) : 0, x);
}

Stated stated_weekday_part(const Date& date, const Stated& x) { return weekday_number(date.weekday, x); }

}  // namespace

Outcome<Stated> years_between(const Stated& from, const Stated& to) {
    return count_between({{"count the years between"}, UnitId::year, whole_years, nominal_years}, from, to);
}
Outcome<Stated> months_between(const Stated& from, const Stated& to) {
    return count_between({{"count the months between"}, UnitId::month, whole_months, nominal_months}, from,
                         to);
}
Outcome<Stated> days_between(const Stated& from, const Stated& to) {
    return count_between({{"count the days between"}, UnitId::day, whole_days, nominal_days}, from, to);
}

Outcome<Stated> year_of(const Stated& date) { return part(date, "take the year of", year_part); }
Outcome<Stated> month_of(const Stated& date) { return part(date, "take the month of", month_part); }
Outcome<Stated> day_of(const Stated& date) { return part(date, "take the day of", day_part); }
Outcome<Stated> weekday_of(const Stated& date) { return part(date, "take the weekday of", weekday_part); }
Outcome<Stated> stated_weekday_of(const Stated& date) {
    return part(date, "take the weekday of", stated_weekday_part);
}

Outcome<Truth> contains(const Stated& range, const Stated& date) {
    if (!has_date(range) || !has_date(date)) return kinds_mismatch(range, date, {"look in", "for"});
    const DateRange outer = date_extent(range);
    if (date.kind != Kind::date_range) return contains(outer, date.dates.start);
    const DateRange inner = date_extent(date);
    return contains(outer, inner.start) && contains(outer, inner.end);
}

Outcome<Truth> overlaps(const Stated& a, const Stated& b) {
    if (!has_date(a) || !has_date(b)) return kinds_mismatch(a, b, {"look for days shared by"});
    return overlaps(date_extent(a), date_extent(b));
}

}  // namespace factlint
