#include "expr/evaluator.h"

#include <algorithm>

#include "expr/equality.h"

namespace factlint::expr {

bool is_error(const Value& value) { return std::holds_alternative<Error>(value.data); }
bool is_unknown(const Value& value) { return std::holds_alternative<Unknown>(value.data); }
bool is_failure(const Value& value) { return is_error(value) || is_unknown(value); }

void Absorption::take(const Value& operand, Span span) {
    if (const auto* truth = std::get_if<bool>(&operand.data)) {
        decided = decided || *truth == absorbing;
    } else if (const auto* missing = std::get_if<Unknown>(&operand.data)) {
        if (!unknown || unknown->name.empty()) unknown = *missing;
    } else if (!error) {
        const auto* found = std::get_if<Error>(&operand.data);
        error = found ? *found : Error{"a condition is wanted here", span, Error::Cause::evaluation};
    }
}

Value Absorption::result() const {
    if (decided) return {absorbing};
    if (unknown) return {*unknown};
    if (error) return {*error};
    return {!absorbing};
}

Evaluator::Evaluator(const Tree& tree, const Bindings& bindings, Arena& arena, const Limits& limits)
    : tree_(tree), bindings_(bindings), arena_(arena), limits_(limits), cost_(limits.cost),
      locals_(tree.slots), variables_(tree.variables.size()) {}

Value Evaluator::fail(Span span, std::string_view message, Error::Cause cause) const {
    return {Error{arena_.text(message), span, cause}};
}

/// A decision is wanted that an open comparison cannot give.
Value Evaluator::open_here(Span span, std::string_view what) const {
    return fail(span,
                std::string(what) +
                    " rests on a comparison that the written values leave open: compare with agree([a, b])",
                Error::Cause::rule);
}

Value Evaluator::evaluate(NodeId id) {
    if (cost_ == 0)
        return fail(tree_.nodes[id].span, "the evaluation takes too many steps", Error::Cause::limit);
    --cost_;
    if (arena_.bytes() > limits_.bytes)
        return fail(tree_.nodes[id].span, "the evaluation takes too much memory", Error::Cause::limit);
    return step(id);
}

Value Evaluator::step(NodeId id) {
    const Node& node = tree_.nodes[id];
    switch (node.kind) {
        case NodeKind::failure:
        case NodeKind::name: return fail(node.span, node.text);
        case NodeKind::constant: return tree_.constants[node.payload];
        case NodeKind::variable: return variable(node.payload);
        case NodeKind::local: return locals_[node.payload];
        case NodeKind::select: return select(id);
        case NodeKind::index: return index(id);
        case NodeKind::call: return call(id);
        case NodeKind::list: return list(id);
        case NodeKind::map: return map(id);
        case NodeKind::optional_entry: return evaluate(children(id)[0]);
        case NodeKind::conditional: return conditional(id);
        case NodeKind::logical_and: return logical(id, false);
        case NodeKind::logical_or: return logical(id, true);
        case NodeKind::has: return has(id);
        case NodeKind::has_variable: return has_variable(node.payload);
        case NodeKind::macro: return macro(id);
        case NodeKind::block: return block(id);
    }
    return fail(node.span, "there is nothing to evaluate");
}

Value Evaluator::variable(std::uint32_t index) {
    auto& known = variables_[index];
    if (!known)
        known = bindings_.lookup ? bindings_.lookup(tree_.variables[index])
                                 : Value{Unknown{tree_.variables[index]}};
    return *known;
}

Value Evaluator::has_variable(std::uint32_t index) {
    const Value value = variable(index);
    if (is_error(value)) return value;
    return {!is_unknown(value)};
}

Value Evaluator::logical(NodeId id, bool absorbing) {
    Absorption absorption{absorbing, false, {}, {}};
    for (const NodeId child : children(id)) {
        absorption.take(evaluate(child), tree_.nodes[child].span);
        if (absorption.decided) break;
    }
    return absorption.result();
}

Value Evaluator::conditional(NodeId id) {
    const NodeId condition = children(id)[0];
    const Value chosen = evaluate(condition);
    if (const auto* truth = std::get_if<bool>(&chosen.data)) return evaluate(children(id)[*truth ? 1 : 2]);
    if (const auto* unknown = std::get_if<Unknown>(&chosen.data); unknown && unknown->name.empty())
        return open_here(tree_.nodes[condition].span, "the choice of ?:");
    return is_failure(chosen) ? chosen : fail(tree_.nodes[condition].span, "a condition is wanted here");
}

/// The value of an optional entry is added where there is one.
Value Evaluator::list(NodeId id) {
    std::vector<Value> items;
    std::optional<Value> failed;
    for (const NodeId child : children(id)) {
        Value value = evaluate(child);
        if (is_failure(value) && !failed) failed = value;
        if (tree_.nodes[child].kind == NodeKind::optional_entry && !is_failure(value)) {
            const auto* optional = std::get_if<Optional>(&value.data);
            if (!optional) return fail(tree_.nodes[child].span, "an optional is wanted after '?'");
            if (!optional->value) continue;
            value = *optional->value;
        }
        items.push_back(value);
    }
    if (failed) return *failed;
    const auto copied = arena_.values(items.size());
    std::copy(items.begin(), items.end(), copied.begin());
    return {List{copied}};
}

Value Evaluator::map(NodeId id) {
    std::vector<Entry> entries;
    const auto parts = children(id);
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        const Value key = evaluate(parts[i]);
        Value value = evaluate(parts[i + 1]);
        if (is_failure(key)) return key;
        if (is_failure(value)) return value;
        if (!is_key(key)) return fail(tree_.nodes[parts[i]].span, "keys are bool, int, uint or string");
        if (tree_.nodes[parts[i + 1]].kind == NodeKind::optional_entry) {
            const auto* optional = std::get_if<Optional>(&value.data);
            if (!optional) return fail(tree_.nodes[parts[i + 1]].span, "an optional is wanted after '?'");
            if (!optional->value) continue;
            value = *optional->value;
        }
        entries.push_back({key, value});
    }
    return make_map(entries, tree_.nodes[id].span);
}

Value Evaluator::make_map(std::vector<Entry>& entries, Span span) {
    if (repeated_key(entries)) return fail(span, "a key stands twice in this map");
    const auto copied = arena_.entries(entries.size());
    std::copy(entries.begin(), entries.end(), copied.begin());
    return {Map{copied}};
}

Value Evaluator::block(NodeId id) {
    const auto parts = children(id);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        locals_[tree_.nodes[id].payload + i] = evaluate(parts[i]);
    return evaluate(parts.back());
}

}  // namespace factlint::expr
