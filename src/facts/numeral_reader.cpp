#include "facts/numeral_reader.h"

#include <algorithm>

#include "facts/fold.h"
#include "facts/numeral.h"

namespace factlint {

/// A bounded look at what stands around.
bool is_alone(Run& run, std::size_t at) {
    constexpr RoleSet parts = {Role::scale, Role::scale_attached, Role::scale_money, Role::percent,
                               Role::minus};
    constexpr std::string_view signs = ".,/-+";
    constexpr std::size_t most = 8;
    constexpr std::uint32_t most_space = 64;
    if (run[at].span.begin > most_space || run.text().find_first_not_of(" \t\r\n") != run[at].span.begin)
        return false;
    for (std::size_t next = at; next < at + most; ++next) {
        const Token& token = run[next];
        if (token.kind == TokenKind::end) return true;
        const bool sign = token.ascii != 0 && signs.find(token.ascii) != signs.npos;
        if (token.kind != TokenKind::digits && !sign && !token.roles.meets(parts)) return false;
    }
    return false;
}

Numeral NumeralReader::read(Mixed mixed) {
    const bool negative = take_sign();
    while (count_ < max_terms &&
           (take_term() || take_inverted_tens() || take_half_of_one() || take_link() || take_excess())) {
    }
    if (count_ == 0) return {};
    settle_elliptic_digit();
    take_half();
    if (mixed == Mixed::allowed) take_mixed_fraction();
    return result(negative);
}

Numeral NumeralReader::read_cardinal() {
    cardinals_ = true;
    while (count_ < max_terms && (take_term() || take_inverted_tens() || take_link())) {
    }
    return count_ == 0 ? Numeral{} : result(false);
}

Numeral NumeralReader::read_ordinal() {
    Numeral ordinal;
    ordinals_ = true;
    while (count_ < max_terms && (take_term() || take_inverted_tens() || take_link()))
        if (run_.is(at_ - 1, Role::ordinal)) ordinal = result(false);
    return ordinal;
}

bool NumeralReader::take_sign() {
    const bool hyphen = run_.is_sign(at_, '-') && is_digits(at_ + 1);
    const bool sign = (hyphen && (adjacent(at_ + 1) || is_alone(run_, at_))) ||
                      (is_minus_word() && run_[at_ + 1].gap != Gap::line);
    if (sign) ++at_;
    return sign;
}

/// Not the end of a comparison: au moins 12
bool NumeralReader::is_minus_word() {
    if (!run_.is(at_, Role::minus)) return false;
    const Run::Before whole = run_.before(run_[at_].span.end, Role::approx_before);
    return whole.sense == nullptr || whole.span.begin >= run_[at_].span.begin;
}

bool NumeralReader::is_digits(std::size_t index) {
    return run_[index].kind == TokenKind::digits || is_decimal_sign(run_, index);
}

bool NumeralReader::take_term() {
    if (closed_ || !continues()) return false;
    if (cardinals_) return take_scale() || take_word();
    if (ordinals_) return take_ordinal() || take_scale() || take_word();
    return take_digits() || take_vulgar() || take_positional() || take_scale() || take_fraction_of_scale() ||
           take_word() || take_leading_half() || take_vague() || take_point();
}

/// In scripts without spaces, parts of one numeral stand together; a space is allowed where a scale word shows that
/// it goes on (7万 5千), and behind such a space also before the last digit (一百 五 十 二).
bool NumeralReader::continues_behind_space() {
    if (run_[at_].kind == TokenKind::digits) return true;
    if (ordinals_ && run_.is(at_, Role::ordinal)) return true;  // 이만 셋째
    if (run_.is(at_ + 1, Role::ordinal_suffix)) return true;    // 사만 세 번째
    if (run_.is(at_, Role::scale) || run_.is(at_ + 1, Role::scale)) return spread_ = true;
    if (run_.is(at_, Role::scale_attached)) return is_alone(run_, first_);  // -2.5 M
    if (run_.is(at_, Role::point)) return run_.is(at_ + 1, Role::digit);
    if (run_.is(at_, Role::weak) && run_.is(at_, Role::age_mark)) return false;  // 이십 세
    if (run_.is(at_, Role::weak)) return run_.is(at_ + 1, Role::ordinal_suffix) || is_last();
    return spread_ || run_.is(at_ + 1, Role::fraction_and) || run_.is(at_, Role::small) ||
           run_.is(at_, Role::tens);
}

bool NumeralReader::is_last() { return run_[at_ + 1].kind != TokenKind::word && !run_.is_joined(at_); }

/// Adds a term that takes `tokens`, where the term below leaves room for it.
bool NumeralReader::push(Amount&& value, std::size_t tokens, int room) {
    if (count_ != 0 && !(top().room > 0 && value.below(top().room))) return false;
    if (count_ != 0 && top().score && !value.below_twenty()) return false;
    begun_[count_] = {linked_ ? at_ - 1 : at_, last_digit_};
    elliptic_ = false;
    terms_[count_++] = {std::move(value), room, true};
    at_ += tokens;
    plain_ = false;
    return true;
}

/// The last term was the beginning of another numeral: 3億2億.
bool NumeralReader::give_back(std::size_t from) {
    if (from == 0 || from >= count_ || from < settled_) return false;
    at_ = begun_[from].at;
    count_ = from;
    last_digit_ = begun_[from].last_digit;
    closed_ = true;
    elliptic_ = false;
    return false;
}

Amount NumeralReader::sum_from(std::size_t from) const {
    Amount sum = terms_[from].value;
    for (std::size_t i = from + 1; i < count_; ++i) sum = sum.plus(terms_[i].value);
    return sum;
}

Numeral NumeralReader::result(bool negative) {
    Amount sum = sum_from(0);
    if (negative) sum = sum.negated();
    Numeral out;
    out.tokens = static_cast<std::uint8_t>(at_ - first_);
    out.span = {run_[first_].span.begin, run_[at_ - 1].span.end};
    out.big = sum.big || sum.exponent > 120 || sum.exponent < -120;
    if (out.big)
        out.exact = sum.number();
    else
        out.mantissa = sum.mantissa, out.exponent = static_cast<std::int8_t>(sum.exponent);
    out.last_digit = static_cast<std::int8_t>(std::clamp(last_digit_, -127, 127));
    out.decimal_point = decimal_;
    out.plain = plain_ && !negative;
    out.scale = static_cast<std::uint8_t>(scale_);
    out.weak = weak_ && out.tokens == 1;
    out.negative = negative;
    out.excess = excess_;
    out.mixed = mixed_;
    if (vague_ || is_determiner(out)) out.tokens = 0;
    return out;
}

/// 陆 is land, 이 사람 "this person", 사건 an affair: words that are digits only in company. In Hangul this may be a
/// unit of two syllables or more, the mark of a year or month, or a word behind a space (not for 이).
bool NumeralReader::is_determiner(const Numeral& numeral) {
    if (spaced() || numeral.tokens != 1 || !run_.is(first_, Role::function_word)) return false;
    const Token& next = run_[first_ + 1];
    const bool numerator =
        first_ > 0 && run_[first_ - 1].roles.meets({Role::fraction_reverse, Role::ratio_whole});
    if (numerator || next.kind == TokenKind::end || !is_hangul(run_.text(), numeral.span.begin))
        return !numerator && next.kind != TokenKind::end;
    if (!adjacent(first_ + 1)) return run_.is(first_, Role::pronoun_lead);
    if (next.may_be(Role::year_mark) || next.may_be(Role::month_mark)) return false;
    constexpr RoleSet counted = {Role::time_unit,     Role::unit,     Role::percent,
                                 Role::currency_name, Role::age_mark, Role::fraction_reverse,
                                 Role::ordinal_suffix};
    return next.span.size() <= 3 || !next.roles.meets(counted);
}

}  // namespace factlint
