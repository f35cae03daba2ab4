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

/// A function of value/functions.h as one of the rule language.
template <Outcome<Stated> (*operation)(const Stated&)> Value of_one(Call& call) {
    const Stated& x = call.stated(0);
    return fact_outcome(call, operation(x), x, x);
}
template <Outcome<Stated> (*operation)(const Stated&, const Stated&)> Value of_two(Call& call) {
    const auto a = as_stated(call.arguments[0]), b = as_stated(call.arguments[1]);
    if (!a || !b) return call.fail("facts or integers are wanted here", Error::Cause::rule);
    auto outcome = operation(*a, *b);
    const auto* mismatch = std::get_if<Mismatch>(&outcome);
    if (mismatch && mismatch->why == Mismatch::Why::zero)
        return {Unknown{}};  // a base that reaches 0 decides nothing
    return fact_outcome(call, std::move(outcome), *a, *b);
}

/// A fact, an int, or a text as a fact; nullopt for anything else.
std::optional<Stated> fact_operand(const Value& value);
/// All of a list; nullopt where one is none.
std::optional<std::vector<Stated>> fact_operands(std::span<const Value> items);

}  // namespace factlint::expr
