#include "schema/full_match.h"

#include <re2/re2.h>

namespace factlint {

FullMatch::FullMatch(std::string_view pattern) : compiled_(compile_limited_pattern(pattern)) {}
FullMatch::FullMatch(FullMatch&&) noexcept = default;
FullMatch& FullMatch::operator=(FullMatch&&) noexcept = default;
FullMatch::~FullMatch() = default;

bool FullMatch::matches(std::string_view text) const {
    return !compiled_.regex || RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *compiled_.regex);
}

}  // namespace factlint
