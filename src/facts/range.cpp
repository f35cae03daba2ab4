#include "facts/range.h"

#include <utility>

#include "facts/context.h"
#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/quantity.h"
#include "facts/temporal.h"

namespace factlint {
namespace {

bool is_plain(const Fact& fact) { return fact.kind == Kind::number || fact.kind == Kind::count; }
bool is_time_span(const Fact& fact) {
    return (fact.kind == Kind::duration || fact.kind == Kind::age) && fact.parts == 0;
}
bool is_end(const Fact& fact) {
    return (fact.kind <= Kind::ratio && fact.kind != Kind::range) || is_time_span(fact);
}
bool is_lower(Approx approx) { return approx == Approx::at_least || approx == Approx::more_than; }
bool is_upper(Approx approx) { return approx == Approx::at_most || approx == Approx::less_than; }

/// Tokens between the two ends; 0 = the two do not make a range.
struct Joint {
    std::size_t tokens = 0;
    bool ascending = false;    ///< the second end must be larger: "5-3" and "a vote of 5 to 4" are no ranges
    bool compared = false;     ///< 170以上200未満: both ends are compared with
    bool needs_close = false;  ///< 10和20之间: a range only with the word behind it
};

bool is_dash(Run& run, std::size_t at) {
    const char sign = run[at].ascii;
    return sign == '-' || sign == '~' || (run[at].kind == TokenKind::sign && run.is(at, Role::range_join));
}

/// A hyphen stands between its ends without spaces, a dash with or without on both sides.
bool dash_fits(Run& run, std::size_t at) {
    const Gap before = run[at].gap;
    const Gap behind = run[at + 1].gap;
    return before == behind && before != Gap::line;
}

/// 18- to 29-year-olds: the hyphen of what only the second end says, and the word behind it.
bool hangs(Run& run, std::size_t hyphen) {
    return run.is_sign(hyphen, '-') && run[hyphen].gap == Gap::none && run[hyphen + 1].gap == Gap::space &&
           run[hyphen + 1].kind == TokenKind::word && run.is(hyphen + 1, Role::range_join);
}

/// 2 ou 3 heures, but not "€ 4,25 of 3 miljoen euro", where each is said for itself, nor "a las 4 o 5".
bool is_choice(Run& run, const Fact& first) {
    constexpr RoleSet times = {Role::time_lead, Role::hour_lead};
    const bool hour =
        is_ascii_digit(run.text()[first.span.begin]) && run.roles_before(first.span.begin).meets(times);
    return is_plain(first) && first.label_length == 0 && !hour;
}

Joint read_joint(Run& run, std::size_t at, const Fact& first) {
    if (hangs(run, at)) return {2, true, false};
    if (is_dash(run, at)) return dash_fits(run, at) ? Joint{1, true, false} : Joint{};
    if (run[at].gap == Gap::line && !run.language().spaced) return {};
    const bool opened = run.before(first.span.begin, Role::range_open).sense != nullptr;
    if (run.language().spaced && run.is(at, Role::list_join) && !is_choice(run, first)) return {};
    if (run.is(at, Role::range_join)) return {1, run.language().spaced && !opened, false};
    return run.is(at, Role::range_and) ? Joint{1, false, false, !opens_between(run, first.span.begin)}
                                       : Joint{};
}

bool is_lower_word(const Sense* word) {
    return word != nullptr && is_lower(static_cast<Approx>(word->value));
}

/// Whether the first end is compared with and the second will be: 170以上200未満, 50 이하, 20 이상, "at most 5 and at
/// least 2". `word_behind`: what says so stands behind the first.
bool opens_comparison(Run& run, std::size_t middle, const Fact& opening, bool word_behind) {
    if (is_lower(opening.approx)) return true;
    const bool upper = is_upper(opening.approx) || opening.approx == Approx::up_to;
    if (!upper || is_dash(run, middle) || run.is(middle, Role::range_join)) return false;
    if (run.language().spaced && run.is_sign(middle, ',')) return false;
    return !run.is(middle, Role::range_and) || run.language().postpositions || word_behind ||
           is_lower_word(run.sense(middle + 1, Role::approx_before));
}

/// Behind 170以上: 、 or が; behind "more than 100": and.
Joint read_comparison_joint(Run& run, std::size_t at, const Fact& first) {
    std::size_t tokens = run.is(at, Role::comparison_join) ? 1 : 0;
    if (run.is(at + tokens, Role::approx_before) || run.is(at + tokens, Role::compared_before)) ++tokens;
    if (first.kind == Kind::ordinal && run.is(at + tokens, Role::pronoun_lead)) ++tokens;
    return {tokens, is_lower(first.approx), true};
}

/// Whether nothing stands behind the scale word: 5万, 1.5万, but not four hundred and eighty-eight.
bool ends_with_scale(const Fact& number) {
    return number.exponent >= number.scale || number.has(Fact::decimal_point);
}

/// 3〜5万円: the first end has the scale of the second, where it is the smaller number without it.
void inherit_scale(Fact& first, const Fact& second) {
    if (second.scale == 0 || first.scale != 0 || first.has(Fact::big) || second.has(Fact::big)) return;
    if (!ends_with_scale(second)) return;
    const Number bare = Number::decimal(second.payload, second.exponent - second.scale);
    if (!(Number::decimal(first.payload, first.exponent) < bare)) return;
    first.exponent = static_cast<std::int8_t>(first.exponent + second.scale);
    first.last_digit = static_cast<std::int8_t>(first.last_digit + second.scale);
    first.scale = second.scale;
}

/// 10–20 km, 3〜5人: the first end has the unit, currency or counter of the second.
void inherit_unit(Fact& first, const Fact& second) {
    first.kind = second.kind;
    first.unit = second.unit;
    first.flags |= second.flags & Fact::ambiguous;
    const std::uint32_t gap = second.label().begin - first.span.end;
    if (second.label_length == 0 || gap > 255) return;
    first.label_length = second.label_length;
    first.label_gap = static_cast<std::uint8_t>(gap);
    first.flags &= static_cast<std::uint8_t>(~Fact::counter_inside);
}

/// Makes the two agree in kind and unit; false where they say different things.
bool reconcile(Fact& first, Fact& second) {
    if (first.has(Fact::counter_inside) && !is_plain(second)) return false;
    if ((first.kind == Kind::ratio) != (second.kind == Kind::ratio))  // between a quarter and 0.5
        return (is_plain(first) || is_plain(second)) && first.label_length == 0;
    if (is_plain(first)) {
        inherit_scale(first, second);
        if (first.label_length == 0 || !is_plain(second)) inherit_unit(first, second);
        return true;
    }
    if (is_plain(second) && second.label_length == 0) {
        inherit_scale(first, second);
        second.kind = first.kind;
        second.unit = first.unit;
        second.flags |= first.flags & Fact::ambiguous;
        return true;
    }
    return first.kind == second.kind && first.unit == second.unit;
}

/// 25경기에서 18골: what stands in another counter, or without the unit of the first, is no second end of it. In scripts
/// without spaces the word between is "in" and "from" as well.
bool differs_in_label(Run& run, const Fact& first, const Fact& second, std::size_t behind) {
    const auto label = [&](const Fact& fact) { return slice(run.text(), fact.label()); };
    const bool counted = first.has(Fact::counter_inside) && second.has(Fact::counter_inside);
    if (run.language().spaced) {
        const bool opened = run.before(first.span.begin, Role::range_open).sense != nullptr;
        return (first.has(Fact::counter_inside) && !opened) && label(first) != label(second);
    }
    const bool bare = second.kind == Kind::number && (first.kind != Kind::number || first.label_length != 0);
    return bare ? !run.is(behind, Role::range_close) : counted && label(first) != label(second);
}

/// Whether the word that makes a range of "10和20之间" stands behind its second end, or was taken for its counter (间).
bool closes(Run& run, std::size_t at, std::size_t& taken, Fact& second) {
    if (run.is(at + taken, Role::range_close)) return true;
    if (!second.has(Fact::counter_inside) || !run.is(at + taken - 1, Role::range_close)) return false;
    second.kind = Kind::number;
    second.span.end = second.number().end;
    second.label_length = 0;
    second.flags &= static_cast<std::uint8_t>(~Fact::counter_inside);
    --taken;
    return true;
}

/// 3年～2008年: no duration is as many years.
bool is_year(const Fact& duration, const Facts& facts) {
    constexpr int least = 1000;
    return duration.unit == UnitId::year && Number(least) < value_of(duration, facts);
}

/// cada media hora hasta las 21 horas: a word that leads to a time joins two durations only where a range was opened.
bool is_until(Run& run, std::size_t at, const Fact& first) {
    constexpr RoleSet leads = {Role::time_lead, Role::hour_lead};
    return run.language().led_hours && run.roles_before(run[at].span.begin).meets(leads) &&
           run.before(first.span.begin, Role::range_open).sense == nullptr;
}

/// 25到44岁, 3か月から6か月: the second end is a duration or an age, which the first then is as well.
std::size_t read_time_end(Run& run, std::size_t at, const Fact& first, std::size_t second, Facts& out) {
    const bool bare = is_plain(first) && first.label_length == 0;
    if (!bare && (!is_time_span(first) || is_until(run, at, first))) return 0;
    const FactsEnd end = end_of(out);
    const std::size_t taken = parse_duration(run, at, out);
    const bool longer = taken != 0 && out.items.size() == end.items + 1 &&
                        (second == end.items || out.items.back().span.end >= out.items[second].span.end);
    const Token& last = run[at + (taken == 0 ? 0 : taken - 1)];
    const bool year =
        last.may_be(Role::year_prefix) && run[at + taken].kind == TokenKind::digits;          // năm 1890
    const bool day = bare && (last.may_be(Role::day_mark) || last.may_be(Role::month_mark));  // 20至21日
    const bool era = longer && !bare && is_year(out.items.back(), out);
    if (!longer || year || day || era) return cut(out, end), 0;
    out.items.erase(second, out.items.size() - 1);
    return taken;
}

/// aged 4 to 14: the word before the first says what both are.
void make_ages(Run& run, Fact& first, Fact& second) {
    const Sense* prefix = run.before(first.span.begin, Role::age_prefix).sense;
    const bool plain = is_plain(first) && is_plain(second) && !second.has(Fact::decimal_point);
    if (prefix == nullptr || prefix->value != 0 || !plain || first.scale != 0 || second.scale != 0) return;
    for (Fact* end : {&first, &second}) {
        end->kind = Kind::age;
        end->unit = UnitId::year;
        end->label_length = 0;
    }
}

bool ascending(const Fact& first, const Fact& second, const Facts& facts) {
    if (first.kind == Kind::ratio) return true;
    return value_of(first, facts) < value_of(second, facts);
}

/// un empate de 2 a 2: no range ends where it begins.
bool is_draw(const Fact& first, const Fact& second, const Facts& facts) {
    return is_plain(first) && is_plain(second) && value_of(first, facts) == value_of(second, facts);
}

/// rose 12 percent to 450 million: the change, and what it led to. A word before the first is of both: yüzde 5 ila 10.
bool is_change(const Fact& first, const Fact& second, bool opened) {
    const bool behind = first.number().begin == first.span.begin;
    return first.kind == Kind::percent && behind && is_plain(second) && (second.scale != 0 || !opened);
}

/// 20から100未満: the second end is left out
std::size_t read_limit(Run& run, std::size_t at, std::size_t taken, Fact& fact) {
    const Sense* word = run.sense(at + taken, Role::approx_after);
    if (word == nullptr || !is_upper(static_cast<Approx>(word->value))) return 0;
    return read_context(run, at, taken, fact);
}

/// 090-1234-5678: a third number behind the same sign
bool is_chain(Run& run, std::size_t sign, std::size_t end) {
    return run.is_sign(end, run[sign].ascii) && run[sign].ascii != 0 && run[end].gap == Gap::none &&
           run[end + 1].kind == TokenKind::digits && run[end + 1].gap == Gap::none;
}

/// up 50 basis points to 4.25 %: percentages in two units are no ends of one range
bool differs_in_unit(Run& run, std::size_t first_end, std::size_t second_end) {
    const Sense* first = run.sense(first_end - 1, Role::percent);
    const Sense* second = run.sense(second_end - 1, Role::percent);
    return first != nullptr && second != nullptr && first->exponent != second->exponent;
}

Fact range_of(const Facts& facts, std::size_t first, std::size_t second) {
    Fact range;
    range.kind = Kind::range;
    range.span = {facts.items[first].span.begin, facts.items[second].span.end};
    range.unit = facts.items[second].unit;
    range.parts = static_cast<std::uint8_t>(facts.items.size() - first);
    const Fact& last = facts.items[second];
    range.label_gap = last.label_gap;
    range.label_length = last.label_length;
    range.flags = last.flags & (Fact::ambiguous | Fact::counter_inside);
    return range;
}

}  // namespace

std::size_t read_range(Run& run, std::size_t at, std::size_t taken, std::size_t first, Facts& out) {
    if (!is_end(out.items[first]) || is_inert(run[at + taken])) return 0;
    Fact opening = out.items[first];
    const std::size_t compared = read_context(run, at, taken, opening);
    const std::size_t middle = at + taken + compared;
    const bool compares = opens_comparison(run, middle, opening, compared != 0);
    const Joint joint =
        compares ? read_comparison_joint(run, middle, opening) : read_joint(run, middle, opening);
    if (!joint.compared && joint.tokens == 0) return 0;
    const std::size_t second = out.items.size();
    const FactsEnd end = end_of(out);
    const auto reject = [&] {
        cut(out, end);
        return std::size_t{0};
    };
    const std::size_t begin = middle + joint.tokens;
    std::size_t behind = opening.kind == Kind::money ? read_money_end(run, begin, out) : 0;
    if (behind == 0) behind = read_quantity(run, begin, out);
    if (const std::size_t time = read_time_end(run, begin, opening, second, out); time != 0)
        behind = time;
    else if (behind == 0 || is_time_span(opening) || !is_end(out.items[second]))
        return reject();
    if (joint.needs_close && !closes(run, begin, behind, out.items[second])) return reject();
    Fact closing = out.items[second];
    std::size_t tokens = begin + behind - at;
    if (joint.compared) {
        tokens += read_context(run, begin, behind, closing);
        const bool listed = run.language().spaced && run.is_sign(middle, ',');
        const bool upper = is_upper(closing.approx) || (closing.approx == Approx::up_to && !listed);
        if (is_lower(opening.approx) ? !upper : !is_lower(closing.approx)) return reject();
        if (!is_lower(opening.approx) && !ascending(closing, opening, out)) return reject();
    } else if (const std::size_t word = read_limit(run, begin, behind, closing); word != 0) {
        tokens += word;
    } else if ((run[begin].ascii == '-' && is_dash(run, middle)) || is_chain(run, middle, begin + behind)) {
        return reject();
    }
    if (!joint.compared && !is_dash(run, middle) && differs_in_label(run, opening, closing, begin + behind))
        return reject();
    if (opening.kind == Kind::percent && differs_in_unit(run, at + taken, begin + behind)) return reject();
    const bool part = (opening.kind == Kind::ratio) != (closing.kind == Kind::ratio);
    if (part && joint.ascending && !joint.compared) return reject();  // rose by a third to 1.2 million
    const bool change =
        !joint.compared && is_change(opening, closing, !joint.ascending || is_dash(run, middle));
    if (change || is_draw(opening, closing, out) || !reconcile(opening, closing) ||
        (joint.ascending && !ascending(opening, closing, out)))
        return reject();
    if (!joint.compared) make_ages(run, opening, closing);
    out.items[first] = opening;
    out.items[second] = closing;
    const Fact range = range_of(out, first, second);
    if (joint.compared && !is_lower(opening.approx) && out.items.size() == first + 2)
        std::swap(out.items[first], out.items[second]);
    out.items.insert(first, range);
    return tokens;
}

}  // namespace factlint
