// Values as text.
#pragma once

#include <string>

#include "expr/value.h"

namespace factlint::expr {

/// What string() and %s give: 123, 0.5, text as it is, RFC 3339, [1, 2], {a: 1} with sorted keys.
std::string plain_text(const Value& value);
/// The shortest text that reads back as the same double; NaN, Infinity, -Infinity.
std::string double_text(double value);

}  // namespace factlint::expr
