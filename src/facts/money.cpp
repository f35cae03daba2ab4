#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "facts/amount.h"
#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/identifier.h"
#include "facts/temporal.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// A currency at token `at`: symbols that several currencies share before exact words, as 元 is one of them.
const Sense* currency_before(Run& run, std::size_t at) {
    for (const Role role :
         {Role::currency_symbol, Role::currency, Role::currency_million, Role::currency_thousand})
        if (const Sense* sense = run.sense(at, role)) return sense;
    return nullptr;
}

/// The same behind a number, where names are written too.
const Sense* currency_behind(Run& run, std::size_t at) {
    const Sense* name = run.sense(at, Role::currency_name);
    return name != nullptr ? name : currency_before(run, at);
}

bool is_ambiguous(const Sense& sense) {
    return sense.role == Role::currency_symbol || sense.role == Role::currency_minor;
}

void take_scale(Numeral& numeral, std::int64_t factor, int exponent) {
    if (numeral.scale != 0 || exponent == 0) return;
    scale_value(numeral, factor, exponent);
    numeral.scale = static_cast<std::uint8_t>(exponent);
}

void set_currency(Draft& draft, const Sense& sense, std::size_t end) {
    draft.fact.kind = Kind::money;
    draft.fact.unit = static_cast<UnitId>(sense.value);
    draft.fact.flags &= static_cast<std::uint8_t>(~Fact::ambiguous);
    if (is_ambiguous(sense)) draft.fact.flags |= Fact::ambiguous;
    if (sense.role == Role::currency_million) take_scale(draft.numeral, 1, 6);
    if (sense.role == Role::currency_thousand) take_scale(draft.numeral, 1, 3);
    draft.end = end;
}

void mark_minor_unit(Draft& draft) {
    const int digits = unit(draft.fact.unit).minor_digits;
    if (draft.numeral.scale == 0 && digits > 0 && draft.numeral.last_digit == -digits)
        draft.fact.flags |= Fact::minor_written;
}

/// Whether a smaller unit of the draft's currency stands at `at`: hundredths are two decimals, tenths one. 0 = none. One
/// word may be that of several currencies (céntimo, centavo).
int decimals_at(Run& run, std::size_t at, const Draft& draft) {
    constexpr std::array decimals = {std::pair{Role::currency_tenth, 1}, std::pair{Role::currency_minor, 2},
                                     std::pair{Role::currency_part, 2}};
    const auto senses = run[at].senses;
    for (const auto& [role, count] : decimals) {
        const auto names = [&, wanted = role](const Sense& sense) {
            return sense.role == wanted && static_cast<UnitId>(sense.value) == draft.fact.unit;
        };
        if (std::any_of(senses.begin(), senses.end(), names)) return count;
    }
    return 0;
}

/// thirteen dollars forty-five, 3 dollars 50, 15 € 50: both in words or both in digits, and nothing counted behind them
bool is_unmarked_minor(Run& run, const Draft& draft, std::size_t at, const Numeral& cents) {
    const bool joined = at == draft.end || !run.is(draft.end, Role::range_and);
    const Token& next = run[at + cents.tokens];
    const Token& digits_behind = run[at + cents.tokens + 1];
    const bool goes_on =
        next.gap == Gap::none && digits_behind.kind == TokenKind::digits && digits_behind.gap == Gap::none;
    const bool digits = run[at].kind == TokenKind::digits && run[at].digit_count == 2;
    const bool tenths = draft.numeral.last_digit == -1;  // two yuan and three jiao five
    const bool sign = run.text(run[draft.end - 1]) == "€";
    const bool apart = run[at].gap == Gap::space || (sign && run[at].gap == Gap::none);  // 15€50
    return run.language().spaced && joined && apart && (digits || cents.mantissa > 9 || tenths) &&
           run[at].kind == run[draft.begin].kind && (tenths || next.kind != TokenKind::word) &&
           next.kind != TokenKind::digits && !goes_on && !counts_something(run, at + cents.tokens) &&
           (run[draft.end - 1].kind == TokenKind::word || sign);
}

/// 两美元又三美分, 两美元和三美分, 三块零五分
bool joins_minor(Run& run, std::size_t at) {
    if (run.is(at, Role::fraction_and)) return true;
    return !run.language().spaced && run[at].roles.meets({Role::range_and, Role::link});
}

