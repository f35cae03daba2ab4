// What the functions of facts share.
#pragma once

#include "expr/equality.h"
#include "expr/functions/groups.h"

namespace factlint::expr {

/// true, false, or the unknown of an open comparison.
inline Value truth_value(Truth truth) {
    return truth == Truth::open ? Value{Unknown{}} : Value{truth == Truth::yes};
}

inline Value fact_value(const Call& call, Stated value) { return {call.arena.stated(std::move(value))}; }

/// The value, or why there is none: an error of the rule where both operands were stated there, else of the document.
inline Value fact_outcome(const Call& call, Outcome<Stated> outcome, const Stated& a, const Stated& b) {
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) {
        if (mismatch->why == Mismatch::Why::zero && b.number.sign() != 0) return {Unknown{}};
        const bool zero = mismatch->why == Mismatch::Why::zero;
        return call.fail(mismatch->message, zero ? Error::Cause::evaluation : blame(a, b));
    }
    return fact_value(call, std::move(std::get<Stated>(outcome)));
}

inline Value truth_outcome(const Call& call, const Outcome<Truth>& outcome, Error::Cause cause) {
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return call.fail(mismatch->message, cause);
    return truth_value(std::get<Truth>(outcome));
}

/// The admissible values of a number that is not written but computed.
inline Stated computed(Number number, Interval admits) {
    Stated made = bare(std::move(number));
    made.admits = std::move(admits);
    return made;
}

/// A fact, an int, or a text as a fact; nullopt for anything else.
std::optional<Stated> fact_operand(const Value& value);
/// All of a list; nullopt where one is none.
std::optional<std::vector<Stated>> fact_operands(std::span<const Value> items);

}  // namespace factlint::expr
