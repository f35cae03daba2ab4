#include "expr/checker.h"

namespace factlint::expr {

using Tag = Type::Tag;

Type Checker::with_locals(std::initializer_list<Local> locals, NodeId body) {
    const std::size_t base = locals_.size();
    locals_.insert(locals_.end(), locals);
    tree_.slots = std::max(tree_.slots, static_cast<std::uint32_t>(locals_.size()));
    Type type = check(body);
    locals_.resize(base);
    return type;
}

/// Key (or index) and value of what a macro goes through.
Checker::Elements Checker::elements(NodeId range) {
    const Type type = types_.apply(check(range));
    switch (type.tag) {
        case Tag::list: return {simple(Tag::integer), type.parameters[0], false};
        case Tag::map: return {type.parameters[0], type.parameters[1], true};
        case Tag::parameter: types_.assignable(simple(Tag::dyn), type); break;
        case Tag::dyn:
        case Tag::error: break;
        default: report(tree_.nodes[range].span, "a list or a map is wanted here, not " + to_string(type));
    }
    return {simple(Tag::dyn), simple(Tag::dyn), false};
}

Type Checker::optional_macro(NodeId id) {
    const NodeId range = tree_.children_of(id)[0];
    const Type value = types_.fresh();
    const Type type = check(range);
    if (!types_.assignable(type, optional_of(value)))
        return report(tree_.nodes[range].span,
                      "an optional is wanted here, not " + to_string(types_.apply(type, true)));
    const Node node = tree_.nodes[id];
    const NodeId body = tree_.children_of(id)[1];
    const Type result = with_locals({{node.text, types_.apply(value)}}, body);
    if (node.macro == Macro::opt_map) return optional_of(result);
    if (types_.assignable(result, optional_of(types_.fresh()))) return result;
    return report(tree_.nodes[body].span, "optFlatMap() wants an optional here");
}

Type Checker::macro(NodeId id) {
    const Node node = tree_.nodes[id];
    tree_.nodes[id].payload = static_cast<std::uint32_t>(locals_.size());
    const NodeId range = tree_.children_of(id)[0];
    const NodeId body = tree_.children_of(id)[node.count - 1];
    if (node.macro == Macro::bind) {
        const Type init = check(range);
        return with_locals({{node.text, init}}, body);
    }
    if (node.macro == Macro::opt_map || node.macro == Macro::opt_flat_map) return optional_macro(id);
    const Elements of = elements(range);
    const Type element = of.keyed ? of.key : of.value;
    const std::size_t base = locals_.size();
    locals_.push_back({node.text, node.text2.empty() ? element : of.key});
    if (!node.text2.empty()) locals_.push_back({node.text2, of.value});
    tree_.slots = std::max(tree_.slots, static_cast<std::uint32_t>(locals_.size()));
    if (node.count == 3) condition(tree_.children_of(id)[1]);
    Type result = simple(Tag::boolean);
    if (node.macro <= Macro::filter)
        condition(body);
    else
        result = check(body);
    locals_.resize(base);
    return comprehension_result(node, result, element, of);
}

Type Checker::comprehension_result(const Node& node, const Type& body, const Type& element,
                                   const Elements& of) {
    switch (node.macro) {
        case Macro::filter:
        case Macro::sort_by: return list_of(element);
        case Macro::map:
        case Macro::transform_list: return list_of(body);
        case Macro::transform_map: return map_of(of.key, body);
        case Macro::transform_entry: return body;
        default: return simple(Tag::boolean);
    }
}

}  // namespace factlint::expr
