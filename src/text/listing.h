// Listing: many names in a few words, and how many there are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace factlint {

/// "a", "a, b, c", "a, b, c and 147 more". Not escaped.
std::string listing(const std::vector<std::string>& names);

/// "2,950,000", "-1,234.5": a decimal with the digits before its point in groups.
std::string grouped(std::string decimal);

/// "1 claim", "2,000 claims", "0 claims". `plural` empty = `one` + "s".
std::string counted(std::uint64_t count, std::string_view one, std::string_view plural = {});

}  // namespace factlint
