// Templates of dates and times: "D B ,? Y" is a day, a month's name, perhaps a comma, a year. They are the same for all
// languages: which words are months, marks or prefixes is in facts/languages/*.yaml.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

#include "facts/token.h"
#include "value/date.h"

namespace factlint {

/// What the places of a template were filled with; -1 where they were not.
struct Slots {
    int era = -1;  ///< the year before the era's first
    int year = -1;
    int month = -1;
    int day = -1;
    int number = -1;  ///< of a quarter, half-year or century
    int part = -1;    ///< 1 early, 2 middle, 3 late
    int hour = -1;
    int minute = -1;
    int second = -1;
    int day_part = -1;  ///< see Role::day_part
    int clock = -1;     ///< of a word for a time: noon is 1200
    bool short_year = false;
    bool padded_year = false;  ///< of three digits or more: 0025 is the year 25
    bool overlong = false;     ///< a number has one digit more than any year, month or day: 20250年10月
    Span number_span;          ///< the last numeral read
};

/// A template is a row of elements, one character each. `?` behind an element makes it optional; a space before an
/// element allows white space there, without one it stands directly behind what is before.
///   Y year of four digits, or in words   Z year of any size   S two-digit year   E era   0 first year of an era
///   G month 1–12   M month as written, even 13   B name of a month   W the same, also an ambiguous one ("May")
///   A as Z, of five digits too   U as Y, also with a fifth digit behind a year of our time   V as M, even 110
///   D day as written, even 32   Q as D, even 310   e day 1–31   O ordinal day   L early, middle, late
///   N number of a quarter   C number of a century   R either, ordinal   H half-year
///   I hour   J minute of two digits   i minute   X second of two digits   x second   P part of the day
///   K word for a time
///   lower case, marks by role: see the table in temporal_template.cpp
///   - / . , : ~ ' ( ) themselves; `=` one of - / .
using Pattern = std::string_view;

/// Elements of templates, one bit for each ASCII character.
struct ElementSet {
    std::array<std::uint64_t, 2> bits{};

    constexpr void add(char code) {
        bits[static_cast<std::size_t>(code) / 64] |= std::uint64_t{1} << static_cast<std::size_t>(code) % 64;
    }
    constexpr void add(const ElementSet& other) {
        bits[0] |= other.bits[0];
        bits[1] |= other.bits[1];
    }
    constexpr bool empty() const { return (bits[0] | bits[1]) == 0; }
    constexpr bool has(char code) const {
        return (bits[static_cast<std::size_t>(code) / 64] >> static_cast<std::size_t>(code) % 64 & 1) != 0;
    }
};

/// Calls `visit` with each set bit's number, ascending.
template <std::size_t words, class Visit>
constexpr void for_each_bit(const std::array<std::uint64_t, words>& bits, Visit visit) {
    for (std::size_t i = 0; i < words; ++i)
        for (std::uint64_t rest = bits[i]; rest != 0; rest &= rest - 1)
            visit(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
}

/// Patterns of one table, one bit a row.
struct PatternSet {
    std::array<std::uint64_t, 4> bits{};

    static constexpr std::size_t most = 256;
    constexpr void add(std::size_t row) { bits[row / 64] |= std::uint64_t{1} << row % 64; }
    constexpr void add(const PatternSet& other) {
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
    }
    constexpr void keep(const PatternSet& other) {
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= other.bits[i];
    }
};

/// A table of patterns by what they can begin with, so that most of them are never tried at a place. Made when the
/// program is compiled.
class TemplateIndex {
  public:
    constexpr void add(std::size_t row, Pattern pattern) {
        for (std::size_t first = 0; first < pattern.size(); first = behind(pattern, first)) {
            first_[code_at(pattern, first)].add(row);
            if (add_second(row, pattern, behind(pattern, first))) alone_.add(row);
            if (!is_optional(pattern, first)) break;
        }
    }
    /// Patterns whose first element is one of `first`; of more than one element only where the next is one of `second`.
    PatternSet with(const ElementSet& first, const ElementSet& second) const {
        PatternSet begun;
        PatternSet out = alone_;
        for_each_bit(first.bits, [&](std::size_t code) { begun.add(first_[code]); });
        for_each_bit(second.bits, [&](std::size_t code) { out.add(second_[code]); });
        out.keep(begun);
        return out;
    }

  private:
    static constexpr std::size_t skip_space(Pattern pattern, std::size_t at) {
        return pattern[at] == ' ' ? at + 1 : at;
    }
    static constexpr std::size_t code_at(Pattern pattern, std::size_t at) {
        return static_cast<std::size_t>(pattern[skip_space(pattern, at)]);
    }
    static constexpr bool is_optional(Pattern pattern, std::size_t at) {
        const std::size_t next = skip_space(pattern, at) + 1;
        return next < pattern.size() && pattern[next] == '?';
    }
    static constexpr std::size_t behind(Pattern pattern, std::size_t at) {
        return skip_space(pattern, at) + (is_optional(pattern, at) ? 2 : 1);
    }
    /// True where nothing needs to follow.
    constexpr bool add_second(std::size_t row, Pattern pattern, std::size_t from) {
        for (std::size_t at = from; at < pattern.size(); at = behind(pattern, at)) {
            second_[code_at(pattern, at)].add(row);
            if (!is_optional(pattern, at)) return false;
        }
        return true;
    }

    std::array<PatternSet, 128> first_{};
    std::array<PatternSet, 128> second_{};
    PatternSet alone_;
};

/// Tries templates at one place. Which elements a token may be is found once; most templates end at the first of them.
class Templates {
  public:
    Templates(Run& run, std::size_t at) : run_(run), start_(at) {}

    /// The patterns that may match here, from a look at what their first two elements can be: more than do, never fewer.
    PatternSet candidates(const TemplateIndex& index);
    /// The number of tokens that the pattern takes, 0 where it does not match. Optional elements are taken where the rest
    /// then still matches. O(2^optional elements), at most 5 of them in a pattern.
    std::size_t match(Pattern pattern, Slots& slots);

  private:
    ElementSet behind_first();
    std::size_t match_from(std::size_t next, Pattern pattern, Slots& slots);
    std::size_t take(std::size_t at, char code, Slots& slots);
    const ElementSet& elements(std::size_t at);

    static constexpr std::size_t remembered = 16;
    Run& run_;
    std::size_t start_;
    std::uint32_t known_ = 0;
    std::array<ElementSet, remembered> elements_;
};

/// One pattern at one place.
std::size_t match_template(Run& run, std::size_t at, Pattern pattern, Slots& slots);

/// A whole number at token `at` written in one to `digits` digits or in words; 0 tokens where there is none.
struct WholeNumber {
    std::size_t tokens = 0;
    int value = -1;
    bool words = false;
};
WholeNumber read_whole_number(Run& run, std::size_t at, int digits);

}  // namespace factlint
