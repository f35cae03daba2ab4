#include "facts/numeral.h"

#include <algorithm>
#include <array>

#include "facts/amount.h"
#include "facts/fold.h"
#include "facts/fraction.h"

namespace factlint {
namespace {

/// The largest power of ten that the value reaches: 100 → 2.
int power_of(const Sense& scale) {
    int power = scale.exponent;
    for (std::int32_t value = scale.value; value >= 10; value /= 10) ++power;
    return power;
}

/// Zeros at the end: what a word of tens or hundreds leaves room for. 30 → 1, 300 → 2.
int zeros(std::int32_t value) {
    int count = 0;
    for (; value != 0 && value % 10 == 0; value /= 10) ++count;
    return count;
}

/// Reads a numeral from left to right on a stack of terms. A word adds a term where the term below leaves room for it
/// (twenty leaves room for 1..9, a million for less than a million); a scale word multiplies the terms smaller than it.
class Reader {
  public:
    Reader(Run& run, std::size_t at) : run_(run), first_(at), at_(at) {}

    Numeral read(Mixed mixed) {
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

    /// Words alone, no digits and no fraction.
    Numeral read_cardinal() {
        cardinals_ = true;
        while (count_ < max_terms && (take_term() || take_link())) {
        }
        return count_ == 0 ? Numeral{} : result(false);
    }

    /// The same with ordinal words among the terms; ends behind the last of them.
    Numeral read_ordinal() {
        Numeral ordinal;
        ordinals_ = true;
        while (count_ < max_terms && (take_term() || take_inverted_tens() || take_link()))
            if (run_.is(at_ - 1, Role::ordinal)) ordinal = result(false);
        return ordinal;
    }

  private:
    struct Term {
        Amount value;
        int room = 0;        ///< terms behind it must be below 10^room
        bool loose = false;  ///< not yet multiplied: a scale word takes it whatever its size
        bool final = false;  ///< ends in a dozen: nothing multiplies it
        bool score = false;  ///< terms behind it must be below 20
    };
    static constexpr std::size_t max_terms = 12;

    bool spaced() const { return run_.language().spaced; }
    const Term& top() const { return terms_[count_ - 1]; }
    int room() const { return count_ == 0 ? 127 : top().room; }
    bool adjacent(std::size_t index) { return run_[index].gap == Gap::none; }

    /// In scripts without spaces, parts of one numeral stand together; a space is allowed where a scale word shows that
    /// it goes on (7万 5千), and behind such a space also before the last digit (一百 五 十 二).
    bool continues(std::size_t index) {
        if (count_ == 0 || spaced() || run_[index].gap != Gap::space) return true;
        if (run_[index].kind == TokenKind::digits) return true;
        if (run_.is(index, Role::scale) || run_.is(index + 1, Role::scale)) return spread_ = true;
        if (run_.is(index, Role::point)) return run_.is(index + 1, Role::digit);
        if (run_.is(index, Role::weak)) return run_.is(index + 1, Role::ordinal_suffix) || is_last(index);
        return spread_ || run_.is(index + 1, Role::fraction_and) || run_.is(index, Role::small) ||
               run_.is(index, Role::tens);
    }

    bool is_last(std::size_t index) {
        return run_[index + 1].kind != TokenKind::word && !run_.is_joined(index);
    }

    bool take_sign() {
        const bool sign = (run_.is_sign(at_, '-') && adjacent(at_ + 1) && is_digit_token(at_ + 1)) ||
                          (is_minus_word(at_) && run_[at_ + 1].gap != Gap::line);
        if (sign) ++at_;
        return sign;
    }

    /// Not the end of a comparison: au moins 12
    bool is_minus_word(std::size_t index) {
        if (!run_.is(index, Role::minus)) return false;
        const Run::Before whole = run_.before(run_[index].span.end, Role::approx_before);
        return whole.sense == nullptr || whole.span.begin >= run_[index].span.begin;
    }

    bool is_digit_token(std::size_t index) {
        return run_[index].kind == TokenKind::digits || is_decimal_sign(run_, index);
    }

    bool take_term() {
        if (closed_ || !continues(at_)) return false;
        if (cardinals_) return take_scale() || take_word();
        if (ordinals_) return take_ordinal() || take_scale() || take_word();
        return take_digits() || take_vulgar() || take_positional() || take_scale() ||
               take_fraction_of_scale() || take_word() || take_leading_half() || take_vague() || take_point();
    }

    bool push(Amount value, int room, bool loose, std::size_t tokens) {
        if (count_ != 0 && !(top().room > 0 && value.below(top().room))) return false;
        if (count_ != 0 && top().score && !value.below_twenty()) return false;
        begun_[count_] = {linked_ ? at_ - 1 : at_, last_digit_};
        elliptic_ = false;
        terms_[count_++] = {std::move(value), room, loose};
        at_ += tokens;
        plain_ = false;
        return true;
    }

    /// Behind a scale word and a space only what fills its places (2 nghìn 350), has a scale of its own, or is linked.
    bool digits_fit(std::size_t index, const Numeral& digits) {
        if (count_ == 0 || linked_) return true;
        if (!spaced()) return adjacent(index) || run_.is(index + digits.tokens, Role::scale) || fills(digits);
        return run_.is(index + digits.tokens, Role::scale) ||
               (digits.plain && run_[index].digit_count == top().room && run_[index].gap == Gap::space);
    }

    /// 3 万 4,500: as many digits as the scale word leaves room for
    bool fills(const Numeral& digits) const {
        return !digits.big && !digits.decimal_point && Amount::of(digits.mantissa).below(top().room) &&
               !Amount::of(digits.mantissa).below(top().room - 1);
    }

    bool take_digits() {
        const Numeral digits = read_digits(run_, at_);
        if (digits.tokens == 0 || !digits_fit(at_, digits)) return false;
        const bool plain = digits.plain && count_ == 0;
        const bool elliptic = may_be_elliptic() && run_[at_].digit_count == 1 && !digits.decimal_point;
        Amount value = digits.big ? Amount::of(digits.exact) : Amount::of(digits.mantissa, digits.exponent);
        if (!push(std::move(value), 0, true, digits.tokens)) return false;
        plain_ = plain;
        elliptic_ = elliptic;
        digits_ = true;
        decimal_ = decimal_ || digits.decimal_point;
        last_digit_ = digits.last_digit;
        take_exponent();
        take_written_fraction();
        return true;
    }

    /// e10, e+14, behind digits.
    void take_exponent() {
        const Token& e = run_[at_];
        if (e.gap != Gap::none || e.span.size() != 1 || (run_.text(e) != "e" && run_.text(e) != "E")) return;
        const bool minus = run_.is_sign(at_ + 1, '-');
        const std::size_t digits = at_ + (minus || run_.is_sign(at_ + 1, '+') ? 2 : 1);
        const Token& power = run_[digits];
        if (power.kind != TokenKind::digits || power.gap != Gap::none || power.digit_count > 2 ||
            power.value > 60)
            return;
        const int exponent = minus ? -static_cast<int>(power.value) : static_cast<int>(power.value);
        Amount& value = terms_[count_ - 1].value;
        value = value.scaled(Amount::of(1, exponent));
        last_digit_ += exponent;
        plain_ = false;
        at_ = digits + 1;
    }

    /// 10 1/2, 10½
    void take_written_fraction() {
        if (decimal_) return;
        const WrittenFraction fraction = read_written_fraction(run_, at_);
        if (fraction.tokens == 0) return;
        add_fraction(fraction.numerator, fraction.denominator);
        at_ += fraction.tokens;
    }

    void add_fraction(std::int64_t numerator, std::int64_t denominator) {
        Amount& value = terms_[count_ - 1].value;
        value = value.plus(Amount::fraction(numerator, denominator));
        plain_ = false;
    }

    /// ½ with nothing before it
    bool take_vulgar() {
        const Sense* vulgar = count_ == 0 ? run_.sense(at_, Role::vulgar) : nullptr;
        if (vulgar == nullptr) return false;
        return push(Amount::fraction(vulgar->value / 100, vulgar->value % 100), 0, true, 1);
    }

    /// 二〇二五: digits side by side.
    bool take_positional() {
        std::size_t count = count_digit_words(run_, at_);
        if (count > 1 && is_unit(at_ + count - 1)) --count;
        if (count == 0 || (count_ != 0 && is_zero_link(count))) return false;
        if (count == 2 && is_either(at_)) return take_either();
        if (count > most_digit_words || (count == 1 && count_ != 0 && room() > 0 && is_unit(at_)))
            return false;
        std::int64_t value = 0;
        for (std::size_t i = 0; i < count; ++i) value = value * 10 + run_.sense(at_ + i, Role::digit)->value;
        const bool elliptic = count == 1 && may_be_elliptic();
        if (!push(Amount::of(value), 0, true, count)) return false;
        elliptic_ = elliptic;
        last_digit_ = 0;
        return true;
    }

    /// The last 两 of 三千两百两 and of 八两 weighs.
    bool is_unit(std::size_t index) { return run_.is(index, Role::unit) && !run_.is(index + 1, Role::scale); }

    /// 二三十, 十七八: one or the other, so no value at all.
    bool take_either() {
        if (count_ != 0 && (top().room == 0 || linked_)) return false;
        vague_ = true;
        return push(Amount::of(run_.sense(at_, Role::digit)->value), 0, true, 2);
    }

    /// 数十万, 何百: an unknown digit before a scale word
    bool take_vague() {
        if (count_ != 0 || !run_.is(at_, Role::vague) || !run_.is(at_ + 1, Role::scale)) return false;
        vague_ = true;
        return push(Amount::of(1), 0, true, 1);
    }

    /// Whether the digit at `at_` may be the 五 of 三万五, which is 35000.
    bool may_be_elliptic() {
        return run_.language().elliptic_digit && count_ != 0 && !linked_ && top().room >= 2;
    }

    /// 一万二千米 is 12 thousand metres, but the unit 千米 is read first.
    bool scale_begins(std::size_t index) {
        const auto words = run_.language().scale_words;
        const std::string_view text = run_.text(run_[index]);
        return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
    }

    void settle_elliptic_digit() {
        const bool settles = elliptic_ && count_ > 1;  // the digit may have been given back
        elliptic_ = false;
        if (!settles) return;
        const int power = terms_[count_ - 2].room - 1;
        vague_ = vague_ || scale_begins(at_);
        terms_[count_ - 1].value = terms_[count_ - 1].value.scaled(Amount::of(1, power));
        last_digit_ = power;
    }

    /// 500余万, 十几: more than that. A word that also stands alone behind numbers ("500多") is context, unless the number
    /// goes on.
    bool take_excess() {
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

    /// 半年, 半公里: half of the unit behind it
    bool take_leading_half() {
        constexpr RoleSet halved = {Role::time_unit, Role::unit, Role::counter, Role::scale};
        if (count_ != 0 || spaced() || !run_.is(at_, Role::half)) return false;
        if (!run_[at_ + 1].roles.meets(halved) || run_[at_ + 1].gap == Gap::line) return false;
        if (!push(Amount::of(5, -1), 0, true, 1)) return false;
        last_digit_ = -1;
        return weak_ = true;
    }

    /// 二三 is "two or three", not 23; where digits are never written side by side but in years, so is 三五.
    bool is_either(std::size_t index) {
        const std::int32_t first = run_.sense(index, Role::digit)->value;
        const std::int32_t second = run_.sense(index + 1, Role::digit)->value;
        const bool year = run_.is(index + 2, Role::year_mark);
        return first != 0 &&
               (second == first + 1 || (run_.language().elliptic_digit && second != 0 && !year));
    }

    /// The 零 of 一万零二百五十.
    bool is_zero_link(std::size_t digits) {
        return room() > 0 && run_.sense(at_, Role::digit)->value == 0 &&
               (digits > 1 || run_.is(at_ + 1, Role::scale) || run_.is(at_ + 1, Role::excess) ||
                run_[at_ + 1].kind == TokenKind::digits) &&
               run_.is(at_, Role::link);
    }

    const Sense* additive(std::size_t index) {
        if (room() == 1)
            if (const Sense* tail = run_.sense(index, Role::tail)) return tail;
        if (const Sense* small = run_.sense(index, Role::small)) return small;
        if (const Sense* digit = spaced() ? run_.sense(index, Role::digit) : nullptr) return digit;
        return run_.sense(index, Role::weak);
    }

    bool take_word() {
        if (closed_) return false;  // take_scale gave a term back
        if (const Sense* tens = run_.sense(at_, Role::tens)) {
            if (!push_word(Amount::of(tens->value), zeros(tens->value))) return false;
            terms_[count_ - 1].loose = tens->value < 100;
            return true;
        }
        if (const Sense* score = run_.sense(at_, Role::score)) {
            if (!push_word(Amount::of(score->value), 2)) return false;
            return terms_[count_ - 1].score = true;
        }
        const Sense* word = additive(at_);
        if (word == nullptr) return take_article();
        const bool weak = count_ == 0 && word->role == Role::weak;
        if (!push_word(Amount::of(word->value), 0)) return false;
        weak_ = weak;
        return true;
    }

    bool push_word(Amount value, int room) {
        if (!push(std::move(value), room, true, 1)) return false;
        last_digit_ = 0;
        return true;
    }

    /// ein-und-zwanzig: in one word, the tens behind their unit
    bool take_inverted_tens() {
        if (count_ == 0 || !run_.is(at_, Role::link) || !adjacent(at_) || !adjacent(at_ + 1)) return false;
        const Sense* tens = run_.sense(at_ + 1, Role::tens);
        Term& unit = terms_[count_ - 1];
        if (tens == nullptr || tens->value >= 100 || unit.room != 0 || !unit.loose || !unit.value.below(1))
            return false;
        unit.value = unit.value.plus(Amount::of(tens->value));
        at_ += 2;
        weak_ = false;
        return true;
    }

    /// a hundred
    bool take_article() {
        const Sense* article = run_.sense(at_, Role::article);
        if (article == nullptr || count_ != 0 || !run_.is(at_ + 1, Role::scale)) return false;
        return push_word(Amount::of(article->value), 0);
    }

    /// half a million, three quarters million, behind nothing or a larger term
    bool take_fraction_of_scale() {
        if (!spaced()) return false;
        const WordFraction fraction = read_word_fraction(run_, at_);
        if (fraction.tokens == 0) return false;
        std::size_t next = at_ + fraction.tokens;
        if (run_.is(next, Role::article) || run_.is_sign(next, '-')) ++next;
        const Sense* scale = run_.sense(next, Role::scale);
        if (scale == nullptr || power_of(*scale) < 3) return false;
        return push(fraction.value(), 0, true, next - at_);
    }

    const Sense* scale_at(std::size_t index) {
        const bool apart = run_.language().compounds && !adjacent(index);  // it: 45 cent, but duecent-otto
        const bool cents = (digits_ || apart) && run_.is(index, Role::currency_minor);
        if (const Sense* scale = cents ? nullptr : run_.sense(index, Role::scale)) return scale;
        const bool attached = count_ != 0 && digits_ && adjacent(index);
        return attached ? run_.sense(index, Role::scale_attached) : nullptr;
    }

    /// Whether a scale word takes the term: what is smaller, and of the last one also what is not yet multiplied or ends
    /// in a smaller scale (105千万).
    bool multiplies(std::size_t index, int power) const {
        const Term& term = terms_[index];
        if (term.final || (!spaced() && power < 4 && term.room > 0)) return false;
        if (term.value.below(power)) return true;
        const bool smaller = term.room < power || (term.room == power && power >= 4);  // 万万
        return index + 1 == count_ && (term.loose || (term.room > 1 && smaller));
    }

    bool take_scale() {
        const Sense* scale = scale_at(at_);
        return scale != nullptr && !is_counter_of_ordinal() &&
               multiply(*scale, !spaced() && power_of(*scale) <= run_.language().lone_scale);
    }

    /// An ordinal word: a scale (millionth), or a term of its own (third, vigésimo). Where every word of an ordinal is one
    /// ("vigésimo quinto"), none follows a cardinal, save a scale.
    bool take_ordinal() {
        const Sense* ordinal = run_.sense(at_, Role::ordinal);
        if (ordinal == nullptr) return false;
        if (ordinal->exponent >= 2) return multiply(*ordinal, true);
        if (count_ != 0 && run_.language().ordinal_words && !run_.is(at_ - 1, Role::ordinal)) return false;
        return push_word(Amount::of(ordinal->value), zeros(ordinal->value));
    }

    /// `alone`: the scale may stand without a number before it.
    bool multiply(const Sense& word, bool alone) {
        const Sense* scale = &word;
        const int power = power_of(*scale);
        const bool decimal_scale = scale->value == 1 || scale->value % 10 == 0;
        std::size_t from = decimal_scale || spaced() ? count_ : 0;
        while (from > barrier_ && multiplies(from - 1, power)) --from;
        const bool implicit = from == count_;
        if (implicit && run_.is(at_, Role::tens)) return false;  // hundert, mille: a number of its own
        if (implicit && (!alone || room() <= power)) return give_back(count_ - 1);
        Amount sum = implicit ? Amount::of(1) : std::move(terms_[from].value);
        for (std::size_t i = from + 1; i < count_; ++i) sum = sum.plus(terms_[i].value);
        sum = sum.scaled(Amount::of(scale->value, scale->exponent));
        if (from > 0 && !sum.below(terms_[from - 1].room)) return give_back(from);
        terms_[from] = {std::move(sum), decimal_scale ? power : 0, false, !decimal_scale};
        count_ = from + 1;
        last_digit_ = implicit ? power : last_digit_ + scale->exponent;
        scale_ = power;
        plain_ = weak_ = elliptic_ = false;
        settled_ = count_;
        ++at_;
        return true;
    }

    /// The last term was the beginning of another numeral: 3億2億.
    bool give_back(std::size_t from) {
        if (from == 0 || from >= count_ || from < settled_) return false;
        at_ = begun_[from].at;
        count_ = from;
        last_digit_ = begun_[from].last_digit;
        closed_ = true;
        elliptic_ = false;
        return false;
    }

    bool take_link() {
        if (closed_ || excess_ || count_ == 0 || (room() == 0 && !joins_scale(at_))) return false;
        const std::size_t next = at_ + 1;
        const bool linked = is_link(at_) || is_hyphen(at_) || is_comma(at_);
        if (!linked || fraction_follows(next)) return false;
        const std::size_t before = at_;
        const std::size_t barrier = barrier_;
        if (run_.is_sign(before, ',')) barrier_ = count_;
        at_ = next;
        linked_ = true;
        const bool taken = !run_.is(next, Role::link) && (take_term() || take_excess());
        linked_ = false;
        if (!taken) at_ = before, barrier_ = barrier;
        return taken;
    }

    /// one hundred and three quarters: what follows is a fraction, but not one of a scale (three quarters million)
    bool fraction_follows(std::size_t index) {
        if (ordinals_ || !run_.is(at_, Role::fraction_and)) return false;
        if (cardinals_ && run_.is(at_, Role::tens_link) && !run_.is(index, Role::weak)) return false;
        const WordFraction fraction = read_word_fraction(run_, index);
        if (fraction.tokens == 0) return false;
        std::size_t next = index + fraction.tokens;
        if (run_.is(next, Role::article)) ++next;
        return !run_.is(next, Role::scale);
    }

    /// hundred and five, vingt et un
    bool is_link(std::size_t index) {
        const bool tens = room() == 1 || (count_ != 0 && top().score);
        return (run_.is(index, Role::link) && room() >= 2) || (run_.is(index, Role::tens_link) && tens);
    }

    /// twenty-one, fifty - two, deux-cent-trois
    bool is_hyphen(std::size_t index) {
        if (!run_.is_sign(index, '-') || digits_) return false;
        return room() == 1 || joins_scale(index) || (room() > 1 && adjacent(index) && adjacent(index + 1));
    }

    /// deux-mille
    bool joins_scale(std::size_t index) {
        return run_.is_sign(index, '-') && !digits_ && adjacent(index) && adjacent(index + 1) &&
               run_.is(index + 1, Role::scale);
    }

    /// one million, two hundred: only words that have a scale of their own, and not where a comma means decimals
    bool is_comma(std::size_t index) {
        if (!spaced() || !run_.is_sign(index, ',') || run_.language().decimal == ',') return false;
        if (room() < 3 || digits_) return false;
        for (std::size_t next = index + 1; next < index + 6; ++next)
            if (run_.is(next, Role::scale) || run_.is(next, Role::ordinal)) return next > index + 1;
        return false;
    }

    /// two point seven one, 二点五, dos coma veinticinco; digits only where no space is written: 21点2
    bool take_point() {
        if (count_ == 0 || !run_.is(at_, Role::point) || decimal_ || fraction_follows(at_ + 1)) return false;
        if (digits_) return take_point_digits();
        if (clock_behind_point()) return false;
        settle_elliptic_digit();
        Amount value = terms_[count_ - 1].value;
        std::size_t next = at_ + 1;
        int places = 0;
        if (take_point_number(next)) return true;
        for (const Sense* digit = point_digit(next); digit != nullptr && places < 15;
             digit = point_digit(next)) {
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

    /// 三点二十分: where the point is also the mark of the hour, minutes follow it.
    bool clock_behind_point() {
        if (spaced() || !run_.is(at_, Role::hour_mark_weak)) return false;
        const std::size_t digits = count_digit_words(run_, at_ + 1);
        const std::size_t end = at_ + 1 + digits;
        const bool minutes = digits == 2 && run_.sense(at_ + 1, Role::digit)->value == 0;
        return run_.is(end, Role::scale) ? power_of(*run_.sense(end, Role::scale)) == 1
                                         : minutes && run_.is(end, Role::minute_mark);
    }

    /// The decimals as one number from ten on, without scale words: coma mil quinientos
    bool take_point_number(std::size_t next) {
        if (!spaced()) return false;
        Reader decimals(run_, next);
        while (decimals.count_ < max_terms && (decimals.take_word() || decimals.take_words_link())) {
        }
        if (decimals.count_ == 0 || decimals.terms_[0].value.below(1)) return false;
        const Numeral number = decimals.result(false);
        int places = 0;
        for (std::int64_t rest = number.mantissa; rest != 0; rest /= 10) ++places;
        Amount value = terms_[count_ - 1].value.plus(Amount::of(number.mantissa, -places));
        return close_point(std::move(value), next + number.tokens, places);
    }

    bool take_words_link() {
        if (count_ == 0 || !(is_link(at_) || is_hyphen(at_))) return false;
        ++at_;
        if (take_word()) return true;
        --at_;
        return false;
    }

    bool take_point_digits() {
        const Token& digits = run_[at_ + 1];
        if (spaced() || digits.kind != TokenKind::digits || !adjacent(at_) || !adjacent(at_ + 1))
            return false;
        if (digits.digit_count > 15) return false;
        const int places = digits.digit_count;
        const Amount part = Amount::of(static_cast<std::int64_t>(digits.value), -places);
        return close_point(terms_[count_ - 1].value.plus(part), at_ + 2, places);
    }

    bool close_point(Amount value, std::size_t next, int places) {
        terms_[count_ - 1] = {std::move(value), 0, true};
        at_ = next;
        last_digit_ = -places;
        decimal_ = true;
        plain_ = weak_ = false;
        return true;
    }

    const Sense* point_digit(std::size_t index) {
        for (const Role role : {Role::digit, Role::tens, Role::small, Role::weak})
            if (const Sense* sense = run_.sense(index, role); sense != nullptr && sense->value < 100)
                return sense;
        return nullptr;
    }

    /// zweieinhalb Millionen, iki buçuk milyon: half of one, before a scale word
    bool take_half_of_one() {
        if (count_ == 0 || room() != 0 || decimal_) return false;
        const std::size_t at = at_;
        take_half();
        return at_ != at;
    }

    /// ba triệu rưỡi: half of the last scale
    void take_half() {
        if (!spaced() || !run_.is(at_, Role::half)) return;
        last_digit_ = scale_ != 0 ? top().room - 1 : -1;
        terms_[count_ - 1].value = terms_[count_ - 1].value.plus(Amount::of(5, last_digit_));
        weak_ = false;
        ++at_;
    }

    /// five and a quarter, one million and a half, 1と2分の1
    void take_mixed_fraction() {
        if (!run_.is(at_, Role::fraction_and)) return;
        const WordFraction fraction = read_word_fraction(run_, at_ + 1);
        if (fraction.tokens == 0) return;
        Amount part = fraction.value();
        if (scale_ != 0 && top().room >= 6) part = part.scaled(Amount::of(1, top().room));
        terms_[count_ - 1].value = terms_[count_ - 1].value.plus(part);
        terms_[count_ - 1].loose = true;
        at_ += 1 + fraction.tokens;
        plain_ = weak_ = false;
        if (scale_ == 0) take_scale();
    }

    Numeral result(bool negative) {
        Amount sum = std::move(terms_[0].value);
        for (std::size_t i = 1; i < count_; ++i) sum = sum.plus(terms_[i].value);
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
        if (vague_ || is_determiner(out)) out.tokens = 0;
        return out;
    }

    /// 陆 is land, 이 사람 "this person", 사건 an affair: words that are digits only in company. In Hangul this may be a
    /// unit of two syllables or more, the mark of a year or month, or a word behind a space (not for 이).
    bool is_determiner(const Numeral& numeral) {
        if (spaced() || numeral.tokens != 1 || !run_.is(first_, Role::function_word)) return false;
        const Token& next = run_[first_ + 1];
        const bool numerator = first_ > 0 && run_.is(first_ - 1, Role::fraction_reverse);
        if (numerator || next.kind == TokenKind::end || !is_hangul(run_.text(), numeral.span.begin))
            return !numerator && next.kind != TokenKind::end;
        if (!adjacent(first_ + 1)) return run_.is(first_, Role::pronoun_lead);
        if (next.may_be(Role::year_mark) || next.may_be(Role::month_mark)) return false;
        constexpr RoleSet counted = {Role::time_unit,     Role::unit,     Role::percent,
                                     Role::currency_name, Role::age_mark, Role::fraction_reverse,
                                     Role::ordinal_suffix};
        return next.span.size() <= 3 || !next.roles.meets(counted);
    }

    /// 제21조 is article 21, not 21 trillion.
    bool is_counter_of_ordinal() {
        return run_.is(at_, Role::counter) && first_ > 0 && run_.is(first_ - 1, Role::ordinal_prefix);
    }

    /// The state before a term was read.
    struct Begun {
        std::size_t at = 0;
        int last_digit = 0;
    };

    Run& run_;
    std::size_t first_;
    std::size_t at_;
    std::array<Term, max_terms + 1> terms_;
    std::size_t count_ = 0;
    int last_digit_ = 0;
    int scale_ = 0;
    std::array<Begun, max_terms + 1> begun_;
    std::size_t barrier_ = 0;  ///< a scale word takes no terms before the last comma
    std::size_t settled_ = 0;  ///< terms up to here have met their scale word
    bool plain_ = false, digits_ = false, decimal_ = false, weak_ = false;
    bool linked_ = false, closed_ = false, ordinals_ = false, cardinals_ = false, spread_ = false;
    bool elliptic_ = false, excess_ = false, vague_ = false;
};

constexpr RoleSet beginnings = {Role::digit,        Role::small,  Role::tens,  Role::score,   Role::scale,
                                Role::vague,        Role::weak,   Role::minus, Role::article, Role::portion,
                                Role::portion_weak, Role::vulgar, Role::half};

bool may_begin(Run& run, std::size_t at) {
    const Token& token = run[at];
    return token.kind == TokenKind::digits || token.ascii == '-' || is_decimal_sign(run, at) ||
           token.roles.meets(beginnings);
}

constexpr RoleSet numeral_roles = [] {
    RoleSet out;
    for (const RoleInfo& row : role_table)
        if (row.role <= Role::excess) out.add(row.role);
    return out;
}();

/// Whether no numeral goes on with the token at `at`, behind digits or a word.
bool ends_numeral(Run& run, std::size_t at, TokenKind before) {
    const Token& next = run[at];
    if (next.kind == TokenKind::digits || next.roles.meets(numeral_roles)) return false;
    if (next.kind == TokenKind::word) return next.gap != Gap::none || next.span.size() > 1;
    if (next.ascii == '-') return before == TokenKind::digits;
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

/// Digits or one word with nothing behind that numerals go on with: most numerals, without a stack of terms.
bool is_short(Run& run, std::size_t at) {
    const Token& token = run[at];
    if (token.kind == TokenKind::digits)
        return token.digit_count <= 18 && ends_numeral(run, at + 1, token.kind);
    return run.language().spaced && token.roles.meets(one_word) &&
           token.roles.common(numeral_roles).within(one_word) && ends_numeral(run, at + 1, token.kind);
}

Numeral read_short(Run& run, std::size_t at) {
    if (run[at].kind == TokenKind::digits) return read_digits(run, at);
    for (const Role role : {Role::small, Role::digit, Role::weak})
        if (const Sense* word = run.sense(at, role)) return numeral_of(run, at, *word);
    return {};
}

}  // namespace

std::size_t count_digit_words(Run& run, std::size_t at) {
    if (run.language().spaced) return 0;
    std::size_t count = 0;
    while (run.is(at + count, Role::digit) && (count == 0 || run[at + count].gap == Gap::none)) ++count;
    return count;
}

const Numeral& read_numeral(Run& run, std::size_t at, Mixed mixed) {
    static const Numeral none;
    if (!may_begin(run, at)) return none;
    if (const Numeral* known = run.remembered(at, mixed)) return *known;
    return run.remember(at, mixed, is_short(run, at) ? read_short(run, at) : Reader(run, at).read(mixed));
}

Numeral read_cardinal(Run& run, std::size_t at) {
    const bool word = run[at].kind != TokenKind::digits && is_short(run, at);
    return word ? read_short(run, at) : Reader(run, at).read_cardinal();
}
Numeral read_ordinal_numeral(Run& run, std::size_t at) { return Reader(run, at).read_ordinal(); }

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
