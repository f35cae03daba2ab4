// The golden form of this stage: the parsed expression as a tree, for `factlint dump expr`.
#pragma once

#include <string>

#include "expr/expression.h"

namespace factlint::expr {

/// One node a line, children indented below it: what it is, and its part of the source.
std::string dump(const Expression& expression);

}  // namespace factlint::expr
