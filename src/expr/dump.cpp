#include "expr/dump.h"

#include <array>

#include "expr/tree.h"

namespace factlint::expr {
namespace {

constexpr std::array<std::string_view, 17> node_names = {
    "failure",     "constant",   "name", "variable",     "local",    "select",
    "index",       "call",       "list", "map",          "optional", "conditional",
    "logical_and", "logical_or", "has",  "has_variable", "macro"};

std::string_view name_of(NodeKind kind) {
    const auto index = static_cast<std::size_t>(kind);
    return index < node_names.size() ? node_names[index] : "block";
}

void append(const Expression::Tree& tree, NodeId id, std::size_t depth, std::string& out) {
    const Node& node = tree.nodes[id];
    out.append(2 * depth, ' ').append(name_of(node.kind));
    if (!node.text.empty()) out.append(" ").append(node.text);
    out.append("  ").append(slice(tree.source, node.span)).append("\n");
    for (std::uint32_t i = 0; i < node.count; ++i)
        append(tree, tree.children[node.first + i], depth + 1, out);
}

}  // namespace

std::string dump(const Expression& expression) {
    std::string out;
    append(expression.tree(), expression.tree().root, 0, out);
    return out;
}

}  // namespace factlint::expr
