#include "read/json.h"

#include <optional>
#include <string>
#include <vector>

#include "read/json_tree.h"

namespace factlint {
namespace {

/// "/a~1b/0" → {"a/b", "0"}; nothing where it is ill-formed.
std::optional<std::vector<std::string>> tokens_of(std::string_view pointer) {
    std::vector<std::string> tokens;
    if (!pointer.empty() && pointer.front() != '/') return std::nullopt;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        const char c = pointer[i];
        if (c == '/') {
            tokens.emplace_back();
        } else if (c != '~') {
            tokens.back() += c;
        } else {
            const std::string_view code = pointer.substr(i + 1, 1);
            if (code != "0" && code != "1") return std::nullopt;
            tokens.back() += code == "0" ? '~' : '/';
            ++i;
        }
    }
    return tokens;
}

/// The child of `index` that `step` names, nodes.size() where there is none; a key given twice is an error.
Result<TreeIndex> child(const Tree& tree, TreeIndex index, const std::string& step) {
    const bool is_object = tree[index].kind == TreeKind::object;
    auto found = static_cast<TreeIndex>(tree.nodes.size());
    std::size_t position = 0;
    for (TreeIndex at = index + 1; at < tree[index].end; at = tree[at].end, ++position) {
        if (is_object ? tree[at].key != step : std::to_string(position) != step) continue;
        const std::uint32_t begin = tree[at].key_span.begin;
        if (found < tree.nodes.size())
            return bad_data({tree.source, {begin, begin + 1}}, "the key '" + step + "' is given twice");
        found = at;
    }
    return found;
}

Located located(const Sources& sources, const Tree& tree, const TreeNode& node) {
    if (node.kind == TreeKind::text)
        return {{node.span.begin + 1, node.span.end - 1}, std::string(node.text), false};
    return {node.span, std::string(sources.text({tree.source, node.span})), node.kind == TreeKind::number};
}

}  // namespace

Result<Located> at_json_pointer(const Sources& sources, SourceId id, std::string_view pointer) {
    auto path = tokens_of(pointer);
    if (!path)
        return data_not_found({id, {}}, "'" + std::string(pointer) +
                                            "' is no JSON Pointer: write /key/0/key, ~1 for / and ~0 for ~");
    Findings findings;
    const Tree tree = read_json(sources, id, findings);
    if (tree.nodes.empty()) return findings.back();
    TreeIndex index = 0;
    for (const std::string& step : *path) {
        const auto next = child(tree, index, step);
        if (!next) return next.error();
        if (*next == tree.nodes.size())
            return data_not_found({id, {}}, "'" + std::string(pointer) + "' does not exist");
        index = *next;
    }
    const TreeNode& node = tree[index];
    if (node.kind != TreeKind::list && node.kind != TreeKind::object) return located(sources, tree, node);
    return data_not_found({id, {node.span.begin, node.span.begin + 1}},
                          "'" + std::string(pointer) + "' is an object or an array, not a value");
}

}  // namespace factlint
