// Regular expressions of users: RE2 syntax, of limited size.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace factlint {

/// Either a pattern that can be used, or why not: it is no RE2, is longer than 10,000 bytes, or needs more than 5,000
/// instructions (counted repeats of Unicode classes explode: [\p{L} ]{3,60} needs 72,501).
struct LimitedPattern {
    std::unique_ptr<re2::RE2> regex;
    std::string error;  ///< empty where `regex` can be used
};

/// Never throws. Needs at most 8 MiB for the pattern and its states. O(size of the program).
LimitedPattern compile_limited_pattern(std::string_view pattern);

}  // namespace factlint
