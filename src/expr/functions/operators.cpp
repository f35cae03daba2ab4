// Operators of plain CEL. Overflow is an error; order across int, uint and double is by exact value.
#include <algorithm>
#include <cmath>
#include <limits>

#include "expr/equality.h"
#include "expr/functions/groups.h"
#include "expr/moment.h"

namespace factlint::expr {
namespace {

enum class Arithmetic { add, subtract, multiply };

template <class T, Arithmetic operation> Value checked(Call& call) {
    T result{};
    const T a = call.get<T>(0), b = call.get<T>(1);
    const bool overflow = operation == Arithmetic::add        ? __builtin_add_overflow(a, b, &result)
                          : operation == Arithmetic::subtract ? __builtin_sub_overflow(a, b, &result)
                                                              : __builtin_mul_overflow(a, b, &result);
    return overflow ? call.fail("the result does not fit in 64 bits") : Value{result};
}

template <class T> bool division_overflows(T a, T b) {
    if constexpr (std::is_signed_v<T>) return a == std::numeric_limits<T>::min() && b == -1;
    return false;
}

template <class T> Value divide(Call& call) {
    const T a = call.get<T>(0), b = call.get<T>(1);
    if (b == 0) return call.fail("division by zero");
    if (division_overflows(a, b)) return call.fail("the result does not fit in 64 bits");
    return {static_cast<T>(a / b)};
}

template <class T> Value modulus(Call& call) {
    const T a = call.get<T>(0), b = call.get<T>(1);
    if (b == 0) return call.fail("modulus by zero");
    if (division_overflows(a, b)) return call.fail("the result does not fit in 64 bits");
    return {static_cast<T>(a % b)};
}

Value add_doubles(Call& call) { return {call.get<double>(0) + call.get<double>(1)}; }
Value subtract_doubles(Call& call) { return {call.get<double>(0) - call.get<double>(1)}; }
Value multiply_doubles(Call& call) { return {call.get<double>(0) * call.get<double>(1)}; }
Value divide_doubles(Call& call) { return {call.get<double>(0) / call.get<double>(1)}; }
Value negate_double(Call& call) { return {-call.get<double>(0)}; }

Value negate_int(Call& call) {
    if (call.integer(0) == std::numeric_limits<std::int64_t>::min())
        return call.fail("the result does not fit in 64 bits");
    return {-call.integer(0)};
}

std::optional<std::string_view> joined(Call& call, std::string_view a, std::string_view b) {
    if (!call.afford((a.size() + b.size()) / 16, a.size() + b.size())) return std::nullopt;
    std::string text(a);
    text += b;
    return call.arena.text(text);
}

Value add_strings(Call& call) {
    const auto text = joined(call, call.text(0), call.text(1));
    return text ? Value{*text} : call.fail_limit();
}

Value add_bytes(Call& call) {
    const auto data = joined(call, call.get<Bytes>(0).data, call.get<Bytes>(1).data);
    return data ? Value{Bytes{*data}} : call.fail_limit();
}

Value add_lists(Call& call) {
    const auto a = call.items(0), b = call.items(1);
    if (!call.afford(a.size() + b.size(), (a.size() + b.size()) * sizeof(Value))) return call.fail_limit();
    const auto all = call.arena.values(a.size() + b.size());
    std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), all.begin()));
    return {List{all}};
}

template <class T> Value time_result(const Call& call, const std::optional<T>& result) {
    return result ? Value{*result} : call.fail("the result is out of range");
}

Value time_plus(Call& call) { return time_result(call, add(call.get<Timestamp>(0), call.get<Duration>(1))); }
Value plus_time(Call& call) { return time_result(call, add(call.get<Timestamp>(1), call.get<Duration>(0))); }
Value add_durations(Call& call) {
    return time_result(call, add(call.get<Duration>(0), call.get<Duration>(1)));
}
Value time_between(Call& call) {
    return time_result(call, subtract(call.get<Timestamp>(0), call.get<Timestamp>(1)));
}

Value time_minus(Call& call) {
    const auto back = negate(call.get<Duration>(1));
    return back ? time_result(call, add(call.get<Timestamp>(0), *back))
                : call.fail("the result is out of range");
}

Value subtract_durations(Call& call) {
    const auto back = negate(call.get<Duration>(1));
    return back ? time_result(call, add(call.get<Duration>(0), *back))
                : call.fail("the result is out of range");
}

Value truth(const Call& call, const Comparison& comparison, bool wanted) {
    if (!comparison.problem.empty()) return call.fail(comparison.problem, comparison.cause);
    if (comparison.truth == Truth::open) return {Unknown{}};
    return {(comparison.truth == Truth::yes) == wanted};
}

template <bool wanted> Value equality(Call& call) {
    const Value &a = call.arguments[0], &b = call.arguments[1];
    return call.afford_comparison(a, b) ? truth(call, equal(a, b), wanted) : call.fail_limit();
}

template <Relation relation> Value ordered(Call& call) {
    const auto found = order(call.arguments[0], call.arguments[1]);
    if (!found) return call.fail("these two have no order");
    if (relation == Relation::less) return {*found < 0};
    if (relation == Relation::less_equal) return {*found <= 0};
    if (relation == Relation::greater) return {*found > 0};
    return {*found >= 0};
}

Value not_operator(Call& call) { return {!call.get<bool>(0)}; }

