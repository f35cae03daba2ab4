// Functions of facts: aggregates, change, agreement, literals.
#include <algorithm>
#include <array>
#include <charconv>

#include "expr/describe.h"
#include "expr/functions/fact_support.h"
#include "value/functions.h"

namespace factlint::expr {
namespace {

constexpr std::string_view wanted = "a list of facts or numbers is wanted here";

Error::Cause blame(std::span<const Stated> operands) {
    const bool stated =
        std::all_of(operands.begin(), operands.end(), [](const Stated& o) { return o.stated_in_rule; });
    return stated ? Error::Cause::rule : Error::Cause::document;
}

/// What an aggregate of facts gives for plain values: an int again, or one of the items.
Value plain_again(const Call& call, std::span<const Value> items, Stated found) {
    const auto same = std::find_if(items.begin(), items.end(), [&](const Value& item) {
        return same_written(*fact_operand(item), found);
    });
    if (same != items.end()) return *same;
    const auto whole = found.number.to_int64();
    return whole && found.kind != Kind::text ? Value{*whole} : fact_value(call, std::move(found));
}

using Aggregate = Outcome<Stated> (*)(std::span<const Stated>);

/// A function of value/functions.h over a list; `plain`: ints and texts stay what they are.
template <Aggregate operation, bool plain> Value aggregate(Call& call, std::span<const Value> items) {
    constexpr std::uint64_t steps = 8;  // an item is converted into one unit, and sorted for the median
    if (!call.afford(items.size() * steps, 0)) return call.fail_limit();
    const auto operands = fact_operands(items);
    if (!operands) return call.fail(wanted, Error::Cause::rule);
    auto outcome = operation(*operands);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) {
        const bool nothing = mismatch->why == Mismatch::Why::empty;
        return call.fail(mismatch->message, nothing ? Error::Cause::evaluation : blame(*operands));
    }
    auto& found = std::get<Stated>(outcome);
    const bool facts = items.empty() || std::any_of(items.begin(), items.end(), stated_in);
    return facts || !plain ? fact_value(call, std::move(found)) : plain_again(call, items, std::move(found));
}

template <Aggregate operation, bool plain> Value of_list(Call& call) {
    return aggregate<operation, plain>(call, call.items(0));
}
template <Aggregate operation> Value of_arguments(Call& call) {
    return aggregate<operation, true>(call, call.arguments);
}

/// A share is written in the rule: 0.95 is the decimal that stands there.
std::optional<Number> share_of(const Value& value) {
    if (const auto* number = std::get_if<double>(&value.data)) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *number).ptr;
        return Number::parse({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }
    const auto stated = as_stated(value);
    return stated ? std::optional(stated->number) : std::nullopt;
}

Value quantile(Call& call) {
    constexpr std::uint64_t steps = 8;
    const auto items = call.items(0);
    if (!call.afford(items.size() * steps, 0)) return call.fail_limit();
    const auto share = share_of(call.arguments[1]);
    if (!share || *share < Number(0) || Number(1) < *share)
        return call.fail("the share of a quantile is a number from 0 to 1", Error::Cause::rule);
    const auto operands = fact_operands(items);
    if (!operands) return call.fail(wanted, Error::Cause::rule);
    auto outcome = factlint::quantile(*operands, *share);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) {
        const bool nothing = mismatch->why == Mismatch::Why::empty;
        return call.fail(mismatch->message, nothing ? Error::Cause::evaluation : blame(*operands));
    }
    return fact_value(call, std::move(std::get<Stated>(outcome)));
}

Value count(Call& call) { return {static_cast<std::int64_t>(call.items(0).size())}; }

Value agreement(Call& call, std::span<const Value> items) {
    const auto operands = fact_operands(items);
    if (!operands) return call.fail(wanted, Error::Cause::rule);
    return truth_outcome(call, agree(*operands), blame(*operands));
}
Value agree_of_list(Call& call) { return agreement(call, call.items(0)); }
Value agree_of(Call& call) { return agreement(call, call.arguments); }

Value round(Call& call) {
    const std::int64_t digits = call.arguments.size() > 1 ? call.integer(1) : 0;
    if (digits < -100 || digits > 100) return call.fail("the number of digits is from -100 to 100");
    const Stated& x = call.stated(0);
    return fact_outcome(call, round_to(x, -static_cast<int>(digits)), x, x);
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
    {"sum", "(list(A)) -> A", of_list<factlint::sum, true>, "the sum, 0 of an empty list"},
    {"min", "(list(A)) -> A", of_list<minimum, true>, "the least"},
    {"min", "(fact, fact...) -> fact", of_arguments<minimum>, "the least"},
    {"max", "(list(A)) -> A", of_list<maximum, true>, "the greatest"},
    {"max", "(fact, fact...) -> fact", of_arguments<maximum>, "the greatest"},
    {"avg", "(list(dyn)) -> fact", of_list<average, false>, "the mean, exact"},
    {"median", "(list(dyn)) -> fact", of_list<factlint::median, false>, "the median"},
    {"quantile", "(list(dyn), dyn) -> fact", quantile, "the value below which a share lies: 0.95"},
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
    {"abs", "(fact) -> fact", of_one<absolute>, "the value without its sign"},
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
