// URI references (RFC 3986): how `$id` and `$ref` name schemas.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace factlint::schema {

/// `reference` as seen from `base` (RFC 3986, 5.2), its fragment kept. Either may be a path alone: "a.json" seen from
/// "schemas/b.json" is "schemas/a.json"; ".." above the first folder stays. O(n).
std::string resolve_uri(std::string_view base, std::string_view reference);

/// What stands before the first '#', and behind it.
std::pair<std::string_view, std::string_view> split_fragment(std::string_view uri);

/// "%C3%A9" → "é"; a '%' without two hexadecimal digits stays.
std::string percent_decoded(std::string_view text);

}  // namespace factlint::schema
