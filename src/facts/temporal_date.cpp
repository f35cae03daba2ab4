#include <algorithm>
#include <array>

#include "facts/fold.h"
#include "facts/temporal.h"
#include "facts/temporal_template.h"

namespace factlint {
namespace {

enum class Meaning : std::uint8_t {
    date,
    before_era,
    century_before_era,
    numeric,
    month,          ///< of a year of our time: 12/2015
    ordinal_month,  ///< the third month of 2018
    apart_era,      ///< 79 AD: not where words are not apart, 昭和3丁目
    short_fiscal,   ///< FY18, calendar year 18
    led_month,      ///< el 17 del 11: the word between leads to a day as well
    hyphened,       ///< op 22-04
    ordinals,       ///< am siebten vierten
    dotted,         ///< am 22.4
    dashed,         ///< ngày 2-9
    hundred,        ///< 1800-talet: where the mark of a century stands behind its first year
    short_year,     ///< mayo del 68: a year of two digits that is no day
    compact,        ///< 20250930
    spaced,         ///< digits alone, with spaces between them: 02 04 2009
    spaced_points,  ///< 2025. 11. 2. in languages that begin a date with the year
    spaced_iso,     ///< 2009 - 04 - 02, and without hyphens only where a word leads to a day
    quarter,
    half,
    decade,
    century,
    bare_year,
    week,      ///< 2024-W15, week 15 of 2024: seven days
    week_day,  ///< 2024-W15-3
    movable,   ///< Easter 2018, Thanksgiving 2025
    unsure,
    misfit
};

struct Row {
    Pattern pattern;
    Meaning meaning;
    bool genitive = false;  ///< only where the whole stands first: 2010 के पृथ्वी दिवस
};

constexpr std::array rows = {
    // marks behind the numbers: 令和7年11月2日, 2025年11月, 2025年第2四半期, 2026年末
    Row{"E Z y V m Q d", Meaning::date},
    Row{"E 0 M m D d", Meaning::date},
    Row{"A y V m Q d", Meaning::date},
    Row{"A y V m3", Meaning::date},
    Row{"Y y j V m Q d", Meaning::date},
    Row{"Y y j V m", Meaning::date},
    Row{"Y y j? W", Meaning::date},
    Row{"Y y j? *", Meaning::date},
    Row{"Y y j? 9", Meaning::movable},
    Row{"Y y j? R q", Meaning::quarter},
    Row{"Y y j? R $", Meaning::ordinal_month},
    Row{"A y B Q d", Meaning::date},
    Row{"B j? Q d", Meaning::date},
    Row{"E Z y M m L?", Meaning::date},
    Row{"E 0 M m L?", Meaning::date},
    Row{"A y V m", Meaning::date},
    Row{"A y V m j? L", Meaning::date},
    Row{"E Z y L?", Meaning::date},
    Row{"E 0", Meaning::date},
    Row{"2 Z y", Meaning::before_era},
    Row{"2 Z", Meaning::before_era},
    Row{"w? Z 2", Meaning::before_era},
    Row{"2 C c", Meaning::century_before_era},
    Row{"2 R c", Meaning::century_before_era},
    Row{"C c 2", Meaning::century_before_era},
    Row{"R c 2", Meaning::century_before_era},
    Row{"a o? C 2", Meaning::century_before_era},
    Row{"a R 2", Meaning::century_before_era},
    Row{"w? Z E", Meaning::apart_era},
    Row{"E Z", Meaning::apart_era},
    Row{"C c E", Meaning::century},
    Row{"R c E", Meaning::century},
    Row{"a o? C E", Meaning::century},
    Row{"a R E", Meaning::century},
    Row{"Y y", Meaning::date},
    Row{"U y j? L", Meaning::date},
    Row{"UL", Meaning::date},  // 2018年底
    Row{"M m Q d", Meaning::date},
    Row{"G m", Meaning::date},
    Row{"G m j? L", Meaning::date},
    Row{"D d", Meaning::unsure},
    Row{"E? Z y j? o? N q", Meaning::quarter},
    Row{"o? N q", Meaning::quarter},
    Row{"E? Z y j? o? N 1", Meaning::quarter},
    Row{"E? Z y j? H", Meaning::half},
    Row{"T y", Meaning::date},
    Row{"Y f", Meaning::date},
    Row{"E Z f", Meaning::date},
    Row{"C.? c", Meaning::century},
    Row{"Y c", Meaning::hundred},
    Row{"Y k", Meaning::decade},
    Row{"'Sk", Meaning::decade},
    Row{"S k", Meaning::decade},
    Row{"b S", Meaning::decade},
    Row{"C c j? S k", Meaning::decade},
    Row{"S k j? C.? c", Meaning::decade},
    Row{"b S j? C c", Meaning::decade},
    Row{"b S j? R c", Meaning::decade},
    Row{"b S j? a C", Meaning::decade},
    // prefixes before the numbers: ngày 2 tháng 11 năm 2025, cuối năm 2026, quý III năm 2025
    Row{"p? p? Q n V ,? w? U", Meaning::date},
    Row{"p? D n M=Y", Meaning::date},
    Row{"p? p? Q n V", Meaning::date},
    Row{"p D/M/Y", Meaning::numeric},
    Row{"p D-M-Y", Meaning::numeric},
    Row{"p D.M.Y", Meaning::numeric},
    Row{"p D/M", Meaning::numeric},
    Row{"p D-M", Meaning::dashed},
    Row{"p p? D", Meaning::date},
    Row{"L? n V w U", Meaning::date},
    Row{"L? n G,? Y", Meaning::date},
    Row{"L? n G=Y", Meaning::date},
    Row{"L? n G", Meaning::date},
    Row{"w Y", Meaning::date},
    Row{"L j? w U", Meaning::date},
    Row{"v N ,? j? w? Y", Meaning::quarter},
    Row{"v N'S", Meaning::quarter},
    Row{"v N g Y", Meaning::quarter},
    Row{"NqS", Meaning::quarter},
    Row{"Nq'S", Meaning::quarter},
    Row{"N.? q j? j? w? Y", Meaning::quarter},
    Row{"R ^ j? j? w? Y", Meaning::half},
    Row{"N.? ^ j? j? w? Y", Meaning::half},
    Row{"Y -? H", Meaning::half},
    Row{"Y j R ^", Meaning::half, true},
    Row{"R $ j? j? w? Y", Meaning::ordinal_month},
    Row{"Y j R $", Meaning::ordinal_month, true},
    Row{"v N", Meaning::quarter},
    Row{"v R j? j? w? Y", Meaning::quarter},
    Row{"v N=Y", Meaning::quarter},
    Row{"Y/v N", Meaning::quarter},
    Row{"Y R q", Meaning::quarter},
    Row{"Y -? v N", Meaning::quarter},
    Row{"Y y j? v N", Meaning::quarter},
    Row{"H j? j? w? Y", Meaning::half},
    Row{"g Y", Meaning::date},
    Row{"g S", Meaning::short_fiscal},
    Row{"gT", Meaning::short_fiscal},
    Row{"g 'S", Meaning::short_fiscal},
    Row{"a o? C", Meaning::century},
    Row{"a R", Meaning::century},
    Row{"b Y", Meaning::decade},
    // names of months: 2 November 2025, Nov. 2nd, second of July 1995, late 2026
    Row{"Q j? W.? ,? j? U", Meaning::date},
    Row{"Q j? W.? j w U", Meaning::date},
    Row{"O j? j? W.? j w U", Meaning::date},
    Row{"W.? j w Y", Meaning::date},
    Row{"Q j? W/W ,? j? U", Meaning::date},  // 3 آذار/مارس: both names of one month
    Row{"Q j? W/W", Meaning::date},
    Row{"O j? W/W ,? j? Y", Meaning::date},
    Row{"O j? W/W", Meaning::date},
    Row{"O/W", Meaning::date},
    Row{"Q j G j U", Meaning::date},
    Row{"O j? j? W.? ,? j? Y", Meaning::date},
    Row{"W.? Q ,? j? U", Meaning::date},
    Row{"W.? ,? j? O ,? j? Y", Meaning::date},
    Row{"Q j? W.? ,? 'S", Meaning::date},
    Row{"O j? j? W.? ,? 'S", Meaning::date},
    Row{"W.? Q ,? 'S", Meaning::date},
    Row{"Y W.? D", Meaning::date},
    Row{"e j? W.?", Meaning::date},
    Row{"e-W", Meaning::date},
    Row{"W-e", Meaning::unsure},
    Row{"p e j? W.?", Meaning::date},
    Row{"p O j W", Meaning::date},
    Row{"p O j W ,? j? U", Meaning::date},
    Row{"p Q j? W.? ,? j? U", Meaning::date},
    Row{"O j? j? W.?", Meaning::date},
    Row{"W.? e", Meaning::date},
    Row{"W.? ,? j? O", Meaning::date},
    Row{"W.? ,? j? Y", Meaning::date},
    Row{"W.? U", Meaning::date},
    Row{"L -? j? j? W.? ,? j? Y", Meaning::date},
    Row{"W j S", Meaning::short_year},
    Row{"Q j? W j? S", Meaning::short_year},
    Row{"Y W", Meaning::date},
    Row{"B", Meaning::date},
    Row{"L -? j? j? W.?", Meaning::date},
    Row{"L -? j? j? U", Meaning::date},
    Row{"W", Meaning::unsure},
    Row{"D=W=Y", Meaning::date},
    Row{"D=W=S", Meaning::date},
    Row{"W=D=Y", Meaning::date},
    Row{"W=Y=D", Meaning::date},
    Row{"Y=W=D", Meaning::date},
    Row{"Y=D=W", Meaning::date},
    Row{"D=Y=W", Meaning::date},
    Row{"W=Y", Meaning::date},
    Row{"W/D", Meaning::date},
    Row{"D/W", Meaning::date},
    Row{"W j? Q d", Meaning::date},
    Row{"Y y j? W j? Q d", Meaning::date},  // 2015年正月の3日
    Row{"D/M d", Meaning::numeric},
    Row{"W.? j? 'S", Meaning::date},
    Row{"R q ,? j? j? w? Y", Meaning::quarter},
    Row{"R q j? w", Meaning::quarter},
    Row{"R c", Meaning::century},
    // digits and signs alone
    Row{"Y-M-D", Meaning::date},
    Row{"Y/M/D", Meaning::date},
    Row{"Y.G.e", Meaning::date},
    Row{"Y. G. e", Meaning::spaced_points},
    Row{"Y-G", Meaning::date},
    Row{"Y/G", Meaning::date},
    Row{"D/M/Y", Meaning::numeric},
    Row{"D-M-Y", Meaning::numeric},
    Row{"D.M.Y", Meaning::numeric},
    Row{"D. G. Y", Meaning::numeric},
    Row{"D.M.S", Meaning::unsure},
    Row{"D.M.", Meaning::unsure},
    Row{"D/M/S", Meaning::numeric},
    Row{"D/M Y", Meaning::spaced},
    Row{"D/M", Meaning::unsure},
    Row{"D-M", Meaning::hyphened},
    Row{"D.M", Meaning::dotted},
    Row{"O | Y", Meaning::ordinals},
    Row{"O |", Meaning::ordinals},
    Row{"O/|", Meaning::ordinals},
    Row{"e j G", Meaning::led_month},
    Row{"G/Y", Meaning::month},
    Row{"G-Y", Meaning::month},
    Row{"D M Y", Meaning::spaced},
    Row{"Y M D", Meaning::spaced_iso},
    Row{"Y - M - D", Meaning::spaced_iso},
    Row{"Y. G. e", Meaning::spaced_iso},
    Row{"Ds", Meaning::unsure},
    Row{"8", Meaning::compact},
    // the same day everywhere: Christmas 2019
    Row{"* ,? j? w? Y", Meaning::date},
    Row{"Y j R q", Meaning::quarter},
    Row{"Y j H", Meaning::half},
    Row{"Y j *", Meaning::date, true},
    Row{"Y *", Meaning::date, true},
    Row{"Y j 9", Meaning::movable, true},
    Row{"Y j L", Meaning::date, true},
    Row{"Y L", Meaning::date, true},
    Row{"Y j W", Meaning::date, true},
    Row{"Y j W Q", Meaning::date, true},
    Row{"Y j Q W", Meaning::date, true},
    Row{"W.? j L", Meaning::date, true},
    Row{"W.? ,? Y j L", Meaning::date, true},
    Row{"*", Meaning::date},
    Row{"9 ,? j? w? Y", Meaning::movable},
    // weeks of a year: 2024-W15, KW 15/2024, week 15 of 2024, 15. Kalenderwoche 2024, 2024年第15週
    Row{"Y-<{", Meaning::week},
    Row{"Y-<{-}", Meaning::week_day},
    Row{"< {/Y", Meaning::week},
    Row{"< {,? j? j? w? Y", Meaning::week},
    Row{"{. < j? j? w? Y", Meaning::week},
    Row{"Y y j? o { <", Meaning::week},
    Row{"Y", Meaning::bare_year},
    // a year written as a month: 2025月11月2日, tháng 7 tháng 2021, cuối tháng 2026
    Row{"U m M m D d", Meaning::misfit},
    Row{"U m M m", Meaning::misfit},
    Row{"U m j? L", Meaning::misfit},
    Row{"p? p? D n M n U", Meaning::misfit},
    Row{"L? n M n U", Meaning::misfit},
    Row{"L n U", Meaning::misfit},
};

constexpr auto trie = trie_of<1536>(rows);

/// The thirties and later ones are of the last century.
constexpr int full_decade(int two_digits) { return two_digits + (two_digits < 30 ? 2000 : 1900); }

/// Years of two digits: 00–39 are 2000–2039, 40–99 are 1940–1999. The day of the run never decides.
constexpr int full_year(int two_digits) { return two_digits + (two_digits < 40 ? 2000 : 1900); }

struct Months {
    int first;
    int last;
};
/// What early, middle and late mean in a year; index by Slots::part.
constexpr std::array parts_of_year = {Months{0, 0}, Months{1, 2}, Months{5, 8}, Months{11, 12}};

Months months_of(Meaning meaning, const Slots& slots) {
    if (meaning == Meaning::quarter) return {3 * slots.number - 2, 3 * slots.number};
    if (meaning == Meaning::ordinal_month) return {slots.number, 0};
    if (meaning == Meaning::half && slots.number == 3) return {1, 9};  // 前三季度
    if (meaning == Meaning::half) return {6 * slots.number - 5, 6 * slots.number};
    if (slots.part > 0 && slots.month < 0) return parts_of_year[static_cast<std::size_t>(slots.part)];
    return {slots.month < 0 ? 0 : slots.month, 0};
}

constexpr int last_year = 9999;

int year_of(Meaning meaning, const Slots& slots) {
    if (meaning == Meaning::compact) return slots.compact / 10000;
    if (meaning == Meaning::century) return 100 * slots.number - 99;
    if (meaning == Meaning::decade && slots.number > 0) return 100 * (slots.number - 1) + slots.year;
    if (meaning == Meaning::before_era) return 1 - slots.year;  // there is no year 0: 1 BC is year 0 of EDTF
    if (meaning == Meaning::century_before_era) return 1 - 100 * slots.number;
    if (slots.year < 0) return slots.era < 0 ? no_year : slots.era + 1;
    if (slots.era >= 0) return slots.era + slots.year;
    if (slots.year > last_year) return no_year;
    if (slots.year >= 100 || slots.padded_year) return slots.year;
    return meaning == Meaning::decade ? full_decade(slots.year) : full_year(slots.year);
}

bool is_century(Meaning meaning) {
    return meaning == Meaning::century || meaning == Meaning::century_before_era ||
           meaning == Meaning::hundred;
}

Date date_of(Meaning meaning, const Slots& slots) {
    if (meaning == Meaning::movable) return movable_holiday(slots.year, slots.movable_holiday);
    if (meaning == Meaning::week) return day_of_week(slots.year, slots.number, 1);
    if (meaning == Meaning::week_day) return day_of_week(slots.year, slots.number, slots.day);
    const Months months = months_of(meaning, slots);
    Date date;
    date.year = static_cast<std::int16_t>(year_of(meaning, slots));
    date.month = static_cast<std::uint8_t>(months.first);
    date.last_month = static_cast<std::uint8_t>(months.last);
    date.day = static_cast<std::uint8_t>(slots.day < 0 ? 0 : slots.day);
    if (const int month_day = std::max(slots.holiday, slots.compact % 10000); month_day > 0) {
        date.month = static_cast<std::uint8_t>(month_day / 100);
        date.day = static_cast<std::uint8_t>(month_day % 100);
    }
    date.years = is_century(meaning) ? 100 : meaning == Meaning::decade ? 10 : 0;
    return date;
}

/// 3/4/2025: the language says which is the day, unless only the other order is a date. Where the year stands first, 3/4 is
/// 3月4日.
void settle_order(Date& date, DateOrder order) {
    Date swapped = date;
    swapped.day = date.month;
    swapped.month = date.day;
    const bool month_first =
        order == DateOrder::month_day_year || (order == DateOrder::year_month_day && date.year == no_year);
    const Date& preferred = month_first ? swapped : date;
    const Date& other = month_first ? date : swapped;
    const bool no_month = preferred.month > 12 && other.month <= 12;  // 2/29/2019: no such day in February
    date = !valid(preferred) && (valid(other) || no_month) ? other : preferred;
}

/// What `valid` cannot see: a month or a day written as 0, which it would take for absent, and numbers with a digit too
/// many.
bool misfit(Meaning meaning, const Slots& slots) {
    if (meaning == Meaning::week || meaning == Meaning::week_day) return slots.number > weeks_in(slots.year);
    return meaning == Meaning::misfit || slots.overlong || slots.day == 0 || slots.month == 0;
}

bool fits(Meaning meaning, const Slots& slots) {
    switch (meaning) {
        case Meaning::decade: return slots.year % 10 == 0 && (slots.year >= 30 || slots.number > 0);
        case Meaning::before_era: return slots.year > 0;
        case Meaning::hundred: return slots.year % 100 == 0;
        case Meaning::quarter: return slots.number >= 1 && slots.number <= 4;
        case Meaning::half: return slots.number >= 1 && slots.number <= 3;
        case Meaning::ordinal_month: return slots.number >= 2 && slots.number <= 12;  // the first months
        case Meaning::century:
        case Meaning::century_before_era: return slots.number >= 1;
        case Meaning::week:
        case Meaning::week_day: return slots.year >= 1900 && slots.year <= 2100;
        case Meaning::short_year: return slots.year > 31;
        case Meaning::month:
        case Meaning::spaced:
        case Meaning::spaced_iso: return slots.year >= 1900 && slots.year <= 2100;
        case Meaning::compact: return slots.compact % 100 != 0 && slots.compact / 100 % 100 != 0;  // 20080600
        default: return true;
    }
}

/// "the 40s" is a decade; "in her 40s" is an age, "in 40s" a time, "the 40s °F" a temperature.
bool is_other_plural(Run& run, std::size_t at, std::size_t end) {
    const std::string_view mark = run.text(run[end - 1]);
    if (run[at].kind != TokenKind::digits || mark.size() > 4 || mark.back() != 's') return false;
    return run.before(run[at].span.begin, Role::decade_lead).sense == nullptr || counts_something(run, end);
}

/// The s of 90 s are seconds; a word stands apart: 90 के दशक.
bool is_apart(Run& run, std::size_t mark) {
    return run.is(mark, Role::decade_mark) && run[mark].gap != Gap::none && run[mark].span.size() <= 4;
}

/// 2009 - 04 - 02, and 2009. 4. 2. in languages that begin with the year
bool separates(Run& run, std::size_t at) {
    return run.is_sign(at, '-') ||
           (run.is_sign(at, '.') && run.language().date_order == DateOrder::year_month_day);
}

/// "5 centuries" are a duration; XX siècle and 20世紀 name one.
bool counts_centuries(Run& run, std::size_t at) {
    return run.language().spaced && read_whole_number(run, at, 2).tokens != 0;
}

/// The 2010 of "early 2010s"
bool is_decade(Run& run, std::size_t end) {
    return run[end].gap == Gap::none && run[end - 1].kind == TokenKind::digits &&
           run.is(end, Role::decade_mark);
}

/// A short form of a month that is also a number (fr "sept") needs a day or a year beside it.
bool is_number(Run& run, std::size_t at, std::size_t tokens, const Slots& slots) {
    for (std::size_t i = at; i < at + tokens && slots.day < 0; ++i)
        if (run.is(i, Role::month_weak) && run.is(i, Role::small))
            return slots.year < 0 ||
                   !(run.is_sign(i + 1, '.') || is_attached(run, i + 1, '-') || is_attached(run, i + 1, '/'));
    return false;
}

/// "the 3rd of may", "on 29 may.": the day before it, or a word that leads to one, makes a month of the word.
bool is_month_of_day(Run& run, std::size_t at, std::size_t month, std::size_t end) {
    if (month == at && led_day(run, at)) return true;  // on may 1 at noon
    if (month != at && run.is(month - 1, Role::date_join)) return true;
    const Token& next = run[end];
    const bool closes = next.kind == TokenKind::end || (next.kind == TokenKind::sign && next.ascii != '-');
    return closes && led_day(run, at);
}

/// "from march to may": in small letters too, the first with the word that opens the range, the second behind a month.
bool is_end_of_months(Run& run, std::size_t at, std::size_t end) {
    constexpr RoleSet joins = {Role::range_join, Role::range_and};
    constexpr RoleSet months = {Role::month, Role::month_weak};
    const bool first = run[end].roles.meets(joins) && run[end + 1].roles.meets(months);
    const bool second = at > 1 && run[at - 1].roles.meets(joins) && run[at - 2].roles.meets(months);
    return second || (first && opens_range(run, at));
}

/// "may" and "march" without a capital letter are months only with an ordinal, a year or what leads to a day beside them.
/// They are words of the sentence as well; "feb" is not.
bool is_verb(Run& run, std::size_t at, std::size_t tokens, const Slots& slots) {
    if (is_number(run, at, tokens, slots)) return true;
    if (run.language().small_months) return false;
    if (slots.year >= 0) return false;
    for (std::size_t i = at; i < at + tokens; ++i) {
        if (!run.is(i, Role::month_weak) || !run.is(i, Role::function_word)) continue;
        if (is_capital(run.text(), run[i].span.begin)) continue;
        if (slots.day < 0) return !is_end_of_months(run, at, at + tokens);
        const std::size_t last = at + tokens - 1;
        const bool ordinal = run.is(last, Role::ordinal) || run.is(last, Role::ordinal_suffix);
        return !ordinal && !is_month_of_day(run, at, i, at + tokens);
    }
    return false;
}

Moment moment_of(Run& run, std::size_t at, std::size_t tokens, const Row& row, const Slots& slots) {
    Moment moment;
    if (tokens > 1 && run.is_sign(at + tokens - 1, '.') && run[at + tokens - 2].kind == TokenKind::word)
        --tokens;  // of a short form, or the end of the sentence
    moment.tokens = tokens;
    moment.has_date = true;
    moment.date = date_of(row.meaning, slots);
    const bool in_order = row.meaning == Meaning::numeric || row.meaning == Meaning::spaced ||
                          row.meaning == Meaning::dashed ||
                          (row.meaning == Meaning::unsure && slots.month > 0 && slots.day > 0);
    if (in_order) settle_order(moment.date, run.language().date_order);
    moment.impossible = misfit(row.meaning, slots) || !valid(moment.date);
    moment.holiday = slots.holiday >= 0 && slots.year < 0;
    moment.bare_year = row.meaning == Meaning::bare_year;
    moment.needs_lead = row.meaning == Meaning::unsure;
    moment.date_span = {run[at].span.begin, run[at + tokens - 1].span.end};
    const bool period = is_century(row.meaning) || row.meaning == Meaning::quarter ||
                        row.meaning == Meaning::half || row.meaning == Meaning::decade;
    moment.week = row.meaning == Meaning::week;
    moment.date_kind = period || moment.week ? Kind::date_range : Kind::date;
    return moment;
}

/// The point behind the full name of a month is none of an abbreviation: le 24 février.
bool is_end_of_sentence(Run& run, std::size_t last) {
    return run.is_sign(last, '.') && run[last - 1].kind == TokenKind::word && run.is(last - 1, Role::month);
}

/// alle 17.30. at the end of a sentence is no day and month: in this language no point stands behind a day.
bool has_foreign_point(Run& run, std::size_t last) {
    return run.is_sign(last, '.') && run[last - 1].kind == TokenKind::digits &&
           !run.is(last, Role::ordinal_point);
}

/// "January first week": the ordinal belongs to the week.
bool counts_weeks(Run& run, std::size_t end) {
    const Sense* unit = run.is(end - 1, Role::ordinal) ? run.sense(end, Role::time_unit) : nullptr;
    return unit != nullptr && static_cast<UnitId>(unit->value) != UnitId::day && run[end].span.size() > 2;
}

/// 1Q18, 3T 2018: a letter is the mark of a quarter only before a year.
bool is_letter_mark(Run& run, std::size_t mark) {
    return run[mark].span.size() == 1 && run.is(mark, Role::quarter_mark);
}

/// 1Q18 and Q1'18, but not 第1季度18家
bool has_letter(Run& run, std::size_t at) {
    return is_letter_mark(run, at + 1) || run.is(at, Role::quarter_prefix);
}

/// "one quarter" is a part; the first of a year is named by its ordinal or by digits.
bool is_counted_quarter(Run& run, std::size_t at, const Slots& slots) {
    const bool word = run[at].kind == TokenKind::word && !run.is(at, Role::ordinal) &&
                      !run.is(at, Role::quarter_prefix) && run[at].roles.meets({Role::small, Role::weak});
    return slots.year < 0 && word && run.language().spaced;
}

/// "ngày 9-12/9", "ngày 9-12 tháng 9": what seemed the month is the last day of a range.
bool goes_on_dated(Run& run, std::size_t end) {
    const bool sign = run.is_sign(end, '/') || run.is_sign(end, '-') || run.is_sign(end, '.');
    return run.is(end, Role::month_prefix) || (sign && run[end + 1].kind == TokenKind::digits);
}

/// FY18, FY 18, fiscal year 18, but not "ejercicio 12", which may be one of a book.
bool names_year(Run& run, std::size_t at) {
    const Sense* prefix = run.sense(at, Role::fiscal_prefix);
    return run[at + 1].gap == Gap::none || (prefix != nullptr && prefix->value == 0);
}

/// Whether the tokens [at, end), which a row matches, may have its meaning where they stand.
bool may_mean(Run& run, std::size_t at, std::size_t end, const Row& row, const Slots& slots) {
    switch (row.meaning) {
        case Meaning::short_year: return stands_alone(run, end);
        case Meaning::short_fiscal: return stands_alone(run, end) && names_year(run, at);
        case Meaning::led_month: return is_joined_day(run, at, end);
        case Meaning::hyphened: return is_hyphened_day(run, at, end);
        case Meaning::ordinals: return is_day_of_ordinals(run, at, end, slots.year);
        case Meaning::dotted: return is_dotted_day(run, at, end);
        case Meaning::bare_year:
            return run[at].kind == TokenKind::digits || slots.year % 100 != 0;  // thousands
        case Meaning::apart_era: return run.language().spaced;
        case Meaning::dashed:
            return run.language().dash_dates && slots.month <= 12 && !goes_on_dated(run, end);
        case Meaning::week:
            return run[at].kind == TokenKind::digits || stands_alone(run, end);  // of a season
        case Meaning::quarter:
            if (is_counted_quarter(run, at, slots)) return false;
            return (slots.year >= 0 || !is_letter_mark(run, end - 1)) &&
                   (!slots.short_year || has_letter(run, at));
        case Meaning::spaced_points: return run.language().date_order == DateOrder::year_month_day;
        case Meaning::numeric: return slots.year <= 2100 || !run.is_sign(at + 1, '.');  // 8.4.2105, a version
        case Meaning::unsure: return run.language().spaced || !is_rank(run, end - 1);
        case Meaning::spaced_iso: return separates(run, at + 1) || led_day(run, at);
        case Meaning::century: return row.pattern.front() != 'C' || !counts_centuries(run, at);
        case Meaning::decade:
            if (slots.year == 30 && slots.number < 0 && row.pattern.front() == 'S')
                return false;  // the 30s: of degrees, of a life
            return !is_apart(run, end - 1) && !(slots.short_year && is_other_plural(run, at, end));
        default: return row.pattern.front() != 'w' || !is_other_year(run, at, slots.year);
    }
}

/// The longest date; of dates of the same length that of the first row.
Moment read_plain_date(Run& run, std::size_t at) {
    Moment best;
    Longest longest;
    TemplateMatcher matcher(run, at, trie, run.templates().dates);
    matcher.for_each(longest, [&](std::size_t i, std::size_t tokens, const Slots& slots) {
        const Row& row = rows[i];
        if (is_end_of_sentence(run, at + tokens - 1)) --tokens;
        if (longest.beats(tokens, i)) return;
        if (tokens > 1 && has_foreign_point(run, at + tokens - 1)) return;
        if (!fits(row.meaning, slots) || is_verb(run, at, tokens, slots)) return;
        if (!may_mean(run, at, at + tokens, row, slots)) return;
        if (tokens > 1 && is_season(run, at)) return;
        if (slots.part > 0 && is_decade(run, at + tokens)) return;
        if (slots.day >= 0 && tokens > 1 && counts_weeks(run, at + tokens)) return;
        if (row.genitive && !run.language().leads_behind()) return;
        const Moment moment = moment_of(run, at, tokens, row, slots);
        const bool number = slots.short_year || row.meaning == Meaning::spaced ||
                            row.meaning == Meaning::spaced_iso || row.meaning == Meaning::compact ||
                            row.meaning == Meaning::dotted || row.meaning == Meaning::ordinals ||
                            row.meaning == Meaning::hyphened;
        if (moment.impossible && number) return;
        best = moment;
        longest = {moment.tokens, i};
    });
    return best;
}

}  // namespace

Moment read_date(Run& run, std::size_t at) {
    const Weekday before = weekday_before(run, at);
    Moment moment = read_plain_date(run, at + before.tokens);
    if (moment.tokens == 0 || moment.bare_year)  // mar 2015: March, not Tuesday
        return before.tokens == 0 ? moment : read_plain_date(run, at);
    moment.tokens += before.tokens;
    moment.needs_lead = moment.needs_lead && before.tokens == 0;
    moment.date.weekday = static_cast<std::uint8_t>(before.value);
    take_led_year(run, at, moment);
    if (before.tokens == 0 && moment.date.day != 0 && !moment.week) {
        const Weekday behind = weekday_behind(run, at + moment.tokens);
        moment.tokens += behind.tokens;
        moment.needs_lead = moment.needs_lead && behind.tokens == 0;
        moment.date.weekday = static_cast<std::uint8_t>(behind.value);
    }
    moment.date_span = {run[at].span.begin, run[at + moment.tokens - 1].span.end};
    return moment;
}

}  // namespace factlint
