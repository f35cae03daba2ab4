// YAML front matter of a Markdown file: `---`, lines, `---`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace factlint {

/// A line `key: value` that begins in the first column; `value` without quotes, comment and space around it, as bytes
/// of the source. Values that are not one plain or quoted scalar on that line (lists, maps, block scalars, escapes)
/// are left out.
struct FrontMatterEntry {
    std::string_view key;
    Span value;
};

struct FrontMatter {
    std::vector<FrontMatterEntry> entries;
    std::uint32_t end = 0;  ///< offset of the first byte after it; `begin` where there is none
};

/// Looks for front matter at `begin` (0, or after a byte order mark). O(its length).
FrontMatter read_front_matter(std::string_view text, std::uint32_t begin);

}  // namespace factlint
