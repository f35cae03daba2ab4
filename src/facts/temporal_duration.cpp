#include <array>
#include <optional>

#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/temporal.h"

namespace factlint {
namespace {

void set_unit(Draft& draft, const Sense& unit, std::size_t end) {
    draft.fact.kind = Kind::duration;
    draft.fact.unit = static_cast<UnitId>(unit.value);
    draft.end = end;
}

/// 一个半小时, 三个多月: a counter with a half or "more" between the number and its unit.
void skip_counter(Run& run, Draft& draft) {
    const std::size_t at = draft.end + 1;
    if (!run.is(draft.end, Role::counter) || !run.is(at + 1, Role::time_unit)) return;
    if (run.is(at, Role::half)) {
        draft.end = at;
        add_half(draft);
    } else if (run.is(at, Role::excess)) {
        draft.numeral.excess = true;
        draft.end = at + 1;
    }
}

/// "un segundo caso" is a second case, not a second.
bool is_ordinal_of_noun(Run& run, std::size_t at) {
    const Token& noun = run[at + 1];
    return run.is(at, Role::ordinal) && noun.kind == TokenKind::word && noun.gap == Gap::space &&
           (noun.senses.empty() || is_adjective(run, at + 1));
}

/// the 1990s, 747s: where digits go on with an s, it is that of a plural but behind a few seconds, 45s.
bool is_plural(Run& run, std::size_t at) {
    const Token& number = run[at - 1];
    const bool joined = run[at].gap == Gap::none && number.kind == TokenKind::digits;
    return joined && run.text(run[at]) == "s" && (number.value % 10 == 0 || number.value >= 60);
}

/// Quận 8 ngày 16 tháng 3: the unit is the word that leads to a date of its own.
bool begins_date(Run& run, std::size_t at) {
    return run.is(at, Role::date_prefix) && run[at + 1].kind == TokenKind::digits &&
           read_date(run, at).date.month != 0;
}

/// "two Y axes": behind a number in words a letter is no unit.
bool is_letter_apart(Run& run, const Draft& draft, std::size_t at) {
    return run[draft.begin].kind == TokenKind::word && run[at].kind == TokenKind::word &&
           run[at].span.size() == 1 && run[at].gap != Gap::none;
}

/// 10秒96: hundredths of the second behind its mark, as sports write them.
void take_hundredths(Run& run, Draft& draft) {
    const Token& digits = run[draft.end];
    const bool joined =
        digits.kind == TokenKind::digits && digits.gap == Gap::none && digits.digit_count <= 3;
    if (run.language().spaced || draft.fact.unit != UnitId::second || !joined) return;
    const Token& next = run[draft.end + 1];
    const bool counts = next.gap == Gap::none && (next.kind == TokenKind::digits || next.ascii == '.' ||
                                                  counts_something(run, draft.end + 1));
    if (counts || draft.numeral.exponent != 0) return;
    if (append_digits(draft.numeral, static_cast<std::int64_t>(digits.value), digits.digit_count))
        ++draft.end;
}

/// The unit of time behind the numeral: "50 years", "thirty-year", "half an hour".
bool take_time_unit(Run& run, Draft& draft) {
    skip_counter(run, draft);
    std::size_t at = unit_place(run, draft);
    const bool part = !draft.numeral.decimal_point && draft.numeral.exponent < 0;
    if (part && is_of(run, at) && run.is(at + 1, Role::article)) ++at;  // a quarter of an hour
    if (part && run.is(at, Role::article)) ++at;
    if (!draft.numeral.weak && is_adjective(run, at) && !run.is(at, Role::time_unit))
        ++at;  // les deux dernières semaines
    const Sense* unit = follows(run, at) && !is_elided(run, at) ? run.sense(at, Role::time_unit) : nullptr;
    if (unit == nullptr || (draft.numeral.weak && is_ordinal_of_noun(run, at)) || is_plural(run, at))
        return false;
    if (begins_date(run, at) || is_letter_apart(run, draft, at)) return false;
    set_unit(draft, *unit, at + 1);
    take_hundredths(run, draft);
    take_one_behind(run, draft);
    take_part_behind(run, draft);
    return true;
}

/// The half of 半年 and of half an hour; ¼
WordFraction part_of_unit(Run& run, std::size_t at) {
    if (run.language().spaced) return read_word_fraction(run, at);
    WordFraction half;
    if (!run.is(at, Role::half) || !run.is(at + 1, Role::time_unit)) return half;
    half.tokens = half.numerator = 1;
    half.denominator = 2;
    return half;
}

Draft read_part(Run& run, std::size_t at) {
    if (run[at].may_be(Role::counted_unit)) return counted_unit_at(run, at);
    Draft draft;
    draft.begin = at;
    draft.numeral = read_numeral(run, at);
    draft.end = at + draft.numeral.tokens;
    if (run.is_sign(draft.end, '/'))
        if (const WordFraction part = read_counted_fraction(run, at);
            part.tokens != 0 && part.numerator < part.denominator)
            return draft_of(run, at, part);                                  // 3/4 hour
    const std::size_t part_word = behind_hyphen(run, draft.end);             // three-quarters of an hour
    if (draft.numeral.tokens == 0 || run[part_word].may_be(Role::fraction))  // un quart d'heure
        if (const WordFraction part = part_of_unit(run, at); part.tokens > draft.numeral.tokens)
            return draft_of(run, at, part);
    if (draft.numeral.tokens == 0 || draft.numeral.negative || is_article_of_compound(run, draft)) return {};
    return draft;
}

/// 31-Jähriger, der 31-jährige Ronaldo, but not "5-jähriger Vertrag": the unit itself may be the mark of an age.
bool is_marked_person(Run& run, const Draft& draft) {
    const std::size_t unit = draft.end - 1;
    if (!run.is(unit, Role::age_mark)) return false;
    if (is_capital(run.text(), run[unit].span.begin)) return true;
    const Token& person = run[draft.end];
    return run[draft.begin].kind == TokenKind::digits && person.kind == TokenKind::word &&
           is_capital(run.text(), person.span.begin) && !run.is(draft.end, Role::time_suffix);
}

/// Ronaldo, 33 ans, a joué: years between commas behind a name. In German every noun looks like one.
bool is_apposed(Run& run, const Draft& draft) {
    const std::string_view text = run.text();
    const std::uint32_t begin = run[draft.begin].span.begin;
    const bool years = draft.fact.unit == UnitId::year && run[draft.begin].kind == TokenKind::digits;
    if (!years || run.language().noun_capital || !run.language().spaced || begin < run.floor() + 4)
        return false;
    if (text.substr(begin - 2, 2) != ", " || !(run.is_sign(draft.end, ',') || run.is_sign(draft.end, '.')))
        return false;
    const std::uint32_t name = word_begin(text, begin - 2);
    return name + 2 < begin - 2 && is_capital(text, name) && draft.numeral.mantissa > 5;
}

/// Whether a duration is the age of a person, though nothing behind it says so: 31-Jähriger, un homme de 60 ans.
bool is_age_of_person(Run& run, const Draft& draft) {
    if (draft.fact.kind != Kind::duration) return false;
    const bool weeks = !run.language().spaced && compatible(draft.fact.unit, UnitId::day);  // 生後6週
    if (!weeks && !compatible(draft.fact.unit, UnitId::month)) return false;
    const Sense* prefix = run.before(run[draft.begin].span.begin, Role::age_prefix).sense;
    const bool had = prefix != nullptr && prefix->value == 2 && run.is(draft.end, Role::unit_link);
    return is_marked_person(run, draft) || is_apposed(run, draft) ||
           (prefix != nullptr && !had);  // tenía 20 años de experiencia
}

/// 歳, tuổi, "years old", "-year-old".
bool take_age(Run& run, Draft& draft) {
    const std::size_t at = behind_hyphen(run, draft.end);
    const bool adjective =
        run.is(at, Role::unit_link) && draft.fact.kind != Kind::duration;  // zwei alte Hunde
    const bool marked = follows(run, at) && run.is(at, Role::age_mark) && !adjective;
    if (!marked && !is_age_of_person(run, draft)) return false;
    if (draft.fact.kind != Kind::duration) draft.fact.unit = UnitId::year;
    draft.fact.kind = Kind::age;
    if (!marked) return true;
    draft.end = at + 1;
    if (run.is(draft.end, Role::half) && run[draft.end].gap == Gap::none) add_half(draft);  // 3岁半
    return true;
}

/// "aged 37", "aged forty": the number alone is the age.
bool take_led_age(Run& run, Draft& draft) {
    const bool words =
        run[draft.begin].kind == TokenKind::word && draft.numeral.exponent == 0 && !draft.numeral.big;
    if (!(draft.numeral.plain || words) || draft.numeral.weak || draft.numeral.mantissa > 150) return false;
    const Sense* prefix = run.before(run[draft.begin].span.begin, Role::age_prefix).sense;
    if (prefix == nullptr || prefix->value == 2) return false;
    if ((words || prefix->value == 1) && !stands_alone(run, draft.end)) return false;  // a los 7 aeropuertos
    draft.fact.kind = Kind::age;
    draft.fact.unit = UnitId::year;
    return true;
}

/// Whether a part in the smaller unit may follow: months behind years, minutes behind hours, but no seconds behind weeks.
/// Its value stays below one of the larger: "2 weeks, 10 days" are two.
bool goes_on(const Draft& larger, const Draft& smaller) {
    const UnitId unit = smaller.fact.unit;
    if (!compatible(larger.fact.unit, unit) || larger.numeral.exponent < 0) return false;
    const Number ratio = convert(Number(1), larger.fact.unit, unit);
    if (Number(60) < ratio) return false;
    return Number::decimal(smaller.numeral.mantissa, smaller.numeral.exponent) < ratio && Number(1) < ratio;
}

/// The parts of 1 hour 30 minutes 15 seconds.
struct Compound {
    static constexpr std::size_t most = 4;
    std::array<Draft, most> parts;
    std::size_t count = 0;
};

/// The letter of 2h30m, as a unit of its own another one, and of 15min 30s, else the plural of 30.
bool take_time_letter(Run& run, const Draft& larger, Draft& draft) {
    const bool attached = run[draft.end].gap == Gap::none;
    const Sense* unit = attached ? run.sense(draft.end, Role::unit_second) : nullptr;
    if (unit == nullptr && attached) unit = run.sense(draft.end, Role::time_unit);
    if (unit == nullptr || !compatible(static_cast<UnitId>(unit->value), larger.fact.unit)) return false;
    set_unit(draft, *unit, draft.end + 1);
    return true;
}

Draft read_next_part(Run& run, const Draft& larger) {
    std::size_t at = larger.end;
    if (run.is_sign(at, ',')) ++at;
    if (run[at].roles.meets({Role::link, Role::fraction_and, Role::range_and})) ++at;
    Draft draft = read_part(run, at);
    if (draft.numeral.tokens == 0 || draft.numeral.big || run[at].gap == Gap::line) return {};
    return take_time_unit(run, draft) || take_time_letter(run, larger, draft) ? draft : Draft{};
}

/// 1日8時間: so many hours in each day.
bool is_rate(const Run& run, const Draft& day, const Draft& hours) {
    return !run.language().spaced && day.fact.unit == UnitId::day && day.numeral.mantissa == 1 &&
           day.numeral.exponent == 0 && hours.begin == day.end;
}

Compound read_compound(Run& run, const Draft& first) {
    Compound compound;
    compound.parts[compound.count++] = first;
    while (compound.count < Compound::most) {
        const Draft& last = compound.parts[compound.count - 1];
        const Draft next = read_next_part(run, last);
        if (next.numeral.tokens == 0 || last.numeral.big || !goes_on(last, next)) break;
        if (is_rate(run, last, next)) break;
        compound.parts[compound.count++] = next;
    }
    return compound;
}

/// The sum of the parts in the unit of the last, where it is a 64-bit decimal.
std::optional<Draft> sum_of(const Compound& compound) {
    Draft sum = compound.parts[compound.count - 1];
    Number value;
    for (std::size_t i = 0; i < compound.count; ++i) {
        const Draft& part = compound.parts[i];
        value = value + convert(Number::decimal(part.numeral.mantissa, part.numeral.exponent), part.fact.unit,
                                sum.fact.unit);
    }
    const auto mantissa = (value * Number::power_of_ten(-sum.numeral.exponent)).to_int64();
    if (!mantissa) return std::nullopt;
    sum.numeral.mantissa = *mantissa;
    sum.numeral.span.begin = compound.parts[0].numeral.span.begin;
    sum.begin = compound.parts[0].begin;
    sum.fact.parts = static_cast<std::uint8_t>(compound.count);
    return sum;
}

/// One duration in the smallest unit, with its parts; 0 where there is only one.
std::size_t append_compound(Run& run, const Draft& first, Facts& out) {
    Compound compound = read_compound(run, first);
    if (compound.count < 2) return 0;
    std::optional<Draft> sum = sum_of(compound);
    if (!sum) return 0;
    append_draft(run, *sum, out);
    for (std::size_t i = 0; i < compound.count; ++i) append_draft(run, compound.parts[i], out);
    return sum->end - sum->begin;
}

/// 5分 are points, 3주 shares, save where seconds follow, or a word that tells that it was time: 5分后, 3주 동안.
bool counts_else(Run& run, const Draft& draft) {
    if (!run.is(draft.end - 1, Role::counter) || draft.fact.kind != Kind::duration) return false;
    return !has_time_suffix(run, draft.end) || run.is(draft.end, Role::approx_after);
}

/// A look at the token behind the number: a unit of time or a mark of ages stands there, or what may stand before one; or
/// a word before the number says that it is an age.
bool may_be_timed(Run& run, const Draft& draft) {
    constexpr RoleSet asked_for = {Role::time_unit,  Role::age_mark, Role::counter, Role::unit_link,
                                   Role::ratio_join, Role::article,  Role::ordinal};
    const Token& next = run[draft.end];
    const bool adjective = run.language().noun_capital && next.kind == TokenKind::word;
    return next.roles.meets(asked_for) || next.ascii == '-' || adjective ||
           run.roles_before(run[draft.begin].span.begin).has(Role::age_prefix);
}

}  // namespace

std::size_t parse_duration(Run& run, std::size_t at, Facts& out) {
    Draft draft = read_part(run, at);
    if (draft.numeral.tokens == 0 || !may_be_timed(run, draft)) return 0;
    if (take_time_unit(run, draft)) {
        if (!take_age(run, draft))
            if (const std::size_t taken = append_compound(run, draft, out); taken != 0) return taken;
        return counts_else(run, draft) ? 0 : append_draft(run, draft, out);
    }
    if (take_age(run, draft) || take_led_age(run, draft)) return append_draft(run, draft, out);
    return 0;
}

}  // namespace factlint
