#include <algorithm>

#include "expr/checker.h"
#include "text/suggest.h"

namespace factlint::expr {

using Tag = Type::Tag;

namespace {

/// Functions whose literal argument is read when the expression is compiled.
constexpr std::string_view folded[] = {"quantity", "date", "decimal"};

bool has_tag(std::span<const Type> types, Tag tag) {
    return std::any_of(types.begin(), types.end(), [&](const Type& type) { return type.tag == tag; });
}

std::string list_types(std::span<const Type> types) {
    std::string text;
    for (const auto& type : types) text += (text.empty() ? "" : ", ") + to_string(type);
    return text;
}

}  // namespace

/// optional.of(x) is a call of "optional.of" with one argument.
void Checker::make_global(NodeId id, const std::string& name) {
    Node& node = tree_.nodes[id];
    node.text = tree_.arena.text(name);
    node.member = false;
    ++node.first;
    --node.count;
}

Type Checker::call(NodeId id) {
    const Node& before = tree_.nodes[id];
    bool absolute = before.absolute;
    if (before.member) {
        const NodeId target = tree_.children_of(id)[0];
        const auto space = qualified(target);
        const std::string whole = space ? *space + '.' + std::string(before.text) : "";
        if (space && resolve_function(whole, is_absolute(target))) {
            absolute = is_absolute(target);
            make_global(id, whole);
        }
    }
    std::vector<Type> arguments;
    for (std::uint32_t i = 0; i < tree_.nodes[id].count; ++i)
        arguments.push_back(types_.apply(check(tree_.children_of(id)[i])));
    const std::string name(tree_.nodes[id].text);
    const auto* set = resolve_function(name, absolute);
    if (!set) return unknown_function(id, name);
    tree_.nodes[id].overloads = find_overloads(set->name);
    compile_pattern(id);
    if (auto folded_type = fold(id)) return *folded_type;
    if (!checking()) return simple(Tag::dyn);
    if (auto type = fact_call(id, arguments)) return *type;
    return resolve_call(id, *set, arguments);
}

std::optional<Type> Checker::match(const Overload& overload, std::span<const Type> arguments, bool member) {
    const std::size_t least = overload.parameters.size() - (overload.variadic ? 1 : 0);
    if (overload.member != member || arguments.size() < least) return std::nullopt;
    if (overload.facts && environment_.plain_cel) return std::nullopt;
    if (!overload.variadic && arguments.size() != least) return std::nullopt;
    std::map<std::string, Type> names;
    std::vector<Type> parameters;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        parameters.push_back(
            types_.instantiate(overload.parameters[std::min(i, overload.parameters.size() - 1)], names));
    if (!types_.all_assignable(arguments, parameters)) return std::nullopt;
    return types_.apply(types_.instantiate(overload.result, names));
}

/// All overloads that fit; where they give different types, dyn.
Type Checker::resolve_call(NodeId id, const OverloadSet& set, std::span<const Type> arguments) {
    std::optional<Type> result;
    for (const auto& overload : set.overloads) {
        const auto type = match(overload, arguments, tree_.nodes[id].member);
        if (!type) continue;
        if (result && *result != *type) return simple(Tag::dyn);
        result = type;
    }
    return result ? *result : no_overload(id, set, arguments);
}

Type Checker::no_overload(NodeId id, const OverloadSet& set, std::span<const Type> arguments) {
    if (has_tag(arguments, Tag::error)) return simple(Tag::error);
    const Node& node = tree_.nodes[id];
    std::vector<Type> shown;
    for (const auto& type : arguments) shown.push_back(types_.apply(type, true));
    if (has_tag(shown, Tag::fact) && has_tag(shown, Tag::floating))
        return report(node.span, "a double is not exact and cannot stand beside a fact",
                      "write decimal('1.1') instead of 1.1");
    std::string help;
    for (const auto& overload : set.overloads)
        if (overload.row && (!overload.facts || !environment_.plain_cel) && help.size() < 120)
            help += (help.empty() ? "it takes " : " or ") + std::string(overload.row->signature);
    return report(node.name_span, "'" + set.name + "' does not take (" + list_types(shown) + ")", help);
}

/// Operators between facts, or a fact and a number: whether kinds and units go together, and what comes out.
std::optional<Type> Checker::fact_call(NodeId id, std::span<const Type> arguments) {
    const Node& node = tree_.nodes[id];
    if (environment_.plain_cel || arguments.size() != 2 || node.member) return std::nullopt;
    const std::string_view name = node.text;
    const bool listed =
        arguments[0].tag == Tag::list || arguments[0].tag == Tag::string || arguments[1].tag == Tag::string;
    if ((name == "==" || name == "!=") && listed && comparable_with_facts(arguments[0], arguments[1]))
        return simple(Tag::boolean);
    if (name == "in" && arguments[1].tag == Tag::list &&
        comparable_with_facts(arguments[0], arguments[1].parameters[0]))
        return simple(Tag::boolean);
    const bool numbers = (arguments[0].tag == Tag::fact || arguments[0].tag == Tag::integer) &&
                         (arguments[1].tag == Tag::fact || arguments[1].tag == Tag::integer);
    if (!numbers || !has_tag(arguments, Tag::fact)) return std::nullopt;
    const FactResult result = fact_operation(name, arguments[0], arguments[1]);
    if (!result.problem.empty()) return report(node.span, result.problem);
    if (result.type.tag == Tag::dyn) return std::nullopt;
    return result.type;
}

/// quantity('3 km') becomes a constant whose kind and unit are known.
std::optional<Type> Checker::fold(NodeId id) {
    Node& node = tree_.nodes[id];
    if (std::find(std::begin(folded), std::end(folded), node.text) == std::end(folded) || node.count != 1 ||
        !node.overloads)
        return std::nullopt;
    const Node& literal = tree_.nodes[tree_.children_of(id)[0]];
    if (literal.kind != NodeKind::constant || environment_.plain_cel) return std::nullopt;
    if (node.text != "decimal" && !environment_.read_stated) return std::nullopt;
    const Value argument = tree_.constants[literal.payload];
    if (!std::holds_alternative<std::string_view>(argument.data)) return std::nullopt;
    std::uint64_t cost = 1000;
    const Limits limits;
    Call call{{&argument, 1}, tree_.arena, limits, node.span, cost, nullptr, &environment_.read_stated};
    const Value value = node.overloads->overloads[0].row->code(call);
    if (const auto* error = std::get_if<Error>(&value.data)) {
        if (checking()) return report(literal.span, std::string(error->message));
        return std::nullopt;
    }
    node.kind = NodeKind::constant;
    node.count = 0;
    node.payload = static_cast<std::uint32_t>(tree_.constants.size());
    tree_.constants.push_back(value);
    const Stated& stated = **std::get_if<const Stated*>(&value.data);
    Type type = fact_type({stated.kind});
    if (stated.unit != UnitId::none) type.units = {stated.unit};
    return type;
}

void Checker::compile_pattern(NodeId id) {
    Node& node = tree_.nodes[id];
    if (node.text != "matches" || node.count != 2) return;
    const Node& literal = tree_.nodes[tree_.children_of(id)[1]];
    if (literal.kind != NodeKind::constant) return;
    const auto* text = std::get_if<std::string_view>(&tree_.constants[literal.payload].data);
    if (!text) return;
    tree_.patterns.push_back(std::make_unique<Pattern>(*text));
    node.pattern = static_cast<std::uint32_t>(tree_.patterns.size());
    if (const auto& error = tree_.patterns.back()->error(); !error.empty())
        report(literal.span, "this pattern cannot be used: " + error);
}

}  // namespace factlint::expr
