#include <algorithm>
#include <array>
#include <bit>

#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/temporal.h"
#include "facts/temporal_template.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// Behind the name of an event, law or report.
bool is_edition_year(int year) { return year >= 1900 && year <= 2100; }

/// 11/22 of "on 11/20, 11/22 or 11/25": only a comma or a word that joins stands between it and a date written alike.
bool goes_on_list(Run& run, std::uint32_t begin) {
    if (run.previous() != Kind::date || run.floor() < 3) return false;
    if (run.text().substr(run.floor() - 3, 2).find('/') == std::string_view::npos) return false;
    const std::string_view between = slice(run.text(), {run.floor(), begin});
    if (between == ", ") return true;
    return between.size() <= 6 && run.roles_before(begin).meets({Role::list_join, Role::range_and});
}

/// 11/20 of "11/20, 12 Nov": a list of days goes on behind it. As a fraction it would be more than one, or stand alone.
bool begins_list(Run& run, std::size_t at, const Moment& day, int most = 3) {
    if (day.tokens != 3 || !run.is_sign(at + 1, '/') || std::max(run[at].value, run[at + 2].value) < 13)
        return false;
    std::size_t next = at + 3;
    if (run.is(next, Role::function_word) && run.is_sign(next + 1, ',')) ++next;  // 20/11 mi, 12 Kasım mı?
    if (run.is_sign(next, ',')) ++next;
    if (run.is(next, Role::list_join)) ++next;
    if (next == at + 3) return false;
    const Moment other = read_date(run, next);
    if (other.tokens == 0 || other.date.day == 0 || other.date.month == 0 || other.impossible) return false;
    const bool more_than_one = run[at].value > run[at + 2].value && run[next].value > run[next + 2].value;
    if (more_than_one && other.tokens == 3 && run.is_sign(next + 1, '/')) return true;  // 22/11 o 25/11
    return !other.needs_lead || (most > 0 && begins_list(run, next, other, most - 1));
}

/// The word that leads to a day stands before it, or behind it: on 2/11, 2/11 को
bool is_led_day(Run& run, std::uint32_t begin, std::size_t end) {
    if (run.language().leads_behind()) return run.is(end, Role::day_lead);
    return run.before(begin, Role::day_lead).sense != nullptr;
}

bool asked_for(Run& run, std::uint32_t begin, std::size_t end) {
    constexpr std::array roles = {Role::weekday, Role::day_part, Role::meridiem, Role::range_open};
    if (is_led_day(run, begin, end)) return true;
    for (const Role role : roles)
        if (run.before(begin, role).sense != nullptr) return true;
    return goes_on_list(run, begin);
}

/// "1985 wurde er Minister": where years need no preposition, four digits that count nothing are one.
bool is_year_alone(Run& run, std::size_t at, std::size_t end) {
    constexpr RoleSet counting = {Role::approx_before, Role::currency, Role::currency_symbol,
                                  Role::reference};
    const std::uint32_t begin = run[at].span.begin;
    if (run[at].kind != TokenKind::digits || run.roles_before(begin).meets(counting)) return false;
    const Token& next = run[end];
    if (next.ascii == ';' && run[end + 1].gap == Gap::none)
        return false;  // the arguments of a formula: (2014;1;1)
    const bool round = run[at].value % 10 == 0;
    if (run.language().noun_capital && next.kind == TokenKind::word && next.gap != Gap::none)
        return !round || !is_capital(run.text(), next.span.begin);
    return stands_alone(run, end) && next.ascii != '-' && next.ascii != '/' && next.ascii != ':';
}

/// 1996 में, 2014'te. A round number of hundreds may as well be a price or a banknote: 2000 में, 500 का नोट.
bool is_year_before_lead(Run& run, std::size_t next, int year) {
    return run.language().leads_behind() && year % 100 != 0 && run.is(next, Role::year_lead);
}

/// Euro 2020, at Napa Valley 2020: behind a word with a capital, inside a sentence, that has no other meaning.
bool is_behind_name(Run& run, std::uint32_t begin) {
    const std::string_view text = run.text();
    if (run.language().noun_capital || !run.language().spaced || begin < 4) return false;
    const std::uint32_t end = begin - size_before(text, begin);
    if (fold(text, end).view() != " ") return false;
    const std::uint32_t word = word_begin(text, end);
    if (word < 2 || word == end || !is_capital(text, word) || text[word - 1] != ' ') return false;
    return is_letter(text, word - 1 - size_before(text, word - 1)) &&
           run.language().lexicon.longest(text, word).length == 0;
}

