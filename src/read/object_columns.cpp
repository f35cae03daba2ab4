#include "read/object_columns.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr std::size_t objects_for_names = 1000, most_names = 1000;

/// A span of a part of a file, in the file.
Span moved(Span span, std::uint64_t by) {
    if (by + span.end > UINT32_MAX) return {};
    const auto size = static_cast<std::uint32_t>(by);
    return {span.begin + size, span.end + size};
}

}  // namespace

std::vector<std::string> beginnings(std::string_view path) {
    std::vector<std::string> all;
    while (!path.empty()) {
        all.emplace_back(path);
        const auto point = path.rfind('.');
        path = path.substr(0, point == std::string_view::npos ? 0 : point);
    }
    return all;
}

TreeIndex member_at(const Tree& tree, TreeIndex object, std::string_view path) {
    TreeIndex inside = 0;
    for (TreeIndex at = object + 1; at < tree[object].end; at = tree[at].end) {
        const std::string_view key = tree[at].key;
        if (key == path) return at;
        const bool begins = path.size() > key.size() && path[key.size()] == '.' && path.starts_with(key);
        if (inside == 0 && begins && tree[at].kind == TreeKind::object)
            inside = member_at(tree, at, path.substr(key.size() + 1));
    }
    return inside;
}

void ObjectColumns::add(std::string_view name, Place place) {
    if (known_.contains(name)) return;
    known_.emplace(name);
    columns.push_back({std::string(name), place});
}

void ObjectColumns::take(const Tree& tree, TreeIndex object, std::uint64_t by) {
    for (TreeIndex at = object + 1; at < tree[object].end; at = tree[at].end)
        add(tree[at].key, {tree.source, moved(tree[at].key_span, by)});
    std::erase_if(open_, [&](const std::string& path) { return settle(tree, object, path, by); });
    if (taken_++ < objects_for_names) note_inside(tree, object, "");
}

bool ObjectColumns::settle(const Tree& tree, TreeIndex object, const std::string& path, std::uint64_t by) {
    if (const TreeIndex found = member_at(tree, object, path)) {
        add(path, {tree.source, moved(tree[found].key_span, by)});
        return true;
    }
    for (const std::string& beginning : beginnings(path))
        if (const TreeIndex before = member_at(tree, object, beginning))
            return tree[before].kind != TreeKind::object && tree[before].kind != TreeKind::null;
    return false;
}

void ObjectColumns::note_inside(const Tree& tree, TreeIndex object, const std::string& prefix) {
    for (TreeIndex at = object + 1; at < tree[object].end && inside.size() < most_names; at = tree[at].end) {
        if (!prefix.empty()) inside.insert(prefix + std::string(tree[at].key));
        if (tree[at].kind == TreeKind::object)
            note_inside(tree, at, prefix + std::string(tree[at].key) + ".");
    }
}

ObjectCells::ObjectCells(const std::vector<TableColumn>& columns) : columns_(columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name.find('.') != std::string::npos) paths_.push_back(i);
}

std::size_t ObjectCells::column_of(std::string_view key) {
    if (next_ < columns_.size() && columns_[next_].name == key) return next_++;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].name != key) continue;
        next_ = i + 1;
        return i;
    }
    return std::string_view::npos;
}

RowCell cell_of(const TreeNode& node) {
    return node.kind == TreeKind::null ? RowCell{node.span.begin, node.span.begin}
                                       : RowCell{node.span.begin, node.span.end};
}

}  // namespace factlint
