#include "read/tree.h"

#include <algorithm>
#include <charconv>

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

/// "~1" is "/" and "~0" is "~" in a reference token.
std::string unescaped(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape =
            token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        text += !escape ? token[i] : token[++i] == '0' ? '~' : '/';
    }
    return text;
}

/// The member or item that a reference token names.
std::optional<TreeIndex> child(const Tree& tree, TreeIndex index, std::string_view token) {
    const TreeNode& node = tree[index];
    std::size_t position = node.count;
    if (node.kind == TreeKind::list && token.find_first_not_of("0123456789") == std::string_view::npos)
        std::from_chars(token.data(), token.data() + token.size(), position);
    const std::string key = unescaped(token);
    std::size_t count = 0;
    for (TreeIndex at = index + 1; at < node.end; at = tree[at].end, ++count)
        if (node.kind == TreeKind::object ? tree[at].key == key : count == position) return at;
    return std::nullopt;
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

std::optional<TreeIndex> find_pointer(const Tree& tree, std::string_view pointer) {
    TreeIndex at = 0;
    while (pointer.starts_with('/')) {
        pointer.remove_prefix(1);
        const auto end = std::min(pointer.find('/'), pointer.size());
        const auto next = child(tree, at, pointer.substr(0, end));
        if (!next) return std::nullopt;
        at = *next;
        pointer.remove_prefix(end);
    }
    return pointer.empty() ? std::optional(at) : std::nullopt;
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
