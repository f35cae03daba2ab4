// Tree: what a JSON, YAML or TOML file says, with the place of every value and key.
//
// {"orders": [{"total": 1.50}]} is four nodes in the order of the file: object, list, object, number "1.50".
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/sources.h"
#include "text/span.h"

namespace factlint {

enum class TreeKind : std::uint8_t { null, boolean, number, text, list, object };

using TreeIndex = std::uint32_t;

struct TreeNode {
    TreeKind kind = TreeKind::null;
    Span span;      ///< on disk, with quotes or brackets
    Span key_span;  ///< of a member's key, with its quotes; empty for items and the root
    std::string_view
        text;              ///< decoded text; a number's literal as it is written; "true", "false"; else empty
    std::string_view key;  ///< decoded; empty for items and the root
    TreeIndex parent = 0;  ///< of the root: itself
    TreeIndex end = 0;     ///< one past the last node below this one
    std::uint32_t count = 0;  ///< items or members
};

/// Nodes in the order of the file: the first child of a node is the one after it, the next child begins at the end of
/// the one before.
struct Tree {
    SourceId source{};
    std::vector<TreeNode> nodes;      ///< nodes[0] is the root; empty where there is no value
    std::deque<std::string> decoded;  ///< texts that are not in the source byte for byte

    const TreeNode& operator[](TreeIndex index) const { return nodes[index]; }
    Place place(TreeIndex index) const { return {source, nodes[index].span}; }

    Tree() = default;
    Tree(Tree&&) = default;
    Tree& operator=(Tree&&) = default;
    Tree(const Tree&) = delete;  ///< texts may view `decoded`
    Tree& operator=(const Tree&) = delete;
};

/// The member `key` of an object, the first of several alike; nullptr where there is none. O(members).
const TreeNode* find_member(const Tree& tree, TreeIndex object, std::string_view key);

/// RFC 6901 pointer of a node: "/orders/0/total", "" for the root. O(depth × siblings).
std::string pointer_of(const Tree& tree, TreeIndex index);

}  // namespace factlint
