#include <algorithm>
#include <array>

#include "expr/checker.h"
#include "text/suggest.h"

namespace factlint::expr {

using Tag = Type::Tag;

/// "a.b.c" where the node is a chain of plain names.
std::optional<std::string> Checker::qualified(NodeId id) const {
    const Node& node = tree_.nodes[id];
    if (node.kind == NodeKind::name) return std::string(node.text);
    if (node.kind != NodeKind::select || node.optional) return std::nullopt;
    auto name = qualified(tree_.children_of(id)[0]);
    if (name) *name += '.' + std::string(node.text);
    return name;
}

std::string_view Checker::root_name(NodeId id) const {
    while (tree_.nodes[id].kind == NodeKind::select) id = tree_.children_of(id)[0];
    return tree_.nodes[id].text;
}

bool Checker::is_absolute(NodeId id) const {
    while (tree_.nodes[id].kind == NodeKind::select) id = tree_.children_of(id)[0];
    return tree_.nodes[id].absolute;
}

/// com.example.x, com.x, x for a container com.example.
std::vector<std::string> Checker::candidates(const std::string& name, bool absolute) const {
    std::vector<std::string> list;
    std::string_view container = absolute ? std::string_view() : std::string_view(environment_.container);
    while (!container.empty()) {
        list.push_back(std::string(container) + '.' + name);
        const std::size_t dot = container.rfind('.');
        container = container.substr(0, dot == std::string_view::npos ? 0 : dot);
    }
    list.push_back(name);
    return list;
}

/// The first of several alike: names of a claim's own stand before the others.
const Type* Checker::find_variable(std::string_view name) const {
    const auto& variables = environment_.variables;
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const auto& variable) { return variable.first == name; });
    return found == variables.end() ? nullptr : &found->second;
}

const Checker::Local* Checker::find_local(std::string_view name, std::uint32_t& slot) const {
    for (std::size_t i = locals_.size(); i-- > 0;)
        if (locals_[i].name == name) {
            slot = static_cast<std::uint32_t>(i);
            return &locals_[i];
        }
    return nullptr;
}

std::uint32_t Checker::variable_index(const std::string& name) {
    const auto [at, added] = used_.emplace(name, static_cast<std::uint32_t>(tree_.variables.size()));
    if (added) tree_.variables.push_back(name);
    return at->second;
}

/// Turns a chain of names into a local, a variable or a type; nullopt where it is none.
std::optional<Type> Checker::resolve(NodeId id) {
    const auto name = qualified(id);
    if (!name) return std::nullopt;
    const bool absolute = is_absolute(id);
    Node& node = tree_.nodes[id];
    std::uint32_t slot = 0;
    if (const auto* local = absolute ? nullptr : find_local(root_name(id), slot)) {
        if (node.kind != NodeKind::name) return std::nullopt;
        node.kind = NodeKind::local;
        node.payload = slot;
        return local->type;
    }
    for (const auto& candidate : candidates(*name, absolute)) {
        const Type* type = find_variable(candidate);
        if (!type) continue;
        node.kind = NodeKind::variable;
        node.payload = variable_index(candidate);
        node.count = 0;
        return *type;
    }
    return resolve_type_name(id, *name);
}

std::optional<Type> Checker::resolve_type_name(NodeId id, const std::string& name) {
    struct TypeName {
        std::string_view name;
        Tag tag;
    };
    static constexpr std::array type_names{
        TypeName{"bool", Tag::boolean},
        TypeName{"bytes", Tag::bytes},
        TypeName{"double", Tag::floating},
        TypeName{"int", Tag::integer},
        TypeName{"list", Tag::list},
        TypeName{"map", Tag::map},
        TypeName{"null_type", Tag::null},
        TypeName{"string", Tag::string},
        TypeName{"type", Tag::type},
        TypeName{"uint", Tag::uint},
        TypeName{"google.protobuf.Timestamp", Tag::timestamp},
        TypeName{"google.protobuf.Duration", Tag::duration},
        TypeName{"optional_type", Tag::optional},
    };
    for (const auto& candidate : candidates(name, is_absolute(id)))
        for (const auto& known : type_names) {
            if (known.name != candidate) continue;
            Node& node = tree_.nodes[id];
            node.kind = NodeKind::constant;
            node.count = 0;
            node.payload = static_cast<std::uint32_t>(tree_.constants.size());
            tree_.constants.push_back({TypeValue{known.name}});
            return type_of(simple(known.tag));
        }
    return std::nullopt;
}

