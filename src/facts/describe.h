// Facts as people and programs see them: the values of section 2 as text, and the Stated that rules compute with.
#pragma once

#include <deque>
#include <string>

#include "facts/fact.h"
#include "value/stated.h"

namespace factlint {

/// Places that Stated values point into: parts of composites.
using StatedParts = std::deque<std::vector<Stated>>;

/// The fact at `index` as an operand: value, unit, admitted interval by section 4's defaults. `prose` is the text that
/// spans point into; `text` and `label` of the result view it.
Stated to_stated(const Facts& facts, std::size_t index, std::string_view prose, StatedParts& parts);

/// "130000000", "2025-11-02", "P50Y", "44/45", "10/20": the `value` of section 2.
std::string value_text(const Facts& facts, std::size_t index);
/// "USD", "kilometer", "%", "operations": the `unit` of section 2; empty where there is none.
std::string unit_text(const Facts& facts, std::size_t index, std::string_view prose);
/// `low` and `high` of section 2: what the writing admits; of a range, between the outermost values of its ends. Without
/// ends for kinds that are no numbers.
Interval interval_of(const Stated& stated);

/// One line for people: "money: 430 million USD", "percent: 74.4 % ± 0.05", "count: at least 160 operations",
/// "date: 2025-10-31, Friday".
std::string reading(const Facts& facts, std::size_t index, std::string_view prose);

}  // namespace factlint
