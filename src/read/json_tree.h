// JSON (RFC 8259) as a Tree: exact places and literals, nothing rounded, nothing forgiven.
//
// {"a": 1e400} is two nodes: an object, and the number "1e400" whose key "a" stands at bytes 1..4.
#pragma once

#include "read/tree.h"
#include "text/problem.h"

namespace factlint {

/// Nesting of lists and objects around a value, at most.
inline constexpr std::size_t deepest_json = 512;

/// The one value of a source. A byte order mark is passed over. Findings, each with its place, what was expected and
/// what to write:
/// - `bad-data` (concern input), then the tree has no nodes: bytes that are not UTF-8, anything that is not JSON, a \u
///   escape of one half of a surrogate pair (it is no character), text after the value, nesting deeper than 512. The
///   first fault ends the reading.
/// - `duplicate-key` (concern content), the tree has all members: keys that are equal once decoded, code point by code
///   point, one finding for each key after its first, at most 100 and then one that counts the rest.
/// Texts without escapes view the source. O(n log n) for objects of n members, else O(n).
Tree read_json(const Sources& sources, SourceId id, Findings& findings);

/// The same for a part of a source, into a tree whose memory is used again: what it held is gone.
void read_json(const Sources& sources, Place part, Tree& tree, Findings& findings);

/// The same for a part of a text that is no source: places have the source that the tree has.
void read_json(std::string_view text, Span part, Tree& tree, Findings& findings);

/// Offset of the first byte from `at` on that ends or breaks a string of JSON (a quote, a backslash, a control); the end of the
/// text where there is none. O(bytes).
std::size_t plain_string_end(std::string_view text, std::size_t at);

/// What a JSON string says, `raw` with its quotes. Precondition: read_json() takes it. Views `raw`, or `scratch` where there are
/// escapes. O(bytes).
std::string_view json_text(std::string_view raw, std::string& scratch);

}  // namespace factlint
