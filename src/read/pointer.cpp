#include "read/pointer.h"

#include <charconv>

#include "text/problem.h"

namespace factlint {
namespace {

/// The child of `index` that `step` names, nodes.size() where there is none; a key given twice is an error.
Result<TreeIndex> child(const Tree& tree, TreeIndex index, const std::string& step) {
    const bool is_object = tree[index].kind == TreeKind::object;
    const auto wanted = item_number(step);
    auto found = static_cast<TreeIndex>(tree.nodes.size());
    std::size_t position = 0;
    for (TreeIndex at = index + 1; at < tree[index].end; at = tree[at].end, ++position) {
        if (is_object ? tree[at].key != step : position != wanted) continue;
        const std::uint32_t begin = tree[at].key_span.begin;
        if (found < tree.nodes.size())
            return bad_data({tree.source, {begin, begin + 1}}, "the key '" + step + "' is given twice");
        found = at;
    }
    return found;
}

/// What `step` could have been: the keys of an object, the numbers of a list.
std::string help_for(const Tree& tree, TreeIndex index, const std::string& step) {
    const TreeNode& node = tree[index];
    if (node.kind == TreeKind::list)
        return node.count == 0 ? "the list there is empty"
                               : "the items of the list there are 0 to " + std::to_string(node.count - 1);
    if (node.kind != TreeKind::object)
        return "before `" + step + "` stands a value that has nothing below it";
    std::vector<std::string_view> keys;
    for (TreeIndex at = index + 1; at < node.end; at = tree[at].end) keys.push_back(tree[at].key);
    return keys.empty() ? "the object there is empty" : suggestion(step, keys);
}

/// The first byte of a value, which tells enough about a list or an object.
Place start_of(const Tree& tree, TreeIndex index) {
    const std::uint32_t begin = tree[index].span.begin;
    return {tree.source, {begin, std::min(begin + 1, tree[index].span.end)}};
}

/// Bytes of the quotes at each end of a text: three of TOML's texts of several lines, one, or none.
std::uint32_t quotes_around(std::string_view raw, std::string_view text) {
    const char quote = raw.empty() ? '\0' : raw.front();
    if ((quote != '"' && quote != '\'') || raw.size() < 2 || raw.back() != quote) return 0;
    const std::string three(3, quote);
    const bool long_text = raw.size() >= 6 && raw.starts_with(three) && raw.ends_with(three);
    return long_text && !text.starts_with(quote) && !text.ends_with(quote) ? 3 : 1;
}

Located located(const Sources& sources, const Tree& tree, const TreeNode& node) {
    if (node.kind == TreeKind::null) return {node.span, "null", false};
    const std::string_view raw = sources.text({tree.source, node.span});
    const std::uint32_t quotes = node.kind == TreeKind::text ? quotes_around(raw, node.text) : 0;
    return {{node.span.begin + quotes, node.span.end - quotes},
            std::string(node.text),
            node.kind == TreeKind::number};
}

}  // namespace

Result<std::vector<std::string>> pointer_steps(SourceId source, std::string_view pointer) {
    const auto bad = [&] {
        return data_not_found({source, {}},
                              "'" + std::string(pointer) +
                                  "' is no JSON Pointer: write /key/0/key, ~1 for / and ~0 for ~");
    };
    std::vector<std::string> steps;
    if (!pointer.empty() && pointer.front() != '/') return bad();
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        const char c = pointer[i];
        if (c == '/') {
            steps.emplace_back();
        } else if (c != '~') {
            steps.back() += c;
        } else {
            const std::string_view code = pointer.substr(++i, 1);
            if (code != "0" && code != "1") return bad();
            steps.back() += code == "0" ? '~' : '/';
        }
    }
    return steps;
}

std::optional<std::size_t> item_number(std::string_view step) {
    std::size_t number = 0;
    const char* const end = step.data() + step.size();
    const auto [stop, error] = std::from_chars(step.data(), end, number);
    const bool plain = step == "0" || !step.starts_with('0');
    return plain && error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

Result<TreeIndex> node_at(const Tree& tree, std::string_view pointer) {
    const auto steps = pointer_steps(tree.source, pointer);
    if (!steps) return steps.error();
    TreeIndex index = 0;
    for (const std::string& step : *steps) {
        const auto next = child(tree, index, step);
        if (!next) return next.error();
        if (*next == tree.nodes.size()) {
            Finding missing =
                data_not_found(start_of(tree, index), "'" + std::string(pointer) + "' does not exist");
            missing.help = help_for(tree, index, step);
            return missing;
        }
        index = *next;
    }
    return index;
}

Result<Located> at_pointer(const Sources& sources, const Tree& tree, std::string_view pointer) {
    const auto index = node_at(tree, pointer);
    if (!index) return index.error();
    const TreeNode& node = tree[*index];
    if (node.kind != TreeKind::list && node.kind != TreeKind::object) return located(sources, tree, node);
    Finding whole = data_not_found(
        start_of(tree, *index), "'" + std::string(pointer) + "' is " +
                                    (node.kind == TreeKind::list ? "a list" : "an object") + ", not a value");
    whole.help = "name one value in it";
    return whole;
}

}  // namespace factlint
