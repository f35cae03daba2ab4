// What arithmetic and comparison share: how a value takes part, and bringing two into one unit. Internal to value.
#pragma once

#include <string>
#include <string_view>

#include "value/stated.h"

namespace factlint {

enum class Role {
    none,         ///< dates, times, ranges, text: no single number
    bare,         ///< number, count, ordinal without a unit
    ratio,        ///< written as n/d, or a quotient of quantities
    percent,      ///< percent and percentage points
    dimensional,  ///< money, measures, durations, ages
};

Role role(const Stated& x);
UnitClass unit_class(const Stated& x);
/// A difference of dates, counted in years, months or days: a number among numbers, a duration among durations.
bool is_counted(const Stated& x);

/// A computed value: no place, no words, no approximator.
Stated computed(Kind kind, UnitId unit, Number number, Interval admits, const Stated& a, const Stated& b);
/// An age spread over its year.
Interval admissible(const Stated& x);
Interval convert(const Interval& interval, UnitId from, UnitId to);
Interval scaled(const Interval& interval, const Number& factor);

/// What was tried, for messages: "cannot <verb> A <between> B: …".
struct Operation {
    std::string_view verb;
    std::string_view between = "and";
};

/// Two values in one unit, ready to be added or compared.
struct Aligned {
    Number left, right;
    Interval left_admits, right_admits;
    UnitId unit = UnitId::none;
};
Outcome<Aligned> align(const Stated& a, const Stated& b, Operation operation);

Mismatch kinds_mismatch(const Stated& a, const Stated& b, Operation operation, std::string_view advice = {});
/// Of an operation with one operand.
Mismatch unfit(const Stated& x, std::string_view operation);
Mismatch units_mismatch(const Stated& a, const Stated& b, Operation operation);

/// w of section 4: one unit of the last non-zero digit, at most a tenth of the value.
Number approximate_width(const Number& value);
/// The power of ten of the last non-zero digit; 0 for zero. Precondition: value.is_decimal().
int last_nonzero_digit(const Number& value);

bool is_bare_year(const Stated& x);
/// The extent of a date, datetime or date_range.
DateRange date_extent(const Stated& x);
/// Start (end) of a range; any other value itself.
const Stated& start_of(const Stated& x);
const Stated& end_of(const Stated& x);

}  // namespace factlint
