// Stated: a value of one of the fact kinds as an operand of a rule, whether a document states it or a rule computed it.
//
// Operations are total: they give a Stated, a Truth, or a Mismatch that says why the two do not go together.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "value/date.h"
#include "value/interval.h"
#include "value/kind.h"
#include "value/unit.h"

namespace factlint {

inline constexpr std::uint32_t no_origin = UINT32_MAX;

/// Which fields count depends on `kind`:
/// - number count percent money measure ordinal duration age: `number` (the value as written, in `unit`) and `admits`;
/// - ratio: numerator and denominator in parts[0], parts[1]; `number`/`admits` are the quotient;
/// - number with a unit: a counted difference (years_between), at home beside bare numbers and durations alike;
/// - ratio without parts: a quotient that was computed; percent beside it converts;
/// - range time_range: ends in parts[0], parts[1];
/// - date: `dates.start`; date_range: `dates`; time: `time`; datetime: `dates.start` and `time`;
/// - text: `text`.
/// An age that admits its value alone is taken as n ≤ t < n + 1. A compound duration (2 years 3 months) has its value in the smaller unit.
struct Stated {
    Kind kind = Kind::number;
    UnitId unit = UnitId::none;
    Approx approx = Approx::none;
    bool stated_in_rule = false;  ///< from the rule file or a literal: its unit errors are errors of the rule
    std::string_view text;        ///< as written; empty where computed
    std::string_view label;       ///< counter or head noun, or weekday_label; never compared
    Number number;
    Interval admits;
    DateRange dates;
    Time time;
    std::uint32_t origin = no_origin;  ///< which operand of the claim this is; computed values have none
    std::span<const Stated> parts;
};

/// The label of a number that is a weekday, 1 = Monday: people are shown its name.
inline constexpr std::string_view weekday_label = "weekday";
bool is_weekday(const Stated& x);
std::string_view weekday_name(int day);  ///< "Monday" for 1 … "Sunday" for 7

/// A number with no unit, exact.
Stated bare(Number value);

/// Why an operation has no value. `units`: the two units do not go together ("USD + EUR"); `kinds`: the kinds do not
/// ("date + money"); `zero`: a divisor admits 0; `empty`: there is no value to choose from.
struct Mismatch {
    enum class Why { units, kinds, zero, empty } why;
    std::string message;
};

template <class T> using Outcome = std::variant<T, Mismatch>;

/// Sums, differences, products and quotients. Units: the left operand's where both go together; a percent beside a bare
/// number is read as percent, beside a quotient converted, times a quantity (counts too) a hundredth; % − % is pp; a
/// product or quotient of measures is in base units (5 km / 1 h in meter-per-second). Dates: a year minus a year is a
/// number, a year ± a number a year, a date ± a duration a date; other differences are for years_between and its like.
Outcome<Stated> add(const Stated&, const Stated&);
Outcome<Stated> subtract(const Stated&, const Stated&);
Outcome<Stated> multiply(const Stated&, const Stated&);
Outcome<Stated> divide(const Stated&, const Stated&);
Stated negate(const Stated&);

enum class Relation { equal, not_equal, less, less_equal, greater, greater_equal };
/// `==` and `!=` first replace an operand's infinite end by value ± one unit of its last non-zero digit (section 4).
/// Extents (ranges): equal compares both ends, less means that one ends before the other begins. A year beside an
/// integer is a number; 0 goes with every unit that starts at nothing.
Outcome<Truth> compare(Relation, const Stated&, const Stated&);
/// `x` with its infinite end so replaced: for operands of an arithmetic whose result is tested by `==`.
Stated bounded(const Stated& x);
/// All share an admissible value: yes or no, never open.
Outcome<Truth> agree(std::span<const Stated> values);
/// The same exact written value (text: NFKC), whatever it admits: what distinct() counts.
bool same_written(const Stated&, const Stated&);

/// (b - a) / a in percent, at the four corners. Mismatch::zero where a admits 0.
Outcome<Stated> change(const Stated& from, const Stated& to);
/// part / whole in percent.
Outcome<Stated> percent_of(const Stated& part, const Stated& whole);

/// What "3 of the last digit" admits under section 4's defaults. `last_digit`: power of ten of the last written digit;
/// `exact`: integers, data, minor units, rule statements.
Interval admitted(const Number& value, int last_digit, bool exact, Approx approx);

/// For people: "130 million USD", "74.4 %", "2025-11-02", "50 years", "44 of 45".
std::string describe(const Stated&);

}  // namespace factlint
