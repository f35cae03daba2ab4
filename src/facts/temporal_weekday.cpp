// Weekdays around dates, weeks of a year, and holidays that are counted from one.
#include "facts/fold.h"
#include "facts/temporal.h"
#include "facts/temporal_template.h"

namespace factlint {
namespace {

/// The name of a weekday, or its number where weekdays are counted (thứ Sáu, the sixth, is Friday).
Weekday weekday_at(Run& run, std::size_t at, Role role) {
    if (const Sense* sense = run.sense(at, role)) return {1, sense->value};
    if (!run.is(at, Role::weekday_prefix)) return {};
    const WholeNumber number = read_whole_number(run, at + 1, 1);
    return number.tokens == 1 && number.value >= 2 && number.value <= 7 ? Weekday{2, number.value - 1}
                                                                        : Weekday{};
}

/// 11440 is the fourth Thursday of November, 05510 the last Monday of May.
Day counted_holiday(int year, int code) {
    const int which = code / 100 % 10;
    const int last = days_in_month(year, code / 1000);
    const Day first = days_from_civil(year, code / 1000, 1);
    const int day = (code / 10 % 10 - weekday(first) + 7) % 7 + 7 * (which - 1);
    return first + (day < last ? day : day - 7) + code % 10;
}

/// Monday of the first week of a year: the one with 4 January (ISO 8601-1, 3.1.1.23).
Day first_monday(int year) {
    const Day day = days_from_civil(year, 1, 4);
    return day - (weekday(day) - 1);
}

}  // namespace

bool is_attached(Run& run, std::size_t at, char sign) {
    return run.is_sign(at, sign) && run[at].gap == Gap::none && run[at + 1].gap == Gap::none;
}

Weekday weekday_before(Run& run, std::size_t at) {
    Weekday weekday = weekday_at(run, at, Role::weekday);
    if (weekday.tokens == 0) return {};
    if (run.is_sign(at + weekday.tokens, '.')) ++weekday.tokens;
    if (run.is_sign(at + weekday.tokens, ',') || is_attached(run, at + weekday.tokens, '-')) ++weekday.tokens;
    if (run.language().spaced && run.is(at + weekday.tokens, Role::date_join))
        ++weekday.tokens;  // Montag, der 3. März
    return weekday;
}

Weekday weekday_behind(Run& run, std::size_t at) {
    const bool spaced = run.language().spaced;  // 2 Kasım 2025 Pazar, but "5 May Sunday papers"
    if (!run.is_sign(at, '(')) return weekday_at(run, at, spaced ? Role::weekday_mark : Role::weekday);
    Weekday weekday = weekday_at(run, at + 1, Role::weekday_mark);
    if (weekday.tokens == 0) weekday = weekday_at(run, at + 1, Role::weekday);
    if (weekday.tokens == 0 || !run.is_sign(at + 1 + weekday.tokens, ')')) return {};
    return {weekday.tokens + 2, weekday.value};
}

Span weekday_alone(Run& run) {
    if (!run.is(0, Role::weekday_prefix)) return {};
    const Weekday weekday = weekday_at(run, 0, Role::weekday);
    if (weekday.tokens == 0) return {};
    const Span span{run[0].span.begin, run[weekday.tokens - 1].span.end};
    constexpr RoleSet leads = {Role::day_lead, Role::day_part, Role::meridiem, Role::range_open};
    const bool named = is_capital(run.text(), run[1].span.begin) || run.is(weekday.tokens, Role::week_mark);
    return named || run.roles_before(span.begin).meets(leads) ? span : Span{};
}

Date movable_holiday(int year, int code) {
    constexpr int least_counted = 1000;
    return civil_from_days(code < least_counted ? easter(year) + code : counted_holiday(year, code));
}

Date day_of_week(int year, int week, int day) {
    return civil_from_days(first_monday(year) + 7 * (week - 1) + day - 1);
}

int weeks_in(int year) { return (first_monday(year + 1) - first_monday(year)) / 7; }

}  // namespace factlint
