#include "read/yaml_builder.h"

#include <algorithm>
#include <utility>

#include "read/yaml_core.h"

namespace factlint {
namespace {

constexpr std::string_view core_prefix = "tag:yaml.org,2002:";

/// Whether a scalar of this tag means what its text looks like. Any tag that is not known makes a text.
bool is_resolved(const YamlProperties& properties, bool plain) {
    if (!properties.has_tag()) return plain;
    const std::string_view tag = properties.full_tag;
    if (!tag.starts_with(core_prefix)) return false;
    const std::string_view name = tag.substr(core_prefix.size());
    return name == "int" || name == "float" || name == "bool" || name == "null";
}

}  // namespace

YamlBuilder::Mark YamlBuilder::mark() const {
    return {tree_.nodes.size(), named_.size(), key_, open_.empty() ? 0 : tree_.nodes[open_.back()].count};
}

std::string_view YamlBuilder::keep(std::string text) { return tree_.decoded.emplace_back(std::move(text)); }

TreeNode& YamlBuilder::add(TreeKind kind, Span span) {
    const TreeIndex index = next();
    TreeNode node;
    node.kind = kind;
    node.span = span;
    node.key = key_.text;
    node.key_span = key_.span;
    key_ = {};
    node.parent = open_.empty() ? index : open_.back();
    node.end = index + 1;
    if (!open_.empty()) ++tree_.nodes[open_.back()].count;
    return tree_.nodes.emplace_back(node);
}

void YamlBuilder::set_value(TreeNode& node, const YamlScalar& scalar, const YamlProperties& properties) {
    const bool resolved = is_resolved(properties, scalar.plain);
    YamlValue value = resolved ? core_value(scalar.text(file_)) : YamlValue{TreeKind::text, {}, true};
    node.kind = value.kind;
    if (!value.as_written)
        node.text = value.text.empty() ? std::string_view{} : keep(std::move(value.text));
    else
        node.text = scalar.verbatim ? scalar.text(file_) : keep(scalar.decoded);
}

void YamlBuilder::scalar(const YamlScalar& scalar, const YamlProperties& properties) {
    const TreeIndex index = next();
    set_value(add(TreeKind::text, scalar.span), scalar, properties);
    name(properties, index);
}

void YamlBuilder::null(std::uint32_t at, const YamlProperties& properties) {
    const TreeIndex index = next();
    const bool is_text = properties.has_tag() && !is_resolved(properties, true);
    add(is_text ? TreeKind::text : TreeKind::null, {at, at});
    name(properties, index);
}

TreeIndex YamlBuilder::open(TreeKind kind, std::uint32_t begin) {
    const TreeIndex index = next();
    add(kind, {begin, begin + 1}).end = 0;
    open_.push_back(index);
    return index;
}

void YamlBuilder::close(std::uint32_t end) {
    TreeNode& node = tree_.nodes[open_.back()];
    open_.pop_back();
    node.end = next();
    node.span.end = std::max(node.span.end, end);
}

void YamlBuilder::name(const YamlProperties& properties, TreeIndex index) {
    if (!properties.has_anchor()) return;
    const std::string_view anchor = slice(file_, properties.anchor);
    anchors_[anchor] = {index, false};
    named_.push_back(anchor);
}

// Keys

YamlKey YamlBuilder::key_of(const YamlScalar& scalar, const YamlProperties& properties) {
    const YamlKey key{scalar.verbatim ? scalar.text(file_) : keep(scalar.decoded), scalar.span};
    if (!properties.has_anchor()) return key;
    const std::string_view anchor = slice(file_, properties.anchor);
    anchors_[anchor] = {static_cast<TreeIndex>(apart_.size()), true};
    named_.push_back(anchor);
    TreeNode& node = apart_.emplace_back();
    node.span = scalar.span;
    node.end = static_cast<TreeIndex>(apart_.size());
    set_value(node, scalar, properties);
    return key;
}

YamlKey YamlBuilder::take_key(const Mark& mark) {
    const TreeNode& first = tree_.nodes[mark.nodes];
    const Span span = first.span;
    const std::string_view written = slice(file_, span);
    const bool says_it = first.kind == TreeKind::text || written.starts_with('*');
    const std::string_view text = says_it ? first.text : written;

    // Names of what is taken back stay good.
    const auto shift = static_cast<std::int64_t>(apart_.size()) - static_cast<std::int64_t>(mark.nodes);
    bool has_names = false;
    for (std::size_t i = mark.anchors; i < named_.size(); ++i) {
        Anchor& anchor = anchors_[named_[i]];
        if (anchor.apart || anchor.index < mark.nodes) continue;
        anchor = {static_cast<TreeIndex>(anchor.index + shift), true};
        has_names = true;
    }
    for (std::size_t i = mark.nodes; has_names && i < tree_.nodes.size(); ++i) {
        TreeNode& node = apart_.emplace_back(tree_.nodes[i]);
        node.parent = static_cast<TreeIndex>(std::max<std::int64_t>(node.parent + shift, 0));
        node.end = static_cast<TreeIndex>(node.end + shift);
    }
    tree_.nodes.resize(mark.nodes);
    if (!open_.empty()) tree_.nodes[open_.back()].count = mark.count;
    key_ = mark.key;
    return {text, span};
}

// Aliases

std::uint32_t YamlBuilder::depth() const { return static_cast<std::uint32_t>(open_.size()); }

std::optional<YamlFault> YamlBuilder::alias(Span name, Span place) {
    const auto found = anchors_.find(slice(file_, name));
    if (found == anchors_.end())
        return YamlFault{place, "there is no anchor of this name above", "define it above with &name"};
    const auto [index, apart] = found->second;
    const TreeIndex end = apart ? apart_[index].end : tree_.nodes[index].end;
    if (end == 0)
        return YamlFault{place, "the alias stands inside the value it names: a cycle",
                         "name a value that is complete before the alias", "alias-cycle"};
    repeated_ += end - index;
    if (repeated_ > most_repeated)
        return YamlFault{place, "aliases repeat more than 1,000,000 values",
                         "write the values out, or use fewer aliases of aliases", "alias-bomb"};
    const TreeIndex to = next();
    TreeNode& root = add(TreeKind::null, place);
    const TreeNode& from = apart ? apart_[index] : tree_.nodes[index];
    root.kind = from.kind;
    root.text = from.text;
    root.count = from.count;
    root.end = to + (end - index);
    std::vector<TreeIndex> ends{root.end};
    for (TreeIndex i = index + 1; i < end; ++i) {
        TreeNode node = apart ? apart_[i] : tree_.nodes[i];
        node.parent = node.parent - index + to;
        node.end = node.end - index + to;
        while (ends.back() <= next()) ends.pop_back();
        ends.push_back(node.end);
        if (depth() + ends.size() > deepest)
            return YamlFault{place, "aliases nest values deeper than 512", "write the values out"};
        tree_.nodes.push_back(node);
    }
    return std::nullopt;
}

}  // namespace factlint
