// A tree as text, one line per node: what tests of the readers of data compare.
#pragma once

#include <string>

#include "read/tree.h"
#include "text/problem.h"

namespace factlint {

/// Each node as `KIND BEGIN..END TEXT` (lists and objects: `of COUNT`), members after `"KEY" BEGIN..END: `, two spaces deeper than what holds them; texts
/// and keys in quotes as JSON, numbers as they are written. O(nodes).
std::string dump(const Tree& tree);

/// Each finding as `finding ID BEGIN..END message / help`, then its related places as `  BEGIN..END message`.
std::string dump(const Findings& findings);

}  // namespace factlint
