#include <array>

#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/numeral.h"
#include "facts/temporal.h"
#include "facts/temporal_template.h"

namespace factlint {
namespace {

/// Whether a word before it must say that it is a time. `hours` and `bare` only where LanguageData::led_hours says so.
enum class Lead : std::uint8_t {
    none,
    hours,    ///< "5 heures" is a duration, "à 5 heures" a time
    minutes,  ///< "sept heures et dix": no noun behind the minutes, in any language
    weak,     ///< 三点 may be three points, 零点 not
    bare,     ///< "a las cinco": a number alone; not read in other languages
    linked,   ///< as bare: "alle sette e dieci", where the word that links is none inside numerals
    dotted,   ///< "om 6.45": no decimals where those have a comma; 8.30 bis 17.00 Uhr shares its mark
    shift,    ///< "10 nach 8 Uhr"; words like "past" need no other
    spoken,   ///< "nine thirty": in words, behind "at" or a date
    part,     ///< "5 p.m.", but 3 रात are nights where the part of the day stands before its hours
    clear,    ///< डेढ़ बजे, but not where the mark is a unit as well: anderhalf uur
    ordinal,  ///< عند الخامسة مساء: "at" and more than the hour, where ordinals are hours
    shared,   ///< शाम 5 से 6 बजे: the mark of the hour stands behind the end of a range
};

struct Row {
    Pattern pattern;
    Lead lead = Lead::none;
};

constexpr std::array rows = {
    Row{"P? j? I:J:X P?"},
    Row{"P? j? I:J P?"},
    Row{"I.J P"},
    Row{"I:J &"},
    Row{"I P", Lead::part},
    Row{"I r P"},
    Row{"# P", Lead::part},
    Row{"P? j? I h i u x t"},
    Row{"P? j? I h i u P?"},
    Row{"P? I h x t"},
    Row{"P? j? I h r P?", Lead::hours},
    Row{"P? j? I h P?", Lead::hours},
    Row{"IhJ P?"},
    Row{"I h i P?"},
    Row{"P? j? I z P?", Lead::hours},
    Row{"P? j? % z P?", Lead::clear},
    Row{"P? # z P?"},
    Row{"P? I J z P?"},
    Row{"I > i u"},
    Row{"P I", Lead::shared},
    Row{"P 5 I"},
    Row{"P 5 I:J"},
    Row{"P 5 I.J"},
    Row{"5 % P?"},
    Row{"P 5? %", Lead::shared},
    Row{"P? j? I:J z P?"},
    Row{"P? j? I.J z P?"},
    Row{"I z J"},
    Row{"I z J P"},
    Row{"I z i P?", Lead::minutes},
    Row{"4 I z? P?"},
    Row{"5 I:J:X P?"},
    Row{"5 I:J P?"},
    Row{"5 I.J P?"},
    Row{"5 I P?"},
    Row{"5 I r"},
    // الساعة الخامسة والنصف, الساعة الخامسة وعشر دقائق
    Row{"@ P", Lead::ordinal},
    Row{"@ 4 P?", Lead::ordinal},
    Row{"@ _ i u P?", Lead::ordinal},
    Row{"5 @ P?"},
    Row{"5 @ 4 P?"},
    Row{"5 I 4 P?"},
    Row{"5 @ _ i u P?"},
    Row{"5 I _ i u P?"},
    Row{"P? K"},
    Row{"K r"},
    Row{"K 4"},
    Row{"I K"},
    Row{"I z K"},
    Row{"P I.J"},
    Row{"P, I:J"},
    Row{"I.J h P"},
    Row{"I.J h", Lead::dotted},
    Row{"i > I z? P?", Lead::shift},
    Row{"i \" > I z? P?", Lead::shift},
    Row{"5 i > I P?"},
    Row{"i > 4 I z? P?"},
    Row{"P? j? I h F P?"},
    Row{"P? j? I l i u x t"},
    Row{"P? j? I l i u?"},
    Row{"P? j? I l F"},
    Row{"P j? I l"},
    Row{"I l", Lead::weak},
    // sept heures et dix, sept heures moins le quart
    Row{"I h 6 i P?", Lead::minutes},
    Row{"I h 7 i P?", Lead::minutes},
    Row{"I h 6 i u P?"},
    Row{"I h 4 P?"},
    // a las siete y diez, a las ocho menos cuarto, alle 5
    Row{"I 4 P?", Lead::bare},
    Row{"P 5? I 4", Lead::bare},
    Row{"I P 4", Lead::bare},
    Row{"I 6 i P?", Lead::bare},
    Row{"I 7 i P?", Lead::bare},
    // alle sette e dieci, alle 9 e tre quarti
    Row{"I + i P?", Lead::linked},
    Row{"I + ! P?", Lead::bare},
    Row{"I P + !", Lead::bare},
    Row{"I h + ! P?", Lead::minutes},
    Row{"P j I", Lead::bare},
    Row{"I J P?", Lead::spoken},
    Row{"I.J", Lead::dotted},
    Row{"I", Lead::bare},
};

constexpr auto trie = trie_of<512>(rows);

/// halb acht is half an hour before eight, halb eins before one o'clock in the afternoon.
Time offset_time(const Slots& slots, int offset) {
    const bool before = offset < 0;
    const int hour = slots.hour - (before ? 1 : 0);
    Time time;
    time.hour = static_cast<std::uint8_t>(hour_of_day(hour > 0 ? hour : 12, slots.day_part));
    time.minute = static_cast<std::uint8_t>(before ? 60 + offset : offset);
    return time;
}

/// Also of seven o'clock minus ten.
int offset_of(Run& run, std::size_t at, std::size_t tokens, const Slots& slots) {
    if (slots.clock_shift != 0) return slots.clock_shift * slots.minute + slots.offset;
    for (std::size_t i = at + 1; i < at + tokens && slots.minute > 0; ++i)
        if (run.is(i, Role::minus)) return -slots.minute;
    return slots.offset;
}

Time time_of(Run& run, std::size_t at, std::size_t tokens, const Slots& slots) {
    Time time;
    if (slots.clock >= 0) {
        const bool named = slots.clock % 1200 == 0;  // noon and midnight are the same in any part of the day
        const int hour = slots.clock / 100;
        if (slots.offset < 0)
            return offset_time({.hour = hour == 0 ? 24 : hour}, slots.offset);  // minuit moins le quart
        time.hour = static_cast<std::uint8_t>(named ? hour : hour_of_day(hour, slots.day_part));
        if (slots.clock % 100 != 0) time.minute = static_cast<std::uint8_t>(slots.clock % 100);
        if (slots.offset > 0) time.minute = static_cast<std::uint8_t>(slots.offset);
        if (run.is(at + tokens - 1, Role::half)) time.minute = 30;  // midi et demi
        return time;
    }
    if (const int offset = offset_of(run, at, tokens, slots); offset != 0) return offset_time(slots, offset);
    time.hour = static_cast<std::uint8_t>(hour_of_day(slots.hour, slots.day_part));
    if (slots.minute >= 0) time.minute = static_cast<std::uint8_t>(slots.minute);
    if (slots.second >= 0) {
        if (slots.minute < 0) time.minute = 0;
        time.second = static_cast<std::uint8_t>(slots.second);
    }
    for (std::size_t i = at; i < at + tokens; ++i)
        if (run.is(i, Role::half)) time.minute = 30;
    return time;
}

/// "hai chiều" has two dimensions: a word that leads a day as well (chiều 15/3) asks for the mark of the hour before it.
bool is_no_clock(Run& run, std::size_t at, std::size_t last, const Slots& slots) {
    if (slots.minute >= 0 || slots.day_part < 0 || !run.is(last, Role::day_lead)) return false;
    for (std::size_t i = at; i < last; ++i)
        if (run[i].roles.meets({Role::hour_mark, Role::half})) return false;
    return true;
}

bool is_led(Run& run, std::size_t at, Role role) {
    return run.before(run[at].span.begin, role).sense != nullptr;
}

/// om 9 uur of 10 uur: only a word that joins stands between it and a time.
bool is_listed(Run& run, std::size_t at) {
    const std::uint32_t begin = run[at].span.begin;
    return run.previous() == Kind::time && run.floor() != 0 && begin - run.floor() <= 8 &&
           run.roles_before(begin).meets({Role::list_join, Role::range_and});
}

/// "in the evening at 7:30", "Monday afternoon at 3", रात करीब 10 बजे: the part of the day before the word that leads to the
/// time, or says "about".
const Sense* part_before(Run& run, std::size_t at) {
    Run::Before lead = run.before(run[at].span.begin, Role::time_lead);
    for (const Role role : {Role::hour_lead, Role::approx_before})
        if (lead.sense == nullptr) lead = run.before(run[at].span.begin, role);
    if (lead.sense == nullptr) return nullptr;
    const Sense* part = run.before(lead.span.begin, Role::day_part).sense;
    return part != nullptr ? part : run.before(lead.span.begin, Role::day_part_weak).sense;
}

void take_part_before(Run& run, std::size_t at, Moment& moment) {
    const Sense* part = moment.tokens == 0 || moment.twelve_hours ? nullptr : part_before(run, at);
    if (part == nullptr) return;
    moment.twelve_hours = true;
    moment.needs_lead = false;
    moment.day_part = part->value;
    moment.time.hour = static_cast<std::uint8_t>(hour_of_day(moment.time.hour, part->value));
}

/// "3 h" and "3 heures et demie" may be durations; "14h" written together is not.
bool may_be_duration(Run& run, std::size_t at, std::size_t end) {
    for (; at < end; ++at)
        if (run.is(at, Role::time_unit)) return run[at].gap != Gap::none || run[at].span.size() > 1;
    return false;
}

/// 5 of शाम 5 से 6 बजे and of शाम 5 और 6 के बीच, 9 of सुबह 9 से शाम 5 बजे
bool shares_mark(Run& run, std::size_t end) {
    if (!run[end].roles.meets({Role::range_join, Role::range_and})) return false;
    const std::size_t begin = end + (run.is(end + 1, Role::day_part) ? 2 : 1);
    const WholeNumber other = read_whole_number(run, begin, 2);
    const std::size_t next = begin + other.tokens;
    if (!run.is(end, Role::range_join)) return other.tokens != 0 && run.is(next, Role::range_close);
    return other.tokens != 0 &&
           (run.is(next, Role::oclock) || run.is(next, Role::hour_mark) ||
            run.is(next, Role::hour_mark_weak) || run.is(next, Role::range_close) || run.is_sign(next, ':'));
}

/// Akşam 7'de, akşam yedide: the ending of the case behind the hour, öğlen 12 civarı, or nothing more.
bool is_led_behind(Run& run, std::size_t end) {
    if (!run.language().case_endings) return false;
    if (run[end].inside && run.is(end, Role::fraction_reverse))
        return read_numeral(run, end + 1).tokens == 0;  // yedide üç is three sevenths
    return run.is_any(end, {Role::day_lead, Role::approx_after}) || run[end].kind == TokenKind::end;
}

/// "de 14 h à 16 h", "de 9 heures à 17 heures", "de 8 heures à midi": a second hour led to as one.
bool opens_hours(Run& run, std::size_t at, std::size_t end) {
    if (!run.is(end, Role::range_join) || !run.is(end, Role::hour_lead)) return false;
    if (run.is(end + 1, Role::time_word)) return is_led(run, at, Role::range_open);
    const WholeNumber other = read_whole_number(run, end + 1, 2);
    return other.tokens != 0 && run.is(end + 1 + other.tokens, Role::hour_mark) &&
           is_led(run, at, Role::range_open);
}

/// "entre 8 h et 10 h": the second hour of two that a word before them opens.
bool closes_hours(Run& run, std::size_t at) {
    return at > 2 && run.is(at - 1, Role::range_and) && run.is(at - 2, Role::hour_mark) &&
           opens_between(run, run[0].span.begin);
}

/// "19 horas 2016-12-22": an hour of the second half of the day, with a date that begins with its year behind it.
bool stands_before_date(Run& run, std::size_t end, const Slots& slots) {
    return slots.hour > 12 && run[end].digit_count == 4 && run.is_sign(end + 1, '-');
}

/// No time but as the first end of a range.
bool is_led_end(Run& run, std::size_t end, const Row& row, const Slots& slots) {
    return (row.lead == Lead::shared || row.lead == Lead::bare) && slots.day_part >= 0 &&
           shares_mark(run, end);
}

/// 8.30 of 8.30 bis 17.00 Uhr
bool shares_dotted_mark(Run& run, std::size_t end) {
    if (!run.is(end, Role::range_join) || run[end + 1].kind != TokenKind::digits) return false;
    const bool dotted = run.is_sign(end + 2, '.') && run[end + 3].digit_count == 2;
    return run.is(end + (dotted ? 4 : 2), Role::oclock);
}

/// 11.45 of "kl. 9.30–11.45"
bool follows_dotted(Run& run, std::size_t at) {
    return at > 3 && run.is(at - 1, Role::range_join) && run[at - 2].digit_count == 2 &&
           run.is_sign(at - 3, '.') && run[at - 3].gap == Gap::none && run[at - 4].kind == TokenKind::digits;
}

/// abends um 7 beginnt es: where nouns have capitals, a word without one is none that the number counts.
bool is_no_noun(Run& run, std::size_t at) {
    return run.language().noun_capital && run[at].kind == TokenKind::word &&
           !is_capital(run.text(), run[at].span.begin) && !counts_something(run, at);
}

/// A lone number: nothing counted, no decimals, no grouping and no rest of a word behind it (rond 3-jarige leeftijd).
bool is_bare(Run& run, std::size_t end) {
    const Token& next = run[end + 1];
    const bool joined = run[end].gap == Gap::none && next.gap == Gap::none;
    const bool word = run.is_sign(end, '-') && next.kind == TokenKind::word;
    return (stands_alone(run, end) || is_no_noun(run, end)) &&
           !(joined && (word || next.kind == TokenKind::digits));
}

/// "nine thirty": no digits, and no noun that they would count.
bool is_spoken(Run& run, std::size_t at, std::size_t tokens, const Slots& slots, Beside beside) {
    for (std::size_t i = at; i < at + tokens; ++i)
        if (run[i].kind == TokenKind::digits) return false;
    if (slots.day_part >= 0) return true;
    if (slots.hour == 19 || slots.hour == 20) return false;  // it's twenty twenty: a year
    return (beside == Beside::date || is_led(run, at, Role::time_lead)) && is_bare(run, at + tokens);
}

/// 10:30:15.123, with a comma in threes only: decimals of the second that the time ends with (ISO 8601-1:2019, 5.3.1.4).
void take_decimals(Run& run, std::size_t at, Moment& moment) {
    constexpr unsigned most = 9;
    const std::size_t end = at + moment.tokens;
    if (moment.tokens < 5 || moment.time.second == Time{}.second || !run.is_sign(end - 2, ':')) return;
    const Token& digits = run[end + 1];
    const bool joined =
        run[end].gap == Gap::none && digits.gap == Gap::none && digits.kind == TokenKind::digits;
    const bool decimals = run.is_sign(end, '.') || (run.is_sign(end, ',') && digits.digit_count % 3 == 0);
    if (!joined || !decimals || digits.digit_count > most || run.is(end + 2, Role::meridiem)) return;
    auto nanoseconds = static_cast<std::int32_t>(digits.value);
    for (unsigned places = digits.digit_count; places < most; ++places) nanoseconds *= 10;
    moment.time.nanosecond = nanoseconds;
    moment.time_span.end = digits.span.end;
    moment.tokens += 2;
}

/// "10 past 9", "5 minutes to 9"; "ten to nine" behind "at", "10 vor 9 Uhr": what means other things as well, "5 to 6 pm", asks
/// for more.
bool is_shifted_clock(Run& run, std::size_t at, std::size_t tokens, const Slots& slots) {
    const std::size_t last = at + tokens - 1;
    std::size_t shift = at + 1;
    while (shift < last && !run.is(shift, Role::clock_shift)) ++shift;
    const bool unit = run.is(shift - 1, Role::time_unit);
    const bool clock = slots.day_part >= 0 || run.is(last, Role::oclock);
    const bool led = is_led(run, at, Role::time_lead) ||
                     (is_led(run, at, Role::hour_lead) && is_bare(run, last + 1));  // são dez para as oito
    if (!clock && !is_bare(run, last + 1) && !(led && run[at].kind == TokenKind::word)) return false;
    if (unit) return !is_led(run, at, Role::range_open);
    if (run.is(shift, Role::range_join))
        return (led || (clock && slots.minute > 12)) && run[at].kind == TokenKind::word &&
               slots.minute % 5 == 0 && !is_led(run, at, Role::range_open);
    return clock || led || !(run.is(shift, Role::function_word) || run.is(shift, Role::time_lead));
}

/// "à 24 heures d'intervalle", "a 3 horas de Madrid", "het is 3 uur rijden": how far or long, not when.
bool is_distance(Run& run, std::size_t at, std::size_t end, const Slots& slots) {
    const bool hours = slots.minute < 0 && slots.day_part < 0 && may_be_duration(run, at, end);
    const bool led = is_led(run, at, Role::time_lead) && !is_led(run, at, Role::hour_lead);
    return hours && run.is_any(end, {Role::unit_link, Role::time_suffix}) && !led;
}

/// 7 e 9 of "entre 7 e 9 da noite": the ends of a range, no hour and minutes.
bool is_second_hour(Run& run, std::size_t at, const Row& row, const Slots& slots) {
    const bool linked = row.pattern.find_first_of("6+") != Pattern::npos;
    return linked && slots.minute <= 24 && opens_between(run, run[at].span.begin);
}

/// a las dos, but not "entre las dos", "una de las dos": a word that opens a range leads to the first of two. "From one and"
/// opens none.
/// "são oito e meia", "são oito e quinze": with minutes a word is enough that otherwise leads to marked hours only.
bool is_led_clock(Run& run, std::size_t at, std::size_t end, const Row& row, const Slots& slots) {
    const std::uint32_t begin = run[at].span.begin;
    const Run::Before lead = run.before(begin, Role::time_lead);
    if (lead.sense == nullptr) {
        const bool minutes = row.pattern.find('6') != Pattern::npos && slots.minute >= 10 &&
                             slots.hour <= 12 && !run.language().links_one;  // articles un à dix et douze
        return (minutes || row.pattern.find('4') != Pattern::npos) && is_led(run, at, Role::hour_lead);
    }
    const Run::Before open = run.before(begin, Role::range_open);
    const bool opens = open.sense != nullptr && open.span.begin == lead.span.begin;
    return !opens || run.is(end, Role::range_join) ||
           (open.sense->value != 0 && run.is(end, Role::range_and));
}

/// "12.30 de 27e december": a day and its month stand right behind the time.
bool is_before_date(Run& run, std::size_t end) {
    const Moment date = read_date(run, run.is(end, Role::date_join) ? end + 1 : end);
    return date.tokens != 0 && date.date.day != 0 && date.date.month != 0;
}

/// A row that matches, and where.
/// A1 = 4
bool ends_with_equals(std::string_view before) { return before.ends_with('=') || before.ends_with("= "); }

/// 为 0 时, 大于 3 时: when something has that value, not at that hour; but 时间为 8 时.
bool is_condition(Run& run, std::size_t at, const Slots& slots) {
    if (run.language().spaced || slots.minute >= 0 || slots.day_part >= 0) return false;
    const std::uint32_t begin = run[at].span.begin;
    Run::Before lead = run.before(begin, Role::number_lead);
    if (lead.sense == nullptr) {
        lead = run.before(begin, Role::approx_before);
        if (lead.sense == nullptr || !is_limit(static_cast<Approx>(lead.sense->value)))
            return ends_with_equals(run.text().substr(0, begin));
    }
    const Run::Before join = run.before(begin, Role::time_join);
    return join.sense == nullptr || join.span.size() < lead.span.size();
}

struct Candidate {
    const Row& row;
    std::size_t at;
    std::size_t tokens;
};

bool allowed(Run& run, const Candidate& candidate, const Slots& slots, Beside beside) {
    const auto& [row, at, tokens] = candidate;
    const bool led_hours = run.language().led_hours;
    if (slots.clock % 100 > 59 || is_second_hour(run, at, row, slots)) return false;
    const bool minutes = row.pattern.back() == 'J' && run[at + tokens - 1].gap != Gap::none;
    if (minutes && run.is(at + tokens, Role::time_unit)) return false;  // 2 uur 30 minuten
    const std::size_t last = at + tokens - 1;
    const bool symbol =
        run.is(last, Role::unit_symbol) && run[last].gap != Gap::none;  // vi: 2 g are grams, 2g two o'clock
    if (row.lead == Lead::hours && (symbol || is_condition(run, at, slots))) return false;
    if (row.lead == Lead::hours && is_distance(run, at, at + tokens, slots)) return false;
    switch (row.lead) {
        case Lead::none:
        case Lead::weak:
        case Lead::spoken: return true;
        case Lead::hours:
            return !led_hours || slots.day_part >= 0 || !may_be_duration(run, at, at + tokens) ||
                   is_led(run, at, Role::hour_lead) || is_led(run, at, Role::time_lead) ||
                   is_listed(run, at) || opens_hours(run, at, at + tokens) || closes_hours(run, at) ||
                   stands_before_date(run, at + tokens, slots);
        case Lead::part:  // 两晚 are two nights
            return (run.language().spaced && !run.language().leads_behind()) ||
                   run.is(at + tokens - 1, Role::meridiem);
        case Lead::ordinal: return is_led(run, at, Role::time_lead);
        case Lead::clear: return !may_be_duration(run, at, at + tokens);
        case Lead::shared: return is_led_behind(run, at + tokens) || is_led_end(run, at + tokens, row, slots);
        case Lead::shift: return is_shifted_clock(run, at, tokens, slots);
        case Lead::dotted:
            if (shares_dotted_mark(run, at + tokens)) return true;
            if (follows_dotted(run, at)) return !counts_something(run, at + tokens);
            if (run.language().case_endings && run.is(at + tokens, Role::day_lead)) return true;  // 6.45'te
            if (!led_hours || run.language().decimal != ',') break;
            if (is_led(run, at, Role::time_lead)) return !counts_something(run, at + tokens);
            if (is_before_date(run, at + tokens)) return true;
            break;
        case Lead::minutes: return slots.day_part >= 0 || is_bare(run, at + tokens);
        case Lead::linked:
            for (std::size_t i = at; i < at + tokens; ++i)
                if (run.is(i, Role::link)) return false;
            break;
        case Lead::bare:
            if (slots.offset != 0 && run.language().case_endings) return true;  // sekizi çeyrek geçe
            break;
    }
    if (is_led_end(run, at + tokens, row, slots)) return true;
    const bool clock = slots.day_part >= 0 || (beside == Beside::date && slots.offset != 0);
    const bool behind = beside == Beside::date && (slots.day_part >= 0 || is_led(run, at, Role::time_lead));
    const bool led = behind || (led_hours && (clock || is_led_clock(run, at, at + tokens, row, slots)));
    return (led || part_before(run, at) != nullptr) && is_bare(run, at + tokens);
}

}  // namespace

int hour_of_day(int hour, int day_part) {
    switch (day_part) {
        case 0: return hour == 12 ? 0 : hour;
        case 12: return hour < 12 ? hour + 12 : hour;
        case 24: return hour <= 6 ? hour + 12 : hour;
        case 36: return hour == 12 ? 0 : hour >= 5 && hour < 12 ? hour + 12 : hour;
        default: return hour;
    }
}

Moment read_time(Run& run, std::size_t at, Beside beside) {
    Moment best;
    Longest longest;
    TemplateMatcher matcher(run, at, trie, run.templates().times);
    matcher.for_each(longest, [&](std::size_t row, std::size_t tokens, const Slots& slots) {
        if (longest.beats(tokens, row)) return;
        if (!allowed(run, {rows[row], at, tokens}, slots, beside)) return;
        if (rows[row].lead == Lead::spoken && !is_spoken(run, at, tokens, slots, beside)) return;
        if (is_no_clock(run, at, at + tokens - 1, slots)) return;
        longest = {tokens, row};
        best.tokens = tokens;
        best.has_time = true;
        best.twelve_hours = slots.day_part >= 0;
        best.day_part = slots.day_part;
        best.time = time_of(run, at, tokens, slots);
        best.needs_lead = is_led_end(run, at + tokens, rows[row], slots) ||
                          (rows[row].lead == Lead::weak && best.time.hour != 0);
        best.time_span = {run[at].span.begin, run[at + tokens - 1].span.end};
    });
    take_decimals(run, at, best);
    take_part_before(run, at, best);
    return best;
}

}  // namespace factlint
