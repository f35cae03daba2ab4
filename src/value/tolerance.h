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
        plus_minus,  ///< v ± amount
        percent,     ///< v ± amount percent of v
        lenient,     ///< an integer that ends in zeros may have been rounded to its last non-zero digit
    };
    Mode mode = Mode::stated;
    Number amount;     ///< plus_minus, percent
    std::string unit;  ///< of `amount` as written after the number ("million", "USD"); the caller resolves it
    friend bool operator==(const Tolerance&, const Tolerance&) = default;
};

/// "stated" "exact" "truncated" "lenient" "2%" "±5" "±0.5 million" ("+-" and "+/-" for ±). nullopt otherwise.
std::optional<Tolerance> parse_tolerance(std::string_view text);

/// What `operand` admits under `tolerance`; a plus_minus amount is read in the operand's unit. Values that an
/// approximator leaves unbounded and values without a number (dates, text) admit what they admitted.
Interval apply(const Tolerance& tolerance, const Stated& operand);
/// `operand` with that interval.
Stated within(const Stated& operand, const Tolerance& tolerance);

}  // namespace factlint