/// "two thousand and eight" is more often a number than a year, unlike "nineteen ninety-five": only behind "in", and with
/// nothing behind it that it may count.
bool is_counted_in_words(Run& run, std::size_t at, const Moment& year) {
    const Sense* scale = run[at].kind == TokenKind::digits ? nullptr : run.sense(at + 1, Role::scale);
    if (scale == nullptr || scale->exponent != 3 || !run.language().spaced) return false;
    const std::uint32_t begin = run[at].span.begin;
    return !stands_alone(run, at + year.tokens) || run.before(begin, Role::year_lead).sense == nullptr;
}

bool is_limit(const Sense* word) {
    return word != nullptr && factlint::is_limit(static_cast<Approx>(word->value));
}

/// plus de 2000, 2000 oder weniger: compared as a number is, unlike "until 2000".
bool is_compared(Run& run, std::uint32_t begin, std::size_t end) {
    return is_limit(run.before(begin, Role::approx_before).sense) ||
           is_limit(run.sense(end, Role::approx_after));
}

/// the London 2012 Olympics
bool is_event(Run& run, std::size_t at) {
    return run.is(at, Role::event_name) && is_capital(run.text(), run[at].span.begin);
}

bool licensed_year(Run& run, std::size_t at, const Moment& moment) {
    const int year = moment.date.year;
    const std::uint32_t begin = run[at].span.begin;
    const Sense* of_year = run.before(begin, Role::year_lead).sense;
    if (of_year != nullptr && of_year->value == 2 && stands_alone(run, at + moment.tokens)) return true;
    if (!is_plausible_year(year) || counts_something(run, at + moment.tokens)) return false;
    if (run.language().spaced && year % 100 == 0 && is_compared(run, begin, at + moment.tokens)) return false;
    if (is_counted_in_words(run, at, moment)) return false;
    const bool led = !run.language().case_endings && run.before(begin, Role::year_lead).sense != nullptr;
    if (led || run.before(begin, Role::range_open).sense != nullptr) return true;
    if (bracketed(run, at, at + moment.tokens) || is_year_before_lead(run, at + moment.tokens, year))
        return true;
    if (run.before(begin, Role::year_lead_weak).sense != nullptr && stands_alone(run, at + moment.tokens))
        return true;
    if (run.language().year_alone && is_year_alone(run, at, at + moment.tokens)) return true;
    if (!is_edition_year(year) || run.before(begin, Role::reference).sense != nullptr) return false;
    return run.before(begin, Role::event_name).sense != nullptr ||
           (is_behind_name(run, begin) &&
            (stands_alone(run, at + moment.tokens) || is_event(run, at + moment.tokens)));
}

/// En Navidad llegó: languages that write the noun of "Christmas tree" first, and their months with a small letter.
bool is_sentence_behind(Run& run, std::size_t next) {
    const Token& word = run[next];
    return run.language().small_months && run.language().led_hours && word.kind == TokenKind::word &&
           word.gap == Gap::space && !is_capital(run.text(), word.span.begin);
}

/// Also Christmas early in the morning; but no Christmas tree, no クリスマス島.
bool licensed_holiday(Run& run, std::size_t next) {
    if (is_sentence_behind(run, next)) return true;
    for (const Role part : {Role::day_part, Role::meridiem, Role::day_part_weak})
        if (run.is(next, part)) return true;
    const Token& token = run[next];
    const bool word = token.gap == Gap::none && token.span.begin < run.text().size() &&
                      is_han(decode(run.text(), token.span.begin).code_point) &&
                      !token.roles.meets({Role::particle, Role::time_suffix});
    return (stands_alone(run, next) || token.may_be(Role::counted_unit)) && !word;
}

/// Words and signs that may stand between a date and its time.
std::size_t skip_joint(Run& run, std::size_t at) {
    if (run[at].gap == Gap::none && (run.text(run[at]) == "T" || run.text(run[at]) == "t")) return at + 1;
    std::size_t next = at;
    const bool short_form = run.is_sign(next, '.') && run[next].gap == Gap::none && at > 0 &&
                            run[at - 1].roles.meets({Role::month, Role::month_weak});
    if (short_form && (run.is_sign(next + 1, ',') || run[next + 1].kind == TokenKind::digits))
        ++next;  // 22. Aug., 12:31
    if (run.is_sign(next, ',') || run.is_sign(next, '-')) ++next;
    if (run.is(next, Role::date_join) || run.is(next, Role::time_join)) ++next;
    return next;
}

