// Listing: many names in a few words.
#pragma once

#include <string>
#include <vector>

namespace factlint {

/// "a", "a, b, c", "a, b, c and 147 more". Not escaped.
std::string listing(const std::vector<std::string>& names);

}  // namespace factlint
