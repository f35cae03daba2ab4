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
/// - range time_range: ends in parts[0], parts[1];
/// - date: `dates.start`; date_range: `dates`; time: `time`; datetime: `dates.start` and `time`;
/// - text: `text`.
/// A compound duration (2 years 3 months) has its value in the smaller unit.
struct Stated {
    Kind kind = Kind::number;
    UnitId unit = UnitId::none;
    Approx approx = Approx::none;
    bool stated_in_rule = false;  ///< from the rule file or a literal: its unit errors are errors of the rule
    std::string_view text;        ///< as written; empty where computed
    std::string_view label;       ///< counter or head noun; never compared
    Number number;
    Interval admits;
    DateRange dates;
    Time time;
    std::uint32_t origin = no_origin;  ///< which operand of the claim this is; computed values have none
    std::span<const Stated> parts;
};

/// A number with no unit, exact.
Stated bare(Number value);

/// Why an operation has no value. `units`: the two units do not go together ("USD + EUR"); `kinds`: the kinds do not
/// ("date + money"); `zero`: a divisor admits 0.
struct Mismatch {
    enum class Why { units, kinds, zero } why;
    std::string message;
};

template <class T> using Outcome = std::variant<T, Mismatch>;

Outcome<Stated> add(const Stated&, const Stated&);
Outcome<Stated> subtract(const Stated&, const Stated&);
Outcome<Stated> multiply(const Stated&, const Stated&);
Outcome<Stated> divide(const Stated&, const Stated&);
Stated negate(const Stated&);

enum class Relation { equal, not_equal, less, less_equal, greater, greater_equal };
/// `==` and `!=` first replace an operand's infinite end by value ± one unit of its last non-zero digit (section 4).
Outcome<Truth> compare(Relation, const Stated&, const Stated&);
/// All share an admissible value.
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