/// 一日, without a month: one day.
bool is_count_of_days(Run& run, std::size_t at, const Moment& moment) {
    return !run.language().spaced && moment.tokens == 2 && run[at].kind != TokenKind::digits;
}

/// 3日 of 2泊3日: days behind days, with nothing between.
bool is_behind_nights(Run& run, std::uint32_t begin) {
    constexpr std::uint32_t character = 3;
    if (begin != 0 && run.text()[begin - 1] == ' ') --begin;  // 2박 3일
    if (run.previous() != Kind::duration || run.floor() != begin || begin < character) return false;
    for (const Sense& sense : run.language().lexicon.longest(run.text(), begin - character).senses)
        if (sense.role == Role::time_unit && static_cast<UnitId>(sense.value) == UnitId::day) return true;
    return false;
}

/// 8日20時間: hours of a duration behind it.
bool is_before_hours(Run& run, std::size_t at) {
    const std::size_t unit = at + read_whole_number(run, at, 2).tokens;
    const Sense* hours =
        unit != at && !run.is(unit, Role::hour_mark) ? run.sense(unit, Role::time_unit) : nullptr;
    return hours != nullptr && static_cast<UnitId>(hours->value) == UnitId::hour;
}

/// 1日3回, 1日2000円: so often or so much in a day.
bool is_rate(Run& run, const Moment& moment, std::size_t at) {
    if (moment.date.day != 1 || run[at].gap != Gap::none) return false;
    const Numeral& number = read_numeral(run, at);
    const std::size_t behind = at + number.tokens;
    return number.tokens != 0 && counts_something(run, behind) && !run.is(behind, Role::hour_mark);
}

/// A day alone. Marked as one (2日) it is a date but for words that make it a number of days; "the 18th" is one behind
/// "on", with no noun behind it.
bool licensed_day(Run& run, std::size_t at, const Moment& moment) {
    const std::uint32_t begin = run[at].span.begin;
    const std::size_t next = at + moment.tokens;
    if (run.is(next - 1, Role::day_mark) && run.is(next, Role::day_part)) return true;  // 15号下午
    if (run.is(next - 1, Role::ordinal_suffix))
        return run.before(begin, Role::day_lead).sense != nullptr &&
               (run[next].kind != TokenKind::word || run.is(next, Role::time_join));
    if (!run.language().spaced && (is_before_hours(run, next) || is_rate(run, moment, next))) return false;
    if (run.is(next, Role::half) && run[next].gap == Gap::none) return false;  // 3日半
    return !is_behind_nights(run, begin) && !is_count_of_days(run, at, moment) &&
           !has_time_suffix(run, next) && run.before(begin, Role::approx_before).sense == nullptr &&
           (run.language().spaced || run.before(begin, Role::pronoun_lead).sense == nullptr);  // まる1日
}

/// 22/04, and 29/2 where nothing else stands: no fraction is written so. The day decides which is the month.
bool is_day_and_month(Run& run, std::size_t at, const Moment& moment) {
    const Token& day = run[at];
    const Token& month = run[at + 2];
    if (moment.tokens != 3 || !run.is_sign(at + 1, '/') || day.kind != TokenKind::digits) return false;
    const auto padded = [](const Token& number) { return number.digit_count == 2 && number.value < 10; };
    if (!moment.impossible && padded(day) && month.value > 12 && month.value == moment.date.day)
        return run.language().date_order == DateOrder::month_day_year;  // 04/22
    if (moment.impossible || day.value < 13 || day.value != moment.date.day) return false;
    return run.is_whole_text(at, at + 3) ||
           (padded(month) && run.language().date_order == DateOrder::day_month_year);
}

/// on 4/5 of the land
bool is_part_of(Run& run, std::size_t at, const Moment& moment) {
    const std::size_t next = at + moment.tokens;
    return moment.date.day != 0 && run.is(next, Role::ratio_join) && run.is(next, Role::date_join);
}

