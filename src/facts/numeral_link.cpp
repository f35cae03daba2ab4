// What joins two terms of a numeral: hundred and five · twenty-one · one million, two hundred thousand · 一万零二百.
#include "facts/draft.h"
#include "facts/fraction.h"
#include "facts/numeral_reader.h"

namespace factlint {

bool NumeralReader::take_link() {
    if (closed_ || excess_ || count_ == 0 || (room() == 0 && !joins_scale())) return false;
    if (!(is_link() || is_hyphen() || is_comma()) || fraction_follows()) return false;
    const std::size_t before = at_;
    const std::size_t barrier = barrier_;
    if (run_.is_sign(before, ',')) barrier_ = count_;
    ++at_;
    linked_ = true;
    const bool taken = !run_.is(at_, Role::link) && (take_term() || take_excess());
    linked_ = false;
    if (!taken) at_ = before, barrier_ = barrier;
    return taken;
}

/// The same before a word alone.
bool NumeralReader::take_words_link() {
    if (count_ == 0 || !(is_link() || is_hyphen())) return false;
    ++at_;
    if (take_word()) return true;
    --at_;
    return false;
}

/// The word of "entre vingt et quatre cents" joins the ends of the range: no unit but one and eleven is added with it.
bool NumeralReader::links_tens(std::size_t index) {
    if (!run_.language().links_one || !opens_between(run_, run_[first_].span.begin)) return true;
    const Sense* eleven = run_.sense(index, Role::small);
    return run_.is(index, Role::ordinal) || is_one(index) || (eleven != nullptr && eleven->value == 11);
}

/// hundred and five, vingt et un
bool NumeralReader::is_link() {
    const bool tens =
        ((room() == 1 || (count_ != 0 && top().score)) && links_tens(at_ + 1)) || links_behind_thousand();
    return (run_.is(at_, Role::link) && room() >= 2) || (run_.is(at_, Role::tens_link) && tens) ||
           (run_.is(at_, Role::fraction_and) && links_thousands());
}

/// un milione e duecentomila: thousands behind millions, where the word that joins them joins no smaller terms
bool NumeralReader::links_thousands() {
    constexpr std::size_t most = 5;
    constexpr RoleSet words = {Role::small, Role::weak, Role::digit, Role::tens, Role::scale};
    if (!spaced() || scale_ < 6 || room() < 6) return false;
    for (std::size_t next = at_ + 1; next <= at_ + most; ++next) {
        const Sense* scale = run_.sense(next, Role::scale);
        if (scale != nullptr && power_of(*scale) == 3)
            return next > at_ + 1 && !opens_between(run_, run_[first_].span.begin);
        if (run_[next].kind != TokenKind::digits && !run_[next].roles.meets(words)) return false;
    }
    return false;
}

/// mille et une nuits, dos mil y cuatro docenas, tres millones y doscientos mil
bool NumeralReader::links_behind_thousand() {
    if (room() < 3 || digits_) return false;
    if (room() >= 6) return read_any_fraction(run_, at_ + 1).tokens == 0;
    if (is_one(at_ + 1)) return !run_.is(at_ + 2, Role::scale) && !fraction_follows();
    const Sense* dozen = run_.sense(at_ + 2, Role::scale);
    return dozen != nullptr && dozen->value == 12;
}

/// twenty-one, fifty - two, deux-cent-trois, $3.5-billion
bool NumeralReader::is_hyphen() {
    if (!run_.is_sign(at_, '-')) return false;
    if (digits_) return joins_scale();
    return room() == 1 || (joins() && (room() > 1 || run_.is(at_ + 1, Role::scale)));
}

/// deux-mille; behind digits a whole word only, no letter of a code
bool NumeralReader::joins_scale() {
    constexpr std::uint32_t shortest = 5;
    return run_.is_sign(at_, '-') && joins() && run_.is(at_ + 1, Role::scale) &&
           (!digits_ || (count_ == 1 && run_[at_ + 1].span.size() >= shortest));
}

/// one million, two hundred: only words that have a scale of their own, and not where a comma means decimals, nor the
/// Arabic one
bool NumeralReader::is_comma() {
    if (!spaced() || run_.text(run_[at_]) != "," || run_.language().decimal == ',') return false;
    if (room() < 3 || digits_) return false;
    for (std::size_t next = at_ + 1; next < at_ + 6; ++next)
        if (run_.is(next, Role::scale) || run_.is(next, Role::ordinal)) return next > at_ + 1;
    return false;
}

bool NumeralReader::is_one(std::size_t index) {
    const Sense* word = run_.sense(index, Role::small);
    if (word == nullptr) word = run_.sense(index, Role::weak);
    return word != nullptr && word->value == 1;
}

/// The milésimas of treinta y un milésimas: 31 of them, not 30 and one.
bool NumeralReader::is_thousandth(std::size_t index) {
    const Sense* fraction = run_.sense(index, Role::fraction);
    const Sense* ordinal = run_.sense(index, Role::ordinal);
    return (fraction != nullptr && (fraction->value >= 1000 || fraction->exponent >= 3)) ||
           (ordinal != nullptr && ordinal->exponent >= 3);
}

/// one hundred and three quarters: what follows is a fraction, but not one of a scale (three quarters million)
bool NumeralReader::fraction_follows() {
    if (ordinals_ || !run_.is(at_, Role::fraction_and)) return false;
    const bool joins_units =
        run_.is(at_, Role::tens_link) && !run_.language().links_one;  // treinta y dos quintos
    if (cardinals_ && joins_units && !run_.is(at_ + 1, Role::weak)) return false;
    if (room() >= 1 && is_one(at_ + 1) && is_thousandth(at_ + 2)) return false;  // treinta y un milésimas
    const WordFraction fraction = read_any_fraction(run_, at_ + 1);
    if (fraction.tokens == 0) return false;
    std::size_t next = at_ + 1 + fraction.tokens;
    if (run_.is(next, Role::article)) ++next;
    return cardinals_ || !run_.is(next, Role::scale);
}

}  // namespace factlint
