// Draft: a fact while its parts are read: the numeral, and how far the tokens go.
#pragma once

#include <cstddef>
#include <span>

#include "facts/fact.h"
#include "facts/fraction.h"
#include "facts/numeral.h"
#include "facts/token.h"

namespace factlint {

struct Draft {
    Numeral numeral;
    Fact fact;              ///< kind, unit, flags, label; span and value are set by append_draft
    std::size_t begin = 0;  ///< first token
    std::size_t end = 0;    ///< one behind the last token
};

/// Looks at the tokens behind the numeral; true where it recognised them and set kind, unit and end.
using Suffix = bool (*)(Run& run, Draft& draft);

bool take_percent(Run& run, Draft& draft);  ///< 43%, 5 percentage points, 三割五分
bool take_money(Run& run, Draft& draft);    ///< 3億米ドル, 50 cents, 2ドル3セント
bool take_measure(Run& run, Draft& draft);  ///< 50 km, 3-inch
bool take_ordinal(Run& run, Draft& draft);  ///< 21st, 三番目, twenty-first
bool take_counter(Run& run, Draft& draft);  ///< 994個, 3 lần

/// Facts that begin with something else than a numeral: $5, USD 5, 時速50キロ, 第3回, thứ ba, first. 0 where there is none.
std::size_t read_prefixed_money(Run& run, std::size_t at, Facts& out);
/// The second end of "$5-6m", which has the scale of money without a currency.
std::size_t read_money_end(Run& run, std::size_t at, Facts& out);
std::size_t read_prefixed_measure(Run& run, std::size_t at, Facts& out);
/// 1/4 mile, half a kilometer, 3/4 %, डेढ़ रुपये
std::size_t read_measured_fraction(Run& run, std::size_t at, const WordFraction& fraction, Facts& out);
std::size_t read_prefixed_percent(Run& run, std::size_t at, Facts& out);
std::size_t read_ordinal(Run& run, std::size_t at, Facts& out);
/// 6 ft 6 in, 5 pounds 3 ounces: one measure in the smaller unit with two parts.
std::size_t read_compound_measure(Run& run, std::size_t at, Facts& out);

/// The draft of a fraction of a unit that begins at `at`.
Draft draft_of(Run& run, std::size_t at, const WordFraction& fraction);
/// The draft of a unit that says its number as well (يومان, ساعة واحدة, ساعة ونصف), up to where the unit stands; nothing
/// taken where there is none.
Draft counted_unit_at(Run& run, std::size_t at);
/// Takes the "one" behind such a unit: ساعة واحدة.
void take_one_behind(Run& run, Draft& draft);
/// Takes a part of one that is written onto the word that joins it: ثلاثة كيلومترات ونصف.
void take_joined_part(Run& run, Draft& draft);
/// Takes part of a unit more, behind the unit: 2時間半, one hour and a half, dos kilómetros y medio.
void take_part_behind(Run& run, Draft& draft);
/// The same behind a measure or an amount, where the half is of nothing else: dos kilómetros y media hora.
void take_half_behind(Run& run, Draft& draft);
/// Adds part of a unit, up to token `end`. Nothing where the number has decimals.
void add_part(Draft& draft, const Sense& part, std::size_t end);
/// Multiplies the value by `factor` · 10^exponent.
void scale_value(Numeral& numeral, std::int64_t factor, int exponent);
/// Writes `places` more digits behind the value: 75 behind 一米 is 1.75. False, and nothing changed, beyond 64 bits.
bool append_digits(Numeral& numeral, std::int64_t digits, int places);
/// Takes the word for a half that stands at the draft's end: 2時間半. Nothing where the number has decimals.
void add_half(Draft& draft);
/// 三块五 is 3.5, 一米八 is 1.8 metres: whether the word at `at`, behind a unit, is a digit alone that counts its tenths.
bool is_elliptic_tenth(Run& run, std::size_t at);
/// The same of a digit as a sign, 3块5 and 1米8, but not where a word is counted or decimals follow.
bool is_elliptic_digit(Run& run, std::size_t at);
/// Adds the draft to the facts; returns its tokens.
std::size_t append_draft(Run& run, Draft& draft, Facts& out);
/// The counter at token `index` becomes the label, inside the span.
void set_counter(Run& run, Draft& draft, std::size_t index);

/// Words of Hangul and Han stand right behind each other; whether the one at token `at` ends, or only what may follow a
/// number goes on: 百以上, 십과, 3명이. "개" of "개발" does not.
bool ends_phrase(Run& run, std::size_t at);
/// 백분율 is a percentage, no hundred minutes, and 5 기간 five periods: in Hangul what is right behind a number in words, or
/// behind a space, is a unit only where nothing but an ending follows in the same word.
bool begins_word(Run& run, std::size_t number, std::size_t unit);
/// The same of the date, time or duration that was read from `taken` tokens: 세분화, 3 시스템.
bool is_half_of_word(Run& run, std::size_t taken);
/// Whether a word of Role::time_suffix stands at the token, in Hangul as a phrase of its own: 3주 후, but not 3주 후보.
bool has_time_suffix(Run& run, std::size_t at);
/// Whether the word before byte `at` says that it and what follows "and" are the ends of a range: between 5 and 7, but not
/// "an ERA of 2.53 and 300 strikeouts", which in other languages is "from 2.53 and 300".
bool opens_between(Run& run, std::uint32_t at);
/// Whether the word at the token is the "of" of a part: half of. The "in" of "one in five" leads to years as well.
inline bool is_of(Run& run, std::size_t at) {
    return run.is(at, Role::ratio_join) && !run.is(at, Role::year_lead);
}
/// Whether the ending of an ordinal stands at the token, behind a number: 21st, 18 वीं.
bool is_apart_ending(Run& run, std::size_t index);
inline bool is_ordinal_ending(Run& run, std::size_t index) {
    return run.is(index, Role::ordinal_suffix) &&
           (run[index].gap == Gap::none || is_apart_ending(run, index));
}
/// Whether the token behind a number is one that no parser asks for: no unit, no joint, nothing that a numeral goes on with.
bool is_inert(const Token& token);
/// A digit of the Roman numbers that name quarters and centuries.
constexpr bool is_roman_digit(char letter) { return letter == 'I' || letter == 'V' || letter == 'X'; }
/// Whether the word that joins two numbers, dates or ranges (and, or) stands before one that is none: 12 people and dogs.
bool joins_nothing(Run& run, std::size_t at);
/// Behind a number, on the same line or in a sentence that goes on with the next: "50 km", "3-inch".
bool follows(Run& run, std::size_t index);
/// The word at the token begins a line in the middle of a sentence, and no row of its own: "pears 5" below "apples 3".
bool is_wrapped(Run& run, std::size_t index);
/// "de 2003 s'était": the token is one letter of a word that goes on behind its apostrophe, and no unit.
bool is_elided(Run& run, std::size_t index);
/// Where the word that may be a unit stands: `end`, or behind one hyphen.
std::size_t behind_hyphen(Run& run, std::size_t end);
/// eine Fuß- oder Endnote, eine Euro-Münze, ein Liter-Gefäß: one, where nouns have capitals, before a word that is only the
/// first part of a noun.
bool is_article_of_compound(Run& run, const Draft& draft);
/// The same behind a numeral, where a word may link the two: 3 millions d'euros, un quart de mille.
std::size_t unit_place(Run& run, const Draft& draft);
/// An adjective before what is counted: five new cases, deux premiers cas, fünf bestätigte Fälle. Where nouns are written
/// with a capital, also a word without one that ends as adjectives do.
bool is_adjective(Run& run, std::size_t at);

}  // namespace factlint
