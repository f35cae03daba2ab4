#include "expr/checker.h"

#include "text/suggest.h"

namespace factlint::expr {

using Tag = Type::Tag;

/// By index of Value::data.
constexpr Tag literal_tags[] = {Tag::null,     Tag::boolean, Tag::integer, Tag::uint,
                                Tag::floating, Tag::string,  Tag::bytes};

Checker::Checker(Tree& tree, const Environment& environment, std::vector<Diagnostic>& diagnostics)
    : tree_(tree), environment_(environment), diagnostics_(diagnostics) {
    for (const auto& function : environment.functions) {
        auto& set = declared_[function.name];
        set.name = function.name;
        Overload overload;
        overload.member = function.member;
        overload.parameters = function.arguments;
        overload.result = function.result;
        set.overloads.push_back(std::move(overload));
    }
}

void Checker::run() {
    const Type type = check(tree_.root);
    tree_.type = types_.apply(type, true);
}

Type Checker::report(Span span, std::string message, std::string help) {
    if (checking()) diagnostics_.push_back({span, std::move(message), std::move(help)});
    return simple(Tag::error);
}

Type Checker::failure(NodeId id, const std::string& message) {
    Node& node = tree_.nodes[id];
    node.kind = NodeKind::failure;
    node.text = tree_.arena.text(message);
    node.count = 0;
    return simple(Tag::dyn);
}

Type Checker::check(NodeId id) {
    const Node& node = tree_.nodes[id];
    switch (node.kind) {
        case NodeKind::failure:
        case NodeKind::variable:
        case NodeKind::local: return simple(Tag::dyn);
        case NodeKind::constant: return simple(literal_tags[tree_.constants[node.payload].data.index()]);
        case NodeKind::name: return name(id);
        case NodeKind::select: return select(id);
        case NodeKind::index: return index(id);
        case NodeKind::call: return call(id);
        case NodeKind::list: return list(id);
        case NodeKind::map: return map(id);
        case NodeKind::optional_entry: return optional_entry(id);
        case NodeKind::conditional: return conditional(id);
        case NodeKind::logical_and:
        case NodeKind::logical_or: return logical(id);
        case NodeKind::has: return has(id);
        case NodeKind::has_variable: return has_variable(id);
        case NodeKind::macro: return macro(id);
        case NodeKind::block: return block(id);
    }
    return simple(Tag::dyn);
}

Type Checker::name(NodeId id) {
    if (auto type = resolve(id)) return *type;
    return unknown_name(id);
}

Type Checker::select(NodeId id) {
    if (auto type = resolve(id)) return *type;
    if (is_unknown_part(id)) {
        tree_.nodes[id].text = tree_.arena.text(*qualified(id));
        return unknown_name(id);
    }
    return field(check(tree_.children_of(id)[0]), id);
}

Type Checker::has(NodeId id) {
    // has(aid.before) asks for the fact "aid.before" where that is one name.
    const NodeId operand = tree_.children_of(id)[0];
    const auto chain = environment_.plain_cel ? std::nullopt : qualified(operand);
    std::uint32_t slot = 0;
    if (chain && !find_local(root_name(operand), slot)) {
        const std::string whole = *chain + '.' + std::string(tree_.nodes[id].text);
        if (find_variable(whole)) {
            Node& node = tree_.nodes[id];
            node.kind = NodeKind::has_variable;
            node.payload = variable_index(whole);
            node.count = 0;
            return simple(Tag::boolean);
        }
    }
    field(check(operand), id);
    return simple(Tag::boolean);
}

Type Checker::field(const Type& unresolved, NodeId id) {
    const Type operand = types_.apply(unresolved);
    const std::string_view wanted = tree_.nodes[id].text;
    const auto made = [&](Type type) {
        return tree_.nodes[id].optional ? optional_of(std::move(type)) : type;
    };
    std::vector<std::string_view> known;
    switch (operand.tag) {
        case Tag::dyn:
        case Tag::error:
        case Tag::parameter: return made(simple(Tag::dyn));
        case Tag::map: return made(operand.parameters[1]);
        case Tag::optional: {
            Type inner = field(operand.parameters[0], id);
            return inner.tag == Tag::optional ? inner : optional_of(std::move(inner));
        }
        case Tag::object:
            for (const auto& [name, type] : operand.fields) {
                if (name == wanted) return made(type);
                known.push_back(name);
            }
            if (operand.fields.empty()) return made(simple(Tag::dyn));
            break;
        case Tag::fact:
            if (auto type = fact_field(operand, wanted)) return made(*type);
            known = fact_fields(operand);
            break;
        default: break;
    }
    const auto near = nearest(wanted, known);
    return report(tree_.nodes[id].name_span,
                  to_string(operand) + " has no field '" + std::string(wanted) + "'",
                  near ? "did you mean '" + std::string(*near) + "'?" : "");
}

Type Checker::index(NodeId id) {
    const NodeId target = tree_.children_of(id)[0];
    const NodeId at = tree_.children_of(id)[1];
    Type operand = types_.apply(check(target));
    const Type key = check(at);
    bool optional = tree_.nodes[id].optional;
    if (operand.tag == Tag::optional) {
        optional = true;
        operand = types_.apply(Type(operand.parameters[0]));
    }
    const auto made = [&](Type type) { return optional ? optional_of(std::move(type)) : type; };
    switch (operand.tag) {
        case Tag::dyn:
        case Tag::error:
        case Tag::parameter: return made(simple(Tag::dyn));
        case Tag::list:
            if (types_.assignable(key, simple(Tag::integer))) return made(operand.parameters[0]);
            return report(tree_.nodes[at].span,
                          "an element is chosen by an int, not by " + to_string(types_.apply(key, true)));
        case Tag::map:
            if (types_.assignable(key, operand.parameters[0])) return made(operand.parameters[1]);
            return report(tree_.nodes[at].span, "the keys here are " +
                                                    to_string(types_.apply(operand.parameters[0], true)) +
                                                    ", not " + to_string(types_.apply(key, true)));
        default:
            return report(tree_.nodes[target].span, to_string(operand) + " has no elements to choose from");
    }
}

Type Checker::list(NodeId id) {
    std::optional<Type> element;
    for (std::uint32_t i = 0; i < tree_.nodes[id].count; ++i) {
        const Type type = check(tree_.children_of(id)[i]);
        element = element ? types_.join(*element, type) : type;
    }
    return list_of(element ? *element : types_.fresh());
}

Type Checker::map(NodeId id) {
    std::optional<Type> key, value;
    for (std::uint32_t i = 0; i < tree_.nodes[id].count; i += 2) {
        const NodeId at = tree_.children_of(id)[i];
        const Type key_type = types_.apply(check(at));
        const Tag tag = key_type.tag;
        if (tag != Tag::dyn && tag != Tag::error && tag != Tag::parameter && tag != Tag::boolean &&
            tag != Tag::integer && tag != Tag::uint && tag != Tag::string)
            report(tree_.nodes[at].span, to_string(key_type) + " is no type of keys",
                   "keys are bool, int, uint or string");
        const Type type = check(tree_.children_of(id)[i + 1]);
        key = key ? types_.join(*key, key_type) : key_type;
        value = value ? types_.join(*value, type) : type;
    }
    return map_of(key ? *key : types_.fresh(), value ? *value : types_.fresh());
}

Type Checker::optional_entry(NodeId id) {
    const NodeId inner = tree_.children_of(id)[0];
    const Type value = types_.fresh();
    const Type type = check(inner);
    if (types_.assignable(type, optional_of(value))) return types_.apply(value);
    return report(tree_.nodes[inner].span,
                  "an optional is wanted after '?', not " + to_string(types_.apply(type, true)));
}

void Checker::condition(NodeId id) {
    const Type type = check(id);
    if (!types_.assignable(type, simple(Tag::boolean)))
        report(tree_.nodes[id].span,
               "a condition is wanted here, not " + to_string(types_.apply(type, true)));
}

Type Checker::conditional(NodeId id) {
    condition(tree_.children_of(id)[0]);
    const Type yes = check(tree_.children_of(id)[1]);
    const Type no = check(tree_.children_of(id)[2]);
    if (types_.assignable(yes, no)) return types_.join(yes, no);
    if (!checking()) return simple(Tag::dyn);
    return report(tree_.nodes[id].span,
                  "the two results differ in type: " + to_string(types_.apply(yes, true)) + " and " +
                      to_string(types_.apply(no, true)));
}

Type Checker::logical(NodeId id) {
    for (std::uint32_t i = 0; i < tree_.nodes[id].count; ++i) condition(tree_.children_of(id)[i]);
    return simple(Tag::boolean);
}

Type Checker::block(NodeId id) {
    const std::size_t base = locals_.size();
    const std::uint32_t values = tree_.nodes[id].count - 1;
    for (std::uint32_t i = 0; i < values; ++i) {
        Type type = check(tree_.children_of(id)[i]);
        locals_.push_back({tree_.arena.text("@index:" + std::to_string(i)), std::move(type)});
    }
    tree_.slots = std::max(tree_.slots, static_cast<std::uint32_t>(locals_.size()));
    tree_.nodes[id].payload = static_cast<std::uint32_t>(base);
    Type result = check(tree_.children_of(id)[values]);
    locals_.resize(base);
    return result;
}

void check(Tree& tree, const Environment& environment, std::vector<Diagnostic>& diagnostics) {
    Checker(tree, environment, diagnostics).run();
}

}  // namespace factlint::expr
