// Fractions: in digits (3/4, ¾), in words (two thirds, a quarter) and with the denominator first (4分の3).
#pragma once

#include <cstddef>
#include <cstdint>

#include "facts/amount.h"
#include "facts/fact.h"
#include "facts/numeral.h"
#include "facts/token.h"

namespace factlint {

struct WrittenFraction {
    std::size_t tokens = 0;  ///< 0 = none here
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};

/// The fraction of a mixed number at token `at`, right behind its integer: 1/2 behind a space, ½.
WrittenFraction read_written_fraction(Run& run, std::size_t at);

/// A fraction in words, or of two small numerals: three quarters, a third, half, 4分の3. Numerator and denominator are
/// where their words stand.
struct WordFraction {
    std::size_t tokens = 0;
    std::int64_t numerator = 0;  ///< · 10^exponent
    std::int64_t denominator = 1;
    std::int8_t exponent = 0;
    Span numerator_span;
    Span denominator_span;
    Amount value() const { return Amount::fraction(numerator, denominator).scaled(Amount::of(1, exponent)); }
};
WordFraction read_word_fraction(Run& run, std::size_t at);
/// Two numerals with a word between them: 1 sobre 3, पाँच का आठवाँ भाग.
WordFraction read_joined_fraction(Run& run, std::size_t at);
/// One or the other.
WordFraction read_any_fraction(Run& run, std::size_t at);
/// 3/4: two plain integers of at most nine digits with a slash between them.
WordFraction read_digit_fraction(Run& run, std::size_t at);
/// The same with a unit behind it, 1/2 miles: without one it may be a date.
WordFraction read_counted_fraction(Run& run, std::size_t at);

/// Whether the token is a noun between a part and its whole: un enfant sur cinq, 1 paziente su 1.000. Only a word that sets
/// numbers alone against each other joins them so far apart.
bool is_noun_of_part(Run& run, std::size_t at);

/// A ratio at token `at`, where `numeral` was read: 44/45, 4.5:1, two thirds, 3 over 4, 3 out of 5, 二分の一.
/// Numerator, then denominator are its parts, whatever their order in the text. 0 where there is none.
std::size_t read_ratio(Run& run, std::size_t at, const Numeral& numeral, Facts& out);

}  // namespace factlint
