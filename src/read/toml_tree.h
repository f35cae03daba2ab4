// TOML 1.0 as a Tree: exact places, numbers as they are written.
//
// [a] ⏎ b = 1_000 is an object "a" whose place is its header, bytes 0..3, and in it the number "1000" at bytes 8..13.
#pragma once

#include "read/tree.h"
#include "text/problem.h"

namespace factlint {

/// The table of a source; its members stand in the order in which they are met first, and what a later header adds to a
/// table stands in it. A byte order mark is passed over. The place of a table is its header; of one that only a longer
/// header or a dotted key names, the key there; of a list of tables its first header; of the whole the whole file. What
/// words say: toml_values.h; integers may have any size; a
/// line of a string in three quotes ends in LF.
///
/// Findings, each with its place and what to write: `bad-data` (concern input), and then the tree has no nodes: bytes
/// that are not UTF-8, anything that is not TOML 1.0, keys and tables given twice, with both places, nesting deeper than
/// 512. The first fault ends the reading.
///
/// Our own reader and not toml++: that one refuses integers over 64 bits and 1e999, sorts keys, and says where a fault was
/// noticed and not where it is; a property compares the two. O(bytes).
Tree read_toml(const Sources& sources, SourceId id, Findings& findings);

}  // namespace factlint