Moment join(const Moment& first, const Moment& second, std::size_t tokens) {
    const Moment& date = first.has_date ? first : second;
    const Moment& time = first.has_date ? second : first;
    Moment both = date;
    both.has_time = true;
    both.time = time.time;
    both.time_span = time.time_span;
    both.twelve_hours = time.twelve_hours;
    both.day_part = time.day_part;
    both.tokens = tokens;
    return both;
}

/// "Sat Nov 2 17:30:00 2025", "Nov 2 17:30:00 UTC 2025": the year of a time stamp stands behind its seconds.
void take_stamp_year(Run& run, std::size_t at, Moment& moment) {
    if (moment.date.year != no_year || moment.date.month == 0 || moment.time.second == 0xFF) return;
    std::size_t next = at + moment.tokens;
    const std::string_view zone = run.text(run[next]);
    if (zone.size() >= 2 && zone.size() <= 4 && std::ranges::all_of(zone, is_ascii_capital)) ++next;
    Slots slots;
    if (run[next].kind != TokenKind::digits || take_element(run, next, 'Y', slots) == 0) return;
    moment.date.year = static_cast<std::int16_t>(slots.year);
    moment.tokens = next + 1 - at;
    moment.stamp_end = run[next].span.end;
}

/// +0200 behind the seconds of a date-time: the offset of its time zone (RFC 5322, 3.3).
bool is_mail_offset(Run& run, std::size_t sign, const Moment& moment) {
    constexpr std::uint64_t farthest = 1400;
    const Token& offset = run[sign + 1];
    return moment.time.second != 0xFF && run[sign].gap == Gap::space && offset.gap == Gap::none &&
           offset.digit_count == 4 && offset.value % 100 < 60 && offset.value <= farthest;
}

/// +09:00 behind the clock of a date-time is the offset of its time zone, no time of its own; -11:30 is one only behind
/// seconds, else the end of a range.
void take_offset(Run& run, std::size_t at, Moment& moment) {
    const std::size_t sign = at + moment.tokens;
    const bool west = run.is_sign(sign, '-') && moment.time.second != 0xFF;
    if (!west && !run.is_sign(sign, '+')) return;
    const bool mail = is_mail_offset(run, sign, moment);
    const bool clock = run[sign].gap == Gap::none && run[sign + 1].digit_count == 2 &&
                       run.is_sign(sign + 2, ':') && run[sign + 3].digit_count == 2;
    if (!mail && !clock) return;
    moment.tokens += mail ? 2 : 4;
    moment.stamp_end = run[at + moment.tokens - 1].span.end;
}

Fact fact_of(Kind kind, Span span, const Run& run) {
    Fact fact;
    fact.kind = kind;
    fact.span = span;
    fact.language = run.language().id;
    return fact;
}

void append_one(Kind kind, const Date& date, const Moment& moment, const Run& run, Facts& out) {
    Fact fact = fact_of(kind, moment.date_span, run);
    fact.payload = std::bit_cast<std::int64_t>(date);
    if (moment.impossible) fact.flags |= Fact::impossible;
    out.items.push_back(fact);
}

/// A week has its first and its last day as parts, which stand in the same words.
void append_date(const Moment& moment, const Run& run, Facts& out) {
    const Date& first = moment.date;
    append_one(moment.date_kind, first, moment, run, out);
    if (!moment.week) return;
    out.items.back().payload = 0;
    out.items.back().parts = 2;
    append_one(Kind::date, first, moment, run, out);
    append_one(Kind::date, civil_from_days(days_from_civil(first.year, first.month, first.day) + 6), moment,
               run, out);
}

void append_time(const Moment& moment, const Run& run, Facts& out) {
    Fact fact = fact_of(Kind::time, moment.time_span, run);
    fact.payload = std::bit_cast<std::int64_t>(moment.time);
    out.items.push_back(fact);
}

/// 5000年, 1000年以上: so many years, where no era says that they are counted.
bool is_span_of_years(Run& run, std::size_t at, const Moment& moment) {
    constexpr int last_year = 2500;
    const Date& date = moment.date;
    if (run.language().spaced || moment.tokens != 2 || moment.has_time || date.year == no_year) return false;
    if (run[at].kind != TokenKind::digits || date.month != 0 || date.years != 0) return false;
    return date.year > last_year ||
           (!is_plausible_year(date.year) && is_limit(run.sense(at + 2, Role::approx_after)));
}

}  // namespace

