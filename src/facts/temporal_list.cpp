#include <algorithm>
#include <charconv>
#include <optional>

#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/temporal.h"
#include "facts/temporal_template.h"

namespace factlint {
namespace {

constexpr std::size_t longest_list = 8;

/// What joins two dates of a list; `tokens` is 0 where nothing does.
struct Joint {
    std::size_t tokens = 0;
    bool word = false;  ///< "and", not only a comma
};

bool is_list_word(Run& run, std::size_t at) {
    return run.is(at, Role::range_and) || run.is(at, Role::list_join);
}

/// `led`: the word that leads to a day may be said again: le 3 et le 4 avril.
Joint read_joint(Run& run, std::size_t at, bool led) {
    Joint joint;
    if (run.is_sign(at, ',')) ++joint.tokens;
    if (is_list_word(run, at + joint.tokens)) {
        ++joint.tokens;
        joint.word = true;
    }
    if (joint.tokens != 0 && led && run.is(at + joint.tokens, Role::day_lead)) ++joint.tokens;
    return joint;
}

/// A day without its month: "3" of "3 and 4 April", "3rd", 3日.
Moment read_day(Run& run, std::size_t at, const Moment& moment) {
    if (moment.tokens != 0) return moment.has_time ? Moment{} : moment;
    Slots slots;
    Moment day;
    day.tokens = take_element(run, at, 'O', slots);
    if (day.tokens == 0 && run[at].kind == TokenKind::digits) day.tokens = take_element(run, at, 'e', slots);
    if (day.tokens == 0 || slots.day < 1) return {};
    day.has_date = true;
    day.date.day = static_cast<std::uint8_t>(slots.day);
    day.date_span = {run[at].span.begin, run[at + day.tokens - 1].span.end};
    return day;
}

bool lacks_month(const Date& date) { return date.day != 0 && date.month == 0; }
bool lacks_year(const Date& date) { return date.month != 0 && date.year == no_year && date.last_month == 0; }

/// A look at the token behind a date without a year, or behind a number: most do not go on as a list.
bool may_go_on(Run& run, std::size_t at, const Moment& moment) {
    constexpr RoleSet joints = {Role::range_and, Role::list_join};
    constexpr RoleSet endings = {Role::ordinal_suffix, Role::ordinal_point};
    if (moment.tokens != 0 && (moment.has_time || moment.date.year != no_year)) return false;
    const Token& next = run[at + std::max<std::size_t>(moment.tokens, 1)];
    return next.ascii == ',' || next.roles.meets(joints) || (moment.tokens == 0 && next.roles.meets(endings));
}

/// ", 2020" behind a day: the tokens it takes, 0 where there is none.
std::size_t read_year_behind(Run& run, std::size_t at, int& year) {
    Slots slots;
    const std::size_t comma = run.is_sign(at, ',') ? 1 : 0;
    if (run[at + comma].kind != TokenKind::digits || run[at + comma].gap == Gap::line) return 0;
    const std::size_t taken = take_element(run, at + comma, 'Y', slots);
    year = slots.year;
    return taken == 0 ? 0 : comma + taken;
}

/// What the last date of the list that goes on at `at` states for `first`: its month and year, or the year behind days
/// of one month. Nothing where there is no list, or where it does not end behind a word like "and".
std::optional<Date> read_end_of_list(Run& run, std::size_t at, const Date& first, bool led) {
    constexpr RoleSet beginnings = {Role::ordinal,     Role::tens,         Role::month,   Role::month_weak,
                                    Role::date_prefix, Role::month_prefix, Role::weekday, Role::article};
    for (std::size_t i = 0; i < longest_list; ++i) {
        const Joint joint = read_joint(run, at, led);
        if (joint.tokens == 0) return std::nullopt;
        at += joint.tokens;
        if (run[at].kind != TokenKind::digits && !run[at].roles.meets(beginnings)) return std::nullopt;
        const Moment moment = read_moment(run, at);
        const Moment day = read_day(run, at, moment);
        if (day.tokens == 0 || day.date_kind != Kind::date) return std::nullopt;
        at += day.tokens;
        if (day.date.month != 0) {
            const bool alike = (day.date.day != 0) == (first.day != 0) && day.date.last_month == 0;
            return joint.word && alike ? std::optional(day.date) : std::nullopt;
        }
        int year = no_year;
        if (!joint.word || lacks_month(first) || read_year_behind(run, at, year) == 0) continue;
        Date end = first;
        end.year = static_cast<std::int16_t>(year);
        return end;
    }
    return std::nullopt;
}

/// The day ends the date before: April 3, April 3rd, not 3 April.
bool ends_with_day(const Run& run, const Date& date) {
    constexpr std::size_t longest_suffix = 3;
    std::string_view text = run.text().substr(0, run.floor());
    for (std::size_t i = 0; i < longest_suffix && !text.empty() && !is_ascii_digit(text.back()); ++i)
        text.remove_suffix(1);
    const std::size_t before = text.find_last_not_of("0123456789");
    const std::string_view digits = text.substr(before == text.npos ? 0 : before + 1);
    int day = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), day);
    return day != 0 && day == date.day;
}