Value in_list(Call& call) {
    const auto items = call.items(1);
    if (!call.afford(items.size(), 0)) return call.fail_limit();
    Comparison undecided{Truth::no, {}};
    for (const auto& item : items) {
        if (!call.afford_comparison(call.arguments[0], item)) return call.fail_limit();
        Comparison found = equal(call.arguments[0], item);
        if (found.problem.empty() && found.truth == Truth::yes) return {true};
        if (!found.problem.empty() || found.truth == Truth::open) undecided = std::move(found);
    }
    if (!undecided.problem.empty()) return call.fail(undecided.problem, undecided.cause);
    if (undecided.truth == Truth::open)
        return call.fail(
            "'in' rests on a comparison that the written values leave open: compare with agree([a, b])",
            Error::Cause::rule);
    return {false};
}

Value in_map(Call& call) {
    const auto* map = std::get_if<Map>(&call.arguments[1].data);
    const auto entries = map ? map->entries : call.get<Object>(1).fields;
    if (!call.afford(entries.size() / 16, 0)) return call.fail_limit();
    return {find_key(entries, call.arguments[0]) != nullptr};
}

#define FACTLINT_ORDERED(NAME, RELATION)                                                                     \
    Function{NAME, "(bool, bool) -> bool", ordered<RELATION>, "order of truth: false before true"},          \
        Function{NAME, "(int, int) -> bool", ordered<RELATION>, "order of numbers"},                         \
        Function{NAME, "(uint, uint) -> bool", ordered<RELATION>, "order of numbers"},                       \
        Function{NAME, "(double, double) -> bool", ordered<RELATION>, "order of numbers; false beside NaN"}, \
        Function{NAME, "(int, uint) -> bool", ordered<RELATION>, "order of numbers"},                        \
        Function{NAME, "(uint, int) -> bool", ordered<RELATION>, "order of numbers"},                        \
        Function{NAME, "(int, double) -> bool", ordered<RELATION>, "order of numbers"},                      \
        Function{NAME, "(double, int) -> bool", ordered<RELATION>, "order of numbers"},                      \
        Function{NAME, "(uint, double) -> bool", ordered<RELATION>, "order of numbers"},                     \
        Function{NAME, "(double, uint) -> bool", ordered<RELATION>, "order of numbers"},                     \
        Function{NAME, "(string, string) -> bool", ordered<RELATION>, "order of code points"},               \
        Function{NAME, "(bytes, bytes) -> bool", ordered<RELATION>, "order of bytes"},                       \
        Function{NAME, "(timestamp, timestamp) -> bool", ordered<RELATION>, "order in time"}, Function {     \
        NAME, "(duration, duration) -> bool", ordered<RELATION>, "order of length"                           \
    }

constexpr Function rows[] = {
    {"+", "(int, int) -> int", checked<std::int64_t, Arithmetic::add>, "sum"},
    {"+", "(uint, uint) -> uint", checked<std::uint64_t, Arithmetic::add>, "sum"},
    {"+", "(double, double) -> double", add_doubles, "sum"},
    {"+", "(string, string) -> string", add_strings, "one text after the other"},
    {"+", "(bytes, bytes) -> bytes", add_bytes, "one after the other"},
    {"+", "(list(A), list(A)) -> list(A)", add_lists, "one list after the other"},
    {"+", "(timestamp, duration) -> timestamp", time_plus, "later by"},
    {"+", "(duration, timestamp) -> timestamp", plus_time, "later by"},
    {"+", "(duration, duration) -> duration", add_durations, "sum"},
    {"-", "(int, int) -> int", checked<std::int64_t, Arithmetic::subtract>, "difference"},
    {"-", "(uint, uint) -> uint", checked<std::uint64_t, Arithmetic::subtract>, "difference"},
    {"-", "(double, double) -> double", subtract_doubles, "difference"},
    {"-", "(timestamp, timestamp) -> duration", time_between, "time from the second to the first"},
    {"-", "(timestamp, duration) -> timestamp", time_minus, "earlier by"},
    {"-", "(duration, duration) -> duration", subtract_durations, "difference"},
    {"*", "(int, int) -> int", checked<std::int64_t, Arithmetic::multiply>, "product"},
    {"*", "(uint, uint) -> uint", checked<std::uint64_t, Arithmetic::multiply>, "product"},
    {"*", "(double, double) -> double", multiply_doubles, "product"},
    {"/", "(int, int) -> int", divide<std::int64_t>, "quotient, towards zero"},
    {"/", "(uint, uint) -> uint", divide<std::uint64_t>, "quotient, towards zero"},
    {"/", "(double, double) -> double", divide_doubles, "quotient"},
    {"%", "(int, int) -> int", modulus<std::int64_t>, "remainder, with the sign of the first"},
    {"%", "(uint, uint) -> uint", modulus<std::uint64_t>, "remainder"},
    {"-_", "(int) -> int", negate_int, "the number with its sign turned"},
    {"-_", "(double) -> double", negate_double, "the number with its sign turned"},
    {"!", "(bool) -> bool", not_operator, "not"},
    {"==", "(A, A) -> bool", equality<true>, "equal; numbers of different types are equal by value"},
    {"!=", "(A, A) -> bool", equality<false>, "not equal"},
    {"in", "(A, list(A)) -> bool", in_list, "whether the list has the element"},
    {"in", "(A, map(A, B)) -> bool", in_map, "whether the map has the key"},
    FACTLINT_ORDERED("<", Relation::less),
    FACTLINT_ORDERED("<=", Relation::less_equal),
    FACTLINT_ORDERED(">", Relation::greater),
    FACTLINT_ORDERED(">=", Relation::greater_equal),
};

#undef FACTLINT_ORDERED

}  // namespace

std::span<const Function> operator_functions() { return rows; }

}  // namespace factlint::expr