bool bracketed(Run& run, std::size_t at, std::size_t end) {
    const std::uint32_t begin = run[at].span.begin;
    const Decoded before = decode_before(run.text(), begin);
    if (before.size == 0 || !run.is_sign(end, ')')) return false;
    return fold(run.text(), begin - before.size).view() == "(";
}

bool counts_something(Run& run, std::size_t next) {
    constexpr RoleSet counted = {Role::unit,     Role::unit_symbol,    Role::currency, Role::currency_symbol,
                                 Role::percent,  Role::percent_points, Role::scale,    Role::counter,
                                 Role::time_unit};
    return run.is_any(next, counted) && !is_elided(run, next);
}

bool stands_alone(Run& run, std::size_t at) {
    const Token& token = run[at];
    if (token.kind != TokenKind::word) return token.kind != TokenKind::digits || token.gap != Gap::none;
    if (run.text(token).front() == ',') return true;  // ", and" is one word of comparisons
    return run.is_any(at, {Role::function_word, Role::date_join, Role::year_lead, Role::range_close});
}

bool licensed(Run& run, std::size_t at, const Moment& moment) {
    if (moment.bare_year) return licensed_year(run, at, moment);
    if (is_span_of_years(run, at, moment)) return false;
    if (moment.holiday) return moment.has_time || licensed_holiday(run, at + moment.tokens);
    if (!moment.needs_lead) return true;
    const std::uint32_t begin = run[at].span.begin;
    if (moment.date.month == 0 && moment.impossible) return false;
    if (moment.date.month == 0) return licensed_day(run, at, moment);
    if (moment.date.day == 0 && !moment.impossible && run.before(begin, Role::year_lead).sense != nullptr)
        return true;
    if (is_day_and_month(run, at, moment)) return !counts_something(run, at + 3);
    if (moment.date.day != 0 && !moment.impossible && begins_list(run, at, moment)) return true;
    if (is_limit(run.before(begin, Role::approx_before).sense)) return false;  // more than 1/2 of them
    if (moment.impossible && moment.date.month > 12 && moment.date.day > 12) return false;  // marked 19/20
    return asked_for(run, begin, at + moment.tokens) && !is_part_of(run, at, moment);
}

bool is_season(Run& run, std::size_t at) {
    const Token& year = run[at];
    if (year.digit_count != 4) return false;
    if (!run.is_sign(at + 1, '/') || run[at + 1].gap != Gap::none) return false;
    const Token& next = run[at + 2];
    const bool beside = next.digit_count == 2 ? next.value == (year.value + 1) % 100
                                              : next.digit_count == 4 && next.value == year.value + 1;
    const bool month = run.language().date_order == DateOrder::year_month_day && next.value <= 12;
    return next.gap == Gap::none && beside && !month && !run.is_sign(at + 3, '/');
}

namespace {

bool is_ending_of_file(Run& run, std::size_t at) {
    const std::uint32_t begin = run[at].span.begin;
    return run[at].gap == Gap::none && run[at].kind == TokenKind::word &&
           is_ascii_letter(run.text()[begin]) && !is_capital(run.text(), begin);
}

/// The DEC2 of DEC2BIN, the sep of sep=, the t2 of t2.medium; not the day of backup-2021-03-14.tar
bool is_part_of_name(Run& run, std::size_t end, const Date& date) {
    if (run.ends_before_space(run[end - 1])) return false;
    const Token& next = run[end];
    if (next.gap != Gap::none) return false;
    if (next.ascii == '.') return date.day == 0 && is_ending_of_file(run, end + 1);
    if (run[end - 1].kind != TokenKind::digits) return next.ascii == '=';
    return next.kind == TokenKind::word && next.senses.empty() && is_letter(run.text(), next.span.begin);
}

}  // namespace

bool inside_code(Run& run, std::size_t at, std::size_t end, const Moment& moment) {
    const std::string_view text = run.text();
    const auto digit = [&](std::size_t i) { return i < text.size() && is_ascii_digit(text[i]); };
    const auto joint = [&](std::size_t i) {
        return i < text.size() && (text[i] == '-' || text[i] == '/' || text[i] == '.');
    };
    const std::size_t first = run[at].span.begin;
    const std::size_t last = run[end - 1].span.end;
    if (run[at].kind == TokenKind::digits && first > 1 && joint(first - 1) && digit(first - 2)) return true;
    if (!moment.has_time && is_part_of_name(run, end, moment.date)) return true;
    const bool whole = !moment.has_time && moment.date.year != no_year && moment.date.day != 0;
    const bool comma = !whole && last < text.size() && text[last] == ',';  // 1993-08-16,7 is no number
    const bool goes_on = joint(last) || comma;
    return run[end - 1].kind == TokenKind::digits && goes_on && digit(last + 1);
}

