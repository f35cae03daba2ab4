#include <string>

#include "facts/amount.h"
#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/temporal.h"

namespace factlint {
namespace {

/// 30º lugar: the sign of a degree is that of an ordinal where a noun follows.
bool is_ordinal_sign(Run& run, std::size_t at) {
    if (!run.is(at, Role::ordinal_suffix) || run[at].gap != Gap::none) return false;
    if (run.is_whole_text(0, at + 1)) return true;  // a rank in the cell of a table
    const Token& noun = run[at + 1];
    return noun.kind == TokenKind::word && noun.gap == Gap::space && !run.is(at + 1, Role::function_word);
}

/// Nothing goes on behind the number at `end`: no unit, no noun, no other digits. Where nouns have capitals, 1 m 80 groß.
bool ends_measure(Run& run, std::size_t end) {
    const bool goes_on = run[end + 1].kind == TokenKind::digits && run[end + 1].gap == Gap::none;
    const bool adjective = run.language().noun_capital && run[end].kind == TokenKind::word &&
                           !is_capital(run.text(), run[end].span.begin);
    return (stands_alone(run, end) || adjective) && !counts_something(run, end) && !goes_on;
}

/// The m of 1m75, where decimals have a comma: elsewhere it may be minutes.
bool is_height(Run& run, std::size_t at) {
    return run.language().decimal == ',' && at > 0 && run[at - 1].digit_count == 1 &&
           run[at].gap == Gap::none && run.text(run[at]) == "m" && run[at + 1].digit_count == 2 &&
           ends_measure(run, at + 2);
}

/// Whether nothing is quoted before `end` on its line: a quote right behind digits is none.
bool is_unquoted(std::string_view text, std::uint32_t end) {
    constexpr std::uint32_t farthest = 256;
    constexpr std::string_view curly[] = {"“", "”", "„", "«", "»"};
    const std::uint32_t begin = end > farthest ? end - farthest : 0;
    const std::string_view before = text.substr(begin, end - begin);
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    for (const std::string_view quote : curly)
        if (line.find(quote) != line.npos) return false;
    for (std::size_t at = line.find('"'); at != line.npos; at = line.find('"', at + 1))
        if (at == 0 || !is_ascii_digit(line[at - 1])) return false;
    return true;
}

std::string_view without_digits(std::string_view text) {
    return text.substr(0, text.find_last_not_of("0123456789.") + 1);
}

/// The seconds of an angle, 5.1 of 40°17′05.1″, are no inches.
bool is_angle(Run& run, std::size_t at) {
    if (run[at].ascii != '"' && run.text(run[at]) != "″") return false;
    std::string_view before = without_digits(run.text().substr(0, run[at].span.begin));
    if (before.ends_with("′"))
        before.remove_suffix(std::string_view("′").size());
    else if (before.ends_with('\''))
        before.remove_suffix(1);
    else
        return false;
    return without_digits(before).ends_with("°");
}

/// 27" is a size, "by 27" and 27 "more" are quotes.
bool is_inch_mark(Run& run, std::size_t at) {
    if (run[at].ascii != '"' || at == 0 || run[at - 1].kind != TokenKind::digits) return false;
    const bool joined = run[at + 1].gap == Gap::none && run[at + 1].kind == TokenKind::word;
    return !joined && is_unquoted(run.text(), run[at].span.begin);
}

/// 5'10": feet only before their inches.
bool is_foot_mark(Run& run, std::size_t at) {
    if (run[at].ascii != '\'' || run[at].gap != Gap::none || at == 0) return false;
    const Token& inches = run[at + 1];
    return run[at - 1].digit_count == 1 && inches.kind == TokenKind::digits && inches.value < 12 &&
           inches.digit_count <= 2 && is_inch_mark(run, at + 2);
}

/// "el nuevo 17 ha desencadenado": a unit that is a word of the sentence as well, before the next one.
bool is_verb(Run& run, std::size_t at) {
    const Token& next = run[at + 1];
    return run.language().spaced && run.is(at, Role::function_word) && next.kind == TokenKind::word &&
           next.gap == Gap::space && !run.is(at + 1, Role::function_word);
}

const Sense* unit_at(Run& run, std::size_t at) {
    if (run[at].may_be(Role::function_word) && is_verb(run, at)) return nullptr;
    if (!follows(run, at) || is_ordinal_sign(run, at) || is_elided(run, at)) return nullptr;
    if (is_angle(run, at)) return nullptr;
    static constexpr Sense inches = {Role::unit, 0, 0, static_cast<std::int32_t>(UnitId::inch)};
    static constexpr Sense feet = {Role::unit, 0, 0, static_cast<std::int32_t>(UnitId::foot)};
    if (is_inch_mark(run, at)) return &inches;  // no word of the language: a quote is a quote
    if (is_foot_mark(run, at)) return &feet;
    const std::size_t next = at + (run.is_sign(at + 1, '-') && run[at + 1].gap == Gap::none ? 2 : 1);
    const bool digits = run[next].kind == TokenKind::digits && run[next].gap == Gap::none;  // L-202, m3
    const bool free = !digits || is_height(run, at);
    const Sense* symbol = free ? run.sense(at, Role::unit_symbol) : nullptr;
    return symbol != nullptr ? symbol : run.sense(at, Role::unit);
}

void set_unit(Draft& draft, UnitId unit, std::size_t end) {
    draft.fact.kind = Kind::measure;
    draft.fact.unit = unit;
    draft.end = end;
}

/// 時速 before マイル is mile-per-hour; 摂氏 before 度 stays celsius.
UnitId prefixed_unit(UnitId prefix, UnitId behind) {
    const std::string_view id = unit(prefix).id;
    const std::size_t per = id.find("-per-");
    if (per == id.npos) return prefix;
    const std::string wanted = std::string(unit(behind).id) + std::string(id.substr(per));
    return find_unit(wanted).value_or(behind);
}

/// 섭씨 20, 大さじ2: a scale of temperature is named without its degrees, and a measure of its own stands alone; 時速 does not.
bool is_whole_unit(UnitId prefix) { return unit(prefix).id.find("-per-") == std::string_view::npos; }

/// 一米七五: two digits alone are hundredths.
bool take_two_digits(Run& run, Draft& draft) {
    const Sense* tenths = run.sense(draft.end, Role::digit);
    const Sense* rest = run.sense(draft.end + 1, Role::digit);
    const bool joined = run[draft.end].gap == Gap::none && run[draft.end + 1].gap == Gap::none;
    if (!run.language().elliptic_digit || tenths == nullptr || rest == nullptr || !joined) return false;
    if (tenths->value == 0 || !ends_phrase(run, draft.end + 1)) return false;
    if (run.is(draft.end + 1, Role::unit)) return false;  // 三斤二两
    if (!append_digits(draft.numeral, tenths->value * 10 + rest->value, 2)) return false;
    draft.end += 2;
    return true;
}

/// Words behind degrees that make them negative: below zero, bajo cero, minus.
std::size_t below_zero(Run& run, std::size_t at) {
    const bool minus = run.is(at, Role::minus) && run[at].kind == TokenKind::word;
    if (minus && read_numeral(run, at).tokens == 0) return 1;
    const Sense* below = run.sense(at, Role::approx_before);
    if (below == nullptr || static_cast<Approx>(below->value) != Approx::less_than) return 0;
    const Numeral& zero = read_numeral(run, at + 1);
    return zero.tokens == 1 && zero.mantissa == 0 && !counts_something(run, at + 2) ? 2 : 0;
}

/// five degrees below zero; tio minusgrader, where the unit itself says it
void take_below_zero(Run& run, Draft& draft) {
    const bool degrees = draft.fact.unit == UnitId::degree || compatible(draft.fact.unit, UnitId::celsius);
    if (!degrees || draft.numeral.big) return;
    const std::size_t words = below_zero(run, draft.end);
    if (words == 0 && !run.is(draft.end - 1, Role::minus)) return;
    if (draft.numeral.mantissa > 0) draft.numeral.mantissa = -draft.numeral.mantissa;
    draft.end += words;
}

/// 两米半, 一米八, ثلاثة أمتار ونصف: half a unit more; where no spaces are written also tenths of it
void take_rest(Run& run, Draft& draft) {
    if (run.language().spaced) {
        take_joined_part(run, draft);
        return take_half_behind(run, draft);
    }
    if (draft.numeral.big || draft.numeral.exponent != 0) return;
    if (run.is(draft.end, Role::half) && run[draft.end].gap == Gap::none) return add_half(draft);
    if (take_two_digits(run, draft)) return;
    const Token& digit = run[draft.end];
    if (is_elliptic_digit(run, draft.end)) {
        if (append_digits(draft.numeral, static_cast<std::int64_t>(digit.value), 1)) ++draft.end;
    } else if (is_elliptic_tenth(run, draft.end)) {
        if (append_digits(draft.numeral, run.sense(draft.end, Role::digit)->value, 1)) ++draft.end;
    }
}

/// Both of length, or both of mass, and the second the smaller one.
bool goes_on(UnitId larger, UnitId smaller) {
    if (!compatible(larger, smaller) || larger == smaller) return false;
    return convert(Number(1), smaller, larger) < Number(1);
}

/// The value of a part in another unit, where it stays a 64-bit decimal.
bool add_in_smaller(Numeral& sum, const Numeral& larger, UnitId from, const Numeral& smaller, UnitId to) {
    const Number value = convert(Number::decimal(larger.mantissa, larger.exponent), from, to) +
                         Number::decimal(smaller.mantissa, smaller.exponent);
    sum = smaller;
    sum.span = {larger.span.begin, smaller.span.end};
    const auto mantissa = (value * Number::power_of_ten(-smaller.exponent)).to_int64();
    if (mantissa) sum.mantissa = *mantissa;
    return mantissa.has_value();
}

/// "five foot ten", "un mètre quatre-vingt-cinq": both numbers in words
bool are_words(Run& run, const Draft& larger, const Draft& smaller) {
    const bool words =
        run[larger.begin].kind == TokenKind::word && run[smaller.begin].kind == TokenKind::word;
    const Numeral& number = smaller.numeral;
    return words && number.exponent == 0 && !number.decimal_point && !number.weak &&
           number.mantissa > 1;  // at six feet one can see
}

/// 1 m 80, 5 ft 10, 1米75: centimetres and inches without their unit.
bool take_unmarked(Run& run, const Draft& larger, Draft& smaller) {
    const Token& digits = run[smaller.begin];
    const bool hyphened = run.is_sign(larger.end, '-');  // a 6-foot-6 forward
    const bool words = run.language().spaced && are_words(run, larger, smaller);
    if (!words && (digits.kind != TokenKind::digits || !smaller.numeral.plain)) return false;
    const bool linked =
        words && larger.numeral.mantissa == 1 && larger.fact.unit == UnitId::meter;  // um metro e oitenta
    if (!hyphened && !linked && smaller.begin != larger.end) return false;
    if (!hyphened && !ends_measure(run, smaller.end)) return false;
    constexpr std::int64_t largest_metres = 9;  // 60 m 11 are two numbers
    const bool metres = larger.fact.unit == UnitId::meter && larger.numeral.mantissa <= largest_metres;
    const std::int64_t centimetres = smaller.numeral.mantissa;
    if (metres && (words ? centimetres > 9 && centimetres < 100 : digits.digit_count == 2))
        set_unit(smaller, UnitId::centimeter, smaller.end);
    else if (larger.fact.unit == UnitId::foot && smaller.numeral.mantissa < 12)
        set_unit(smaller, UnitId::inch, smaller.end);
    else
        return false;
    return true;
}

/// Units that "and" makes one measure of, and how many of the smaller the larger has: 6 feet and 2 inches. "3 km and 40 m"
/// may as well be two.
struct Pair {
    std::string_view larger;
    std::string_view smaller;
    std::int64_t count;
};
constexpr Pair joined_pairs[] = {
    {"foot", "inch", 12}, {"pound", "ounce", 16}, {"stone", "pound", 14}, {"meter", "centimeter", 100}};

bool are_joined(const Draft& larger, const Draft& smaller) {
    for (const auto& [whole, part, count] : joined_pairs)
        if (unit(larger.fact.unit).id == whole && unit(smaller.fact.unit).id == part)
            return smaller.numeral.mantissa < count;
    return false;
}

/// Where the smaller part begins: 6 ft 6 in, 6-foot-2, 6 feet and 2 inches. "Between 5 m and 30 cm" are two.
std::size_t behind_larger(Run& run, std::size_t at, std::size_t end) {
    const bool hyphen = run.is_sign(end, '-') && run[end].gap == Gap::none && run[end + 1].gap == Gap::none;
    if (hyphen && run[end + 1].kind == TokenKind::digits) return end + 1;
    return run.is(end, Role::fraction_and) && !opens_between(run, run[at].span.begin) ? end + 1 : end;
}

Draft read_part(Run& run, std::size_t at) {
    Draft draft;
    draft.begin = at;
    draft.numeral = read_numeral(run, at);
    draft.end = at + draft.numeral.tokens;
    if (draft.numeral.tokens == 0 || draft.numeral.big) return draft;
    if (!take_measure(run, draft)) draft.numeral.tokens = 0;
    return draft;
}

}  // namespace

namespace {

/// 一度, 三度, 一节: in one character, a word that counts as well says how often or how many, no degrees and no knots.
bool is_once(Run& run, const Draft& draft) {
    const Numeral& number = draft.numeral;
    return !run.language().spaced && run[draft.begin].kind != TokenKind::digits && number.tokens == 1 &&
           number.exponent == 0 && number.mantissa < 10 && run.is(draft.end, Role::counter);
}

/// een t-test, een voet- of eindnoot: behind an article a letter is no unit, nor is a word that a hyphen leaves open.
bool is_named(Run& run, const Draft& draft, std::size_t at) {
    if (!draft.numeral.weak || !run.language().spaced) return false;
    const bool open = run.is_sign(at + 1, '-') && run[at + 1].gap == Gap::none;
    return run[at].span.size() == 1 || (open && run.language().compounds);
}

}  // namespace

bool take_measure(Run& run, Draft& draft) {
    const std::size_t at = unit_place(run, draft);
    const Sense* unit = unit_at(run, at);
    if (unit == nullptr || is_once(run, draft) || is_named(run, draft, at)) return false;
    set_unit(draft, static_cast<UnitId>(unit->value), at + (run.is_sign(at - 1, '{') ? 2 : 1));
    take_one_behind(run, draft);
    take_rest(run, draft);
    take_below_zero(run, draft);
    return true;
}

std::size_t read_measured_fraction(Run& run, std::size_t at, const WordFraction& fraction, Facts& out) {
    Draft draft = draft_of(run, at, fraction);
    const bool counted = take_percent(run, draft) || take_money(run, draft) || take_measure(run, draft);
    return counted ? append_draft(run, draft, out) : 0;
}

std::size_t read_prefixed_measure(Run& run, std::size_t at, Facts& out) {
    const Sense* prefix = run.sense(at, Role::unit_prefix);
    if (prefix == nullptr) return 0;
    Draft draft;
    draft.begin = at;
    draft.numeral = read_numeral(run, at + 1);
    if (draft.numeral.tokens == 0) return 0;
    const std::size_t behind = at + 1 + draft.numeral.tokens;
    const auto prefixed = static_cast<UnitId>(prefix->value);
    if (const Sense* unit = unit_at(run, behind))
        set_unit(draft, prefixed_unit(prefixed, static_cast<UnitId>(unit->value)), behind + 1);
    else if (is_whole_unit(prefixed))
        set_unit(draft, prefixed, behind);
    else
        return 0;
    return append_draft(run, draft, out);
}

std::size_t read_compound_measure(Run& run, std::size_t at, Facts& out) {
    Draft larger = read_part(run, at);
    if (larger.numeral.tokens == 0 || larger.numeral.decimal_point) return 0;
    Draft smaller;
    smaller.begin = behind_larger(run, at, larger.end);
    smaller.numeral = read_numeral(run, smaller.begin);
    smaller.end = smaller.begin + smaller.numeral.tokens;
    if (smaller.numeral.tokens == 0 || smaller.numeral.big || run[smaller.begin].gap == Gap::line) return 0;
    const bool joined = smaller.begin != larger.end && !run.is_sign(larger.end, '-');
    const Sense* second = joined ? nullptr : run.sense(smaller.end, Role::unit_second);
    if (second != nullptr)
        set_unit(smaller, static_cast<UnitId>(second->value), smaller.end + 1);
    else if (!take_measure(run, smaller) && !take_unmarked(run, larger, smaller))
        return 0;
    if (joined && !are_joined(larger, smaller)) return 0;
    if (!goes_on(larger.fact.unit, smaller.fact.unit)) return 0;
    Draft whole = smaller;
    whole.begin = at;
    if (!add_in_smaller(whole.numeral, larger.numeral, larger.fact.unit, smaller.numeral, smaller.fact.unit))
        return 0;
    whole.fact.parts = 2;
    append_draft(run, whole, out);
    append_draft(run, larger, out);
    append_draft(run, smaller, out);
    return whole.end - at;
}

}  // namespace factlint
