// The parsed expression: nodes in one vector, children by index, spans into the source. Children come before parents.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expr/expression.h"
#include "expr/pattern.h"
#include "expr/value.h"

namespace factlint::expr {

using NodeId = std::uint32_t;

enum class NodeKind : std::uint8_t {
    failure,   ///< evaluates to an error; `text` says which (names that are unknown where nothing is checked)
    constant,  ///< payload: index into constants
    name,      ///< a name that is not resolved yet; `absolute` for ".name"
    variable,  ///< payload: index into variables
    local,     ///< payload: slot
    select,    ///< a.text; `optional` for a.?text
    index,     ///< a[b]; `optional` for a[?b]
    call,  ///< text(children…), or children[0].text(children[1…]) for `member`; operators are calls too
    list,
    map,             ///< key, value, key, value, …
    optional_entry,  ///< ?x in a list, the value of ?k: v in a map
    conditional,
    logical_and,  ///< any number of children
    logical_or,
    has,           ///< has(children[0].text)
    has_variable,  ///< has(name): payload as `variable`
    macro,         ///< range, [filter,] body; payload: slot of `text`, the slot after it is that of `text2`
    block,         ///< values of the slots from payload on, then the body
};

enum class Macro : std::uint8_t {
    all,
    exists,
    exists_one,
    filter,
    map,
    transform_list,
    transform_map,
    transform_entry,
    sort_by,
    opt_map,
    opt_flat_map,
    bind,
};

struct OverloadSet;

struct Node {
    NodeKind kind = NodeKind::failure;
    Macro macro = Macro::all;
    bool optional = false;
    bool member = false;
    bool absolute = false;
    Span span;
    Span name_span;           ///< of `text` where it stands in the source
    std::uint32_t first = 0;  ///< into Tree::children
    std::uint32_t count = 0;
    std::uint32_t payload = 0;
    std::string_view text;
    std::string_view text2;
    const OverloadSet* overloads = nullptr;  ///< of a call
    std::uint32_t pattern = 0;               ///< of matches() with a literal: index into patterns + 1
};

struct Expression::Tree {
    std::string source;
    std::vector<Node> nodes;
    std::vector<NodeId> children;
    std::vector<Value> constants;
    std::vector<std::string> variables;
    std::vector<std::unique_ptr<Pattern>> patterns;
    Arena arena;  ///< of constants and names that are not in the source
    Type type;
    NodeId root = 0;
    std::uint32_t slots = 0;  ///< locals alive at once, at most

    std::span<const NodeId> children_of(NodeId id) const {
        return std::span(children).subspan(nodes[id].first, nodes[id].count);
    }
    std::string_view text_of(NodeId id) const { return slice(source, nodes[id].span); }
};

using Tree = Expression::Tree;

/// Fills nodes and root from tree.source. Reports what is wrong; the tree is of use only where nothing was reported.
/// Recursion is at most `limits.depth` expressions deep. O(n).
void parse(Tree& tree, const Limits& limits, std::vector<Diagnostic>& diagnostics);

/// Resolves names, deduces types, chooses overloads; sets tree.type.
void check(Tree& tree, const Environment& environment, std::vector<Diagnostic>& diagnostics);

}  // namespace factlint::expr
