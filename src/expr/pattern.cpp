#include "expr/pattern.h"

#include <re2/re2.h>

namespace factlint::expr {

Pattern::Pattern(std::string_view pattern) : compiled_(compile_limited_pattern(pattern)) {}

Pattern::~Pattern() = default;

bool Pattern::found_in(std::string_view text) const {
    return compiled_.regex && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *compiled_.regex);
}

}  // namespace factlint::expr