/// 3 cents behind 2 dollars, joined by nothing or a word; 三毛五分 behind 五元
void take_minor(Run& run, Draft& draft) {
    if (draft.numeral.big || draft.numeral.decimal_point) return;
    const bool whole = draft.numeral.last_digit == 0 || !run.language().spaced;  // 2万2222円13銭
    if (draft.numeral.scale > 3 && !whole) return;
    const std::size_t at = draft.end + (joins_minor(run, draft.end) ? 1 : 0);
    const Numeral& cents = read_numeral(run, at, Mixed::no);
    if (cents.tokens == 0 || cents.big || cents.mantissa >= 100 || cents.exponent != 0) return;
    const bool elliptic = is_elliptic_tenth(run, at) || is_elliptic_digit(run, at);
    const bool words = is_unmarked_minor(run, draft, at, cents);
    const int tenths = draft.numeral.last_digit < 0 ? 2 : 1;  // 一块二毛五
    const int decimals = elliptic ? tenths : words ? 2 : decimals_at(run, at + cents.tokens, draft);
    if (decimals == 0 || -decimals >= draft.numeral.exponent) return;
    const Amount sum = Amount::of(draft.numeral.mantissa, draft.numeral.exponent)
                           .plus(Amount::of(cents.mantissa, -decimals));
    draft.numeral.mantissa = sum.mantissa;
    draft.numeral.exponent = static_cast<std::int8_t>(sum.exponent);
    draft.numeral.last_digit = static_cast<std::int8_t>(-decimals);
    draft.numeral.span.end = cents.span.end;
    draft.fact.flags |= Fact::minor_written;
    draft.end = at + cents.tokens + (elliptic || words ? 0 : 1);
    if (decimals == 1) take_minor(run, draft);
}

/// 2 pounds 50 pence
bool minor_follows(Run& run, std::size_t at, const Sense& currency) {
    if (run.is(at, Role::fraction_and)) ++at;
    const Numeral& minor = read_numeral(run, at, Mixed::no);
    Draft whole;
    whole.fact.unit = static_cast<UnitId>(currency.value);
    return minor.tokens != 0 && decimals_at(run, at + minor.tokens, whole) != 0;
}

/// 50 Cent: a singer. In the middle of a sentence only some languages write nouns with a capital.
bool is_name(Run& run, std::size_t at) {
    const Span word = run[at].span;
    return run.language().spaced && !run.language().noun_capital && word.size() > 2 &&
           is_capital(run.text(), word.begin) && !is_capital(run.text(), word.begin + 1);
}

bool take_cents(Run& run, Draft& draft, std::size_t at) {
    const Sense* minor = run.sense(at, Role::currency_minor);
    if (minor == nullptr || is_name(run, at)) return false;
    scale_value(draft.numeral, 1, run.is(at, Role::currency_tenth) ? -1 : -2);  // 五毛
    set_currency(draft, *minor, at + 1);
    if (!draft.numeral.decimal_point) draft.fact.flags |= Fact::minor_written;
    return true;
}

/// 75 USD million: the scale stands behind the currency.
void take_scale_behind(Run& run, Draft& draft) {
    const Sense* scale = run.language().spaced ? run.sense(draft.end, Role::scale) : nullptr;
    if (scale == nullptr || scale->exponent < 3 || !follows(run, draft.end)) return;
    if (draft.numeral.scale != 0) return;
    take_scale(draft.numeral, scale->value, scale->exponent);
    ++draft.end;
}

/// $5m: behind a currency, m is million.
void take_money_scale(Run& run, Draft& draft) {
    const Sense* scale = run.sense(draft.end, Role::scale_money);
    if (scale == nullptr || draft.numeral.scale != 0 || run[draft.end].gap == Gap::line) return;
    take_scale(draft.numeral, scale->value, scale->exponent);
    draft.numeral.span.end = run[draft.end].span.end;
    ++draft.end;
}

/// The USD of "3 USD50 cards" is that of what they are worth.
bool opens_amount(Run& run, std::size_t at) {
    const Token& digits = run[at + 1];
    return run[at].gap == Gap::space && digits.kind == TokenKind::digits && digits.gap == Gap::none;
}

/// 5m euros: before a currency as well.
void take_scale_between(Run& run, Draft& draft) {
    const std::size_t next = draft.end + 1;
    const bool currency = run.is(draft.end, Role::scale_money) && follows(run, next) &&
                          !opens_amount(run, next) && currency_behind(run, next) != nullptr;
    if (currency) take_money_scale(run, draft);
}

