// Optional values (cel-go, cel/library.go).
#include <algorithm>

#include "expr/functions/groups.h"

namespace factlint::expr {
namespace {

Value of(Call& call) {
    const auto copied = call.arena.values(1);
    copied[0] = call.arguments[0];
    return {Optional{copied.data()}};
}

Value none(Call&) { return {Optional{}}; }

struct IsZero {
    bool operator()(Null) const { return true; }
    bool operator()(bool value) const { return !value; }
    bool operator()(std::int64_t value) const { return value == 0; }
    bool operator()(std::uint64_t value) const { return value == 0; }
    bool operator()(double value) const { return value == 0; }
    bool operator()(std::string_view value) const { return value.empty(); }
    bool operator()(Bytes value) const { return value.data.empty(); }
    bool operator()(List value) const { return value.items.empty(); }
    bool operator()(Map value) const { return value.entries.empty(); }
    bool operator()(Timestamp value) const { return value.seconds == 0 && value.nanos == 0; }
    bool operator()(Duration value) const { return value.seconds == 0 && value.nanos == 0; }
    bool operator()(Optional value) const { return value.value == nullptr; }
    template <class T> bool operator()(const T&) const { return false; }
};

Value of_non_zero(Call& call) { return std::visit(IsZero{}, call.arguments[0].data) ? none(call) : of(call); }
Value has_value(Call& call) { return {call.get<Optional>(0).value != nullptr}; }

Value value(Call& call) {
    const auto* inner = call.get<Optional>(0).value;
    return inner ? *inner : call.fail("there is no value in this optional");
}

Value either(Call& call) { return call.arguments[call.get<Optional>(0).value ? 0 : 1]; }

Value or_value(Call& call) {
    const auto* inner = call.get<Optional>(0).value;
    return inner ? *inner : call.arguments[1];
}

Value unwrap(Call& call) {
    std::vector<Value> values;
    for (const auto& item : call.items(0)) {
        const auto* optional = std::get_if<Optional>(&item.data);
        if (!optional) return call.fail("a list of optionals is wanted here");
        if (optional->value) values.push_back(*optional->value);
    }
    return call.make_list(values);
}

constexpr Function rows[] = {
    {"optional.of", "(A) -> optional_type(A)", of, "an optional with this value"},
    {"optional.ofNonZeroValue", "(A) -> optional_type(A)", of_non_zero,
     "an optional with this value, none for 0, '' and the like"},
    {"optional.none", "() -> optional_type(A)", none, "an optional without a value"},
    {"optional.unwrap", "(list(optional_type(A))) -> list(A)", unwrap, "the values that are there"},
    {"unwrapOpt", "list(optional_type(A)).() -> list(A)", unwrap, "the values that are there"},
    {"hasValue", "optional_type(A).() -> bool", has_value, "whether there is a value"},
    {"value", "optional_type(A).() -> A", value, "the value, or an error"},
    {"or", "optional_type(A).(optional_type(A)) -> optional_type(A)", either,
     "this, or the other where this has no value"},
    {"orValue", "optional_type(A).(A) -> A", or_value, "the value, or the other where there is none"},
};

}  // namespace

std::span<const Function> optional_functions() { return rows; }

}  // namespace factlint::expr