namespace {

/// The 15 of "a las siete de la tarde del 15".
Moment read_led_day(Run& run, std::size_t at) {
    Moment moment;
    Slots slots;
    if (take_element(run, at, 'e', slots) != 1 || run[at].kind != TokenKind::digits) return moment;
    const bool decimals =
        run[at + 1].gap == Gap::none && run[at + 2].gap == Gap::none && run[at + 2].kind == TokenKind::digits;
    if (decimals || !stands_alone(run, at + 1) || counts_something(run, at + 1)) return moment;
    moment.tokens = 1;
    moment.has_date = true;
    moment.date.day = static_cast<std::uint8_t>(slots.day);
    moment.date_span = run[at].span;
    return moment;
}

/// 193000 of 20180503T193000, 1930 of 20180503T1930Z (ISO 8601-1, basic format).
Moment read_basic_time(Run& run, std::size_t at) {
    Moment moment;
    const Token& digits = run[at];
    const bool seconds = digits.digit_count == 6;
    const std::string_view joint = run.text(run[at - 1]);
    if ((!seconds && digits.digit_count != 4) || digits.gap != Gap::none || joint != "T") return moment;
    const auto clock = static_cast<int>(seconds ? digits.value / 100 : digits.value);
    const auto second = static_cast<int>(seconds ? digits.value % 100 : 0);
    if (clock / 100 > 24 || clock % 100 > 59 || second > 60) return moment;
    moment.tokens = 1;
    moment.has_time = true;
    moment.time.hour = static_cast<std::uint8_t>(clock / 100);
    moment.time.minute = static_cast<std::uint8_t>(clock % 100);
    if (seconds) moment.time.second = static_cast<std::uint8_t>(second);
    moment.time_span = digits.span;
    return moment;
}

/// 14.10. 8:00: a clock behind a day and month that a word would have to lead to says as much.
bool is_timed(Run& run, std::size_t at, const Moment& date) {
    if (!date.needs_lead || date.impossible || date.date.month == 0) return false;
    const std::size_t hour = at + date.tokens;
    return run[hour].kind == TokenKind::digits && run[hour].gap == Gap::space && run.is_sign(hour + 1, ':') &&
           run[hour + 2].digit_count == 2 && run[hour + 2].gap == Gap::none;
}

}  // namespace

Moment read_moment(Run& run, std::size_t at) {
    Moment date = read_date(run, at);
    const bool day = date.tokens != 0 && date.date.day != 0 && !date.week;
    const bool timed = day && is_timed(run, at, date);
    if (timed) date.needs_lead = false;
    if (day && (timed || licensed(run, at, date))) {
        const std::size_t next = skip_joint(run, at + date.tokens);
        const bool basic = run[at].digit_count == 8 && date.tokens == 1;
        const Moment time = basic ? read_basic_time(run, next) : read_time(run, next, Beside::date);
        if (time.tokens == 0) return date;
        Moment both = join(date, time, next + time.tokens - at);
        take_stamp_year(run, at, both);
        take_offset(run, at, both);
        return both;
    }
    const Moment time = read_time(run, at);
    if (time.tokens == 0 || time.tokens < date.tokens) return date;
    std::size_t next = skip_joint(run, at + time.tokens);
    const bool joined = next != at + time.tokens && run[next - 1].kind == TokenKind::word;
    if (!joined && run.is(next, Role::day_lead)) ++next;
    Moment other = read_date(run, next);
    const bool led = joined && run.is(next - 1, Role::day_lead);
    if (led && other.tokens == 0 && run.language().led_hours) other = read_led_day(run, next);
    const bool ordinal = other.tokens == 2 && run.is(next + 1, Role::ordinal_suffix) &&
                         run.is(next - 1, Role::day_lead);  // 8pm on the 15th
    const bool marked =
        other.date.month != 0 || led || ordinal || (joined && run.is(next, Role::date_prefix));
    const bool fits =
        other.tokens != 0 && other.date.day != 0 && !other.week && marked && licensed(run, next, other);
    if (!fits) return time;
    Moment both = join(time, other, next + other.tokens - at);
    both.needs_lead = false;  // the day was asked for where it stands
    return both;
}

