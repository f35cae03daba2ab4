// Lists and maps: size, slices, order, distinct elements (cel-go, ext/lists.go).
#include <algorithm>

#include "expr/equality.h"
#include "expr/functions/groups.h"

namespace factlint::expr {
namespace {

Value size_of_list(Call& call) { return {static_cast<std::int64_t>(call.items(0).size())}; }

Value size_of_map(Call& call) {
    const auto* map = std::get_if<Map>(&call.arguments[0].data);
    return {static_cast<std::int64_t>(map ? map->entries.size() : call.get<Object>(0).fields.size())};
}

Value slice_list(Call& call) {
    const auto items = call.items(0);
    const std::int64_t begin = call.integer(1), end = call.integer(2);
    if (begin < 0 || begin > end || end > static_cast<std::int64_t>(items.size()))
        return call.fail("the positions are outside the list");
    return {List{items.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin))}};
}

bool flatten_into(Call& call, std::span<const Value> items, std::int64_t depth, std::vector<Value>& out) {
    for (const auto& item : items) {
        const auto* inner = std::get_if<List>(&item.data);
        if (inner && depth > 0) {
            if (!flatten_into(call, inner->items, depth - 1, out)) return false;
            continue;
        }
        if (!call.afford(1, out.size() * sizeof(Value))) return false;
        out.push_back(item);
    }
    return true;
}

Value flatten(Call& call) {
    const std::int64_t depth = call.arguments.size() > 1 ? call.integer(1) : 1;
    if (depth < 0) return call.fail("the depth is a number from 0");
    std::vector<Value> out;
    return flatten_into(call, call.items(0), depth, out) ? call.make_list(out) : call.fail_limit();
}

Value sort(Call& call) {
    const auto items = call.items(0);
    if (!call.afford(items.size() * 8, items.size() * sizeof(Value))) return call.fail_limit();
    std::vector<Value> sorted(items.begin(), items.end());
    for (const auto& item : sorted)
        if (item.data.index() != sorted[0].data.index() || !order(item, sorted[0]))
            return call.fail("the elements have no common order");
    std::stable_sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) {
        return order(a, b) == std::partial_ordering::less;
    });
    return call.make_list(sorted);
}

bool same(const Value& a, const Value& b) {
    const auto* left = stated_in(a);
    const auto* right = stated_in(b);
    if (left && right) return same_written(*left, *right);
    const Comparison found = equal(a, b);
    return found.problem.empty() && found.truth == Truth::yes;
}

/// The first of those that are the same; of facts those written alike, whatever they admit.
Value distinct(Call& call) {
    std::vector<Value> out;
    for (const auto& item : call.items(0)) {
        const std::uint64_t size = expanded_size(item, call.cost + 1);
        if (size > call.cost / (out.size() + 1)) return call.fail_limit();
        if (!call.afford((out.size() + 1) * size, out.size() * sizeof(Value))) return call.fail_limit();
        if (std::none_of(out.begin(), out.end(), [&](const Value& known) { return same(known, item); }))
            out.push_back(item);
    }
    return call.make_list(out);
}

Value reverse(Call& call) {
    const auto items = call.items(0);
    return call.make_list(std::vector<Value>(items.rbegin(), items.rend()));
}

Value range(Call& call) {
    const std::int64_t count = std::max<std::int64_t>(call.integer(0), 0);
    const auto size = static_cast<std::size_t>(count);
    if (count > 10'000'000 || !call.afford(size, size * sizeof(Value))) return call.fail_limit();
    const auto values = call.arena.values(size);
    for (std::int64_t i = 0; i < count; ++i) values[static_cast<std::size_t>(i)] = {i};
    return {List{values}};
}

Value first(Call& call) { return {Optional{call.items(0).empty() ? nullptr : &call.items(0).front()}}; }
Value last(Call& call) { return {Optional{call.items(0).empty() ? nullptr : &call.items(0).back()}}; }

constexpr Function rows[] = {
    {"size", "(list(A)) -> int", size_of_list, "number of elements"},
    {"size", "list(A).() -> int", size_of_list, "number of elements"},
    {"size", "(map(A, B)) -> int", size_of_map, "number of entries"},
    {"size", "map(A, B).() -> int", size_of_map, "number of entries"},
    {"slice", "list(A).(int, int) -> list(A)", slice_list, "the elements between two positions"},
    {"flatten", "list(list(A)).() -> list(A)", flatten, "the elements of the lists inside"},
    {"flatten", "list(dyn).(int) -> list(dyn)", flatten, "the same, so many levels deep"},
    {"sort", "list(A).() -> list(A)", sort, "from the least to the greatest"},
    {"distinct", "list(A).() -> list(A)", distinct,
     "each element once; of facts those written alike count as one"},
    {"distinct", "(list(A)) -> list(A)", distinct, "the same"},
    {"reverse", "list(A).() -> list(A)", reverse, "from last to first"},
    {"lists.range", "(int) -> list(int)", range, "0, 1, … below a number"},
    {"first", "list(A).() -> optional_type(A)", first, "the first element, if there is one"},
    {"last", "list(A).() -> optional_type(A)", last, "the last element, if there is one"},
};

}  // namespace

std::span<const Function> list_functions() { return rows; }

}  // namespace factlint::expr
