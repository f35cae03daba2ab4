#include "facts/fraction.h"

#include <array>

#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/temporal.h"

namespace factlint {
namespace {

bool digits_between(Run& run, std::size_t at, int least, int most) {
    const Token& token = run[at];
    return token.kind == TokenKind::digits && token.digit_count >= least && token.digit_count <= most;
}

WrittenFraction slash_fraction(Run& run, std::size_t at) {
    if (!digits_between(run, at, 1, 2) || run[at].gap != Gap::space || !run.is_sign(at + 1, '/')) return {};
    if (run[at + 1].gap != Gap::none || !digits_between(run, at + 2, 1, 3) || run[at + 2].gap != Gap::none)
        return {};
    const auto numerator = static_cast<std::int64_t>(run[at].value);
    const auto denominator = static_cast<std::int64_t>(run[at + 2].value);
    if (numerator == 0 || numerator >= denominator || run.is_sign(at + 3, '/')) return {};
    return {3, numerator, denominator};
}

/// A small number in words or digits, as a numerator: one, a, three, 3.
const Sense* numerator_word(Run& run, std::size_t at) {
    for (const Role role : {Role::article, Role::small, Role::weak})
        if (const Sense* sense = run.sense(at, role)) return sense;
    return nullptr;
}

bool to_int64(const Numeral& numeral, std::int64_t& out) {
    if (numeral.tokens == 0 || numeral.big) return false;
    const auto value = Number::decimal(numeral.mantissa, numeral.exponent).to_int64();
    if (value) out = *value;
    return value.has_value();
}

/// A numeral goes on: of "two hundred" the numerator is not two, of "un centocinquesimo" it is one.
bool goes_on(Run& run, std::size_t at) {
    return run.is(at, Role::scale) && (run[at].inside || !run[at + 1].inside);
}

constexpr RoleSet beginnings_of_words = {Role::small, Role::tens, Role::score, Role::weak};

struct Numerator {
    std::size_t tokens = 0;
    std::int64_t value = 0;
};

Numerator numerator_at(Run& run, std::size_t at) {
    const bool joined = run[at + 1].inside && run.is(at + 1, Role::link);  // drie-ën-twintig
    if (const Sense* word = numerator_word(run, at); word != nullptr && !joined && !goes_on(run, at + 1))
        return {1, word->value};
    if (run[at].kind == TokenKind::digits)
        return digits_between(run, at, 1, 2) ? Numerator{1, static_cast<std::int64_t>(run[at].value)}
                                             : Numerator{};
    Numerator out;
    const Numeral& numeral = read_cardinal(run, at);
    if (to_int64(numeral, out.value)) out.tokens = numeral.tokens;
    return out;
}

/// The first word of "cien treintaicincoavos" and "cento trentacinquesimi", and "un milione" of "un milione duemillesimi":
/// where the numeral goes on in the word of the denominator. Of "honderdduizend biljoensten" it is a hundred thousand.
Numerator before_denominator(Run& run, std::size_t at, const Numerator& whole) {
    constexpr RoleSet ends = {Role::denominator_mark, Role::fraction};
    const std::size_t end = at + whole.tokens;
    if (whole.tokens < 2 || !run[end].inside || !run[end].roles.meets(ends)) return whole;
    std::size_t word = end;
    while (run[word].inside) --word;
    if (const Sense* power = run.sense(word, Role::scale); power != nullptr && word > at && word + 1 == end) {
        const auto divisor = Number::decimal(power->value, power->exponent).to_int64();
        if (divisor && whole.value % *divisor == 0) return {word - at, whole.value / *divisor};
    }
    if (const Sense* first = run.sense(at, Role::tens); first != nullptr && word == at + 1)
        return {1, first->value};
    const Sense* one = numerator_word(run, at);
    const Sense* scale = run.sense(at + 1, Role::scale);
    if (one == nullptr || scale == nullptr || word != at + 2 || scale->exponent > 15) return whole;
    const Number value = Number::decimal(std::int64_t{one->value} * scale->value, scale->exponent);
    return {2, value.to_int64().value_or(0)};
}

using Denominator = Numerator;

std::int64_t value_of(const Sense& denominator) {
    const auto value = Number::decimal(denominator.value, denominator.exponent).to_int64();
    return value.value_or(0);
}

/// twenty-fifths: behind the ten a plural that is no ordinal.
Denominator plural_denominator(Run& run, std::size_t at, const Numeral& tens) {
    const std::size_t last = at + tens.tokens + (run.is_sign(at + tens.tokens, '-') ? 1 : 0);
    const Sense* unit =
        run.is(at, Role::tens) && !run.is(last, Role::ordinal) ? run.sense(last, Role::fraction) : nullptr;
    Denominator out;
    if (tens.tokens != 1 || unit == nullptr || value_of(*unit) > 9 || run[last].inside) return {};
    if (!to_int64(tens, out.value) || out.value % 10 != 0) return {};
    return {last + 1 - at, out.value + unit->value};
}

/// thirds, twenty-fifths, dois milésimos, vinte avos
Denominator denominator_at(Run& run, std::size_t at) {
    if (const Sense* word = run.sense(at, Role::fraction)) return {1, value_of(*word)};
    Denominator out;
    if (const Sense* scale = run.sense(at, Role::ordinal);
        scale != nullptr && scale->exponent >= 3) {  // a billionth, miljardtedelar
        const std::size_t tokens = run[at + 1].inside && run.is(at + 1, Role::denominator_mark) ? 2 : 1;
        return to_int64(read_ordinal_numeral(run, at), out.value) ? Denominator{tokens, out.value} : out;
    }
    const bool scale = run.is(at, Role::scale) && run[at + 1].inside;  // biljondel
    if (!scale && !run[at].roles.meets(beginnings_of_words)) return out;
    const Numeral& cardinal = read_cardinal(run, at);
    if (cardinal.tokens != 0 && run.is(at + cardinal.tokens, Role::denominator_mark))
        return to_int64(cardinal, out.value) ? Denominator{cardinal.tokens + 1U, out.value} : out;
    const Sense* power = cardinal.tokens != 0 ? run.sense(at + cardinal.tokens, Role::fraction) : nullptr;
    if (power != nullptr && value_of(*power) >= 1000 && to_int64(cardinal, out.value))  // três dois milésimos
        return Denominator{cardinal.tokens + 1U, out.value * value_of(*power)};
    const bool rest = power != nullptr && run[at + cardinal.tokens].inside && value_of(*power) < 20;
    if (rest && to_int64(cardinal, out.value) && out.value % 10 == 0)  // tjugofemtedel
        return Denominator{cardinal.tokens + 1U, out.value + power->value};
    if (const Denominator plural = plural_denominator(run, at, cardinal); plural.tokens != 0) return plural;
    const Numeral& ordinal = read_ordinal_numeral(run, at);
    if (ordinal.tokens != 0 && run.is(at + ordinal.tokens, Role::denominator_mark))  // tjugoförstedel
        return to_int64(ordinal, out.value) ? Denominator{ordinal.tokens + 1U, out.value} : out;
    const bool fraction = ordinal.tokens > 1 && run.is(at + ordinal.tokens - 1, Role::fraction);
    return fraction && to_int64(ordinal, out.value) ? Denominator{ordinal.tokens, out.value} : out;
}

/// A word that recognition does not know: mostly the noun of an ordinal.
bool names_something(Run& run, std::size_t at) {
    const Token& token = run[at];
    return token.kind == TokenKind::word && token.gap == Gap::space &&
           (token.senses.empty() ||
            (token.roles.within({Role::unit_link, Role::pronoun_lead}) && is_adjective(run, at)));
}

/// Whether the word behind a numerator makes an ordinal of it (two hundredth is the 200th), or more of an ordinal follows.
bool is_ordinal(Run& run, std::size_t at, const Numerator& numerator, std::size_t denominator) {
    if (!run.is(denominator, Role::ordinal)) return false;
    const LanguageData& language = run.language();
    const bool one_word =
        language.compounds && !language.ordinal_words;  // the 25th is one: "twintig vijfde" is 20/5
    if (one_word && numerator.value % 100 > 1 && run.is(denominator, Role::fraction)) return false;
    if (numerator.value == 1 && names_something(run, denominator + 1)) return true;  // un cinquième cas
    const std::size_t whole = read_ordinal_numeral(run, at).tokens;
    return whole > denominator + 1 - at || (numerator.value != 1 && whole > numerator.tokens);
}

/// The agent of "a fourth agent": what stands there is counted, so the word before is an ordinal.
bool counts(Run& run, std::size_t at) {
    constexpr RoleSet others = {
        Role::function_word,   Role::ratio_join,    Role::scale,         Role::article,   Role::range_join,
        Role::percent,         Role::currency_name, Role::link,          Role::range_and, Role::tens_link,
        Role::comparison_join, Role::approx_after,  Role::approx_before, Role::unit_link};
    return run[at].kind == TokenKind::word && run[at].gap == Gap::space && !run[at].roles.meets(others);
}

/// A look at the two tokens: behind digits a denominator stands at once, or behind a hyphen.
bool may_be_numerator(Run& run, std::size_t at) {
    constexpr RoleSet denominators = {Role::fraction, Role::small, Role::tens, Role::score, Role::weak};
    if (run[at].kind != TokenKind::digits) return !run[at].senses.empty() && !is_inert(run[at + 1]);
    return run[at + 1].roles.meets(denominators) || run.is_sign(at + 1, '-');
}

/// two thirds, a quarter, three-quarters, ciento treinta quintos
WordFraction spaced_fraction(Run& run, std::size_t at) {
    WordFraction out;
    if (!may_be_numerator(run, at)) return out;
    const Numerator numerator = before_denominator(run, at, numerator_at(run, at));
    if (numerator.tokens == 0) return out;
    const std::size_t end = at + numerator.tokens;
    const bool slash =
        run.is_sign(end, '/') && run[at].kind == TokenKind::word;  // five / eighths, vijf / achtste
    const std::size_t next = slash || run.is_sign(end, '-') ? end + 1 : end;
    const Denominator denominator = denominator_at(run, next);
    if (denominator.tokens == 0 || denominator.value <= 0 || run[next].gap == Gap::line) return out;
    const std::size_t last = next + denominator.tokens - 1;
    const bool small = run.is(next, Role::fraction) && numerator.value < 10 && denominator.value <= 10;
    if (run[next].inside && !small) return out;  // driehonderdste, but tweederde
    const bool marked = run.is(last, Role::denominator_mark);
    if (run.is(next, Role::ordinal) && !run.is(next, Role::fraction) && !run.is(at, Role::article) && !marked)
        return out;
    if (!run[next].inside && !marked && is_ordinal(run, at, numerator, next)) return out;
    const bool ordinal =
        run.is(next, Role::ordinal) || run.is(last, Role::ordinal) || run.is(last, Role::ordinal_suffix);
    if (ordinal && (slash || run.is(at, Role::article)) && counts(run, last + 1)) return out;
    if (run.is(last + 1, Role::range_and) && run.is(last + 2, Role::ordinal))
        return out;  // a sixth and seventh
    out.numerator = numerator.value;
    out.denominator = denominator.value;
    out.numerator_span = {run[at].span.begin, run[end - 1].span.end};
    out.denominator_span = {run[next].span.begin, run[next + denominator.tokens - 1].span.end};
    out.tokens = next + denominator.tokens - at;
    return out;
}

/// half, a quarter of its own
WordFraction portion(Run& run, std::size_t at) {
    WordFraction out;
    const Sense* sense = run.sense(at, Role::portion);
    if (sense == nullptr) sense = run.sense(at, Role::portion_weak);
    if (sense == nullptr) return out;
    out.numerator = sense->value;
    for (int i = 0; i > sense->exponent; --i) out.denominator *= 10;
    out.numerator_span = out.denominator_span = run[at].span;
    out.tokens = 1;
    return out;
}

bool is_less(const Numeral& left, const Numeral& right) {
    std::int64_t low = 0;
    std::int64_t high = 0;
    return to_int64(left, low) && to_int64(right, high) && low < high;
}

/// 셋 중 하나: a word apart from the whole says that the part is of it. 이 중 is "of these", and the 일 of 일부 is no number.
bool is_part_of_whole(Run& run, std::size_t at, const Numeral& whole, const Numeral& part) {
    const std::size_t middle = at + whole.tokens;
    if (!run.is(middle, Role::ratio_whole)) return true;
    const std::size_t last = middle + part.tokens;
    const bool numbers = !whole.weak && !run.is(at, Role::function_word) && ends_phrase(run, last);
    return numbers && !is_less(whole, part);
}

/// What says that the number before is the denominator.
bool is_whole(Run& run, std::size_t at) {
    return run[at].roles.meets({Role::fraction_reverse, Role::ratio_whole});
}

/// 4分の3: denominator first
WordFraction reversed_fraction(Run& run, std::size_t at) {
    WordFraction out;
    const Numeral& denominator = read_numeral(run, at, Mixed::no);
    if (denominator.tokens == 0 || !is_whole(run, at + denominator.tokens)) return out;
    const std::size_t next = at + denominator.tokens + 1;
    const Numeral& numerator = read_numeral(run, next, Mixed::no);
    if (!to_int64(denominator, out.denominator) || numerator.tokens == 0 || numerator.big ||
        out.denominator == 0 || !is_part_of_whole(run, at, denominator, numerator))
        return out;
    out.numerator = numerator.mantissa;
    out.exponent = numerator.exponent;
    if (out.denominator < 0) out.denominator = -out.denominator, out.numerator = -out.numerator;
    out.numerator_span = numerator.span;
    out.denominator_span = denominator.span;
    out.tokens = next + numerator.tokens - at;
    return out;
}

Fact term(Span span, std::int64_t value, std::int8_t exponent = 0) {
    Fact fact;
    fact.span = span;
    fact.payload = value;
    fact.exponent = fact.last_digit = exponent;
    fact.number_length = static_cast<std::uint16_t>(span.size());
    return fact;
}

Fact term(const Numeral& numeral, Facts& out) {
    Fact fact;
    fact.span = numeral.span;
    set_value(fact, numeral, out);
    return fact;
}

void append_ratio(Span span, const Fact& numerator, const Fact& denominator, Facts& out) {
    Fact ratio;
    ratio.span = span;
    ratio.kind = Kind::ratio;
    ratio.parts = 2;
    out.items.append({ratio, numerator, denominator});
}

bool is_zero(const Numeral& numeral) { return !numeral.big && numeral.mantissa == 0; }

/// पाँच का आठवाँ भाग is five eighths: where what is parted stands first, the denominator is an ordinal. The word for a part
/// may be left out behind words, at the end of a sentence.
Numeral genitive_denominator(Run& run, std::size_t middle, bool digits) {
    if (!run.language().postpositions || !run.is(middle, Role::unit_link)) return {};
    Numeral ordinal = read_ordinal_numeral(run, middle + 1);
    const std::size_t end = middle + 1 + ordinal.tokens;
    if (ordinal.tokens == 0 || ordinal.big || (ordinal.mantissa < 2 && ordinal.exponent == 0)) return {};
    if (run.is(end, Role::denominator_mark))
        ++ordinal.tokens;
    else if (digits || run[end].kind == TokenKind::word)
        return {};
    return ordinal;
}

/// dörtte üç: the ending of the denominator joins the two.
WordFraction ended_fraction(Run& run, std::size_t at, std::size_t middle) {
    WordFraction out;
    const Numeral& denominator = read_numeral(run, at, Mixed::no);
    const Numeral& numerator = read_numeral(run, middle + 1, Mixed::no);
    if (numerator.tokens == 0 || !is_less(numerator, denominator)) return out;
    if (!to_int64(numerator, out.numerator) || !to_int64(denominator, out.denominator)) return out;
    out.numerator_span = numerator.span;
    out.denominator_span = denominator.span;
    out.tokens = denominator.tokens + 1U + numerator.tokens;
    if (run[at + out.tokens].inside && run.is(at + out.tokens, Role::reference_behind)) ++out.tokens;
    return out;
}

/// Tokens of what joins two terms of a ratio: "/" and ":" without spaces, or words; 0 = none.
std::size_t joint(Run& run, std::size_t at) {
    const bool sign = run.is_sign(at, '/') || run.is_sign(at, ':');
    if (sign) return run[at].gap == Gap::none && run[at + 1].gap == Gap::none ? 1 : 0;
    if (run.language().compounds && run.is(at, Role::fraction_reverse))
        return run[at].inside ? 1 : 0;  // üçte bir
    const bool word = run[at].roles.meets(
        {Role::fraction_join, Role::ratio_join, Role::fraction_reverse, Role::ratio_whole});
    return word && run[at].gap != Gap::line ? 1 : 0;
}

/// The 1985 of "stieg 1985 von 5 auf 7", where years need no preposition.
bool is_year(Run& run, const Numeral& numeral) {
    return run.language().year_alone && numeral.plain && numeral.mantissa < 10000 &&
           is_plausible_year(static_cast<int>(numeral.mantissa));
}

/// 97:5 of 92:57:02:97:5e:80, an address in base sixteen
bool is_part_of_colons(Run& run, std::size_t at, std::size_t end) {
    const std::uint32_t begin = run[at].span.begin;
    const std::uint32_t last = run[end - 1].span.end;
    const std::string_view text = run.text();
    return (begin > 0 && text[begin - 1] == ':') || (last < text.size() && is_ascii_letter(text[last]));
}

/// The part of a whole with its noun between: smaller than the whole, of which nothing more is said.
std::size_t ratio_around_noun(Run& run, std::size_t at, const Numeral& numerator, Facts& out) {
    const std::size_t noun = at + numerator.tokens;
    if (!is_noun_of_part(run, noun) || numerator.negative || numerator.big) return 0;
    const Numeral& denominator = read_numeral(run, noun + 2, Mixed::no);
    const std::size_t end = noun + 2 + denominator.tokens;
    const bool part = denominator.tokens != 0 && is_less(numerator, denominator);
    if (!part || is_year(run, denominator) || !stands_alone(run, end) || behind_hyphen(run, end) != end)
        return 0;
    append_ratio({numerator.span.begin, run[end - 1].span.end}, term(numerator, out), term(denominator, out),
                 out);
    return end - at;
}

/// one in five, 9 in 10: a joint that leads to years as well, so that both are written alike and the second is no time.
bool is_proportion(Run& run, std::size_t at, const Numeral& numerator, const Numeral& denominator,
                   std::size_t end) {
    const std::size_t middle = at + numerator.tokens;
    const Sense* lead = run.sense(middle, Role::year_lead);
    if (lead == nullptr || lead->value != 1) return true;
    const bool alike = run[at].kind == run[middle + 1].kind || numerator.mantissa == 1;
    const bool counted = counts_something(run, end) || run.is(end, Role::ordinal_suffix);
    return alike && !counted && is_less(numerator, denominator) && !numerator.decimal_point &&
           !is_plausible_year(static_cast<int>(denominator.plain ? denominator.mantissa : 0)) &&
           run.before(numerator.span.begin, Role::pronoun_lead).sense == nullptr;
}

std::size_t joined_ratio(Run& run, std::size_t at, const Numeral& numerator, Facts& out) {
    const std::size_t middle = at + numerator.tokens;
    const std::size_t joined = joint(run, middle);
    const bool word = run[middle].kind == TokenKind::word && !run.is(middle, Role::fraction_join);
    if (joined == 0) return ratio_around_noun(run, at, numerator, out);
    if (word && is_year(run, numerator)) return 0;
    const Numeral& denominator = read_numeral(run, middle + joined, Mixed::no);
    if (denominator.tokens == 0 || denominator.negative || is_zero(denominator)) return 0;
    const bool one = denominator.weak && denominator.mantissa == 1 && denominator.exponent == 0;
    if (one && run.language().spaced && run.is(middle, Role::ratio_join)) return 0;  // basis 10 van een getal
    std::size_t end = middle + joined + denominator.tokens;
    if (run[middle].inside && run[end].inside && run.is(end, Role::reference_behind)) ++end;  // üçte ikisi
    const bool chain =
        run.is_sign(middle, run[end].ascii) && run[end].gap == Gap::none && run[end].ascii != 0;
    if (chain && run[end + 1].kind == TokenKind::digits) return 0;
    if (run.is_sign(middle, ':') && is_part_of_colons(run, at, end)) return 0;
    if (behind_hyphen(run, end) != end && !run.is_sign(middle, ':'))
        return 0;  // five of the three-ton trucks
    if (!is_proportion(run, at, numerator, denominator, end)) return 0;
    if (run[middle].kind == TokenKind::word && is_ordinal_ending(run, end)) return 0;  // page 12 of 30th May
    const Span span{numerator.span.begin, run[end - 1].span.end};
    const bool reversed = is_whole(run, middle);  // 5 में से 2
    if (run[middle].inside && run.before(span.begin, Role::hour_lead).sense != nullptr) return 0;  // at three
    if (reversed && !is_part_of_whole(run, at, numerator, denominator)) return 0;
    if (reversed && (is_zero(numerator) || (run[middle].inside && !is_less(denominator, numerator))))
        return 0;
    append_ratio(span, term(reversed ? denominator : numerator, out),
                 term(reversed ? numerator : denominator, out), out);
    return end - at;
}

/// The same behind "minus".
WordFraction read_signed_fraction(Run& run, std::size_t at, const Numeral& numeral) {
    if (!numeral.negative || !run.is(at, Role::minus)) return read_word_fraction(run, at);
    WordFraction fraction = read_word_fraction(run, at + 1);
    if (fraction.tokens == 0) return fraction;
    ++fraction.tokens;
    fraction.numerator = -fraction.numerator;
    std::uint32_t& begin =
        run.language().spaced ? fraction.numerator_span.begin : fraction.denominator_span.begin;
    begin = run[at].span.begin;
    return fraction;
}

std::size_t append_fraction(Run& run, std::size_t at, const WordFraction& fraction, Facts& out) {
    const Span span{run[at].span.begin, run[at + fraction.tokens - 1].span.end};
    append_ratio(span, term(fraction.numerator_span, fraction.numerator, fraction.exponent),
                 term(fraction.denominator_span, fraction.denominator), out);
    return fraction.tokens;
}

/// 50 centesimi are money, unless they are of something: 3 centesimi di secondo.
bool is_cents(Run& run, std::size_t at, const WordFraction& fraction) {
    const std::size_t end = at + fraction.tokens;
    return fraction.tokens > 1 && run.is(end - 1, Role::currency_minor) && !run.is(end, Role::unit_link);
}

/// The 1/2 of 2-1/2 inches; with no unit behind it, it is a date or a row of numbers.
WrittenFraction hyphened_fraction(Run& run, std::size_t at) {
    if (!run.is_sign(at, '-') || run[at].gap != Gap::none || run[at + 1].gap != Gap::none) return {};
    const WordFraction fraction = read_counted_fraction(run, at + 1);
    if (fraction.tokens == 0 || fraction.numerator >= fraction.denominator) return {};
    return {1 + fraction.tokens, fraction.numerator, fraction.denominator};
}

}  // namespace

bool is_noun_of_part(Run& run, std::size_t at) {
    if (!run.language().noun_in_ratio) return false;
    const Token& noun = run[at];
    if (noun.kind != TokenKind::word || noun.gap != Gap::space) return false;
    if (!noun.senses.empty() && !noun.may_be(Role::counter)) return false;
    const Token& joint = run[at + 1];
    return joint.may_be(Role::fraction_join) && joint.may_be(Role::ratio_join) && joint.gap == Gap::space;
}

WrittenFraction read_written_fraction(Run& run, std::size_t at) {
    if (const Sense* vulgar = run.sense(at, Role::vulgar))
        return {1, vulgar->value / 100, vulgar->value % 100};
    const WrittenFraction fraction = slash_fraction(run, at);
    return fraction.tokens == 0 ? hyphened_fraction(run, at) : fraction;
}

WordFraction read_word_fraction(Run& run, std::size_t at) {
    if (!run.language().spaced) return reversed_fraction(run, at);
    const WordFraction fraction = spaced_fraction(run, at);
    return fraction.tokens != 0 ? fraction : portion(run, at);
}

WordFraction read_joined_fraction(Run& run, std::size_t at) {
    WordFraction out;
    const Numeral& numerator = read_numeral(run, at, Mixed::no);
    const std::size_t middle = at + numerator.tokens;
    if (numerator.tokens == 0) return out;
    if (run[middle].inside && is_whole(run, middle)) return ended_fraction(run, at, middle);
    if (!run[middle].may_be(Role::fraction_join) && !run.language().postpositions) return out;
    const Numeral denominator = run.is(middle, Role::fraction_join)
                                    ? read_numeral(run, middle + 1, Mixed::no)
                                    : genitive_denominator(run, middle, run[at].kind == TokenKind::digits);
    if (!to_int64(numerator, out.numerator) || !to_int64(denominator, out.denominator)) return out;
    if (out.denominator <= 0) return out;
    out.numerator_span = numerator.span;
    out.denominator_span = denominator.span;
    out.tokens = numerator.tokens + 1U + denominator.tokens;
    return out;
}

WordFraction read_any_fraction(Run& run, std::size_t at) {
    const WordFraction fraction = read_word_fraction(run, at);
    return fraction.tokens != 0 ? fraction : read_joined_fraction(run, at);
}

WordFraction read_digit_fraction(Run& run, std::size_t at) {
    WordFraction out;
    const bool slash =
        run.is_sign(at + 1, '/') && run[at + 1].gap == Gap::none && run[at + 2].gap == Gap::none;
    if (!slash || !digits_between(run, at, 1, 9) || !digits_between(run, at + 2, 1, 9) ||
        run[at + 2].value == 0 || run[at].value % run[at + 2].value == 0)  // 100/50 Mbit/s are two speeds
        return out;
    out.numerator = static_cast<std::int64_t>(run[at].value);
    out.denominator = static_cast<std::int64_t>(run[at + 2].value);
    out.numerator_span = run[at].span;
    out.denominator_span = run[at + 2].span;
    out.tokens = 3;
    return out;
}

WordFraction read_counted_fraction(Run& run, std::size_t at) {
    const WordFraction fraction = read_digit_fraction(run, at);
    const std::size_t end = behind_hyphen(run, at + fraction.tokens);
    return counts_something(run, end) && !run.is(end, Role::day_mark) ? fraction : WordFraction{};
}

std::size_t read_ratio(Run& run, std::size_t at, const Numeral& numeral, Facts& out) {
    if (!run.is(at, Role::portion) && !run.is(at, Role::portion_weak)) {
        const WordFraction fraction = read_signed_fraction(run, at, numeral);
        if (fraction.tokens != 0 && fraction.tokens >= numeral.tokens && !is_cents(run, at, fraction))
            return append_fraction(run, at, fraction, out);
    }
    if (numeral.tokens == 0) return 0;
    const WordFraction part = run.language().postpositions ? read_joined_fraction(run, at) : WordFraction{};
    return part.tokens != 0 ? append_fraction(run, at, part, out) : joined_ratio(run, at, numeral, out);
}

}  // namespace factlint
