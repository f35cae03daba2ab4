// Equality and order of values (langdef.md, "Equality", "Ordering"), and of facts, where a result may be open.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "expr/value.h"

namespace factlint::expr {

/// Outcome of a comparison. Where `problem` is not empty the two cannot be compared.
struct Comparison {
    Truth truth = Truth::no;
    std::string problem;
    Error::Cause cause = Error::Cause::evaluation;
};

/// Numbers are equal across types where they are the same number; values of different types are not equal; lists and
/// maps are compared element by element. O(size), maps O(n log n).
Comparison equal(const Value& a, const Value& b);
/// For facts, and facts beside integers.
Comparison compare(Relation relation, const Value& a, const Value& b);

/// int, uint and double by their exact value, unordered for NaN; nullopt where one is no number.
std::optional<std::partial_ordering> order_numbers(const Value& a, const Value& b);
/// Numbers, and two values of bool, string, bytes, timestamp, duration; nullopt where there is no order.
std::optional<std::partial_ordering> order(const Value& a, const Value& b);

/// The integer as an exact value stated in the rule, or the fact itself; nullopt for anything else.
std::optional<Stated> as_stated(const Value& value);
inline const Stated* stated_in(const Value& value) {
    const auto* stated = std::get_if<const Stated*>(&value.data);
    return stated ? *stated : nullptr;
}

/// bool, int, uint, string: what may be the key of a map.
bool is_key(const Value& value);
/// Numeric keys match across types. O(entries).
const Value* find_key(std::span<const Entry> entries, const Value& key);
/// A key that stands twice; nullptr where there is none. O(n log n).
const Value* repeated_key(std::span<const Entry> entries);

/// The cause of a mismatch between two operands: the rule's where both were stated there.
Error::Cause blame(const Stated& a, const Stated& b);

}  // namespace factlint::expr
