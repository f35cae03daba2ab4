// Days whose month has no name: op 22-04, el 17 del 11, am siebten vierten, am 22.4. Where such numbers may be something
// else, a word before them, a weekday or a list says that they are a day.
#include "facts/fold.h"
#include "facts/temporal.h"

namespace factlint {
namespace {

/// The day before the month, and no quantity.
bool day_stands_first(Run& run, std::size_t end) {
    return run.language().date_order == DateOrder::day_month_year && !counts_something(run, end);
}

/// 22-04, with `digits` of each at least.
bool is_hyphened_pair(Run& run, std::size_t at, int digits) {
    return run[at].kind == TokenKind::digits && is_attached(run, at + 1, '-') &&
           run[at].digit_count >= digits && run[at + 2].digit_count >= digits;
}

/// Freitag, der
bool is_behind_weekday(Run& run, std::size_t at) {
    if (at > 1 && run.is(at - 1, Role::date_join)) --at;
    if (at > 1 && run.is_sign(at - 1, ',')) --at;
    return at > 0 && run.is(at - 1, Role::weekday);
}

/// Where a point makes an ordinal of a day, and no noun stands behind it.
bool is_ordinal_day(Run& run, std::size_t end) {
    const bool noun = run[end].kind == TokenKind::word && is_capital(run.text(), run[end].span.begin);
    return run.language().noun_capital && day_stands_first(run, end) && !noun;
}

bool is_led_ordinal(Run& run, std::size_t at) {
    return led_day(run, at) && run.before(run[at].span.begin, Role::ordinal_lead).sense != nullptr;
}

}  // namespace

bool led_day(Run& run, std::size_t at) {
    if (run.language().case_endings) return false;
    return run.before(run[at].span.begin, Role::day_lead).sense != nullptr;
}

bool opens_range(Run& run, std::size_t at) {
    return run.before(run[at].span.begin, Role::range_open).sense != nullptr;
}

bool is_hyphened_day(Run& run, std::size_t at, std::size_t end) {
    constexpr RoleSet joins = {Role::range_join, Role::range_and, Role::list_join};
    constexpr std::uint32_t longest_joint = 8;
    if (!day_stands_first(run, end)) return false;
    if (at > 0 && run.is(at - 1, Role::weekday)) return true;
    const bool joined = run[end].roles.meets(joins);
    if (joined && opens_range(run, at) && is_hyphened_pair(run, end + 1, 1)) return true;
    if (at > 3 && run[at - 1].roles.meets(joins) && is_hyphened_pair(run, at - 4, 1))
        return opens_range(run, at - 4);
    if (!is_hyphened_pair(run, at, 2)) return false;
    const std::uint32_t gap = run[at].span.begin - run.floor();
    if (run.previous() == Kind::date && run.floor() != 0 && gap <= longest_joint) return true;
    const bool goes_on = joined || run.is_sign(end, ',');
    if (goes_on && run[end + 1].kind == TokenKind::digits &&
        run[end + 2].roles.meets({Role::month, Role::month_weak}))
        return true;  // 20-11 of 12 december
    const bool listed = goes_on && is_hyphened_pair(run, end + 1, 2);
    return led_day(run, at) && (run[at + 2].value < 10 || listed);
}

bool is_other_year(Run& run, std::size_t at, int number) {
    if (!run.language().spaced || is_plausible_year(number)) return false;
    return run.roles_before(run[at].span.begin).has(Role::lead_stop);
}

bool is_joined_day(Run& run, std::size_t at, std::size_t end) {
    if (!day_stands_first(run, end)) return false;
    const bool opened = opens_range(run, at);
    if (!(opened || led_day(run, at)) || run[at].kind != TokenKind::digits) return false;
    const bool joined = run[end].roles.meets({Role::range_and, Role::range_join});
    return run.is(at + 1, Role::day_lead) && (joined || stands_alone(run, end));
}

bool is_day_of_ordinals(Run& run, std::size_t at, std::size_t end, int year) {
    return is_ordinal_day(run, end) &&
           (is_led_ordinal(run, at) || is_behind_weekday(run, at) || (year >= 1900 && year <= 2100));
}

bool is_rank(Run& run, std::size_t last) {
    return run.is(last, Role::ordinal_suffix) && !run.is(last, Role::day_mark);
}

bool is_dotted_day(Run& run, std::size_t at, std::size_t end) {
    const bool digits = run[end].kind == TokenKind::digits || run.is_sign(end, '.') || run.is_sign(end, '-');
    return is_ordinal_day(run, end) && is_led_ordinal(run, at) && !digits && run[at + 2].digit_count <= 2;
}

}  // namespace factlint
