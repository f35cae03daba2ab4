// JSON (RFC 8259), read for one value: exact literals and places.
#pragma once

#include <string_view>

#include "read/located.h"

namespace factlint {

/// The scalar that `pointer` (RFC 6901: "/orders/0/total", "" for the whole) names; `true`, `false` and `null` are their
/// words. Errors as in located.h. `bad-data`: anything that is not JSON, text after the end, nesting deeper than 512,
/// bytes that are not UTF-8, a key of the path given twice in its object. `data-not-found`: no such value, an object or
/// array, an ill-formed pointer. The whole file is checked. O(n).
Result<Located> at_json_pointer(const Sources& sources, SourceId id, std::string_view pointer);

}  // namespace factlint
