#include <algorithm>

#include "expr/equality.h"
#include "expr/evaluator.h"

namespace factlint::expr {

std::vector<Element> Evaluator::elements(const Value& range, Span span, Value& problem) const {
    std::vector<Element> found;
    if (const auto* list = std::get_if<List>(&range.data)) {
        for (std::size_t i = 0; i < list->items.size(); ++i)
            found.push_back({{static_cast<std::int64_t>(i)}, list->items[i]});
        return found;
    }
    const auto* map = std::get_if<Map>(&range.data);
    const auto* object = std::get_if<Object>(&range.data);
    if (!map && !object) {
        problem = is_failure(range)
                      ? range
                      : fail(span, "a list or a map is wanted here, not " + std::string(type_name(range)));
        return found;
    }
    for (const auto& entry : map ? map->entries : object->fields) found.push_back({entry.key, entry.value});
    return found;
}

void Evaluator::bind(const Node& node, const Element& element, bool keyed) {
    if (node.text2.empty()) {
        locals_[node.payload] = keyed ? element.key : element.value;
        return;
    }
    locals_[node.payload] = element.key;
    locals_[node.payload + 1] = element.value;
}

Value Evaluator::macro(NodeId id) {
    const Node& node = tree_.nodes[id];
    const Value range = evaluate(children(id)[0]);
    if (node.macro == Macro::bind) {
        locals_[node.payload] = range;
        return evaluate(children(id)[1]);
    }
    if (node.macro == Macro::opt_map || node.macro == Macro::opt_flat_map) return optional_macro(id, range);
    Value problem;
    const auto found = elements(range, tree_.nodes[children(id)[0]].span, problem);
    if (is_failure(problem)) return problem;
    const bool keyed = !std::holds_alternative<List>(range.data);
    switch (node.macro) {
        case Macro::all:
        case Macro::exists: return quantifier(id, found, keyed);
        case Macro::exists_one: return exists_one(id, found, keyed);
        case Macro::transform_map:
        case Macro::transform_entry: return collect_map(id, found, keyed);
        case Macro::sort_by: return sort_by(id, found, keyed);
        default: return collect(id, found, keyed);
    }
}

Value Evaluator::quantifier(NodeId id, const std::vector<Element>& range, bool keyed) {
    const Node& node = tree_.nodes[id];
    Absorption absorption{node.macro == Macro::exists, false, {}, {}};
    const NodeId body = children(id)[1];
    for (const auto& element : range) {
        bind(node, element, keyed);
        absorption.take(evaluate(body), tree_.nodes[body].span);
        if (absorption.decided || cost_ == 0) break;
    }
    return absorption.result();
}

/// What a condition that must decide gives: nothing and `taken`, or the failure.
std::optional<Value> Evaluator::admit(NodeId filter, bool& taken) {
    const Value value = evaluate(filter);
    const Span span = tree_.nodes[filter].span;
    if (const auto* truth = std::get_if<bool>(&value.data)) {
        taken = *truth;
        return std::nullopt;
    }
    if (const auto* unknown = std::get_if<Unknown>(&value.data); unknown && unknown->name.empty())
        return open_here(span, "the choice of elements");
    return is_failure(value) ? value : fail(span, "a condition is wanted here");
}

Value Evaluator::exists_one(NodeId id, const std::vector<Element>& range, bool keyed) {
    std::size_t count = 0;
    for (const auto& element : range) {
        bind(tree_.nodes[id], element, keyed);
        bool taken = false;
        if (const auto failed = admit(children(id)[1], taken)) return *failed;
        count += taken ? 1 : 0;
    }
    return {count == 1};
}

Value Evaluator::collect(NodeId id, const std::vector<Element>& range, bool keyed) {
    const Node& node = tree_.nodes[id];
    const bool filters = node.macro == Macro::filter;
    std::vector<Value> items;
    for (const auto& element : range) {
        bind(node, element, keyed);
        bool taken = true;
        if (filters || node.count == 3)
            if (const auto failed = admit(children(id)[1], taken)) return *failed;
        if (!taken) continue;
        const Value item =
            filters ? (keyed ? element.key : element.value) : evaluate(children(id)[node.count - 1]);
        if (is_failure(item)) return item;
        items.push_back(item);
    }
    const auto copied = arena_.values(items.size());
    std::copy(items.begin(), items.end(), copied.begin());
    return {List{copied}};
}

Value Evaluator::collect_map(NodeId id, const std::vector<Element>& range, bool keyed) {
    const Node& node = tree_.nodes[id];
    std::vector<Entry> entries;
    for (const auto& element : range) {
        bind(node, element, keyed);
        bool taken = true;
        if (node.count == 3)
            if (const auto failed = admit(children(id)[1], taken)) return *failed;
        if (!taken) continue;
        const Value value = evaluate(children(id)[node.count - 1]);
        if (is_failure(value)) return value;
        const auto* map = std::get_if<Map>(&value.data);
        if (node.macro == Macro::transform_map)
            entries.push_back({element.key, value});
        else if (map)
            entries.insert(entries.end(), map->entries.begin(), map->entries.end());
        else
            return fail(node.span, "transformMapEntry() wants a map here");
    }
    return make_map(entries, node.span);
}

Value Evaluator::sort_by(NodeId id, const std::vector<Element>& range, bool keyed) {
    const Node& node = tree_.nodes[id];
    std::vector<Entry> pairs;
    for (const auto& element : range) {
        bind(node, element, keyed);
        const Value key = evaluate(children(id)[1]);
        if (is_failure(key)) return key;
        if (!order(key, key)) return fail(node.span, std::string(type_name(key)) + " has no order");
        if (!pairs.empty() && !order(pairs[0].key, key))
            return fail(node.span, "the keys have no common order");
        pairs.push_back({key, keyed ? element.key : element.value});
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Entry& a, const Entry& b) {
        return order(a.key, b.key) == std::partial_ordering::less;
    });
    const auto copied = arena_.values(pairs.size());
    std::transform(pairs.begin(), pairs.end(), copied.begin(), [](const Entry& pair) { return pair.value; });
    return {List{copied}};
}

Value Evaluator::optional_macro(NodeId id, const Value& range) {
    const Node& node = tree_.nodes[id];
    if (is_failure(range)) return range;
    const auto* optional = std::get_if<Optional>(&range.data);
    if (!optional) return fail(node.span, "an optional is wanted here");
    if (!optional->value) return range;
    locals_[node.payload] = *optional->value;
    const Value result = evaluate(children(id)[1]);
    if (is_failure(result)) return result;
    if (node.macro == Macro::opt_map) return present(result);
    return std::holds_alternative<Optional>(result.data)
               ? result
               : fail(node.span, "optFlatMap() wants an optional here");
}

}  // namespace factlint::expr