void append_moment(const Moment& moment, const Run& run, Facts& out) {
    if (!moment.has_time) return append_date(moment, run, out);
    if (!moment.has_date) return append_time(moment, run, out);
    const bool date_first = moment.date_span.begin <= moment.time_span.begin;
    const Span span = date_first
                          ? Span{moment.date_span.begin, std::max(moment.time_span.end, moment.stamp_end)}
                          : Span{moment.time_span.begin, moment.date_span.end};
    Fact whole = fact_of(Kind::datetime, span, run);
    whole.parts = 2;
    if (moment.impossible) whole.flags |= Fact::impossible;
    out.items.push_back(whole);
    if (date_first) append_date(moment, run, out);
    append_time(moment, run, out);
    if (!date_first) append_date(moment, run, out);
}

namespace {

/// "hơn 18 giờ", "lên tới 18 giờ": how long; "tới 18 giờ", "jusqu'à 20 h", "hasta las 20 horas", where the word leads to a
/// time as well, is until when.
bool is_limited(Run& run, std::uint32_t begin) {
    const Run::Before word = run.before(begin, Role::approx_before);
    if (word.sense == nullptr) return false;
    const bool up_to = static_cast<Approx>(word.sense->value) == Approx::up_to;
    const auto leads = [&](Role role) {
        const Run::Before lead = run.before(begin, role);
        return lead.sense != nullptr && lead.span.begin == word.span.begin;
    };
    return (is_limit(word.sense) || up_to) && !leads(Role::day_lead) && !leads(Role::hour_lead) &&
           !leads(Role::time_lead);
}

/// Where one word is the hour of the day and the unit of a duration (2 giờ, 2 giờ 15 phút, một giờ rưỡi), the time asks
/// for a word before it; 13 to 23 are hours of the day where no limit is told.
bool is_hours(Run& run, std::size_t at, const Moment& moment) {
    constexpr RoleSet leads = {Role::time_join, Role::day_part,  Role::meridiem,  Role::day_lead,
                               Role::hour_lead, Role::time_lead, Role::range_open};
    constexpr RoleSet clock_leads = {Role::time_join, Role::day_part, Role::meridiem, Role::hour_lead,
                                     Role::time_lead};
    if (!moment.has_time || moment.has_date || moment.twelve_hours) return false;
    if (run.language().led_hours && run.roles_before(run[at].span.begin).has(Role::list_join)) return false;
    const bool limited = is_limited(run, run[at].span.begin);
    if (moment.time.hour > 12 && moment.time.hour < 24 && !limited) return false;
    const std::size_t last = at + moment.tokens - 1;
    const std::size_t mark = at + std::max<std::size_t>(read_whole_number(run, at, 2).tokens, 1);
    const bool unit = run.is(mark, Role::hour_mark) && run.is(mark, Role::time_unit);
    const bool words = last == mark || run.is_any(last, {Role::minute_mark, Role::second_mark, Role::half});
    const RoleSet& before = run.roles_before(run[at].span.begin);
    const bool led_hours = run.language().led_hours;
    const bool compared = led_hours && before.has(Role::approx_before) &&
                          !before.meets({Role::time_lead, Role::hour_lead});  // the "de" of "alrededor de"
    const bool minutes = led_hours && last != mark && !run.is(last + 1, Role::range_join) &&
                         !before.meets(clock_leads);  // un viaje de 2 horas y 8 minutos
    return unit && words && (limited || compared || minutes || !before.meets(leads));
}

}  // namespace

std::size_t parse_moment(Run& run, std::size_t at, const Moment& moment, Facts& out) {
    if (moment.tokens == 0 || inside_code(run, at, at + moment.tokens, moment)) return 0;
    if (moment.has_date && !licensed(run, at, moment)) return 0;
    if (!moment.has_date && moment.needs_lead && !run.is(at + moment.tokens, Role::time_suffix)) return 0;
    if (is_hours(run, at, moment)) return 0;
    append_moment(moment, run, out);
    return moment.tokens;
}

}  // namespace factlint
