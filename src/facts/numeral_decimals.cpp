// Decimals, halves and fractions behind a term: two point seven · 二点五 · zweieinhalb · five and a quarter.
#include <algorithm>
#include <array>

#include "facts/fraction.h"
#include "facts/numeral.h"
#include "facts/numeral_reader.h"

namespace factlint {
/// two point seven one, 二点五, dos coma veinticinco; digits only where no space is written: 21点2
bool NumeralReader::take_point() {
    if (count_ == 0 || !run_.is(at_, Role::point) || decimal_ || fraction_follows()) return false;
    if (digits_) return take_point_digits();
    if (clock_behind_point()) return false;
    settle_elliptic_digit();
    return take_point_number() || take_point_words();
}

/// 三点二十分: where the point is also the mark of the hour, minutes follow it.
bool NumeralReader::clock_behind_point() {
    if (spaced() || !run_.is(at_, Role::hour_mark_weak)) return false;
    const std::size_t digits = count_digit_words(run_, at_ + 1);
    const std::size_t end = at_ + 1 + digits;
    const bool minutes = digits == 2 && run_.sense(at_ + 1, Role::digit)->value == 0;
    const Sense* scale = run_.sense(end, Role::scale);
    return scale != nullptr ? power_of(*scale) == 1 : minutes && run_.is(end, Role::minute_mark);
}

bool NumeralReader::take_point_digits() {
    const Token& digits = run_[at_ + 1];
    if (spaced() || digits.kind != TokenKind::digits || !joins() || digits.digit_count > 15) return false;
    const int places = digits.digit_count;
    const Amount part = Amount::of(static_cast<std::int64_t>(digits.value), -places);
    return close_point(top().value.plus(part), at_ + 2, places);
}

/// The decimals as one number from ten on, without scale words: coma mil quinientos
bool NumeralReader::take_point_number() {
    if (!spaced()) return false;
    NumeralReader decimals(run_, at_ + 1);
    while (decimals.count_ < max_terms &&
           (decimals.take_word() || decimals.take_inverted_tens() || decimals.take_words_link())) {
    }
    if (decimals.count_ == 0 || decimals.terms_[0].value.below(1)) return false;
    const Numeral number = decimals.result(false);
    int places = 0;
    for (std::int64_t rest = number.mantissa; rest != 0; rest /= 10) ++places;
    Amount value = top().value.plus(Amount::of(number.mantissa, -places));
    return close_point(std::move(value), at_ + 1 + number.tokens, places);
}

/// Word by word: seven one, twenty-five seven
bool NumeralReader::take_point_words() {
    Amount value = top().value;
    std::size_t next = at_ + 1;
    int places = 0;
    for (const Sense* digit = point_digit(next); digit != nullptr && places < 15; digit = point_digit(next)) {
        const bool tens = digit->role == Role::tens;
        places += tens ? 2 : 1;
        value = value.plus(Amount::of(digit->value, -places));
        next += tens && run_.is_sign(next + 1, '-') ? 2 : 1;
        const Sense* unit = tens ? point_digit(next) : nullptr;
        if (unit == nullptr || unit->value > 9) continue;
        value = value.plus(Amount::of(unit->value, -places));
        ++next;
    }
    return places != 0 && close_point(std::move(value), next, places);
}

const Sense* NumeralReader::point_digit(std::size_t index) {
    for (const Role role : {Role::digit, Role::tens, Role::small, Role::weak})
        if (const Sense* sense = run_.sense(index, role); sense != nullptr && sense->value < 100)
            return sense;
    return nullptr;
}

bool NumeralReader::close_point(Amount value, std::size_t next, int places) {
    top() = {std::move(value), 0, true};
    at_ = next;
    last_digit_ = -places;
    decimal_ = true;
    plain_ = weak_ = false;
    return true;
}

/// un milliard et demi million: half of the scale behind it
bool NumeralReader::is_half_of_scale() {
    const Sense* scale = run_.is(at_, Role::half) ? run_.sense(at_ + 1, Role::scale) : nullptr;
    return scale != nullptr && scale_ > power_of(*scale) && power_of(*scale) >= 3;
}

/// ba triệu rưỡi: half of the last scale; iki yüz otuz buçuk: half of one behind a word that is none
bool NumeralReader::take_half() {
    if (!spaced() || !run_.is(at_, Role::half) || is_half_of_scale()) return false;
    last_digit_ = scale_ != 0 && !top().loose ? top().room - 1 : -1;
    top().value = top().value.plus(Amount::of(5, last_digit_));
    weak_ = false;
    ++at_;
    return true;
}

/// zweidreiviertel, fünfeinviertel: quarters written onto their whole
bool NumeralReader::take_joined_quarters() {
    const Sense* part = run_[at_].inside ? run_.sense(at_, Role::portion) : nullptr;
    if (part == nullptr || part->exponent != -2 || part->value >= 100) return false;
    top().value = top().value.plus(Amount::of(part->value, -2));
    last_digit_ = -2;
    decimal_ = true;
    weak_ = false;
    ++at_;
    return true;
}

/// zweieinhalb Millionen, iki buçuk milyon: part of one, before a scale word
bool NumeralReader::take_half_of_one() {
    return count_ != 0 && top().room == 0 && !decimal_ && (take_half() || take_joined_quarters());
}

namespace {

/// 1/2, 3/4: one of those that are measured with. Days of two months are written alike, where a word leads to a day.
WordFraction read_common_fraction(Run& run, std::size_t at) {
    constexpr std::array<std::int64_t, 6> common = {2, 3, 4, 5, 8, 16};
    const WordFraction fraction = read_digit_fraction(run, at);
    const bool known = std::find(common.begin(), common.end(), fraction.denominator) != common.end();
    const bool day = run.before(run[0].span.begin, Role::day_lead).sense != nullptr;
    return known && !day && fraction.numerator < fraction.denominator ? fraction : WordFraction{};
}

/// ثلاثة وثلث: a word for a third; behind "and" no sign stands (½).
WordFraction read_vulgar_word(Run& run, std::size_t at) {
    const Sense* vulgar = run[at].kind == TokenKind::word ? run.sense(at, Role::vulgar) : nullptr;
    WordFraction fraction;
    if (vulgar == nullptr) return fraction;
    fraction.tokens = 1;
    fraction.numerator = vulgar->value / 100;
    fraction.denominator = vulgar->value % 100;
    return fraction;
}

}  // namespace

/// five and a quarter, 5 and 1/2 miles, one million and a half, 1と2分の1
void NumeralReader::take_mixed_fraction() {
    const bool apposed = fraction_begins();
    if (!apposed && !run_.is(at_, Role::fraction_and)) return;
    const std::size_t begin = apposed ? at_ : at_ + 1;
    WordFraction fraction = read_any_fraction(run_, begin);
    if (fraction.tokens == 0) fraction = read_counted_fraction(run_, begin);
    if (fraction.tokens == 0) fraction = read_common_fraction(run_, begin);
    if (fraction.tokens == 0) fraction = read_vulgar_word(run_, begin);
    if (fraction.tokens == 0) return;
    if (scale_ != 0 && run_.is(begin + fraction.tokens, Role::scale))
        return;  // a million, and a quarter million
    Amount part = fraction.value();
    if (top().room >= 6) part = part.scaled(Amount::of(1, top().room));
    top().value = top().value.plus(part);
    mixed_ = true;
    top().loose = true;
    at_ = begin + fraction.tokens;
    plain_ = weak_ = false;
    if (scale_ == 0) take_scale();
}

/// zwanzig drei Fünftel: where numerals are one word, another word behind one is the numerator of a fraction.
bool NumeralReader::fraction_begins() {
    const LanguageData& language = run_.language();
    if (!language.compounds || language.ordinal_words)
        return false;  // es: tres quintos of doscientos tres quintos
    if (count_ == 0 || linked_ || ordinals_ || digits_ || decimal_) return false;
    if (run_[at_].inside || run_[at_].gap != Gap::space || run_[at_ + 1].gap != Gap::space) return false;
    const Sense* denominator = run_.sense(at_ + 1, Role::fraction);
    const Sense* numerator = run_.sense(at_, Role::small);
    if (numerator == nullptr) numerator = run_.sense(at_, Role::weak);
    return denominator != nullptr && numerator != nullptr && numerator->value < denominator->value;
}

}  // namespace factlint
