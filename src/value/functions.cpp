#include "value/functions.h"

#include <algorithm>
#include <vector>

#include "value/operand.h"

namespace factlint {
namespace {

Mismatch nothing_to(std::string_view operation) {
    return {Mismatch::Why::empty, "cannot take the " + std::string(operation) + " of no values"};
}

/// All values in the unit of the first.
Outcome<std::vector<Stated>> in_one_unit(std::span<const Stated> values) {
    std::vector<Stated> made;
    made.reserve(values.size());
    for (const Stated& value : values) {
        const auto outcome = align(values.front(), value, {"compare"});
        if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
        const auto& pair = std::get<Aligned>(outcome);
        made.push_back(computed(values.front().kind, values.front().unit, pair.right, pair.right_admits,
                                values.front(), value));
    }
    return made;
}

bool all_stated_in_rule(std::span<const Stated> values) {
    return std::all_of(values.begin(), values.end(),
                       [](const Stated& value) { return value.stated_in_rule; });
}

/// What the smaller of two values can be.
Interval lower_envelope(const Interval& a, const Interval& b) {
    if (!a.high || !b.high) return {hull(a, b).low, a.high ? a.high : b.high};
    const bool from_a = a.high->value < b.high->value || (a.high->value == b.high->value && !a.high->open);
    return {hull(a, b).low, from_a ? a.high : b.high};
}

Interval upper_envelope(const Interval& a, const Interval& b) { return -lower_envelope(-a, -b); }

/// The first of dates, times, texts (sign 1) or the last (-1): one of them, since an envelope of them is none.
Outcome<Stated> outermost(std::span<const Stated> values, int sign) {
    const Stated* found = &values.front();
    for (const Stated& value : values.subspan(1)) {
        const auto outcome = compare(sign > 0 ? Relation::less : Relation::greater, value, *found);
        if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
        if (std::get<Truth>(outcome) == Truth::yes) found = &value;
    }
    return *found;
}

/// The smallest (sign 1) or largest (-1) of values in one unit.
Outcome<Stated> extreme(std::span<const Stated> values, std::string_view operation, int sign) {
    if (values.empty()) return nothing_to(operation);
    if (role(values.front()) == Role::none) return outermost(values, sign);
    auto outcome = in_one_unit(values);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
    const auto& aligned = std::get<std::vector<Stated>>(outcome);
    Stated found = aligned.front();
    found.stated_in_rule = all_stated_in_rule(values);
    for (const Stated& value : aligned) {
        found.number = sign > 0 ? std::min(found.number, value.number) : std::max(found.number, value.number);
        found.admits = sign > 0 ? lower_envelope(found.admits, value.admits)
                                : upper_envelope(found.admits, value.admits);
    }
    return found;
}

/// The two sorted places around a quantile, and how far it is from the first to the second.
struct Rank {
    std::size_t first = 0, second = 0;
    Number part;

    Rank(std::size_t size, const Number& share) {
        const Number rank = share * Number(static_cast<std::int64_t>(size - 1));
        first = static_cast<std::size_t>(rank.floor().to_int64().value_or(0));
        part = rank - rank.floor();
        second = part == Number(0) ? first : first + 1;
    }
    Number between(const Number& low, const Number& high) const { return low + (high - low) * part; }
};

/// The quantile of sorted ends; infinite where one beside it is.
std::optional<Bound> quantile_of(std::vector<std::optional<Bound>> ends, bool lower, const Number& share) {
    std::sort(ends.begin(), ends.end(), [lower](const auto& a, const auto& b) {
        if (!a || !b) return lower ? !a && b : a && !b;
        return a->value < b->value;
    });
    const Rank rank(ends.size(), share);
    const auto &first = ends[rank.first], &second = ends[rank.second];
    if (!first || !second) return std::nullopt;
    return Bound{rank.between(first->value, second->value), first->open || second->open,
                 first->rounded || second->rounded};
}

std::optional<Bound> rounded_end(const std::optional<Bound>& end, int exponent) {
    if (!end) return std::nullopt;
    return Bound{end->value.rounded(exponent), false, false};
}

}  // namespace

Outcome<Stated> round_to(const Stated& x, int exponent) {
    constexpr int farthest = 4096;
    if (role(x) == Role::none || exponent < -farthest || exponent > farthest) return unfit(x, "round");
    const Interval admits = admissible(x);
    return computed(x.kind, x.unit, x.number.rounded(exponent),
                    {rounded_end(admits.low, exponent), rounded_end(admits.high, exponent)}, x, x);
}

Outcome<Stated> absolute(const Stated& x) {
    if (role(x) == Role::none) return unfit(x, "take the absolute value of");
    const Interval admits = admissible(x);
    const Interval zero = Interval::exactly(0);
    Interval magnitude = admits;
    if (less_equal(admits, zero) == Truth::yes)
        magnitude = -admits;
    else if (less(admits, zero) == Truth::open)
        magnitude = {zero.low, upper_envelope(admits, -admits).high};
    return computed(x.kind, x.unit, x.number.abs(), magnitude, x, x);
}

Outcome<Stated> sum(std::span<const Stated> values) {
    if (values.empty()) return bare(0);
    Outcome<Stated> total = values.front();
    for (const Stated& value : values.subspan(1)) {
        total = add(std::get<Stated>(total), value);
        if (total.index() != 0) return total;
    }
    return total;
}

Outcome<Stated> minimum(std::span<const Stated> values) { return extreme(values, "minimum", 1); }
Outcome<Stated> maximum(std::span<const Stated> values) { return extreme(values, "maximum", -1); }

Outcome<Stated> average(std::span<const Stated> values) {
    if (values.empty()) return nothing_to("average");
    auto total = sum(values);
    auto* found = std::get_if<Stated>(&total);
    if (!found) return total;
    const Number share = Number(1) / static_cast<std::int64_t>(values.size());
    return computed(found->kind, found->unit, found->number * share, scaled(admissible(*found), share),
                    *found, *found);
}

Outcome<Stated> median(std::span<const Stated> values) {
    if (values.empty()) return nothing_to("median");
    return quantile(values, Number(1) / 2);
}

Outcome<Stated> quantile(std::span<const Stated> values, const Number& share) {
    if (values.empty()) return nothing_to("quantile");
    auto outcome = in_one_unit(values);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
    auto& aligned = std::get<std::vector<Stated>>(outcome);
    std::vector<std::optional<Bound>> lows, highs;
    for (const Stated& value : aligned) {
        lows.push_back(value.admits.low);
        highs.push_back(value.admits.high);
    }
    std::sort(aligned.begin(), aligned.end(),
              [](const Stated& a, const Stated& b) { return a.number < b.number; });
    Stated found = aligned.front();
    found.stated_in_rule = all_stated_in_rule(values);
    const Rank rank(aligned.size(), share);
    found.number = rank.between(aligned[rank.first].number, aligned[rank.second].number);
    found.admits = {quantile_of(std::move(lows), true, share), quantile_of(std::move(highs), false, share)};
    return found;
}

}  // namespace factlint
