// math.*: rounding, signs, bits, greatest and least (cel-go, ext/math.go).
#include <algorithm>
#include <cmath>

#include "expr/equality.h"
#include "expr/functions/groups.h"

namespace factlint::expr {
namespace {

template <double (*function)(double)> Value rounded(Call& call) { return {function(call.get<double>(0))}; }

Value absolute_double(Call& call) { return {std::fabs(call.get<double>(0))}; }
Value absolute_uint(Call& call) { return call.arguments[0]; }
Value absolute_int(Call& call) {
    if (call.integer(0) == INT64_MIN) return call.fail("the result does not fit in 64 bits");
    return {call.integer(0) < 0 ? -call.integer(0) : call.integer(0)};
}

Value sign_double(Call& call) {
    const double value = call.get<double>(0);
    return {std::isnan(value) ? value : value > 0 ? 1.0 : value < 0 ? -1.0 : 0.0};
}
Value sign_int(Call& call) { return {std::int64_t{(call.integer(0) > 0) - (call.integer(0) < 0)}}; }
Value sign_uint(Call& call) { return {std::uint64_t{call.get<std::uint64_t>(0) > 0 ? 1u : 0u}}; }

Value is_nan(Call& call) { return {std::isnan(call.get<double>(0))}; }
Value is_inf(Call& call) { return {std::isinf(call.get<double>(0))}; }
Value is_finite(Call& call) { return {std::isfinite(call.get<double>(0))}; }
template <class T> Value square_root(Call& call) { return {std::sqrt(static_cast<double>(call.get<T>(0)))}; }

template <class T> Value bit_and(Call& call) { return {static_cast<T>(call.get<T>(0) & call.get<T>(1))}; }
template <class T> Value bit_or(Call& call) { return {static_cast<T>(call.get<T>(0) | call.get<T>(1))}; }
template <class T> Value bit_xor(Call& call) { return {static_cast<T>(call.get<T>(0) ^ call.get<T>(1))}; }
template <class T> Value bit_not(Call& call) { return {static_cast<T>(~call.get<T>(0))}; }

/// Bits are moved as those of an unsigned number; nothing is left after 64.
template <class T, bool left> Value shift(Call& call) {
    const auto bits = static_cast<std::uint64_t>(call.get<T>(0));
    const std::int64_t by = call.integer(1);
    if (by < 0) return call.fail("bits are moved by a number from 0");
    const std::uint64_t moved = by > 63 ? 0 : left ? bits << by : bits >> by;
    return {static_cast<T>(moved)};
}

template <bool greatest> Value extreme(Call& call) {
    auto values = call.arguments;
    if (const auto* list = std::get_if<List>(&values[0].data); list && values.size() == 1)
        values = list->items;
    if (values.empty()) return call.fail("the list is empty");
    const Value* best = &values[0];
    for (const auto& value : values) {
        const auto found = order_numbers(value, *best);
        if (!found) return call.fail("numbers are wanted here");
        if (greatest ? *found > 0 : *found < 0) best = &value;
    }
    return *best;
}

constexpr Function rows[] = {
    {"math.greatest", "(dyn, dyn...) -> dyn", extreme<true>,
     "the greatest of some numbers or of a list of numbers"},
    {"math.least", "(dyn, dyn...) -> dyn", extreme<false>,
     "the least of some numbers or of a list of numbers"},
    {"math.ceil", "(double) -> double", rounded<std::ceil>, "the next whole number above"},
    {"math.floor", "(double) -> double", rounded<std::floor>, "the next whole number below"},
    {"math.round", "(double) -> double", rounded<std::round>,
     "the nearest whole number, halves away from zero"},
    {"math.trunc", "(double) -> double", rounded<std::trunc>, "without the fraction"},
    {"math.abs", "(double) -> double", absolute_double, "without the sign"},
    {"math.abs", "(int) -> int", absolute_int, "without the sign"},
    {"math.abs", "(uint) -> uint", absolute_uint, "itself"},
    {"math.sign", "(double) -> double", sign_double, "-1, 0 or 1"},
    {"math.sign", "(int) -> int", sign_int, "-1, 0 or 1"},
    {"math.sign", "(uint) -> uint", sign_uint, "0 or 1"},
    {"math.isNaN", "(double) -> bool", is_nan, "whether it is no number"},
    {"math.isInf", "(double) -> bool", is_inf, "whether it is infinite"},
    {"math.isFinite", "(double) -> bool", is_finite, "whether it is a number and not infinite"},
    {"math.sqrt", "(double) -> double", square_root<double>, "the square root"},
    {"math.sqrt", "(int) -> double", square_root<std::int64_t>, "the square root"},
    {"math.sqrt", "(uint) -> double", square_root<std::uint64_t>, "the square root"},
    {"math.bitAnd", "(int, int) -> int", bit_and<std::int64_t>, "the bits of both"},
    {"math.bitAnd", "(uint, uint) -> uint", bit_and<std::uint64_t>, "the bits of both"},
    {"math.bitOr", "(int, int) -> int", bit_or<std::int64_t>, "the bits of either"},
    {"math.bitOr", "(uint, uint) -> uint", bit_or<std::uint64_t>, "the bits of either"},
    {"math.bitXor", "(int, int) -> int", bit_xor<std::int64_t>, "the bits of one alone"},
    {"math.bitXor", "(uint, uint) -> uint", bit_xor<std::uint64_t>, "the bits of one alone"},
    {"math.bitNot", "(int) -> int", bit_not<std::int64_t>, "all bits turned"},
    {"math.bitNot", "(uint) -> uint", bit_not<std::uint64_t>, "all bits turned"},
    {"math.bitShiftLeft", "(int, int) -> int", shift<std::int64_t, true>, "the bits moved to the left"},
    {"math.bitShiftLeft", "(uint, int) -> uint", shift<std::uint64_t, true>, "the bits moved to the left"},
    {"math.bitShiftRight", "(int, int) -> int", shift<std::int64_t, false>, "the bits moved to the right"},
    {"math.bitShiftRight", "(uint, int) -> uint", shift<std::uint64_t, false>, "the bits moved to the right"},
};

}  // namespace

std::span<const Function> math_functions() { return rows; }

}  // namespace factlint::expr
