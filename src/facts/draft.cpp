#include "facts/draft.h"

#include <algorithm>

#include "facts/amount.h"
#include "facts/element_set.h"
#include "facts/fold.h"
#include "facts/temporal.h"
#include "text/utf8.h"

namespace factlint {

void scale_value(Numeral& numeral, std::int64_t factor, int exponent) {
    if (factor == 1 && !numeral.big) {
        numeral.exponent = static_cast<std::int8_t>(numeral.exponent + exponent);
        numeral.last_digit = static_cast<std::int8_t>(numeral.last_digit + exponent);
        return;
    }
    const Amount value =
        numeral.big ? Amount::of(numeral.exact) : Amount::of(numeral.mantissa, numeral.exponent);
    const Amount scaled = value.scaled(Amount::of(factor, exponent));
    numeral.big = scaled.big;
    numeral.exact = scaled.exact;
    numeral.mantissa = scaled.mantissa;
    numeral.exponent = static_cast<std::int8_t>(scaled.exponent);
    numeral.last_digit = static_cast<std::int8_t>(numeral.last_digit + exponent);
    for (std::int64_t rest = factor; rest >= 10; rest /= 10) ++numeral.last_digit;
}

Draft draft_of(Run& run, std::size_t at, const WordFraction& fraction) {
    Draft draft;
    draft.begin = at;
    draft.end = at + fraction.tokens;
    const Amount value = fraction.value();
    draft.numeral.tokens = static_cast<std::uint8_t>(fraction.tokens);
    draft.numeral.mantissa = value.mantissa;
    draft.numeral.exponent = draft.numeral.last_digit = static_cast<std::int8_t>(value.exponent);
    draft.numeral.big = value.big;
    draft.numeral.exact = value.exact;
    draft.numeral.span = {run[at].span.begin, run[draft.end - 1].span.end};
    return draft;
}

void add_part(Draft& draft, const Sense& part, std::size_t end) {
    if (draft.numeral.big || draft.numeral.exponent != 0) return;
    const std::int64_t value = draft.numeral.negative ? -std::int64_t{part.value} : part.value;
    const Amount sum = Amount::of(draft.numeral.mantissa).plus(Amount::of(value, part.exponent));
    if (sum.big) return;
    draft.numeral.mantissa = sum.mantissa;
    draft.numeral.exponent = draft.numeral.last_digit = static_cast<std::int8_t>(sum.exponent);
    draft.end = end;
}

void take_one_behind(Run& run, Draft& draft) {
    const Sense* one = draft.end == draft.begin + 1 ? run.sense(draft.end, Role::weak) : nullptr;
    if (one != nullptr && one->value == 1 && run.is(draft.begin, Role::counted_unit)) ++draft.end;
}

void take_joined_part(Run& run, Draft& draft) {
    const Sense* part = run.sense(draft.end + 1, Role::portion);
    if (part != nullptr && run.is(draft.end, Role::fraction_and) && run[draft.end + 1].gap == Gap::none)
        add_part(draft, *part, draft.end + 2);
}

/// half, and quarter where nothing is parted: an hour and a quarter
const Sense* part_at(Run& run, std::size_t at) {
    if (const Sense* part = run.sense(at, Role::portion)) return part;
    return is_of(run, at + 1) ? nullptr : run.sense(at, Role::portion_weak);
}

void take_part_behind(Run& run, Draft& draft) {
    if (run.is(draft.end, Role::half)) return add_half(draft);
    std::size_t next = draft.end;
    if (run.is(next, Role::link)) ++next;
    if (next != draft.end && run.is(next, Role::article)) ++next;
    if (next == draft.end) return;
    if (const Sense* part = part_at(run, next))
        add_part(draft, *part, next + 1);
    else if (run.is(next, Role::half))
        draft.end = next, add_half(draft);
}

void take_half_behind(Run& run, Draft& draft) {
    const std::size_t at = draft.end;
    const bool half = run.is(at, Role::half);
    const bool joined =
        run.is(at, Role::link) && run.is(at + 1, Role::article) && part_at(run, at + 2) != nullptr;
    if (!half && !joined) return;
    const std::size_t behind = at + (half ? 1 : 3);
    const bool parted = is_of(run, behind) && !run.is(draft.begin, Role::counted_unit);
    if (!counts_something(run, behind) && !parted) take_part_behind(run, draft);
}

/// for an hour, took a year, an hour later, but no "for a year or two", "for a day trip", and no "for a minute", which is said
/// of any time
bool is_led_one(Run& run, std::size_t at) {
    const Run::Before article = run.before(run[at].span.begin, Role::article);
    const Sense* unit = run.sense(at, Role::time_unit);
    if (article.sense == nullptr || unit == nullptr || static_cast<UnitId>(unit->value) == UnitId::minute)
        return false;
    const Token& next = run[at + 1];
    const bool goes_on = next.kind == TokenKind::digits || next.ascii == '-' || next.ascii == '\'' ||
                         run.is(at + 1, Role::list_join);
    const bool led = run.before(article.span.begin, Role::number_lead).sense != nullptr ||
                     run.is(at + 1, Role::time_suffix);
    return led && !goes_on && stands_alone(run, at + 1);
}

Draft counted_unit_at(Run& run, std::size_t at) {
    const Sense* unit = run.sense(at, Role::counted_unit);
    if (unit == nullptr) return {};
    const bool one = run.is(at + 1, Role::weak) && run.sense(at + 1, Role::weak)->value == 1;
    const std::size_t portion = at + (run.is(at + 2, Role::article) ? 3 : 2);  // and a half
    const bool half = run.is(at + 1, Role::half) && run.language().spaced;     // año y medio
    const bool part = half || (run.is(at + 1, Role::fraction_and) && part_at(run, portion) != nullptr);
    if (unit->value == 1 && !one && !part && !is_led_one(run, at)) return {};
    Draft draft;
    draft.begin = draft.end = at;
    draft.numeral.tokens = 1;
    draft.numeral.mantissa = unit->value;
    draft.numeral.span = run[at].span;
    return draft;
}

bool append_digits(Numeral& numeral, std::int64_t digits, int places) {
    std::int64_t value = numeral.mantissa;
    bool over = numeral.big;
    for (int i = 0; i < places; ++i) over = over || __builtin_mul_overflow(value, 10, &value);
    over = over || __builtin_add_overflow(value, numeral.negative ? -digits : digits, &value);
    if (over) return false;
    numeral.mantissa = value;
    numeral.last_digit = numeral.exponent = static_cast<std::int8_t>(numeral.exponent - places);
    return true;
}

void add_half(Draft& draft) {
    if (draft.numeral.exponent == 0 && append_digits(draft.numeral, 5, 1)) ++draft.end;
}

bool is_elliptic_tenth(Run& run, std::size_t at) {
    if (!run.language().elliptic_digit || run[at].gap != Gap::none || run.is_joined(at)) return false;
    const Sense* digit = run.sense(at, Role::digit);
    return digit != nullptr && digit->value != 0 && run[at + 1].kind != TokenKind::digits;
}

bool is_elliptic_digit(Run& run, std::size_t at) {
    const Token& digit = run[at];
    if (!run.language().elliptic_digit || digit.gap != Gap::none || digit.digit_count != 1 ||
        digit.value == 0)
        return false;
    const Token& next = run[at + 1];
    if (next.gap != Gap::none || next.kind == TokenKind::end || next.may_be(Role::particle)) return true;
    if (next.kind == TokenKind::word || is_han(decode(run.text(), next.span.begin).code_point)) return false;
    return next.ascii == 0 || next.span.size() > 1 || run[at + 2].kind != TokenKind::digits;
}

std::size_t append_draft(Run& run, Draft& draft, Facts& out) {
    draft.fact.span = {run[draft.begin].span.begin, run[draft.end - 1].span.end};
    set_value(draft.fact, draft.numeral, out);
    if (draft.numeral.excess) draft.fact.approx = Approx::more_than;
    out.items.push_back(draft.fact);
    return draft.end - draft.begin;
}

void set_counter(Run& run, Draft& draft, std::size_t index) {
    const Span counter = run[index].span;
    draft.fact.flags |= Fact::counter_inside;
    draft.fact.label_length = static_cast<std::uint8_t>(std::min(counter.size(), 255U));
    draft.fact.label_gap = draft.fact.label_length;
    draft.end = index + 1;
}

bool ends_phrase(Run& run, std::size_t at) {
    constexpr RoleSet continuations = {Role::approx_after,    Role::approx_before, Role::compared_after,
                                       Role::range_join,      Role::range_and,     Role::range_close,
                                       Role::comparison_join, Role::particle};
    return !run.is_joined(at) || run[at + 1].roles.meets(continuations);
}

bool begins_word(Run& run, std::size_t number, std::size_t unit) {
    const Token& token = run[unit];
    if (token.span.begin >= run.text().size() || !is_hangul(run.text(), token.span.begin)) return false;
    const bool apart = run[number].kind != TokenKind::digits || token.gap != Gap::none;
    const Token& next = run[unit + 1];
    const bool note = token.may_be(Role::currency_name) && next.may_be(Role::counter);  // 만 원권
    return apart && !note && !ends_phrase(run, unit) && !next.roles.meets({Role::half, Role::excess});
}

bool is_half_of_word(Run& run, std::size_t taken) {
    if (taken == 0 || run.language().spaced) return false;
    constexpr RoleSet units = {Role::time_unit,   Role::year_mark,   Role::month_mark, Role::day_mark,
                               Role::hour_mark,   Role::minute_mark, Role::age_mark,   Role::month,
                               Role::second_mark, Role::holiday,     Role::time_word};
    const std::size_t number = taken > 1 ? taken - 2 : 0;
    const Token& before = run[number];
    const bool counted = taken == 1 || before.kind == TokenKind::digits || before.roles.meets(compound_first);
    return counted && !run[taken].may_be(Role::time_suffix) && run[taken - 1].roles.meets(units) &&
           begins_word(run, number, taken - 1);
}

bool has_time_suffix(Run& run, std::size_t at) {
    return run.is(at, Role::time_suffix) &&
           (run[at].kind != TokenKind::word || !is_hangul(run.text(), run[at].span.begin) ||
            ends_phrase(run, at));
}

bool opens_between(Run& run, std::uint32_t at) {
    const Sense* word = run.before(at, Role::range_open).sense;
    return word != nullptr && word->value == 1;
}

bool is_inert(const Token& token) {
    if (!token.roles.within({Role::function_word})) return false;
    switch (token.kind) {
        case TokenKind::end: return true;
        case TokenKind::digits: return false;
        case TokenKind::word: return token.gap != Gap::none;  // 2e10
        case TokenKind::sign: break;
    }
    constexpr ElementSet asked_for = ElementSet::of(".,-~/:'^*=+\"%#{");
    return !asked_for.has(token.ascii);
}

bool joins_nothing(Run& run, std::size_t at) {
    constexpr RoleSet joints = {Role::link,      Role::tens_link,       Role::fraction_and,
                                Role::range_and, Role::comparison_join, Role::function_word,
                                Role::list_join, Role::year_lead_weak};
    const Token& joint = run[at];
    if (!joint.may_be(Role::range_and) || !joint.roles.within(joints)) return false;
    if (joint.kind != TokenKind::word || joint.gap == Gap::none) return false;
    const Token& next = run[at + 1];
    return next.kind == TokenKind::word && is_inert(next) && !is_roman_digit(run.text()[next.span.begin]);
}

bool follows(Run& run, std::size_t index) { return run[index].gap != Gap::line || is_wrapped(run, index); }

bool is_wrapped(Run& run, std::size_t index) {
    const Token& word = run[index];
    if (!run.language().spaced || word.kind != TokenKind::word || word.span.size() < 2) return false;
    if (is_capital(run.text(), word.span.begin) && !run.language().noun_capital) return false;
    const std::uint32_t begin = run[0].span.begin;
    if (begin > 0 && run.text()[begin - 1] == ',') return false;  // the last cell of a row
    const Token& next = run[index + 1];
    return next.kind != TokenKind::digits && next.ascii != ':' && next.ascii != '$' && next.ascii != '|';
}

bool is_elided(Run& run, std::size_t index) {
    if (run[index].span.size() != 1 || run[index + 1].gap != Gap::none) return false;
    const std::string_view sign = run.text(run[index + 1]);
    return (sign == "'" || sign == "’") && run[index + 2].gap == Gap::none &&
           run[index + 2].kind == TokenKind::word;
}

bool is_apart_ending(Run& run, std::size_t index) {
    const Token& token = run[index];
    return run.language().apart_endings && token.gap == Gap::space &&
           token.roles.within({Role::ordinal_suffix});
}

std::size_t unit_place(Run& run, const Draft& draft) {
    const bool braced = run.is_sign(draft.end, '{') && run.is_sign(draft.end + 2, '}');  // 20 {kg}
    if (braced && run[draft.end + 1].roles.meets({Role::unit, Role::unit_symbol})) return draft.end + 1;
    const Numeral& numeral = draft.numeral;
    const bool part = !numeral.decimal_point && (numeral.exponent < 0 || numeral.big);
    const bool linked = (numeral.scale >= 6 || part) && run.is(draft.end, Role::unit_link) &&
                        !run.language().postpositions;  // the noun behind का is the owned one
    return linked && run[draft.end].gap != Gap::line ? draft.end + 1 : behind_hyphen(run, draft.end);
}

std::size_t behind_hyphen(Run& run, std::size_t end) {
    if (!run.language().spaced || !run.is_sign(end, '-') || run[end + 1].kind != TokenKind::word) return end;
    const Gap gap = run[end].gap;
    const bool apart =
        gap == Gap::space && run.is_sign(end + 2, '-') && run[end + 2].gap == gap;  // 3 - Liter - Topf
    return run[end + 1].gap == gap && (gap == Gap::none || apart) ? end + 1 : end;
}

bool is_article_of_compound(Run& run, const Draft& draft) {
    const std::size_t hyphen = draft.end + 1;
    return run.language().noun_capital && draft.numeral.tokens == 1 &&
           run[draft.begin].may_be(Role::article) && run[draft.end].gap == Gap::space &&
           run.is_sign(hyphen, '-') && run[hyphen].gap == Gap::none;
}

}  // namespace factlint
