// Functions of facts: aggregates, change, agreement, literals.
#include <algorithm>

#include "expr/describe.h"
#include "expr/functions/fact_support.h"

namespace factlint::expr {
namespace {

constexpr std::string_view wanted = "a list of facts or numbers is wanted here";

Value as_value(const Call& call, const Value& original, Stated value) {
    return stated_in(original) ? fact_value(call, std::move(value)) : original;
}

/// Adds up exactly; ints alone give an int.
Value sum(Call& call) {
    const auto items = call.items(0);
    if (items.empty()) return fact_value(call, bare(0));
    if (!call.afford(items.size(), 0)) return call.fail_limit();
    const auto operands = fact_operands(items);
    if (!operands) return call.fail(wanted, Error::Cause::rule);
    Stated total = operands->front();
    for (std::size_t i = 1; i < operands->size(); ++i) {
        auto next = add(total, (*operands)[i]);
        if (std::holds_alternative<Mismatch>(next))
            return fact_outcome(call, std::move(next), total, (*operands)[i]);
        total = std::move(std::get<Stated>(next));
    }
    total.origin = no_origin;
    const auto whole = total.number.to_int64();
    const bool ints = std::none_of(items.begin(), items.end(), stated_in);
    return ints && whole ? Value{*whole} : fact_value(call, std::move(total));
}

/// Less by what is written, where what is admitted overlaps.
std::optional<bool> before(const Stated& a, const Stated& b, std::string& problem) {
    auto less = compare(Relation::less, a, b);
    if (const auto* mismatch = std::get_if<Mismatch>(&less)) {
        problem = mismatch->message;
        return std::nullopt;
    }
    if (std::get<Truth>(less) != Truth::open) return std::get<Truth>(less) == Truth::yes;
    auto difference = subtract(a, b);
    const auto* found = std::get_if<Stated>(&difference);
    return found && found->number.sign() < 0;
}

Value extreme(Call& call, std::span<const Value> items, bool greatest) {
    if (items.empty()) return call.fail("the list is empty");
    if (!call.afford(items.size(), 0)) return call.fail_limit();
    const auto operands = fact_operands(items);
    if (!operands) return call.fail(wanted, Error::Cause::rule);
    std::size_t best = 0;
    for (std::size_t i = 1; i < operands->size(); ++i) {
        const Stated& a = (*operands)[greatest ? best : i];
        const Stated& b = (*operands)[greatest ? i : best];
        std::string problem;
        const auto better = before(a, b, problem);
        if (!better) return call.fail(problem, blame(a, b));
        if (*better) best = i;
    }
    return as_value(call, items[best], (*operands)[best]);
}

Value min_of_list(Call& call) { return extreme(call, call.items(0), false); }
Value max_of_list(Call& call) { return extreme(call, call.items(0), true); }
Value min_of(Call& call) { return extreme(call, call.arguments, false); }
Value max_of(Call& call) { return extreme(call, call.arguments, true); }

Value avg(Call& call) {
    if (call.items(0).empty()) return call.fail("the list is empty");
    const Value total = sum(call);
    const auto stated = as_stated(total);
    if (!stated) return total;
    const Stated count = bare(static_cast<std::int64_t>(call.items(0).size()));
    return fact_outcome(call, divide(*stated, count), *stated, count);
}

Value median(Call& call) {
    if (call.items(0).empty()) return call.fail("the list is empty");
    if (!call.afford(call.items(0).size() * 8, 0)) return call.fail_limit();
    auto operands = fact_operands(call.items(0));
    if (!operands) return call.fail(wanted, Error::Cause::rule);
    std::string problem;
    std::stable_sort(operands->begin(), operands->end(),
                     [&](const Stated& a, const Stated& b) { return before(a, b, problem).value_or(false); });
    if (!problem.empty()) return call.fail(problem, Error::Cause::document);
    const std::size_t middle = operands->size() / 2;
    if (operands->size() % 2 == 1) return fact_value(call, (*operands)[middle]);
    auto both = add((*operands)[middle - 1], (*operands)[middle]);
    const auto* total = std::get_if<Stated>(&both);
    if (!total) return fact_outcome(call, std::move(both), (*operands)[middle - 1], (*operands)[middle]);
    return fact_outcome(call, divide(*total, bare(2)), *total, bare(2));
}

Value count(Call& call) { return {static_cast<std::int64_t>(call.items(0).size())}; }

Value agreement(Call& call, std::span<const Value> items) {
    const auto operands = fact_operands(items);
    if (!operands) return call.fail(wanted, Error::Cause::rule);
    const bool stated =
        std::all_of(operands->begin(), operands->end(), [](const Stated& o) { return o.stated_in_rule; });
    return truth_outcome(call, agree(*operands), stated ? Error::Cause::rule : Error::Cause::document);
}
Value agree_of_list(Call& call) { return agreement(call, call.items(0)); }
Value agree_of(Call& call) { return agreement(call, call.arguments); }

template <Outcome<Stated> (*operation)(const Stated&, const Stated&)> Value of_two(Call& call) {
    const auto a = as_stated(call.arguments[0]), b = as_stated(call.arguments[1]);
    if (!a || !b) return call.fail("facts or integers are wanted here", Error::Cause::rule);
    auto outcome = operation(*a, *b);
    const auto* mismatch = std::get_if<Mismatch>(&outcome);
    if (mismatch && mismatch->why == Mismatch::Why::zero)
        return {Unknown{}};  // a base that reaches 0 decides nothing
    return fact_outcome(call, std::move(outcome), *a, *b);
}

std::optional<Bound> rounded(const std::optional<Bound>& bound, int exponent) {
    return bound ? std::optional(Bound{bound->value.rounded(exponent), false, false}) : std::nullopt;
}

Value round(Call& call) {
    const std::int64_t digits = call.arguments.size() > 1 ? call.integer(1) : 0;
    if (digits < -100 || digits > 100) return call.fail("the number of digits is from -100 to 100");
    const int exponent = -static_cast<int>(digits);
    Stated value = call.stated(0);
    value.number = value.number.rounded(exponent);
    value.admits = {rounded(value.admits.low, exponent), rounded(value.admits.high, exponent)};
    value.text = {};
    value.origin = no_origin;
    return fact_value(call, std::move(value));
}

Value absolute(Call& call) {
    const Stated& value = call.stated(0);
    const Interval zero = Interval::exactly(0);
    if (less_equal(zero, value.admits) == Truth::yes) return call.arguments[0];
    Stated turned = negate(value);
    if (less_equal(value.admits, zero) == Truth::yes) return fact_value(call, std::move(turned));
    Interval both = hull(hull(zero, value.admits), turned.admits);
    both.low = zero.low;
    turned.admits = both;
    turned.number = value.number.abs();
    return fact_value(call, std::move(turned));
}

/// The value widened by a tolerance, which may be a percentage of it.
Value within(Call& call) {
    const auto value = as_stated(call.arguments[0]), tolerance = as_stated(call.arguments[1]);
    if (!value || !tolerance) return call.fail("facts or integers are wanted here", Error::Cause::rule);
    Stated width = *tolerance;
    if (width.kind == Kind::percent && value->kind != Kind::percent) {
        auto part = multiply(*value, width);
        if (auto* found = std::get_if<Stated>(&part)) width = *found;
    }
    width.number = width.number.abs();
    width.admits = Interval::exactly(width.number);
    auto low = subtract(*value, width), high = add(*value, width);
    auto* below = std::get_if<Stated>(&low);
    auto* above = std::get_if<Stated>(&high);
    if (!below || !above) return fact_outcome(call, std::move(low), *value, width);
    Stated widened = *value;
    widened.admits = hull(below->admits, above->admits);
    return fact_value(call, std::move(widened));
}

Value quantity(Call& call) {
    const Stated* found =
        call.read_stated && *call.read_stated ? (*call.read_stated)(call.text(0), call.arena) : nullptr;
    if (!found)
        return call.fail("'" + std::string(call.text(0)) + "' is not one quantity", Error::Cause::rule);
    Stated value = *found;
    value.stated_in_rule = true;
    return fact_value(call, std::move(value));
}

Value date(Call& call) {
    Stated value;
    value.stated_in_rule = true;
    value.text = call.text(0);
    if (const auto day = parse_date(call.text(0))) {
        value.kind = Kind::date;
        value.dates = {*day, *day};
        return fact_value(call, std::move(value));
    }
    if (const auto days = parse_date_range(call.text(0))) {
        value.kind = Kind::date_range;
        value.dates = *days;
        return fact_value(call, std::move(value));
    }
    const Value read = quantity(call);
    const auto* fact = stated_in(read);
    if (fact && is_temporal(fact->kind)) return read;
    return call.fail("'" + std::string(call.text(0)) + "' is not a date", Error::Cause::rule);
}

Value decimal(Call& call) {
    const auto number = Number::parse(call.text(0));
    if (!number)
        return call.fail("'" + std::string(call.text(0)) + "' is not a decimal number", Error::Cause::rule);
    Stated value = bare(*number);
    value.stated_in_rule = true;
    return fact_value(call, std::move(value));
}

Value text_of(Call& call) { return call.make_text(plain_text(call.arguments[0])); }

constexpr Function rows[] = {
    {"sum", "(list(A)) -> A", sum, "the sum, 0 of an empty list"},
    {"min", "(list(A)) -> A", min_of_list, "the least"},
    {"min", "(fact, fact...) -> fact", min_of, "the least"},
    {"max", "(list(A)) -> A", max_of_list, "the greatest"},
    {"max", "(fact, fact...) -> fact", max_of, "the greatest"},
    {"avg", "(list(dyn)) -> fact", avg, "the mean, exact"},
    {"median", "(list(dyn)) -> fact", median, "the median"},
    {"count", "(list(A)) -> int", count, "the number of elements"},
    {"agree", "(list(dyn)) -> bool", agree_of_list, "whether all share a value that their writing admits"},
    {"agree", "(fact, fact...) -> bool", agree_of, "whether all share a value that their writing admits"},
    {"change", "(dyn, dyn) -> fact(percent)", of_two<factlint::change>,
     "the change from the first to the second in percent"},
    {"percent_of", "(dyn, dyn) -> fact(percent)", of_two<factlint::percent_of>,
     "the first in percent of the second"},
    {"ratio", "(dyn, dyn) -> fact", of_two<divide>, "the exact quotient"},
    {"round", "(fact) -> fact", round, "the nearest whole number, halves away from zero"},
    {"round", "(fact, int) -> fact", round, "the same, with so many decimals"},
    {"abs", "(fact) -> fact", absolute, "the value without its sign"},
    {"within", "(dyn, dyn) -> fact", within, "the value, give or take a tolerance or a percentage"},
    {"quantity", "(string) -> fact", quantity, "a fact written in the rule: quantity('3 km')"},
    {"date", "(string) -> fact(date|date_range|datetime|time)", date,
     "a date written in the rule: date('2025-11-02')"},
    {"decimal", "(string) -> fact(number)", decimal, "an exact number written in the rule: decimal('1.1')"},
    {"string", "(fact) -> string", text_of, "the fact as reports show it"},
};

}  // namespace

std::span<const Function> fact_functions() { return rows; }

}  // namespace factlint::expr
