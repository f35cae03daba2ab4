#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "facts/draft.h"
#include "facts/temporal.h"
#include "facts/temporal_template.h"

namespace factlint {
namespace {

struct Ends {
    Moment first;
    Moment second;
    std::size_t tokens = 0;
};

/// XIX of "siglos XVIII y XIX"
Moment read_roman_number(Run& run, std::size_t at) {
    Moment moment;
    Slots slots;
    moment.tokens = run[at].kind == TokenKind::word ? take_element(run, at, 'C', slots) : 0;
    if (moment.tokens == 0) return {};
    moment.bare_number = slots.number;
    moment.roman = true;
    moment.date_span = {run[at].span.begin, run[at + moment.tokens - 1].span.end};
    return moment;
}

/// "2" of "2–3 November", "9" of "9–11 a.m.", "300" of "300–200 BC": a number that the other end explains.
Moment read_bare_number(Run& run, std::size_t at) {
    constexpr int most = 999;
    Moment moment;
    Slots slots;
    const std::size_t ordinal = take_element(run, at, 'O', slots);
    const WholeNumber number = read_whole_number(run, at, 3);
    moment.tokens = ordinal != 0 ? ordinal : number.tokens;
    moment.bare_number = ordinal != 0 ? slots.day : number.value;
    if (moment.tokens == 0 && run[at].kind == TokenKind::word) return read_roman_number(run, at);
    if (moment.tokens == 0 || moment.bare_number > most) return {};
    moment.date_span = moment.time_span = {run[at].span.begin, run[at + moment.tokens - 1].span.end};
    return moment;
}

Moment read_end(Run& run, std::size_t at, const Moment& moment) {
    return moment.tokens != 0 ? moment : read_bare_number(run, at);
}

bool is_day_alone(const Date& date) { return date.month == 0 && date.day != 0; }

bool is_century(const Moment& moment) {
    return moment.date_kind == Kind::date_range && moment.date.years == 100;
}

/// 2018-05-03/2018-06-05 (ISO 8601-1, 5.5.2)
bool is_interval(Run& run, std::size_t start, std::size_t join) {
    return run.is_sign(join, '/') && run[join - 1].kind == TokenKind::digits &&
           run[join + 1].digit_count == 4 && run.is_sign(join + 2, '-') && run.is_sign(start + 1, '-');
}

/// The token behind the joining word, 0 where the two are not joined. `needs_close`: "10月和5月" is a range only where
/// 之间 stands behind it.
std::size_t skip_join(Run& run, std::size_t start, std::size_t at, bool& needs_close) {
    std::size_t next = at;
    needs_close = run.is(next, Role::range_and) &&
                  (run.is(next, Role::list_join) || !opens_between(run, run[start].span.begin));
    if (is_season(run, at - 1) || is_interval(run, start, at)) return at + 1;
    if (run.is(next, Role::list_join) && !needs_close) return 0;
    if (!run.is(next, Role::range_join) && !run.is(next, Role::range_and)) return 0;
    ++next;
    if (run.is(next, Role::range_open)) ++next;
    if (run.is(next, Role::date_join) || run.is(next, Role::day_lead)) ++next;
    return next;
}

bool attached(Run& run, std::size_t join) {
    return run[join].gap == Gap::none && run[join + 1].gap == Gap::none;
}

auto month_and_day(const Date& date) { return std::tuple(date.month, date.day); }

/// Each end takes the year and month that only the other states; a range that wraps takes the year beside.
void share_date(Date& first, Date& second) {
    if (first.month == 0 && first.day != 0) first.month = second.month;
    if (second.month == 0 && second.day != 0) second.month = first.month;
    const bool wraps = first.month != 0 && second.month != 0 &&
                       month_and_day(second) < month_and_day(first) && first.month != second.month;
    const auto beside = [&](std::int16_t year, int step) {
        return static_cast<std::int16_t>(year + (wraps ? step : 0));
    };
    if (first.year == no_year && second.year != no_year)
        first.year = beside(second.year, -1);
    else if (second.year == no_year && first.year != no_year)
        second.year = beside(first.year, 1);
}

/// The slash between the two numbers of a date in the tokens, 0 where there is none: of 5/12, 5/12/2020, Friday 5/12.
std::size_t slash_in(Run& run, std::size_t at, std::size_t end) {
    for (std::size_t i = at + 1; i + 1 < end; ++i)
        if (run.is_sign(i, '/') && run[i - 1].kind == TokenKind::digits && run[i - 1].digit_count <= 2)
            return i;
    return 0;
}

/// From 5/12 to 5/20: the end that can be read in one way only says which number is the month.
void share_order(Run& run, std::size_t at, std::size_t next, Ends& ends) {
    const std::size_t one = slash_in(run, at, at + ends.first.tokens);
    const std::size_t two = one == 0 ? 0 : slash_in(run, next, next + ends.second.tokens);
    if (two == 0) return;
    const auto open = [&](std::size_t slash) {
        return run[slash - 1].value <= 12 && run[slash + 1].value <= 12;
    };
    const auto month_first = [&](std::size_t slash, const Date& date) {
        return run[slash - 1].value == date.month && run[slash + 1].value == date.day;
    };
    if (open(one) == open(two)) return;
    if (month_first(one, ends.first.date) == month_first(two, ends.second.date)) return;
    Date& date = open(one) ? ends.first.date : ends.second.date;
    std::swap(date.month, date.day);
}

/// "18th" of "the 18th to the 19th century", XIX of "siglos XVIII y XIX"
bool complete_century(Moment& bare, const Moment& other, int number) {
    if (other.date.year <= 0 || number < 1 || number > 21) return false;
    bare.has_date = true;
    bare.date = other.date;
    bare.date.year = static_cast<std::int16_t>(100 * number - 99);
    bare.date_kind = Kind::date_range;
    bare.needs_lead = bare.impossible = false;
    return true;
}

/// "300" of "300–200 BC", "1300" of "1300–1200 BC"
bool complete_year_before_era(Moment& first, const Moment& second, int number) {
    const Date& date = second.date;
    const bool alone = second.has_date && !second.has_time && date.month == 0 && date.years == 0;
    if (!alone || date.year == no_year || date.year > 0 || 1 - number >= date.year) return false;
    first.has_date = true;
    first.bare_year = false;
    first.date = date;
    first.date.year = static_cast<std::int16_t>(1 - number);
    return true;
}

/// "400" of "MÖ 700-400"
bool complete_second_before_era(const Moment& first, Moment& second) {
    const Date& date = first.date;
    const bool alone = first.has_date && !first.has_time && date.month == 0 && date.years == 0;
    if (!alone || date.year == no_year || date.year > 0 || 1 - second.bare_number <= date.year) return false;
    second.has_date = true;
    second.date = date;
    second.date.year = static_cast<std::int16_t>(1 - second.bare_number);
    return true;
}

/// 1950–53 and Nov 2–3: the second end is written without what it shares with the first.
bool complete_second(Run& run, Moment& second, const Moment& first, std::size_t last_token) {
    const int number = second.bare_number;
    if (number > 99) return false;
    second.date = first.date;
    second.has_date = true;
    if (is_century(first))
        return 100 * number - 99 > first.date.year && complete_century(second, first, number);
    if (first.date.day != 0) {
        const Token& last = run[last_token];
        const bool ends_with_day = (last.kind == TokenKind::digits && last.value == first.date.day) ||
                                   run.is(last_token, Role::ordinal_suffix) ||
                                   run.is(last_token, Role::ordinal_point) ||
                                   run.is(last_token, Role::ordinal);
        second.date.day = static_cast<std::uint8_t>(number);
        second.date.weekday = 0;
        return ends_with_day && number != 0;
    }
    if (first.date.month != 0 && last_token != 0 &&
        run.is(last_token - 1, Role::month_prefix)) {  // tháng 2-3
        second.date.month = static_cast<std::uint8_t>(number);
        return number > first.date.month && number <= 12 && run[last_token].kind == TokenKind::digits;
    }
    const bool year_only =
        first.date.month == 0 && first.date.year != no_year && first.date_kind == Kind::date;
    second.date.year = static_cast<std::int16_t>(first.date.year - first.date.year % 100 + number);
    return year_only && number > first.date.year % 100 && second.date_span.size() == 2;
}

/// 4至5月
bool complete_first_month(Moment& first, const Moment& second) {
    const Date& date = second.date;
    if (!second.has_date || second.has_time || date.month == 0 || date.day != 0 || date.last_month != 0)
        return false;
    first.has_date = true;
    first.date = date;
    first.date.month = static_cast<std::uint8_t>(first.bare_number);
    return first.bare_number >= 1 && first.bare_number <= 12;
}

/// 5 से 6 के बीच behind the part of the day, "from 9:30 to 11", "kl. 9–17"
bool complete_second_hour(Run& run, std::size_t at, const Moment& first, std::size_t end, Moment& second) {
    const bool closed = run.is(end, Role::range_close) && first.twelve_hours;
    const bool clock = (opens_range(run, at) || run.is(at, Role::clock_prefix)) && stands_alone(run, end) &&
                       !counts_something(run, end);
    const std::size_t join = end - second.tokens - 1;
    const bool dashed = first.has_date && first.time.minute != Time{}.minute &&
                        run[join].kind == TokenKind::sign && run.is(join, Role::range_join) &&
                        attached(run, join) && stands_alone(run, end);  // 5 mars kl. 9.30–11
    const int most = first.twelve_hours ? 12 : 24;
    if (!(closed || clock || dashed) || (first.has_date && !dashed) || second.bare_number > most)
        return false;
    const bool noon = first.time.hour == 12 && second.bare_number < 12;  // noon until three
    second.has_time = true;
    const bool afternoon = !first.twelve_hours && first.time.hour < 12 &&
                           second.bare_number < first.time.hour &&
                           first.time.minute != Time{}.minute;  // from 10:30 to 3
    second.time.hour = static_cast<std::uint8_t>(second.bare_number + (noon || afternoon ? 12 : 0));
    return first.twelve_hours || second.time.hour > first.time.hour;
}

/// 17 Uhr, also of "17 Uhr am 3. Mai"
bool is_marked_hour(Run& run, std::size_t at, std::size_t end) {
    for (; at < end; ++at)
        if (run.is(at, Role::oclock)) return true;
    return false;
}

bool complete_first(Run& run, std::size_t at, Moment& first, const Moment& second, std::size_t next) {
    const int number = first.bare_number;
    if (is_century(second)) return complete_century(first, second, number);
    if (complete_year_before_era(first, second, number)) return true;
    if (number > 99) return false;
    if (second.has_date && second.date.day != 0 && !second.has_time) {
        first.has_date = true;
        first.date = second.date;
        first.date.weekday = 0;
        first.date.day = static_cast<std::uint8_t>(number);
        return second.date.month != 0;
    }
    const bool clock = second.time.minute != Time{}.minute && opens_range(run, at);
    const bool marked = second.twelve_hours || is_marked_hour(run, next, next + second.tokens) || clock;
    const int most = second.twelve_hours ? 12 : 24;
    if (!second.has_time || !marked || number < 1 || number > most) return false;
    first.has_time = true;
    first.time.hour = static_cast<std::uint8_t>(number);
    return true;
}

/// 午後4時から5時, 4:00 to 6:30 pm: the half of the day that only one end states.
void share_half_day(Moment& first, Moment& second) {
    if (first.twelve_hours == second.twelve_hours) return;
    if (second.twelve_hours && first.time.hour <= 12) {
        const bool before_noon = first.time.hour % 12 > second.time.hour % 12;
        first.time.hour =
            static_cast<std::uint8_t>(hour_of_day(first.time.hour, before_noon ? 0 : second.day_part));
    } else if (first.twelve_hours && second.time.hour < 12) {
        const int hour = hour_of_day(second.time.hour, first.day_part);
        if (hour >= first.time.hour) second.time.hour = static_cast<std::uint8_t>(hour);
    }
}

bool share_times(Moment& first, Moment& second) {
    if (!first.has_time || !second.has_time) return false;
    share_half_day(first, second);
    return true;
}

/// Two numbers of four digits with a dash between them are years where they could be.
bool plausible_years(const Date& first, const Date& second) {
    return is_plausible_year(first.year) && is_plausible_year(second.year) && first.year < second.year;
}

bool share(Moment& first, Moment& second, bool enclosed) {
    if (first.has_time || second.has_time) return share_times(first, second);
    if (!first.has_date || !second.has_date) return false;
    const bool years = first.bare_year || second.bare_year;
    if (years && !enclosed && !plausible_years(first.date, second.date)) return false;
    if (is_day_alone(first.date) && second.date.day == 0) return false;  // from the 12th to the 15th century
    share_date(first.date, second.date);
    first.impossible = first.impossible || !valid(first.date) || first.bare_number == 0;
    second.impossible = second.impossible || !valid(second.date);
    return !is_day_alone(first.date) || !(first.impossible || second.impossible);
}

bool complete(Run& run, std::size_t at, std::size_t join, std::size_t next, Ends& ends) {
    Moment& first = ends.first;
    Moment& second = ends.second;
    if (first.bare_number >= 0 && second.bare_number >= 0) return false;
    if (first.roman && !is_century(second)) return false;  // chapters I to III
    if (second.roman && !is_century(first)) return false;
    if (first.needs_lead && is_day_alone(first.date) && is_century(second))
        return complete_century(first, second, first.date.day);
    if (first.bare_year && complete_year_before_era(first, second, first.date.year)) return true;
    if (first.bare_number >= 0)
        return complete_first(run, at, first, second, next) ||
               (!run.language().spaced && complete_first_month(first, second));
    if (second.bare_number < 0) return true;
    if (first.has_time) return complete_second_hour(run, at, first, next + second.tokens, second);
    if (!(attached(run, join) || stands_alone(run, next + second.tokens))) return false;
    if (complete_second_before_era(first, second)) return true;
    return complete_second(run, second, first, at + first.tokens - 1);
}

/// "Nov 2–3, 2025": a year behind the second end that both share.
std::size_t take_year(Run& run, std::size_t at, Ends& ends) {
    Slots slots;
    const bool months =
        ends.second.date.month != 0 && run.is(at, Role::year_lead);  // from May to July in 2019
    const bool open =
        ends.second.bare_number >= 0 || (run.language().spaced && (ends.second.date.day != 0 || months));
    if (!open || !ends.second.has_date || ends.second.date.year != no_year) return 0;
    const bool led = run.is_sign(at, ',') || run.is_any(at, {Role::year_lead, Role::year_prefix});
    const std::size_t lead = led ? 1 : 0;
    const std::size_t year = take_element(run, at + lead, 'Y', slots);
    if (year == 0 || run[at].gap == Gap::line) return 0;
    const std::size_t taken = lead + year;
    ends.first.date.year = ends.second.date.year = static_cast<std::int16_t>(slots.year);
    ends.second.date_span.end = run[at + taken - 1].span.end;
    return taken;
}

/// 5月20至21日, 2020年4至5月: the day or month of the first end is a bare number; the mark stands behind the second.
void take_bare_part(Run& run, std::size_t at, Moment& first) {
    const bool open =
        first.has_date && !first.has_time && first.date.day == 0 && first.date_kind == Kind::date;
    if (!open || run.language().spaced || first.bare_year) return;
    const Moment part = read_bare_number(run, at + first.tokens);
    if (part.tokens == 0 || part.bare_number > 99) return;
    if (!run.is(at + first.tokens + part.tokens, Role::range_join)) return;
    (first.date.month == 0 ? first.date.month : first.date.day) = static_cast<std::uint8_t>(part.bare_number);
    first.tokens += part.tokens;
    first.date_span.end = part.date_span.end;
}

bool is_year(const Date& date) { return date.year != no_year && date.month == 0 && date.years == 0; }

/// The point behind "Saison 2018/19." ends the sentence.
void drop_point(Run& run, std::size_t at, Moment& end) {
    if (end.bare_number < 0 || end.tokens != 2 || !run.is_sign(at + 1, '.')) return;
    end.tokens = 1;
    end.date_span = end.time_span = run[at].span;
}

bool same_precision(const Date& a, const Date& b) {
    return (a.day == 0) == (b.day == 0) && b.month + b.day != 0;
}

/// Words that a number or its ordinal begins with.
constexpr RoleSet number_words = {Role::digit, Role::small,   Role::tens,          Role::score,   Role::scale,
                                  Role::weak,  Role::minus,   Role::vague,         Role::article, Role::half,
                                  Role::point, Role::ordinal, Role::ordinal_prefix};

/// A look at a number that is no moment: it is one of the first end only where a number word begins it, or where what
/// joins two ends stands behind its digits, or makes an ordinal of them.
bool may_be_first_end(Run& run, std::size_t at) {
    constexpr RoleSet behind = {Role::range_join, Role::range_and, Role::list_join, Role::ordinal_suffix,
                                Role::ordinal_point};
    const Token& first = run[at];
    if (first.kind != TokenKind::digits && first.roles.meets(number_words)) return true;
    const bool roman = first.kind == TokenKind::word && is_roman_digit(run.text()[first.span.begin]);
    return (roman || first.kind == TokenKind::digits) && run[at + 1].roles.meets(behind);
}

/// A look at the token behind a moment: most ranges are none there. In scripts without spaces the first end may still go
/// on with a number.
bool may_be_joined(Run& run, std::size_t at) {
    const Token& next = run[at];
    if (next.ascii == '/') return true;
    if (next.roles.meets({Role::range_join, Role::range_and})) return !joins_nothing(run, at);
    return !run.language().spaced && !is_inert(next);
}

/// A look at the tokens before anything is read: whether a range begins at `at`, where `moment` stands, if any.
bool may_be_range(Run& run, std::size_t at, const Moment& moment) {
    return moment.tokens == 0 ? may_be_first_end(run, at) : may_be_joined(run, at + moment.tokens);
}

/// el triunfo 4-1 de febrero: a score, and then a month. Days that a hyphen joins run forward.
bool is_score(Run& run, std::size_t join, const Ends& ends) {
    const Date& first = ends.first.date;
    const Date& second = ends.second.date;
    if (!run.is_sign(join, '-') || ends.first.bare_number < 0 || first.day == 0) return false;
    const std::size_t behind = join + 2;
    return first.month == second.month && first.year == second.year && first.day >= second.day &&
           run[behind].kind == TokenKind::word;
}

/// 11月22日から10日後: days counted from then, no day of that month.
bool runs_back(const Ends& ends) {
    constexpr int longest_month = 31;
    const Date& first = ends.first.date;
    const Date& second = ends.second.date;
    const bool back = first.month == second.month && first.year == second.year && first.day >= second.day;
    return back || second.day > longest_month;
}

/// The range whose first end begins at `at`; `moment` is what read_moment finds there. Asked for where there may be one.
Ends read_ends(Run& run, std::size_t at, const Moment& moment) {
    Ends ends;
    ends.first = read_end(run, at, moment);
    take_bare_part(run, at, ends.first);
    if (ends.first.tokens == 0) return ends;
    const std::size_t join = at + ends.first.tokens;
    bool needs_close = false;
    const std::size_t next = skip_join(run, at, join, needs_close);
    if (next == 0) return ends;
    ends.second = read_end(run, next, read_moment(run, next));
    if (is_year(ends.first.date)) drop_point(run, next, ends.second);
    if (ends.first.week || ends.second.week) return ends;
    if (ends.second.tokens == 0 || !complete(run, at, join, next, ends)) return ends;
    const bool extended = ends.first.tokens > moment.tokens && moment.tokens != 0;
    if (extended && !same_precision(ends.first.date, ends.second.date)) return ends;
    if (is_day_alone(ends.first.date) && is_day_alone(ends.second.date) && !licensed(run, at, ends.first))
        return ends;
    if (needs_close && !run.is(next + ends.second.tokens, Role::range_close)) return ends;
    share_order(run, at, next, ends);
    const bool enclosed = bracketed(run, at, next + ends.second.tokens);
    const bool day = is_day_alone(ends.second.date) && !is_day_alone(ends.first.date);
    if (!share(ends.first, ends.second, enclosed) || is_score(run, join, ends)) return ends;
    if (day && runs_back(ends) && has_time_suffix(run, next + ends.second.tokens)) return ends;
    ends.tokens = next + ends.second.tokens - at + take_year(run, next + ends.second.tokens, ends);
    return ends;
}

/// Where the hours of the day that ends before `next` begin: from 4 to 6:30 pm
std::size_t behind_hour_joint(Run& run, std::size_t next) {
    if (run.is_sign(next, ',')) ++next;
    return run.is_any(next, {Role::date_join, Role::time_join, Role::range_open}) ? next + 1 : next;
}

/// The same for a day with a range of times behind it.
bool may_have_hours(Run& run, std::size_t at, const Moment& day) {
    if (day.has_time || day.tokens == 0 || day.date.day == 0 || day.week) return false;
    return !is_inert(run[behind_hour_joint(run, at + day.tokens)]) && licensed(run, at, day);
}

/// "12 December from 4 to 6:30 pm": a day with a range of times behind it.
Ends read_hours_of_day(Run& run, std::size_t at, const Moment& day) {
    const std::size_t next = behind_hour_joint(run, at + day.tokens);
    const Moment first = read_moment(run, next);
    if (!may_be_range(run, next, first)) return {};
    Ends hours = read_ends(run, next, first);
    if (hours.tokens == 0 || !hours.first.has_time || hours.first.has_date) return {};
    hours.first.has_date = true;
    hours.first.date = day.date;
    hours.first.date_span = day.date_span;
    hours.first.impossible = day.impossible;
    hours.tokens += next - at;
    return hours;
}

void append_ends(const Ends& ends, const Run& run, Facts& out) {
    const std::size_t whole = out.items.size();
    Fact range;
    range.kind = ends.first.has_time ? Kind::time_range : Kind::date_range;
    range.language = run.language().id;
    if (ends.first.impossible || ends.second.impossible) range.flags |= Fact::impossible;
    out.items.push_back(range);
    append_moment(ends.first, run, out);
    append_moment(ends.second, run, out);
    Span span = out.items[whole + 1].span;
    for (std::size_t i = whole + 1; i < out.items.size(); ++i)
        span.end = std::max(span.end, out.items[i].span.end);
    out.items[whole].span = span;
    out.items[whole].parts = static_cast<std::uint8_t>(out.items.size() - whole - 1);
}

/// Words that join two parts of a date, a time or a duration, or lead to one, and are none.
constexpr RoleSet joining = {Role::link,       Role::tens_link,     Role::article,     Role::fraction_and,
                             Role::range_and,  Role::range_join,    Role::range_open,  Role::date_join,
                             Role::time_join,  Role::list_join,     Role::day_lead,    Role::hour_lead,
                             Role::time_lead,  Role::year_lead,     Role::decade_lead, Role::age_prefix,
                             Role::event_name, Role::year_lead_weak};

/// Words with one of these behind a number or a word may make a date, a time, a duration or a range of them.
constexpr RoleSet temporal_behind = roles_where([](const RoleInfo& row) {
    constexpr RoleSet others = {Role::range_join,     Role::range_and,      Role::range_open,   Role::ordinal,
                                Role::ordinal_prefix, Role::ordinal_suffix, Role::ordinal_point};
    return row.role >= Role::month || row.role <= Role::excess || others.has(row.role);
});

/// Words that are a date, a time or a duration (دقيقتين, two minutes) alone; all others need company.
constexpr RoleSet whole_moments = {Role::month,           Role::month_weak, Role::holiday,
                                   Role::movable_holiday, Role::time_word,  Role::counted_unit};

/// Where what a date, a time or a duration may go on with stands at the earliest: behind the words that only join.
std::size_t behind_joints(Run& run, std::size_t at) {
    constexpr std::size_t most = 3;
    if (run.language().leads_behind()) return at;
    std::size_t next = at;
    while (next < at + most && run[next].kind == TokenKind::word && run[next].roles.meets(joining) &&
           run[next].roles.common(temporal_behind).within(joining))
        ++next;
    return next;
}

/// Whether a date, a time or a duration may go on with the token at `at`.
bool goes_on(Run& run, std::size_t at) {
    at = behind_joints(run, at);
    const Token& next = run[at];
    if (next.kind == TokenKind::digits || next.roles.meets(temporal_behind)) return true;
    if (next.kind == TokenKind::word && is_roman_digit(run.text()[next.span.begin]))
        return true;  // thế kỷ XIV
    if (next.may_be(Role::counter))
        return run[at + 1].roles.meets({Role::time_unit, Role::half, Role::excess});
    if (is_adjective(run, at) && run[at + 1].may_be(Role::time_unit)) return true;
    constexpr ElementSet ending = ElementSet::of(".;)\"%");
    return next.ascii > 0 && !ending.has(next.ascii);
}

/// The same behind digits at `at`: behind their ordinal ending, where they have one.
bool digits_go_on(Run& run, std::size_t at) {
    const Token& number = run[at];
    const Token& next = run[at + 1];
    if (number.digit_count == 4 || number.digit_count == 8) return true;
    if (!next.may_be(Role::ordinal_suffix)) return next.ascii == '.' || goes_on(run, at + 1);
    return next.gap != Gap::none || goes_on(run, at + 2) ||
           run.roles_before(number.span.begin).has(Role::day_lead);
}

/// A look at the tokens behind the first: most are followed by a word that no date, time or duration goes on with. Number
/// words alone are none but for the age behind "aged" and the time behind "at", and where hours need a word before them.
bool may_be_temporal(Run& run, std::size_t at) {
    const Token& first = run[at];
    if (run.language().led_hours || first.roles.meets(whole_moments)) return true;
    const bool digits = first.kind == TokenKind::digits;
    if (digits ? digits_go_on(run, at) : goes_on(run, at + 1)) return true;
    if (!digits && !first.roles.meets(number_words)) return false;
    return run.roles_before(first.span.begin).meets({Role::age_prefix, Role::time_lead});
}

}  // namespace

std::size_t parse_time_range(Run& run, std::size_t at, const Moment& first, Facts& out) {
    const auto append = [&](const Ends& ends) -> std::size_t {
        if (ends.tokens == 0 || inside_code(run, at, at + ends.tokens, ends.second)) return 0;
        append_ends(ends, run, out);
        return ends.tokens;
    };
    if (may_be_range(run, at, first))
        if (const Ends ends = read_ends(run, at, first); ends.tokens != 0) return append(ends);
    return may_have_hours(run, at, first) ? append(read_hours_of_day(run, at, first)) : 0;
}

std::size_t parse_temporal(Run& run, std::size_t at, Facts& out) {
    if (!may_be_temporal(run, at) && !follows_date(run, at)) return 0;
    const Moment first = read_moment(run, at);
    if (const std::size_t taken = parse_time_range(run, at, first, out); taken != 0) return taken;
    if (const std::size_t taken = parse_listed_day(run, at, first, out); taken != 0) return taken;
    if (const std::size_t taken = parse_moment(run, at, first, out); taken != 0) return taken;
    return parse_duration(run, at, out);
}

}  // namespace factlint
