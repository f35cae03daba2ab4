// The one way to make and change expressions, inside this folder.
#pragma once

#include <memory>

#include "expr/expression.h"

namespace factlint::expr {

struct ExpressionAccess {
    static std::unique_ptr<Expression> make() { return std::unique_ptr<Expression>(new Expression); }
    static Expression::Tree& tree(Expression& expression) { return *expression.tree_; }
};

}  // namespace factlint::expr
