// JSON Pointer (RFC 6901), which names one value of a tree, whether the tree is read from JSON, YAML or TOML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/located.h"
#include "read/tree.h"

namespace factlint {

/// "/a~1b/0" → {"a/b", "0"}: ~1 is "/" and ~0 is "~"; "" has no steps. Errors: `data-not-found` at the start of `source`
/// where it begins with anything but "/", or another sign follows "~".
Result<std::vector<std::string>> pointer_steps(SourceId source, std::string_view pointer);

/// The node that `pointer` names. Errors: `data-not-found` where there is none, `bad-data` for a key on the way that is given
/// twice.
Result<TreeIndex> node_at(const Tree& tree, std::string_view pointer);

/// The scalar that `pointer` names; `true`, `false` and `null` are their words. Errors: `data-not-found` where there is no
/// such value, with the nearest key, or it is an object or a list; `bad-data` where a key on the way is given twice.
/// Precondition: the tree has nodes. O(members and items on the way).
Result<Located> at_pointer(const Sources& sources, const Tree& tree, std::string_view pointer);

/// The item of a list that `step` names: a number without sign or leading zeros, from 0; nothing otherwise.
std::optional<std::size_t> item_number(std::string_view step);

}  // namespace factlint
