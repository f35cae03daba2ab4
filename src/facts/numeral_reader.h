// NumeralReader: the terms of one numeral, read from left to right. Internal to facts/numeral.h.
//
// Its members stand by idea: numeral_reader.cpp the reading and its result, numeral_terms.cpp digits and words as terms,
// numeral_scale.cpp scale words, numeral_link.cpp what joins two terms, numeral_decimals.cpp decimals, halves, fractions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "facts/amount.h"
#include "facts/numeral_value.h"
#include "facts/token.h"

namespace factlint {

/// The largest power of ten that the value reaches: 100 → 2.
constexpr int power_of(const Sense& scale) {
    int power = scale.exponent;
    for (std::int32_t value = scale.value; value >= 10; value /= 10) ++power;
    return power;
}

/// Whether a number in digits, with sign, scale and fraction, is all of the text from token `at` on, as in the cell of a
/// table: there "- 5" is no item of a list, and "10 M" no name.
bool is_alone(Run& run, std::size_t at);

/// Reads a numeral on a stack of terms. A word adds a term where the term below leaves room for it (twenty leaves room
/// for 1..9, a million for less than a million); a scale word multiplies the terms smaller than it.
///
/// One reader reads one numeral, from token `at` of the run on. `take_…` reads what it is named for at the next token and
/// moves behind it; false, and nothing moved, where that is not there. `is_…` and the like only look.
class NumeralReader {
  public:
    NumeralReader(Run& run, std::size_t at) : run_(run), first_(at), at_(at) {}

    Numeral read(Mixed mixed);
    /// Words alone, no digits and no fraction.
    Numeral read_cardinal();
    /// The same with ordinal words among the terms; ends behind the last of them.
    Numeral read_ordinal();

  private:
    struct Term {
        Amount value;
        int room = 0;        ///< terms behind it must be below 10^room
        bool loose = false;  ///< not yet multiplied: a scale word takes it whatever its size
        bool final = false;  ///< ends in a dozen: nothing multiplies it
        bool score = false;  ///< terms behind it must be below 20
    };
    /// The state before a term was read.
    struct Begun {
        std::size_t at = 0;
        int last_digit = 0;
    };
    static constexpr std::size_t max_terms = 12;

    bool spaced() const { return run_.language().spaced; }
    Term& top() { return terms_[count_ - 1]; }
    const Term& top() const { return terms_[count_ - 1]; }
    int room() const { return count_ == 0 ? 127 : top().room; }
    bool adjacent(std::size_t index) { return run_[index].gap == Gap::none; }
    /// Whether the next token joins its neighbours without a gap.
    bool joins() { return adjacent(at_) && adjacent(at_ + 1); }

    // The reading.
    bool take_sign();
    bool is_minus_word();
    bool is_digits(std::size_t index);
    bool take_term();
    bool continues() {
        return count_ == 0 || spaced() || run_[at_].gap != Gap::space || continues_behind_space();
    }
    bool continues_behind_space();
    bool is_last();
    bool push(Amount&& value, std::size_t tokens, int room = 0);
    bool give_back(std::size_t from);
    Amount sum_from(std::size_t from) const;
    Numeral result(bool negative);
    bool is_determiner(const Numeral& numeral);

    // Digits and words as terms.
    bool take_digits();
    bool digits_fit(const Numeral& digits);
    bool fills(const Numeral& digits) const;
    void take_exponent();
    bool is_base(const Numeral& digits);
    bool is_ten(const Numeral& digits) const;
    void take_power(const Numeral& digits);
    void take_written_fraction();
    bool take_vulgar();
    bool take_positional();
    bool is_unit(std::size_t index);
    bool is_zero_link(std::size_t digits);
    bool is_either();
    bool take_either();
    bool take_vague();
    bool may_be_elliptic();
    bool is_one_of_each(std::int64_t digit);
    void settle_elliptic_digit();
    bool scale_begins();
    bool take_word();
    bool is_unit_of_time();
    const Sense* additive();
    bool fits_system();
    bool push_word(std::int32_t value, int room);
    bool take_article();
    bool take_inverted_tens();
    bool take_ordinal();
    bool take_leading_half();

    // Scale words, and what they multiply.
    bool take_scale();
    bool opens_compound();
    const Sense* scale_word();
    bool is_minutes();
    bool counts_cents() const;
    const Sense* letter_scale();
    bool is_letter_of_list();
    bool is_slip();
    bool is_counted_or_goes_on();
    bool is_counter_of_ordinal();
    bool multiply(const Sense& scale, bool alone);
    bool is_number_alone();
    bool is_word_of_hangul();
    bool multiplies(std::size_t index, int power) const;
    bool is_counted(std::size_t index);
    bool take_fraction_of_scale();
    bool take_part_before();
    bool take_excess();

    // What joins two terms.
    bool take_link();
    bool take_words_link();
    bool links_tens(std::size_t index);
    bool is_link();
    bool links_behind_thousand();
    bool links_thousands();
    bool is_hyphen();
    bool joins_scale();
    bool is_comma();
    bool fraction_follows();
    bool is_one(std::size_t index);
    bool is_thousandth(std::size_t index);

    // Decimals, halves and fractions behind a term.
    bool take_point();
    bool clock_behind_point();
    bool take_point_digits();
    bool take_point_number();
    bool take_point_words();
    const Sense* point_digit(std::size_t index);
    bool close_point(Amount value, std::size_t next, int places);
    bool is_half_of_scale();
    bool take_half();
    bool take_joined_quarters();
    bool take_half_of_one();
    void take_mixed_fraction();
    bool fraction_begins();

    Run& run_;
    std::size_t first_;
    std::size_t at_;  ///< the next token
    std::array<Term, max_terms + 1> terms_;
    std::size_t count_ = 0;
    int last_digit_ = 0;
    int scale_ = 0;
    std::array<Begun, max_terms + 1> begun_;
    std::size_t barrier_ = 0;  ///< a scale word takes no terms before the last comma
    std::size_t settled_ = 0;  ///< terms up to here have met their scale word
    bool plain_ = false, digits_ = false, decimal_ = false, weak_ = false;
    bool linked_ = false, closed_ = false, ordinals_ = false, cardinals_ = false, spread_ = false;
    bool elliptic_ = false, excess_ = false, vague_ = false, mixed_ = false;
};

}  // namespace factlint
