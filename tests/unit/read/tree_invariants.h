// What holds of every tree, whatever the bytes were. Used by the tests and by the fuzzer.
#pragma once

#include <string>
#include <vector>

#include "read/tree.h"

namespace factlint::test {

/// The first promise of tree.h that `tree` breaks, in words; empty where it keeps all.
inline std::string broken_tree(const Tree& tree, const Sources& sources) {
    const std::size_t size = sources.text(tree.source).size();
    if (!tree.nodes.empty() && (tree[0].parent != 0 || tree[0].end != tree.nodes.size()))
        return "the root is not whole";
    std::vector<std::uint32_t> children(tree.nodes.size(), 0);
    for (TreeIndex i = 0; i < tree.nodes.size(); ++i) {
        const TreeNode& node = tree[i];
        if (node.span.begin > node.span.end || node.span.end > size) return "a span is out of range";
        if (node.key_span.begin > node.key_span.end || node.key_span.end > size)
            return "a key's span is out of range";
        if (node.end <= i || node.end > tree.nodes.size()) return "a node ends before it begins";
        if (i == 0) continue;
        if (node.parent >= i || node.end > tree[node.parent].end) return "a node is not inside its parent";
        const TreeKind kind = tree[node.parent].kind;
        if (kind != TreeKind::list && kind != TreeKind::object) return "a scalar has children";
        if (kind == TreeKind::list && !node.key.empty()) return "an item has a key";
        ++children[node.parent];
    }
    for (TreeIndex i = 0; i < tree.nodes.size(); ++i)
        if (children[i] != tree[i].count) return "a node counts its children wrong";
    return {};
}

inline std::string broken_trees(const std::vector<Tree>& trees, const Sources& sources) {
    for (const Tree& tree : trees)
        if (std::string problem = broken_tree(tree, sources); !problem.empty()) return problem;
    return {};
}

}  // namespace factlint::test
