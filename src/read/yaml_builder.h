// Builds the tree of one YAML document: keys, anchors and aliases.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/tree.h"
#include "read/yaml_scalars.h"

namespace factlint {

/// What may stand before a node.
struct YamlProperties {
    Span anchor;      ///< name, without &
    Span anchor_all;  ///< with it
    Span tag;         ///< as it is written
    std::string full_tag;

    bool has_anchor() const { return !anchor_all.empty(); }
    bool has_tag() const { return !tag.empty(); }
    bool any() const { return has_anchor() || has_tag(); }
};

/// The key of a member.
struct YamlKey {
    std::string_view text;
    Span span;
};

/// Nodes are appended in the order of the file. What turns out to be a key is taken back: a key is text.
class YamlBuilder {
  public:
    YamlBuilder(Tree& tree, std::string_view file) : tree_(tree), file_(file) {}

    /// How far a tree has been built, to take back what follows.
    struct Mark {
        std::size_t nodes = 0;
        std::size_t anchors = 0;
        YamlKey key;
        std::uint32_t count = 0;
    };
    Mark mark() const;
    /// The nodes since `mark`, which are taken back, as a key: the text of a scalar, else the bytes as they are written.
    YamlKey take_key(const Mark& mark);
    YamlKey key_of(const YamlScalar& scalar, const YamlProperties& properties);
    /// Of the node that is appended next.
    void set_key(YamlKey key) { key_ = key; }

    void scalar(const YamlScalar& scalar, const YamlProperties& properties);
    void null(std::uint32_t at, const YamlProperties& properties);
    TreeIndex open(TreeKind kind, std::uint32_t begin);
    void close(std::uint32_t end);
    /// Names the node `index`, which may still be open.
    void name(const YamlProperties& properties, TreeIndex index);
    TreeIndex next() const { return static_cast<TreeIndex>(tree_.nodes.size()); }
    const Tree& tree() const { return tree_; }

    /// Repeats what `name` names, at `place`. A fault: an unknown name, one of a node that is still open, too much.
    std::optional<YamlFault> alias(Span name, Span place);

    static constexpr std::uint32_t most_repeated = 1'000'000;  ///< nodes, by all aliases of a document
    static constexpr std::uint32_t deepest = 512;

  private:
    struct Anchor {
        TreeIndex index = 0;
        bool apart = false;  ///< in `apart_`, not in the tree
    };

    TreeNode& add(TreeKind kind, Span span);
    std::string_view keep(std::string text);
    void set_value(TreeNode& node, const YamlScalar& scalar, const YamlProperties& properties);
    std::uint32_t depth() const;

    Tree& tree_;
    std::string_view file_;
    std::vector<TreeIndex> open_;
    YamlKey key_;
    std::map<std::string_view, Anchor> anchors_;
    std::vector<std::string_view> named_;  ///< anchors in the order in which they were given
    std::vector<TreeNode> apart_;          ///< what was taken back and has names
    std::uint32_t repeated_ = 0;
};

}  // namespace factlint
