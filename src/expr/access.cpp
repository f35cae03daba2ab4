// Fields, elements, has().
#include <cmath>

#include "expr/equality.h"
#include "expr/evaluator.h"

namespace factlint::expr {
namespace {

const Value* find_field(std::span<const Entry> fields, std::string_view name) {
    for (const auto& field : fields)
        if (const auto* key = std::get_if<std::string_view>(&field.key.data); key && *key == name)
            return &field.value;
    return nullptr;
}

std::optional<std::span<const Entry>> fields_of(const Value& value) {
    if (const auto* map = std::get_if<Map>(&value.data)) return map->entries;
    if (const auto* object = std::get_if<Object>(&value.data)) return object->fields;
    return std::nullopt;
}

/// An int, or a uint or double that is one.
std::optional<std::int64_t> as_index(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value.data)) return *number;
    if (const auto* number = std::get_if<std::uint64_t>(&value.data))
        return *number <= INT64_MAX ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
    const auto* number = std::get_if<double>(&value.data);
    if (!number || std::abs(*number) > 9e15 || *number != std::floor(*number)) return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

}  // namespace

Value Evaluator::present(const Value& value) {
    const auto copied = arena_.values(1);
    copied[0] = value;
    return {Optional{copied.data()}};
}

Value Evaluator::select(NodeId id) {
    const Node& node = tree_.nodes[id];
    const Value operand = evaluate(children(id)[0]);
    if (is_failure(operand)) return operand;
    const auto* optional = std::get_if<Optional>(&operand.data);
    if (!optional && !node.optional) return field(operand, node);
    if (optional && !optional->value) return operand;
    const Value& inner = optional ? *optional->value : operand;
    const Value found = has_field(inner, node);
    if (const auto* has_it = std::get_if<bool>(&found.data)) {
        if (!*has_it) return {Optional{}};
        const Value value = field(inner, node);
        return is_failure(value) || std::holds_alternative<Optional>(value.data) ? value : present(value);
    }
    return found;
}

Value Evaluator::field(const Value& operand, const Node& node) {
    if (const auto fields = fields_of(operand)) {
        const Value* found = find_field(*fields, node.text);
        return found ? *found : fail(node.span, "no such key: " + std::string(node.text));
    }
    if (const auto* fact = stated_in(operand)) {
        Value value = stated_field(*fact, node.text, arena_);
        if (auto* error = std::get_if<Error>(&value.data)) error->span = node.span;
        // A part that nobody wrote is a fact that was not found, under the name that the rule gives it.
        if (auto* missing = std::get_if<Unknown>(&value.data); missing && !missing->name.empty())
            missing->name = slice(tree_.source, node.span);
        return value;
    }
    return fail(node.span,
                std::string(type_name(operand)) + " has no field '" + std::string(node.text) + "'");
}

Value Evaluator::has(NodeId id) {
    const Value operand = evaluate(children(id)[0]);
    if (const auto* missing = std::get_if<Unknown>(&operand.data); missing && !missing->name.empty())
        return {false};
    if (is_failure(operand)) return operand;
    if (const auto* optional = std::get_if<Optional>(&operand.data))
        return optional->value ? has_field(*optional->value, tree_.nodes[id]) : Value{false};
    return has_field(operand, tree_.nodes[id]);
}

Value Evaluator::has_field(const Value& operand, const Node& node) {
    if (const auto fields = fields_of(operand)) {
        const Value* found = find_field(*fields, node.text);
        return {found && !is_unknown(*found)};
    }
    if (const auto* fact = stated_in(operand)) return {!is_failure(stated_field(*fact, node.text, arena_))};
    return fail(node.span, std::string(type_name(operand)) + " has no fields");
}

Value Evaluator::index(NodeId id) {
    const Node& node = tree_.nodes[id];
    const Value operand = evaluate(children(id)[0]);
    const Value key = evaluate(children(id)[1]);
    if (is_failure(operand)) return operand;
    if (is_failure(key)) return key;
    const auto* optional = std::get_if<Optional>(&operand.data);
    if (!optional) return element(operand, key, node);
    if (!optional->value) return operand;
    Node inner = node;
    inner.optional = true;
    return element(*optional->value, key, inner);
}

Value Evaluator::element(const Value& operand, const Value& key, const Node& node) {
    if (const auto* list = std::get_if<List>(&operand.data)) return list_element(list->items, key, node);
    const auto fields = fields_of(operand);
    if (!fields) return fail(node.span, std::string(type_name(operand)) + " has no elements");
    if (!is_key(key) && !std::holds_alternative<double>(key.data))
        return fail(node.span, std::string(type_name(key)) + " is no type of keys");
    constexpr std::uint64_t keys_a_step = 16;
    cost_ -= std::min<std::uint64_t>(cost_, fields->size() / keys_a_step);
    const Value* found = find_key(*fields, key);
    if (node.optional) return found ? present(*found) : Value{Optional{}};
    return found ? *found : fail(node.span, "no such key");
}

Value Evaluator::list_element(std::span<const Value> items, const Value& key, const Node& node) {
    if (stated_in(key))
        return fail(node.span, "an element is chosen by an int, not by a fact", Error::Cause::rule);
    const auto at = as_index(key);
    if (!at) return fail(node.span, "an element is chosen by an int");
    const bool inside = *at >= 0 && static_cast<std::uint64_t>(*at) < items.size();
    if (node.optional) return inside ? present(items[static_cast<std::size_t>(*at)]) : Value{Optional{}};
    if (inside) return items[static_cast<std::size_t>(*at)];
    return fail(node.span, "there is no element " + std::to_string(*at) + " in a list of " +
                               std::to_string(items.size()));
}

}  // namespace factlint::expr
