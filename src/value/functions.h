// Functions of the rule language over stated values.
#pragma once

#include <span>

#include "value/stated.h"

namespace factlint {

/// Nearest multiple of 10^exponent, ties away from zero, in the unit of `x`; both ends move likewise.
Outcome<Stated> round_to(const Stated& x, int exponent);
Outcome<Stated> absolute(const Stated& x);

/// Over values whose units go together; the result is in the unit of the first. An empty sum is 0; of nothing there is
/// no other result (Mismatch::empty). The minimum and maximum of dates, times and texts is one of them.
Outcome<Stated> sum(std::span<const Stated> values);
Outcome<Stated> minimum(std::span<const Stated> values);
Outcome<Stated> maximum(std::span<const Stated> values);
Outcome<Stated> average(std::span<const Stated> values);
Outcome<Stated> median(std::span<const Stated> values);
/// Between the two values around the rank share · (n - 1), in proportion: definition 7 of Hyndman and Fan (1996), that of R,
/// NumPy and SQL's PERCENTILE_CONT. `share`: 0 to 1.
Outcome<Stated> quantile(std::span<const Stated> values, const Number& share);

/// Whole years (months, days) from one date to another, negative when `to` is earlier; an interval where a date admits
/// several days. The result is a number in that unit: it stands beside bare numbers and beside durations alike.
/// Unbounded where a year is not written.
Outcome<Stated> years_between(const Stated& from, const Stated& to);
Outcome<Stated> months_between(const Stated& from, const Stated& to);
Outcome<Stated> days_between(const Stated& from, const Stated& to);

/// Parts of a date (of a datetime, the date; of a range, its start). An interval where it is not written but limited:
/// the month of 2025 is [1, 12], the year of 193X [1930, 1939]; unbounded for a year that is not written.
Outcome<Stated> year_of(const Stated& date);
Outcome<Stated> month_of(const Stated& date);
Outcome<Stated> day_of(const Stated& date);
/// 1 = Monday … 7 = Sunday, by the calendar; [1, 7] where the day is not known. Its label is weekday_label.
Outcome<Stated> weekday_of(const Stated& date);
/// The weekday written beside the date; [1, 7] where none is.
Outcome<Stated> stated_weekday_of(const Stated& date);

/// Whether the day lies inside the range; whether two extents share a day.
Outcome<Truth> contains(const Stated& range, const Stated& date);
Outcome<Truth> overlaps(const Stated& a, const Stated& b);

}  // namespace factlint
