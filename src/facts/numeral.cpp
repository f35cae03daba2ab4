#include "facts/numeral.h"

#include <utility>

#include "facts/numeral_reader.h"
#include "facts/power.h"

namespace factlint {
namespace {

constexpr RoleSet beginnings = {Role::digit,   Role::small,      Role::tens,         Role::score,
                                Role::scale,   Role::vague,      Role::weak,         Role::minus,
                                Role::article, Role::portion,    Role::portion_weak, Role::vulgar,
                                Role::half,    Role::part_before};

bool may_begin(Run& run, std::size_t at) {
    const Token& token = run[at];
    return token.kind == TokenKind::digits || token.ascii == '-' || is_decimal_sign(run, at) ||
           token.roles.meets(beginnings);
}

/// The first roles of the table.
constexpr RoleSet numeral_roles = roles_where([](const RoleInfo& row) { return row.role <= Role::excess; });

/// Whether no numeral goes on with the token at `at`, behind digits or a word.
bool ends_numeral(Run& run, std::size_t at, TokenKind before) {
    const Token& next = run[at];
    if (before == TokenKind::digits && is_power(run, at)) return false;
    if (next.kind == TokenKind::digits)
        return before == TokenKind::word && next.gap != Gap::none;  // năm 2015
    if (next.roles.meets(numeral_roles)) return false;
    if (next.kind == TokenKind::word) return next.gap != Gap::none || next.span.size() > 1;
    if (next.ascii == '-')  // 2-1/2 inches, 3.5-billion
        return before == TokenKind::digits && !run.is_sign(at + 2, '/') && !run.is(at + 1, Role::scale);
    if (next.ascii == '/') return !run[at + 2].roles.meets({Role::scale, Role::unit_link});  // 1/2 million
    const bool separates = next.ascii == '.' || next.ascii == ',' || next.ascii == '\'';
    return !separates || run[at + 1].kind != TokenKind::digits || run[at + 1].gap != Gap::none;
}

Numeral numeral_of(Run& run, std::size_t at, const Sense& word) {
    Numeral out;
    out.tokens = 1;
    out.weak = word.role == Role::weak;
    out.span = run[at].span;
    out.mantissa = word.value;
    return out;
}

constexpr RoleSet one_word = {Role::small, Role::digit, Role::weak};
constexpr RoleSet first_words = {Role::small, Role::digit, Role::weak, Role::tail};  // no tail without a ten

/// One word with nothing behind that numerals go on with.
bool is_one_word(Run& run, std::size_t at) {
    const Token& token = run[at];
    return run.language().spaced && token.roles.meets(one_word) &&
           token.roles.common(numeral_roles).within(first_words) && ends_numeral(run, at + 1, token.kind);
}

/// Digits or one word with nothing behind that numerals go on with: most numerals, without a stack of terms.
bool read_short(Run& run, std::size_t at, Numeral& out) {
    if (run[at].kind == TokenKind::digits) {
        out = read_digits(run, at);
        return out.tokens != 0 && ends_numeral(run, at + out.tokens, TokenKind::digits);
    }
    if (!is_one_word(run, at)) return false;
    out = {};
    for (const Role role : {Role::small, Role::digit, Role::weak})
        if (const Sense* word = run.sense(at, role)) return out = numeral_of(run, at, *word), true;
    return true;
}

/// What is remembered in this form, or the short one read now; nullptr where there is neither.
const Numeral* known_numeral(Run& run, std::size_t at, NumeralForm form) {
    if (const Numeral* known = run.remembered(at, form)) return known;
    Numeral numeral;
    if (!read_short(run, at, numeral)) return nullptr;
    return &run.remember(at, NumeralForm::brief, std::move(numeral));
}

/// An ordinal word that no other word of a numeral follows: most ordinals, without a stack of terms.
const Sense* lone_ordinal(Run& run, std::size_t at) {
    const Token& token = run[at];
    const Token& next = run[at + 1];
    if (!run.language().spaced || token.roles.meets(beginnings) || next.may_be(Role::ordinal)) return nullptr;
    const Sense* ordinal = run.sense(at, Role::ordinal);
    const bool small = ordinal != nullptr && ordinal->exponent == 0;
    return small && ends_numeral(run, at + 1, token.kind) ? ordinal : nullptr;
}

const Numeral none;

}  // namespace

std::size_t count_digit_words(Run& run, std::size_t at) {
    if (run.language().spaced) return 0;
    std::size_t count = 0;
    while (run.is(at + count, Role::digit) && (count == 0 || run[at + count].gap == Gap::none)) ++count;
    return count;
}

const Numeral& read_numeral(Run& run, std::size_t at, Mixed mixed) {
    if (const Numeral* brief = run.remembered(at, NumeralForm::brief)) return *brief;
    if (!may_begin(run, at)) return none;
    const Numeral* whole = run.remembered(at, NumeralForm::mixed);
    if (whole != nullptr && (mixed == Mixed::allowed || !whole->mixed)) return *whole;
    const auto form = mixed == Mixed::allowed ? NumeralForm::mixed : NumeralForm::unmixed;
    if (const Numeral* known = known_numeral(run, at, form)) return *known;
    return run.remember(at, form, NumeralReader(run, at).read(mixed));
}

const Numeral& read_cardinal(Run& run, std::size_t at) {
    if (!run[at].roles.meets(beginnings)) return none;
    if (const Numeral* brief = run.remembered(at, NumeralForm::brief)) return *brief;
    if (const Numeral* known = known_numeral(run, at, NumeralForm::cardinal)) return *known;
    return run.remember(at, NumeralForm::cardinal, NumeralReader(run, at).read_cardinal());
}

const Numeral& read_ordinal_numeral(Run& run, std::size_t at) {
    const RoleSet& roles = run[at].roles;
    if (!roles.has(Role::ordinal) && !roles.meets(beginnings)) return none;
    if (const Numeral* known = run.remembered(at, NumeralForm::ordinal)) return *known;
    if (const Sense* ordinal = lone_ordinal(run, at))
        return run.remember(at, NumeralForm::ordinal, numeral_of(run, at, *ordinal));
    return run.remember(at, NumeralForm::ordinal, NumeralReader(run, at).read_ordinal());
}

void set_value(Fact& fact, const Numeral& numeral, Facts& facts) {
    fact.number_offset = static_cast<std::uint16_t>(numeral.span.begin - fact.span.begin);
    fact.number_length = static_cast<std::uint16_t>(numeral.span.size());
    fact.last_digit = numeral.last_digit;
    fact.exponent = numeral.big ? std::int8_t{0} : numeral.exponent;
    fact.scale = numeral.scale;
    fact.payload = numeral.big ? static_cast<std::int64_t>(facts.big.size()) : numeral.mantissa;
    if (numeral.big) {
        facts.big.push_back(numeral.exact);
        fact.flags |= Fact::big;
    }
    if (numeral.decimal_point) fact.flags |= Fact::decimal_point;
}

}  // namespace factlint
