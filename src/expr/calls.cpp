#include <algorithm>

#include "expr/equality.h"
#include "expr/evaluator.h"

namespace factlint::expr {

using Tag = Type::Tag;

std::string_view type_name(const Value& value) {
    struct Namer {
        std::string_view operator()(Null) const { return "null_type"; }
        std::string_view operator()(bool) const { return "bool"; }
        std::string_view operator()(std::int64_t) const { return "int"; }
        std::string_view operator()(std::uint64_t) const { return "uint"; }
        std::string_view operator()(double) const { return "double"; }
        std::string_view operator()(std::string_view) const { return "string"; }
        std::string_view operator()(Bytes) const { return "bytes"; }
        std::string_view operator()(List) const { return "list"; }
        std::string_view operator()(Map) const { return "map"; }
        std::string_view operator()(Object) const { return "object"; }
        std::string_view operator()(TypeValue) const { return "type"; }
        std::string_view operator()(Timestamp) const { return "google.protobuf.Timestamp"; }
        std::string_view operator()(Duration) const { return "google.protobuf.Duration"; }
        std::string_view operator()(Optional) const { return "optional_type"; }
        std::string_view operator()(const Stated* fact) const { return name(fact->kind); }
        std::string_view operator()(Unknown) const { return "unknown"; }
        std::string_view operator()(Error) const { return "error"; }
    };
    return std::visit(Namer{}, value.data);
}

bool fits(const Type& parameter, const Value& value) {
    switch (parameter.tag) {
        case Tag::dyn:
        case Tag::parameter: return true;
        case Tag::null: return std::holds_alternative<Null>(value.data);
        case Tag::boolean: return std::holds_alternative<bool>(value.data);
        case Tag::integer: return std::holds_alternative<std::int64_t>(value.data);
        case Tag::uint: return std::holds_alternative<std::uint64_t>(value.data);
        case Tag::floating: return std::holds_alternative<double>(value.data);
        case Tag::string: return std::holds_alternative<std::string_view>(value.data);
        case Tag::bytes: return std::holds_alternative<Bytes>(value.data);
        case Tag::list: return std::holds_alternative<List>(value.data);
        case Tag::map:
            return std::holds_alternative<Map>(value.data) || std::holds_alternative<Object>(value.data);
        case Tag::type: return std::holds_alternative<TypeValue>(value.data);
        case Tag::timestamp: return std::holds_alternative<Timestamp>(value.data);
        case Tag::duration: return std::holds_alternative<Duration>(value.data);
        case Tag::optional: return std::holds_alternative<Optional>(value.data);
        case Tag::object: return std::holds_alternative<Object>(value.data);
        case Tag::fact: {
            const auto* fact = stated_in(value);
            const auto& kinds = parameter.kinds;
            return fact &&
                   (kinds.empty() || std::find(kinds.begin(), kinds.end(), fact->kind) != kinds.end());
        }
        case Tag::error:
        case Tag::abstract: return false;
    }
    return false;
}

namespace {

bool fits_all(const Overload& overload, bool member, std::span<const Value> arguments) {
    const std::size_t least = overload.parameters.size() - (overload.variadic ? 1 : 0);
    if (overload.member != member || arguments.size() < least) return false;
    if (!overload.variadic && arguments.size() != least) return false;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (!fits(overload.parameters[std::min(i, overload.parameters.size() - 1)], arguments[i]))
            return false;
    return true;
}

/// A missing fact before an open comparison before an error; nullptr where all arguments are values.
const Value* failed_argument(std::span<const Value> arguments) {
    const Value* failed = nullptr;
    for (const auto& argument : arguments) {
        if (const auto* unknown = std::get_if<Unknown>(&argument.data)) {
            if (!unknown->name.empty()) return &argument;
            failed = &argument;
        } else if (is_error(argument) && !failed) {
            failed = &argument;
        }
    }
    return failed;
}

}  // namespace

Value Evaluator::call(NodeId id) {
    const Node& node = tree_.nodes[id];
    const std::size_t base = stack_.size();
    for (const NodeId child : children(id)) {
        const Value value = evaluate(child);
        stack_.push_back(value);
    }
    const auto arguments = std::span(stack_).subspan(base);
    const Value* failed = failed_argument(arguments);
    const Value result = failed ? *failed : dispatch(node, arguments);
    stack_.resize(base);
    return result;
}

Value Evaluator::dispatch(const Node& node, std::span<const Value> arguments) {
    if (!node.overloads)
        return fail(node.span, "'" + std::string(node.text) + "' is declared and not defined");
    for (const auto& overload : node.overloads->overloads) {
        if (!fits_all(overload, node.member, arguments)) continue;
        const Pattern* pattern = node.pattern ? tree_.patterns[node.pattern - 1].get() : nullptr;
        Call call{arguments, arena_, limits_, node.span, cost_, pattern, &bindings_.read_stated};
        return overload.row->code(call);
    }
    return no_overload(node, arguments);
}

Value Evaluator::no_overload(const Node& node, std::span<const Value> arguments) {
    std::string types;
    bool fact = false, floating = false;
    for (const auto& argument : arguments) {
        types += (types.empty() ? "" : ", ") + std::string(type_name(argument));
        fact = fact || stated_in(argument);
        floating = floating || std::holds_alternative<double>(argument.data);
    }
    if (fact && floating)
        return fail(node.span, "a double is not exact and cannot stand beside a fact: write decimal('1.1')",
                    Error::Cause::rule);
    return fail(node.span, "'" + std::string(node.text) + "' does not take (" + types + ")",
                fact ? Error::Cause::rule : Error::Cause::evaluation);
}

}  // namespace factlint::expr
