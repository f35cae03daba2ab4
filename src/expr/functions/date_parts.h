// Parts of dates as numbers.
#pragma once

#include "expr/value.h"

namespace factlint::expr {

enum class DatePart { year, month, day, weekday, stated_weekday };

/// A number; an interval where the date admits several (the 1990s); Unknown where the date leaves it open, with a name
/// where a weekday was asked for that nobody wrote.
Value date_part(const Date& date, DatePart part, Arena& arena);

/// A number that is one of low … high.
Stated whole_numbers(std::int64_t low, std::int64_t high);

}  // namespace factlint::expr
