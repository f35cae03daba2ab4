// Scale words of a numeral, and what they multiply: three hundred million · 105千万 · half a million · 500余万.
#include <algorithm>

#include "facts/draft.h"
#include "facts/fold.h"
#include "facts/fraction.h"
#include "facts/numeral_reader.h"

namespace factlint {

bool NumeralReader::take_scale() {
    const Sense* scale = scale_word();
    const bool alone =
        scale != nullptr && (power_of(*scale) <= run_.language().lone_scale || opens_compound());
    return scale != nullptr && !is_counter_of_ordinal() &&
           multiply(*scale, alone && !run_.is(at_, Role::vague));
}

/// milionetrecento, duemiliardomilionetrecento, but no abbreviation: the bn of a name
bool NumeralReader::opens_compound() {
    constexpr std::uint32_t longest_abbreviation = 4;
    const Token& word = run_[at_];
    if (word.inside) return run_.is(at_ - 1, Role::scale);
    return count_ == 0 && run_[at_ + 1].inside && word.span.size() > longest_abbreviation;
}

const Sense* NumeralReader::scale_word() {
    constexpr RoleSet scales = {Role::scale, Role::scale_attached, Role::scale_money};
    if (!run_[at_].roles.meets(scales) || is_minutes()) return nullptr;
    const bool apart = run_.language().compounds && !adjacent(at_);  // it: 45 cent, but duecent-otto
    const bool cents = (digits_ || apart || counts_cents()) && run_.is(at_, Role::currency_minor);
    if (const Sense* scale = cents ? nullptr : run_.sense(at_, Role::scale)) return scale;
    if (count_ == 0) return nullptr;
    if (is_slip())
        return adjacent(at_) && is_counted_or_goes_on() ? run_.sense(at_, Role::scale_attached) : nullptr;
    return digits_ ? letter_scale() : nullptr;
}

/// fr: 10 mn are minutes, where no currency follows
bool NumeralReader::is_minutes() {
    constexpr RoleSet money = {Role::currency, Role::currency_name, Role::currency_symbol};
    return spaced() && run_.is(at_, Role::time_unit) && !run_[at_ + 1].roles.meets(money);
}

/// vingt-cinq cents are cents: no hundreds are counted in tens and units.
bool NumeralReader::counts_cents() const {
    if (count_ == 0 || run_.language().compounds) return false;
    const Term& tens = terms_[count_ > 1 ? count_ - 2 : 0];
    return tens.room == 1 || tens.score;
}

/// 10k, and where the number is all of the text 10 M and 10G
const Sense* NumeralReader::letter_scale() {
    const bool alone = is_alone(run_, first_);
    const Token& next = run_[at_ + 1];
    if (next.kind == TokenKind::digits && next.gap == Gap::none) return nullptr;  // 12B45
    if (!alone && is_letter_of_list()) return nullptr;
    if (run_.is(at_, Role::reference_behind)) return nullptr;  // tr: 3B is 3D
    const Sense* attached = adjacent(at_) || alone ? run_.sense(at_, Role::scale_attached) : nullptr;
    const bool unit = run_.is(at_, Role::unit) || run_.is(at_, Role::unit_symbol);  // 10 m
    return attached == nullptr && alone && !unit ? run_.sense(at_, Role::scale_money) : attached;
}

bool NumeralReader::is_slip() {
    const auto slips = run_.language().slips;
    const std::string_view text = run_.text(run_[at_]);
    return std::any_of(slips.begin(), slips.end(), [&](const Slip& slip) { return slip.written == text; });
}

/// 1b: behind a whole number the letter is one of a list; 1.2b is a number. (Behind a currency it is Role::scale_money.)
bool NumeralReader::is_letter_of_list() { return last_digit_ >= 0 && run_.text(run_[at_]) == "b"; }

/// 3憶円, 3憶5千万: a word that is written by mistake is a scale word only where nothing else can be meant.
bool NumeralReader::is_counted_or_goes_on() {
    constexpr RoleSet behind = {Role::digit,           Role::unit,    Role::counter, Role::currency_name,
                                Role::currency_symbol, Role::currency};
    const Token& next = run_[at_ + 1];
    return next.gap == Gap::none && (next.kind == TokenKind::digits || next.roles.meets(behind));
}

/// 제21조 is article 21, not 21 trillion.
bool NumeralReader::is_counter_of_ordinal() {
    return run_.is(at_, Role::counter) && first_ > 0 && run_.is(first_ - 1, Role::ordinal_prefix);
}

/// `alone`: the scale may stand without a number before it.
bool NumeralReader::multiply(const Sense& scale, bool alone) {
    const int power = power_of(scale);
    const bool decimal_scale = scale.value == 1 || scale.value % 10 == 0;
    std::size_t from = decimal_scale || spaced() ? count_ : 0;
    while (from > barrier_ && (multiplies(from - 1, power) || (!decimal_scale && is_counted(from - 1))))
        --from;
    const bool implicit = from == count_;
    if (implicit ? is_number_alone() : is_word_of_hangul()) return false;
    if (implicit && (!alone || room() <= power)) return give_back(count_ - 1);
    const Amount number = implicit ? Amount::of(1) : sum_from(from);
    Amount product = number.scaled(Amount::of(scale.value, scale.exponent));
    if (from > 0 && !product.below(terms_[from - 1].room)) return give_back(from);
    terms_[from] = {std::move(product), decimal_scale ? power : 0, false, !decimal_scale};
    count_ = from + 1;
    last_digit_ = implicit ? power : last_digit_ + scale.exponent;
    scale_ = power;
    plain_ = weak_ = elliptic_ = false;
    settled_ = count_;
    ++at_;
    return true;
}

/// hundert, mille: a scale word that is a number of its own. مليونا is two of something, but one before "and a half".
bool NumeralReader::is_number_alone() {
    return run_.is(at_, Role::tens) || (run_.is(at_, Role::weak) && !run_.is(at_ + 1, Role::link));
}

/// 공백 is a space, 하나만 "only one", 열만 "only ten": neither zero nor a native number counts a Sino-Korean scale word.
bool NumeralReader::is_word_of_hangul() {
    const Token& number = run_[at_ - 1];
    if (spaced() || count_ != 1 || number.kind == TokenKind::digits) return false;
    if (!is_hangul(run_.text(), run_[at_].span.begin)) return false;
    const Sense* scale = run_.sense(at_, Role::scale);
    if (scale == nullptr || scale->value != 1) return false;  // 다섯 다스
    return number.roles.meets({Role::tail, Role::tens, Role::small}) ||
           (!top().value.big && top().value.mantissa == 0);
}

/// A dozen takes all of a number, back to a link: three hundred two dozen, but hundred and two dozen.
bool NumeralReader::is_counted(std::size_t index) {
    const bool linked =
        index + 1 < count_ && run_[begun_[index + 1].at].roles.meets({Role::link, Role::tens_link});
    return !terms_[index].final && (!linked || run_[begun_[index + 1].at].inside);
}

/// Whether a scale word takes the term: what is smaller, and of the last one also what is not yet multiplied or ends
/// in a smaller scale (105千万).
bool NumeralReader::multiplies(std::size_t index, int power) const {
    const Term& term = terms_[index];
    if (term.final || (!spaced() && power < 4 && term.room > 0)) return false;
    if (term.value.below(power)) return true;
    const bool smaller = term.room < power || (term.room == power && power >= 4);  // 万万
    return index + 1 == count_ && (term.loose || (term.room > 1 && smaller));
}

/// half a million, three quarters million, behind nothing or a larger term
bool NumeralReader::take_fraction_of_scale() {
    if (!spaced()) return false;
    if (is_half_of_scale()) return push(Amount::of(5, -1), 1);
    WordFraction fraction = read_word_fraction(run_, at_);
    if (fraction.tokens == 0) fraction = read_digit_fraction(run_, at_);
    if (fraction.tokens == 0) return false;
    std::size_t next = at_ + fraction.tokens;
    const bool of = is_of(run_, next) || run_[next].may_be(Role::unit_link);
    if (of) ++next;
    if (run_.is(next, Role::article) || run_.is_sign(next, '-')) ++next;
    const Sense* scale = run_.sense(next, Role::scale);
    if (scale == nullptr || (of && power_of(*scale) < 6)) return false;
    const bool mixed = fraction.numerator > fraction.denominator;  // anderthalb
    const bool dozen = scale->value != 1;
    if (power_of(*scale) < 3 && !mixed && !dozen) return false;
    return push(fraction.value(), next - at_);
}

/// साढ़े तीन, पौने दो लाख: a half more than three, a quarter less than two
bool NumeralReader::take_part_before() {
    const Sense* part = run_.sense(at_, Role::part_before);
    if (part == nullptr || run_[at_ + 1].gap == Gap::line) return false;
    const Token& number = run_[at_ + 1];
    const Sense* word = run_.sense(at_ + 1, Role::small);
    if (word == nullptr) word = run_.sense(at_ + 1, Role::weak);
    const bool digits = number.kind == TokenKind::digits && number.digit_count <= 2;
    if (word == nullptr && !digits) return false;
    const std::int64_t whole = word != nullptr ? word->value : static_cast<std::int64_t>(number.value);
    Amount value = Amount::of(whole).plus(Amount::of(part->value, part->exponent));
    if (!push(std::move(value), 2)) return false;
    last_digit_ = part->exponent;
    return true;
}

/// 500余万, 十几: more than that. A word that also stands alone behind numbers ("500多") is context, unless the number
/// goes on.
bool NumeralReader::take_excess() {
    if (excess_ || count_ == 0 || !run_.is(at_, Role::excess)) return false;
    if (top().room == 0 && !digits_) return false;
    constexpr RoleSet goes_on = {Role::scale,   Role::counter,  Role::unit,     Role::time_unit,
                                 Role::percent, Role::age_mark, Role::currency, Role::currency_name};
    const bool inside = run_[at_ + 1].roles.meets(goes_on);
    if (!inside && run_.is(at_, Role::approx_after)) return false;
    excess_ = true;
    ++at_;
    take_scale();
    return true;
}

}  // namespace factlint
