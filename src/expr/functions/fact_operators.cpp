// Operators of facts, alone and beside integers (design, section 3). Results may be open.
#include "expr/functions/fact_support.h"

namespace factlint::expr {
namespace {

using Operation = Outcome<Stated> (*)(const Stated&, const Stated&);

template <Operation operation> Value arithmetic(Call& call) {
    const Stated a = *as_stated(call.arguments[0]), b = *as_stated(call.arguments[1]);
    return fact_outcome(call, operation(a, b), a, b);
}

Value negated(Call& call) { return fact_value(call, negate(call.stated(0))); }

template <Relation relation> Value compared(Call& call) {
    const Comparison found = compare(relation, call.arguments[0], call.arguments[1]);
    if (!found.problem.empty()) return call.fail(found.problem, found.cause);
    return truth_value(found.truth);
}

constexpr std::string_view both = "(fact, fact) -> fact";
constexpr std::string_view right = "(fact, int) -> fact";
constexpr std::string_view left = "(int, fact) -> fact";
constexpr std::string_view order_both = "(fact, fact) -> bool";
constexpr std::string_view order_right = "(fact, int) -> bool";
constexpr std::string_view order_left = "(int, fact) -> bool";

constexpr Function rows[] = {
    {"+", both, arithmetic<add>, "sum, in the unit of the first"},
    {"+", right, arithmetic<add>, "sum"},
    {"+", left, arithmetic<add>, "sum"},
    {"-", both, arithmetic<subtract>, "difference; of percentages in percentage points"},
    {"-", right, arithmetic<subtract>, "difference"},
    {"-", left, arithmetic<subtract>, "difference"},
    {"*", both, arithmetic<multiply>, "product; a percentage of something is its hundredths"},
    {"*", right, arithmetic<multiply>, "product"},
    {"*", left, arithmetic<multiply>, "product"},
    {"/", both, arithmetic<divide>, "exact quotient"},
    {"/", right, arithmetic<divide>, "exact quotient"},
    {"/", left, arithmetic<divide>, "exact quotient"},
    {"-_", "(fact) -> fact", negated, "the value with its sign turned"},
    {"<", order_both, compared<Relation::less>,
     "less, or before; open where the written values do not decide"},
    {"<", order_right, compared<Relation::less>, "less"},
    {"<", order_left, compared<Relation::less>, "less"},
    {"<=", order_both, compared<Relation::less_equal>, "at most"},
    {"<=", order_right, compared<Relation::less_equal>, "at most"},
    {"<=", order_left, compared<Relation::less_equal>, "at most"},
    {">", order_both, compared<Relation::greater>, "greater, or after"},
    {">", order_right, compared<Relation::greater>, "greater"},
    {">", order_left, compared<Relation::greater>, "greater"},
    {">=", order_both, compared<Relation::greater_equal>, "at least"},
    {">=", order_right, compared<Relation::greater_equal>, "at least"},
    {">=", order_left, compared<Relation::greater_equal>, "at least"},
};

}  // namespace

std::optional<Stated> fact_operand(const Value& value) {
    const auto* text = std::get_if<std::string_view>(&value.data);
    if (!text) return as_stated(value);
    Stated made;
    made.kind = Kind::text;
    made.text = *text;
    made.stated_in_rule = true;
    return made;
}

std::optional<std::vector<Stated>> fact_operands(std::span<const Value> items) {
    std::vector<Stated> operands;
    for (const auto& item : items) {
        auto operand = fact_operand(item);
        if (!operand) return std::nullopt;
        operands.push_back(std::move(*operand));
    }
    return operands;
}

std::span<const Function> fact_operator_functions() { return rows; }

}  // namespace factlint::expr