/// "aid.befor": no prefix of the chain is a name, but other names begin like it. Then all of it was misspelt.
bool Checker::is_unknown_part(NodeId id) const {
    const auto chain = environment_.plain_cel || !checking() ? std::nullopt : qualified(id);
    std::uint32_t slot = 0;
    if (!chain || find_local(root_name(id), slot)) return false;
    for (std::size_t dot = chain->find('.'); dot != std::string::npos; dot = chain->find('.', dot + 1))
        if (find_variable(std::string_view(*chain).substr(0, dot))) return false;
    const std::string beginning = std::string(root_name(id)) + '.';
    return std::any_of(environment_.variables.begin(), environment_.variables.end(),
                       [&](const auto& variable) { return variable.first.starts_with(beginning); });
}

Type Checker::unknown_name(NodeId id) {
    const std::string name(tree_.nodes[id].text);
    if (!checking()) return failure(id, "undeclared reference to '" + name + "'");
    std::vector<std::string_view> known;
    std::string below;
    for (const auto& [variable, type] : environment_.variables) {
        known.push_back(variable);
        if (variable.starts_with(name + ".")) below += (below.empty() ? "" : ", ") + variable;
    }
    for (const auto& local : locals_) known.push_back(local.name);
    std::string help;
    if (!below.empty())
        help = "it has the parts " + below;
    else if (const auto near = nearest(name, known))
        help = "did you mean '" + std::string(*near) + "'?";
    return report(tree_.nodes[id].span, "there is no name '" + name + "'", help);
}

/// has(name): a variable, or, where only longer names exist, any of these.
Type Checker::has_variable(NodeId id) {
    const Node node = tree_.nodes[id];
    if (environment_.plain_cel) return report(node.span, "has() takes a field: has(value.field)");
    const std::string name(node.text);
    if (find_variable(name)) {
        tree_.nodes[id].payload = variable_index(name);
        return simple(Tag::boolean);
    }
    std::vector<NodeId> parts;
    for (const auto& [variable, type] : environment_.variables) {
        if (!variable.starts_with(name + ".")) continue;
        Node part = node;
        part.payload = variable_index(variable);
        tree_.nodes.push_back(part);
        parts.push_back(static_cast<NodeId>(tree_.nodes.size() - 1));
    }
    if (parts.empty()) return unknown_name(id);
    Node& any = tree_.nodes[id];
    any.kind = NodeKind::logical_or;
    any.first = static_cast<std::uint32_t>(tree_.children.size());
    any.count = static_cast<std::uint32_t>(parts.size());
    tree_.children.insert(tree_.children.end(), parts.begin(), parts.end());
    return simple(Tag::boolean);
}

const OverloadSet* Checker::resolve_function(const std::string& name, bool absolute) {
    for (const auto& candidate : candidates(name, absolute)) {
        if (const auto declared = declared_.find(candidate); declared != declared_.end())
            return &declared->second;
        const auto* set = find_overloads(candidate);
        const auto usable = [&](const Overload& overload) {
            return !overload.facts || !environment_.plain_cel;
        };
        if (set && std::any_of(set->overloads.begin(), set->overloads.end(), usable)) return set;
    }
    return nullptr;
}

Type Checker::unknown_function(NodeId id, const std::string& name) {
    if (!checking()) return failure(id, "there is no function '" + name + "'");
    const auto near = find_overloads(name) ? std::nullopt : nearest(name, function_names());
    return report(tree_.nodes[id].name_span, "there is no function '" + name + "'",
                  near ? "did you mean '" + std::string(*near) + "'?" : "");
}

}  // namespace factlint::expr