std::size_t append(Run& run, std::size_t at, const Moment& day, Facts& out) {
    if (!valid(day.date) || inside_code(run, at, at + day.tokens, day)) return 0;
    append_moment(day, run, out);
    return day.tokens;
}

std::size_t parse_day_before(Run& run, std::size_t at, const Moment& first, Facts& out) {
    Moment day = read_day(run, at, first);
    const bool open = day.tokens != 0 && day.date_kind == Kind::date && !day.bare_year && !day.holiday;
    if (!open || !(lacks_month(day.date) || lacks_year(day.date))) return 0;
    const bool led = first.tokens != 0 || run.before(run[at].span.begin, Role::day_lead).sense != nullptr;
    const std::optional<Date> end = read_end_of_list(run, at + day.tokens, day.date, led);
    if (!end || (end->year == no_year && !lacks_month(day.date))) return 0;
    if (lacks_month(day.date)) day.date.month = end->month;
    day.date.year = end->year;
    return append(run, at, day, out);
}

std::size_t parse_day_behind(Run& run, std::size_t at, const Moment& first, Facts& out) {
    Moment day = read_day(run, at, first);
    const Date& before = run.previous_date();
    if (day.tokens == 0 || !lacks_month(day.date) || before.day == 0 || before.month == 0) return 0;
    int year = no_year;
    const std::size_t behind = read_year_behind(run, at + day.tokens, year);
    const bool bare = first.tokens == 0;
    if (bare && behind == 0 && (!stands_alone(run, at + day.tokens) || !ends_with_day(run, before))) return 0;
    if (bare && is_of(run, at + day.tokens)) return 0;  // April 3 and 4 of the guests
    if (behind != 0 && year == before.year) {
        day.tokens += behind;
        day.date_span.end = run[at + day.tokens - 1].span.end;
    }
    day.date.month = before.month;
    day.date.year = before.year;
    return append(run, at, day, out);
}

/// XVII of "del XVII e XVIII secolo", 17th of "the 17th and 18th centuries": what it counts stands behind the next.
std::size_t parse_century_before(Run& run, std::size_t at, Facts& out) {
    Slots slots;
    std::size_t tokens = take_element(run, at, 'R', slots);
    if (tokens == 0 && run[at].kind == TokenKind::word) tokens = take_element(run, at, 'C', slots);
    if (tokens == 0) return 0;
    const Joint joint = read_joint(run, at + tokens, false);
    const std::size_t next = at + tokens + joint.tokens;
    if (!joint.word || run[at].kind != run[next].kind) return 0;
    Moment century = read_moment(run, next);
    const int year = 100 * slots.number - 99;
    if (!century.has_date || century.has_time || century.date.years != 100) return 0;
    if (slots.number < 1 || year >= century.date.year) return 0;
    century.tokens = tokens;
    century.date.year = static_cast<std::int16_t>(year);
    century.date_span = {run[at].span.begin, run[at + tokens - 1].span.end};
    append_moment(century, run, out);
    return tokens;
}

}  // namespace

void take_led_year(Run& run, std::size_t at, Moment& moment) {
    const std::size_t lead = at + moment.tokens;
    const bool open = moment.date.month != 0 && moment.date.year == no_year && moment.date_kind == Kind::date;
    const Sense* word = open && !moment.needs_lead ? run.sense(lead, Role::year_lead) : nullptr;
    if (word == nullptr || word->value != 1) return;
    Slots slots;
    const std::size_t end = lead + 1 + take_element(run, lead + 1, 'Y', slots);
    if (end == lead + 1 || !is_plausible_year(slots.year) || !stands_alone(run, end)) return;
    moment.date.year = static_cast<std::int16_t>(slots.year);
    moment.impossible = moment.impossible || !valid(moment.date);
    moment.holiday = false;
    moment.tokens = end - at;
}

bool follows_date(Run& run, std::size_t at) {
    constexpr std::uint32_t longest_joint = 8;
    const std::uint32_t begin = run[at].span.begin;
    if (run.previous() != Kind::date || run.floor() == 0 || begin - run.floor() > longest_joint) return false;
    return run.roles_before(begin).meets({Role::range_and, Role::list_join});
}

std::size_t parse_listed_day(Run& run, std::size_t at, const Moment& first, Facts& out) {
    if (follows_date(run, at))
        if (const std::size_t taken = parse_day_behind(run, at, first, out); taken != 0) return taken;
    if (!may_go_on(run, at, first)) return 0;
    const std::size_t day = parse_day_before(run, at, first, out);
    return day != 0 ? day : parse_century_before(run, at, out);
}

}  // namespace factlint
