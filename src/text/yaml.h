// YAML as a small tree of nodes that know their bytes in the file.
//
// yaml-cpp is used through its events alone; what it leaves open (duplicate keys, runaway input, aliases that grow
// without bound, where a scalar ends) is settled here.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"
#include "text/sources.h"

namespace factlint::yaml {

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, block };

/// `items`: the elements of a sequence; key, value, key, value … of a mapping. An alias is a second pointer to its
/// node: nothing is copied, and the nodes form an acyclic graph.
struct Node {
    NodeKind kind = NodeKind::null;
    Style style = Style::plain;  ///< of a scalar
    Span span;         ///< in the file; of a scalar: with its quotes; of a null: empty, behind its key
    std::string text;  ///< of a scalar, decoded
    std::vector<const Node*> items;
    std::uint32_t size = 1;    ///< nodes below and including this one, aliases expanded
    std::uint32_t height = 1;  ///< longest path down, in nodes
};

struct Tree {
    std::deque<Node> nodes;
    const Node* root = nullptr;
};

inline constexpr std::uint32_t deepest = 64;             ///< nesting
inline constexpr std::uint32_t most_expanded = 100'000;  ///< nodes, aliases expanded

/// The one document of `source`. Where there is none: nullopt and at least one finding (concern rule) that says why:
/// empty file, bytes that are not UTF-8, control characters, YAML that cannot be read, nesting or aliases beyond the
/// limits. Duplicate keys are findings too, but the tree is still given. O(bytes).
std::optional<Tree> read(const Sources& sources, SourceId source, Findings& findings);

/// The value of `key` in a mapping, the first of several alike; nullptr where there is none. O(keys).
const Node* find_value(const Node& mapping, std::string_view key);

/// Byte of the file for each byte of a scalar's decoded text, and one more for its end. `file` is the whole file.
/// Inside folded white space and escapes, the nearest byte before. O(bytes of the scalar).
std::vector<std::uint32_t> offsets(std::string_view file, const Node& scalar);

/// The bytes of a scalar in the file, quotes and block header included, if its first byte, behind any tag or anchor,
/// is `begin`; sets style and span.
void locate(std::string_view file, std::uint32_t begin, Node& scalar);

/// `span` of the decoded text of a scalar as bytes of the file.
Span to_file(const std::vector<std::uint32_t>& offsets, Span span);

}  // namespace factlint::yaml
