// Tolerance: how a claim reads written numbers where it does not take section 4's defaults.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "value/stated.h"

namespace factlint {

struct Tolerance {
    enum class Mode {
        stated,      ///< what the writing admits: the default
        exact,       ///< the written value alone
        truncated,   ///< [v, v + u) away from zero, u the unit of the last digit
        plus_minus,  ///< v ± amount, where v goes with its unit
        percent,     ///< v ± amount percent of v
        lenient,     ///< an integer that ends in zeros may have been rounded to its last non-zero digit
    };
    Mode mode = Mode::stated;
    Number amount;               ///< plus_minus, percent
    UnitId unit = UnitId::none;  ///< of a plus_minus amount; none: whatever the value has
    friend bool operator==(const Tolerance&, const Tolerance&) = default;
};

/// "stated" "exact" "truncated" "lenient" "2%". nullopt otherwise.
std::optional<Tolerance> parse_tolerance(std::string_view text);
/// What stands behind "±", "+-" or "+/-", for the caller to read; nullopt where `text` begins with none of them.
std::optional<std::string_view> plus_minus_text(std::string_view text);
/// ± `amount`; nullopt where that is negative or no number in one unit.
std::optional<Tolerance> plus_minus(const Stated& amount);

/// Whether `tolerance` can widen a value of this kind and unit: ±500 m one in kilometers, none in USD.
bool goes_with(const Tolerance& tolerance, Kind kind, UnitId unit);
/// What `operand` admits under `tolerance`; a plus_minus amount is converted into the operand's unit. Values that an
/// approximator leaves unbounded, values that do not go with it and values without a number (dates, text) admit what
/// they admitted.
Interval apply(const Tolerance& tolerance, const Stated& operand);
/// `operand` with that interval.
Stated within(const Stated& operand, const Tolerance& tolerance);

}  // namespace factlint