/// The 元 of 单元501: one character that ends another word.
bool ends_han_word(Run& run, std::size_t at) {
    const std::uint32_t begin = run[at].span.begin;
    return !run.language().spaced && begin != 0 && is_han(decode(run.text(), begin).code_point) &&
           run[at].span.size() == decode(run.text(), begin).size &&
           is_han(decode_before(run.text(), begin).code_point);
}

/// The dollar of "New Zealand dollar 50": the last word of a name.
bool is_part_of_name(Run& run, std::size_t at) {
    constexpr int most_words = 3;
    constexpr std::uint32_t longest = 64;
    const std::string_view text = run.text();
    const Span word = run[at].span;
    std::uint32_t begin = word.begin;
    for (int i = 0; i < most_words && begin > 0 && text[begin - 1] == ' '; ++i) {
        for (--begin; begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n';)
            if (word.begin - --begin > longest) return false;
        if (begin + run.language().lexicon.longest(text, begin).length == word.end) return true;
    }
    return false;
}

/// 五块蛋糕: the word counts pieces of the noun that goes on behind it, as nobody writes of so few yuan.
bool counts_pieces(Run& run, const Draft& draft, std::size_t at) {
    constexpr RoleSet money = {Role::digit, Role::half, Role::currency_tenth, Role::excess};
    return !run.language().spaced && run.is(at, Role::counter) && !ends_phrase(run, at) &&
           draft.numeral.exponent == 0 && draft.numeral.mantissa < 10 && !run[at + 1].roles.meets(money);
}

}  // namespace

/// won, bảng: behind a numeral of one word, a currency that is a word of the sentence as well, or the name of what has
/// numbers (a table). The latter is money behind digits.
bool is_other_word(Run& run, const Draft& draft, std::size_t at) {
    if (draft.numeral.tokens != 1) return false;
    const bool words = run[draft.begin].kind == TokenKind::word;
    return run.is(at, Role::function_word) || (words && run.is(at, Role::reference));
}

/// A word that is a currency and a unit of measure (pounds) is money in millions only.
bool take_money(Run& run, Draft& draft) {
    take_scale_between(run, draft);
    const std::size_t at = unit_place(run, draft);
    if (!follows(run, at)) return false;
    if (run[at].inside && run.is(at, Role::ordinal)) return false;  // duecentesimi
    const Sense* currency = opens_amount(run, at) ? nullptr : currency_behind(run, at);
    if (currency != nullptr && run.is(at, Role::unit) &&
        draft.numeral.scale < (run.language().spaced ? 6 : 4) && !minor_follows(run, at + 1, *currency))
        return false;
    if (currency != nullptr && is_other_word(run, draft, at)) return false;
    if (currency == nullptr) return take_cents(run, draft, at);
    if (counts_pieces(run, draft, at)) return false;
    set_currency(draft, *currency, at + 1);
    take_one_behind(run, draft);
    take_scale_behind(run, draft);
    mark_minor_unit(draft);
    take_minor(run, draft);
    take_joined_part(run, draft);
    if (run.language().spaced) take_half_behind(run, draft);
    return true;
}

std::size_t read_money_end(Run& run, std::size_t at, Facts& out) {
    Draft draft;
    draft.begin = at;
    draft.numeral = read_numeral(run, at);
    draft.end = at + draft.numeral.tokens;
    if (draft.numeral.tokens == 0 || !run.is(draft.end, Role::scale_money)) return 0;
    take_money_scale(run, draft);
    return append_draft(run, draft, out);
}

std::size_t read_prefixed_money(Run& run, std::size_t at, Facts& out) {
    const Sense* prefix = currency_before(run, at);
    if (prefix == nullptr || run[at + 1].gap == Gap::line || is_part_of_name(run, at)) return 0;
    if (ends_han_word(run, at) || is_cell_row(run.text(), run[at].span.end)) return 0;
    Draft draft;
    draft.begin = at;
    draft.numeral = read_numeral(run, at + 1);
    if (draft.numeral.tokens == 0 || draft.numeral.weak) return 0;
    set_currency(draft, *prefix, at + 1 + draft.numeral.tokens);
    take_money_scale(run, draft);
    const Sense* again = follows(run, draft.end) ? currency_behind(run, draft.end) : nullptr;
    const bool shared = again != nullptr && run.is(draft.end, Role::currency_symbol);
    if (again != nullptr && (shared || again->value == prefix->value || is_ambiguous(*prefix)))
        set_currency(draft, shared || is_ambiguous(*again) ? *prefix : *again, draft.end + 1);
    mark_minor_unit(draft);
    return append_draft(run, draft, out);
}

}  // namespace factlint
