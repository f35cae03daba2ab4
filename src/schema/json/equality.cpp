#include "schema/json/equality.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "schema/json/decimal.h"

namespace factlint::schema {
namespace {

constexpr std::uint32_t few = 16;

std::size_t mix(std::size_t a, std::size_t b) {
    a = (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDU;
    return a ^ (a >> 33);
}

std::size_t hash_text(std::string_view text) { return std::hash<std::string_view>{}(text); }

bool equal_items(const Value& a, const Value& b) {
    TreeIndex other = b.index + 1;
    for (TreeIndex at = a.index + 1; at < a.node().end; at = (*a.tree)[at].end, other = (*b.tree)[other].end)
        if (!equal({a.tree, at}, {b.tree, other})) return false;
    return true;
}

std::vector<TreeIndex> members_by_key(const Value& object) {
    const Tree& tree = *object.tree;
    std::vector<TreeIndex> members;
    for (TreeIndex at = object.index + 1; at < object.node().end; at = tree[at].end) members.push_back(at);
    std::stable_sort(members.begin(), members.end(),
                     [&](TreeIndex a, TreeIndex b) { return tree[a].key < tree[b].key; });
    return members;
}

bool equal_many_members(const Value& a, const Value& b) {
    const std::vector<TreeIndex> left = members_by_key(a), right = members_by_key(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](TreeIndex x, TreeIndex y) {
        return (*a.tree)[x].key == (*b.tree)[y].key && equal({a.tree, x}, {b.tree, y});
    });
}

bool equal_members(const Value& a, const Value& b) {
    if (a.node().count > few) return equal_many_members(a, b);
    for (TreeIndex at = a.index + 1; at < a.node().end; at = (*a.tree)[at].end) {
        const TreeNode* const other = find_member(*b.tree, b.index, (*a.tree)[at].key);
        if (other == nullptr) return false;
        if (!equal({a.tree, at}, {b.tree, static_cast<TreeIndex>(other - b.tree->nodes.data())}))
            return false;
    }
    return true;
}

}  // namespace

bool equal(const Value& a, const Value& b) {
    const TreeNode &x = a.node(), &y = b.node();
    if (x.kind != y.kind || x.count != y.count) return false;
    switch (x.kind) {
        case TreeKind::null: return true;
        case TreeKind::boolean:
        case TreeKind::text: return x.text == y.text;
        case TreeKind::number: return x.text == y.text || Decimal::of(x.text) == Decimal::of(y.text);
        case TreeKind::list: return equal_items(a, b);
        case TreeKind::object: return equal_members(a, b);
    }
    return false;
}

std::size_t hash_of(const Value& value) {
    const TreeNode& node = value.node();
    const auto kind = static_cast<std::size_t>(node.kind);
    if (node.kind == TreeKind::number) return mix(kind, Decimal::of(node.text).hash());
    if (node.kind != TreeKind::list && node.kind != TreeKind::object) return mix(kind, hash_text(node.text));
    std::size_t hash = mix(kind, node.count);
    for (TreeIndex at = value.index + 1; at < node.end; at = (*value.tree)[at].end) {
        const std::size_t child = hash_of({value.tree, at});
        // A sum does not know the order.
        hash = node.kind == TreeKind::list ? mix(hash, child)
                                           : hash + mix(hash_text((*value.tree)[at].key), child);
    }
    return hash;
}

}  // namespace factlint::schema
