// Digits and words as terms of a numeral: 4,500 · 2e10 · 二〇二五 · seventy · quatre-vingts · einundzwanzig · 半.
#include <algorithm>

#include "facts/fraction.h"
#include "facts/numeral.h"
#include "facts/numeral_reader.h"
#include "facts/power.h"

namespace factlint {
namespace {

/// Zeros at the end: what a word of tens or hundreds leaves room for. 30 → 1, 300 → 2.
int zeros(std::int32_t value) {
    int count = 0;
    for (; value != 0 && value % 10 == 0; value /= 10) ++count;
    return count;
}

}  // namespace

bool NumeralReader::take_digits() {
    if (!is_digits(at_)) return false;
    if (run_.is_sign(at_ + 1, '/') && count_ == 0 && take_fraction_of_scale()) return true;  // 1/2 million
    const Numeral digits = read_digits(run_, at_);
    if (digits.tokens == 0 || !digits_fit(digits)) return false;
    if (is_base(digits)) return false;
    const bool plain = digits.plain && count_ == 0;
    const bool elliptic = may_be_elliptic() && run_[at_].digit_count == 1 && !digits.decimal_point;
    Amount value = digits.big ? Amount::of(digits.exact) : Amount::of(digits.mantissa, digits.exponent);
    if (!push(std::move(value), digits.tokens)) return false;
    plain_ = plain;
    elliptic_ = elliptic;
    digits_ = true;
    decimal_ = decimal_ || digits.decimal_point;
    last_digit_ = digits.last_digit;
    take_exponent();
    take_power(digits);
    take_written_fraction();
    return true;
}

/// 2 of 2^32, 10 of 10^100: a power of another base than ten is not computed, nor is one too large.
bool NumeralReader::is_base(const Numeral& digits) {
    const std::size_t behind = at_ + digits.tokens;
    return is_raised(run_, behind) && !(is_ten(digits) && read_exponent(run_, behind).tokens != 0);
}

bool NumeralReader::is_ten(const Numeral& digits) const { return digits.plain && digits.mantissa == 10; }

/// 1.5 × 10⁶, 10^-3
void NumeralReader::take_power(const Numeral& digits) {
    if (!may_be_power(run_[at_])) return;
    PowerOfTen power = read_factor(run_, at_);
    const bool base = power.tokens == 0 && is_ten(digits);
    if (base) power = read_exponent(run_, at_);
    if (power.tokens == 0) return;
    top().value = base ? Amount::of(1, power.exponent) : top().value.scaled(Amount::of(1, power.exponent));
    last_digit_ += base ? std::min(power.exponent, 0) : power.exponent;
    plain_ = false;
    at_ += power.tokens;
}

/// Behind a scale word and a space only what fills its places (2 nghìn 350), has a scale of its own, or is linked.
bool NumeralReader::digits_fit(const Numeral& digits) {
    if (linked_) return digits.big || digits.mantissa != 0;
    if (count_ == 0) return true;
    if (!spaced() && adjacent(at_)) return true;
    if (run_.is(at_ + digits.tokens, Role::scale)) return true;
    if (!spaced()) return fills(digits);
    const bool tenths = run_[at_].digit_count == 1 && may_be_elliptic() && !is_one_of_each(digits.mantissa);
    const bool fits = run_[at_].digit_count == top().room || tenths;
    return digits.plain && fits && run_[at_].gap == Gap::space;
}

/// 3 万 4,500: as many digits as the scale word leaves room for
bool NumeralReader::fills(const Numeral& digits) const {
    return !digits.big && !digits.decimal_point && Amount::of(digits.mantissa).below(top().room) &&
           !Amount::of(digits.mantissa).below(top().room - 1);
}

/// e10, e+14, behind digits.
void NumeralReader::take_exponent() {
    const Token& e = run_[at_];
    if (e.gap != Gap::none || e.span.size() != 1 || (run_.text(e) != "e" && run_.text(e) != "E")) return;
    const bool minus = run_.is_sign(at_ + 1, '-');
    const std::size_t digits = at_ + (minus || run_.is_sign(at_ + 1, '+') ? 2 : 1);
    const Token& power = run_[digits];
    if (power.kind != TokenKind::digits || power.gap != Gap::none || power.digit_count > 2 ||
        power.value > 60)
        return;
    const int exponent = minus ? -static_cast<int>(power.value) : static_cast<int>(power.value);
    top().value = top().value.scaled(Amount::of(1, exponent));
    last_digit_ += exponent;
    plain_ = false;
    at_ = digits + 1;
}

/// 10 1/2, 10½, 2-1/2 inches
void NumeralReader::take_written_fraction() {
    if (decimal_) return;
    const WrittenFraction fraction = read_written_fraction(run_, at_);
    if (fraction.tokens == 0) return;
    top().value = top().value.plus(Amount::fraction(fraction.numerator, fraction.denominator));
    plain_ = false;
    at_ += fraction.tokens;
}

/// ½ with nothing before it
bool NumeralReader::take_vulgar() {
    const Sense* vulgar = count_ == 0 ? run_.sense(at_, Role::vulgar) : nullptr;
    if (vulgar == nullptr) return false;
    return push(Amount::fraction(vulgar->value / 100, vulgar->value % 100), 1);
}

/// 二〇二五: digits side by side.
bool NumeralReader::take_positional() {
    std::size_t count = count_digit_words(run_, at_);
    if (count > 1 && is_unit(at_ + count - 1)) --count;
    if (count == 0 || (count_ != 0 && is_zero_link(count))) return false;
    if (count == 2 && is_either()) return take_either();
    if (count > most_digit_words || (count == 1 && count_ != 0 && room() > 0 && is_unit(at_))) return false;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + run_.sense(at_ + i, Role::digit)->value;
    const bool elliptic = count == 1 && may_be_elliptic();
    if (!push(Amount::of(value), count)) return false;
    elliptic_ = elliptic;
    last_digit_ = 0;
    return true;
}

/// The last 两 of 三千两百两 and of 八两 weighs.
bool NumeralReader::is_unit(std::size_t index) {
    return run_.is(index, Role::unit) && !run_.is(index + 1, Role::scale);
}

/// The 零 of 一万零二百五十.
bool NumeralReader::is_zero_link(std::size_t digits) {
    return room() > 0 && run_.sense(at_, Role::digit)->value == 0 &&
           (digits > 1 || run_.is(at_ + 1, Role::scale) || run_.is(at_ + 1, Role::excess) ||
            run_[at_ + 1].kind == TokenKind::digits) &&
           run_.is(at_, Role::link);
}

/// 二三 is "two or three", not 23; where digits are never written side by side but in years, so is 三五.
bool NumeralReader::is_either() {
    const std::int32_t first = run_.sense(at_, Role::digit)->value;
    const std::int32_t second = run_.sense(at_ + 1, Role::digit)->value;
    const bool whole = run_.is(at_ + 2, Role::year_mark) || run_.is(at_ + 2, Role::tenths);  // 八五折
    return first != 0 && (second == first + 1 || (run_.language().elliptic_digit && second != 0 && !whole));
}

/// 二三十, 十七八: one or the other, so no value at all.
bool NumeralReader::take_either() {
    if (count_ != 0 && (top().room == 0 || linked_)) return false;
    vague_ = true;
    return push(Amount::of(run_.sense(at_, Role::digit)->value), 2);
}

/// 数十万, 何百: an unknown digit before a scale word
bool NumeralReader::take_vague() {
    if (count_ != 0 || !run_.is(at_, Role::vague) || !run_.is(at_ + 1, Role::scale)) return false;
    vague_ = true;
    return push(Amount::of(1), 1);
}

/// Whether the digit at `at_` may be the 五 of 三万五, which is 35000.
bool NumeralReader::may_be_elliptic() {
    return run_.language().elliptic_digit && count_ != 0 && !linked_ && top().room >= 2;
}

/// 2 triệu một tháng are two million a month.
bool NumeralReader::is_one_of_each(std::int64_t digit) {
    return digit == 1 && run_[at_ + 1].roles.meets({Role::time_unit, Role::counter});
}

void NumeralReader::settle_elliptic_digit() {
    const bool settles = elliptic_ && count_ > 1;  // the digit may have been given back
    elliptic_ = false;
    if (!settles) return;
    const int power = terms_[count_ - 2].room - 1;
    vague_ = vague_ || scale_begins();
    top().value = top().value.scaled(Amount::of(1, power));
    last_digit_ = power;
}

/// 一万二千米 is 12 thousand metres, but the unit 千米 is read first.
bool NumeralReader::scale_begins() {
    const auto words = run_.language().scale_words;
    const std::string_view text = run_.text(run_[at_]);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

bool NumeralReader::take_word() {
    constexpr RoleSet words = {Role::tens,  Role::score, Role::tail,    Role::small,
                               Role::digit, Role::weak,  Role::article, Role::part_before};
    if (closed_ || !run_[at_].roles.meets(words)) return false;  // closed: take_scale gave a term back
    if (fraction_begins()) return false;
    if (const Sense* tens = run_.sense(at_, Role::tens)) {
        if (!push_word(tens->value, zeros(tens->value))) return false;
        top().loose = tens->value < 100;
        return true;
    }
    if (const Sense* score = run_.sense(at_, Role::score)) {
        if (!push_word(score->value, 2)) return false;
        return top().score = true;
    }
    const Sense* word = additive();
    if (word == nullptr) return take_article() || take_part_before();
    if (spaced() && may_be_elliptic() && is_one_of_each(word->value)) return false;
    const bool weak = count_ == 0 && word->role == Role::weak;
    const bool elliptic = may_be_elliptic() && word->value > 0 && word->value < 10;  // một trăm hai is 120
    if (!push_word(word->value, 0)) return false;
    weak_ = weak;
    elliptic_ = elliptic;
    return true;
}

/// năm is five and year: behind a ten or a hundred it is a year, unless a scale word or a link makes it five.
bool NumeralReader::is_unit_of_time() {
    return run_.is(at_, Role::time_unit) && count_ != 0 && !linked_ && spaced() &&
           !run_.is(at_ + 1, Role::scale);
}

/// 서른이 is thirty with a particle, 이십세 twenty years of age: only native digits (Role::tail) follow a native ten, and
/// none the Sino-Korean one.
bool NumeralReader::fits_system() {
    if (spaced() || count_ == 0) return true;
    const bool native = run_.is(at_, Role::tail);
    if (run_.is(at_ - 1, Role::tens)) return native;
    const Sense* scale = run_.sense(at_ - 1, Role::scale);
    return !native || scale == nullptr || power_of(*scale) != 1;
}

/// A word that leaves no room behind it: seven, fourteen.
const Sense* NumeralReader::additive() {
    if (is_unit_of_time()) return nullptr;
    if (spaced() ? room() == 1 : room() > 0 && run_.is(at_ - 1, Role::tens))
        if (const Sense* tail = run_.sense(at_, Role::tail)) return tail;
    if (const Sense* small = run_.sense(at_, Role::small)) return small;
    if (const Sense* digit = spaced() ? run_.sense(at_, Role::digit) : nullptr) return digit;
    return fits_system() ? run_.sense(at_, Role::weak) : nullptr;
}

bool NumeralReader::push_word(std::int32_t value, int room) {
    if (!push(Amount::of(value), 1, room)) return false;
    last_digit_ = 0;
    return true;
}

/// a hundred
bool NumeralReader::take_article() {
    const Sense* article = run_.sense(at_, Role::article);
    if (article == nullptr || count_ != 0 || !run_.is(at_ + 1, Role::scale)) return false;
    return push_word(article->value, 0);
}

/// ein-und-zwanzig in one word, خمسة وعشرون: the tens behind their unit
bool NumeralReader::take_inverted_tens() {
    if (count_ == 0 || !run_.is(at_, Role::link)) return false;
    if (!run_.language().inverted_tens && !joins()) return false;
    const Sense* tens = run_.sense(at_ + 1, Role::tens);
    Term& unit = top();
    if (tens == nullptr || tens->value >= 100 || unit.room != 0 || !unit.loose || !unit.value.below(1))
        return false;
    unit.value = unit.value.plus(Amount::of(tens->value));
    at_ += 2;
    weak_ = false;
    return true;
}

/// An ordinal word: a scale (millionth), or a term of its own (third, vigésimo). Where every word of an ordinal is one
/// ("vigésimo quinto"), none follows a cardinal, save a scale.
bool NumeralReader::take_ordinal() {
    const Sense* ordinal = run_.sense(at_, Role::ordinal);
    if (ordinal == nullptr) return false;
    if (ordinal->exponent >= 2) return multiply(*ordinal, true);
    if (count_ != 0 && run_.language().ordinal_words && !run_.is(at_ - 1, Role::ordinal)) return false;
    return push_word(ordinal->value, zeros(ordinal->value));
}

/// 半年, 半公里: half of the unit behind it
bool NumeralReader::take_leading_half() {
    constexpr RoleSet halved = {Role::time_unit, Role::unit, Role::counter, Role::scale};
    if (count_ != 0 || spaced() || !run_.is(at_, Role::half)) return false;
    if (!run_[at_ + 1].roles.meets(halved) || run_[at_ + 1].gap == Gap::line) return false;
    if (!push(Amount::of(5, -1), 1)) return false;
    last_digit_ = -1;
    return weak_ = true;
}

}  // namespace factlint
