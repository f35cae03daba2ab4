#include "read/tree.h"

#include <algorithm>

namespace factlint {
namespace {

std::string escape_pointer(std::string_view key) {
    std::string escaped;
    for (const char c : key) {
        if (c == '~')
            escaped += "~0";
        else if (c == '/')
            escaped += "~1";
        else
            escaped += c;
    }
    return escaped;
}

std::uint32_t position_among_siblings(const Tree& tree, TreeIndex index) {
    std::uint32_t position = 0;
    for (TreeIndex at = tree[index].parent + 1; at < index; at = tree[at].end) ++position;
    return position;
}

}  // namespace

const TreeNode* find_member(const Tree& tree, TreeIndex object, std::string_view key) {
    for (TreeIndex at = object + 1; at < tree[object].end; at = tree[at].end)
        if (tree[at].key == key) return &tree[at];
    return nullptr;
}

std::string pointer_of(const Tree& tree, TreeIndex index) {
    std::vector<std::string> steps;
    for (; index != 0; index = tree[index].parent) {
        const bool member = tree[tree[index].parent].kind == TreeKind::object;
        steps.push_back(member ? escape_pointer(tree[index].key)
                               : std::to_string(position_among_siblings(tree, index)));
    }
    std::string pointer;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) pointer += "/" + *step;
    return pointer;
}

}  // namespace factlint
