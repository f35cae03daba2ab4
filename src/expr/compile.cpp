#include "expr/evaluator.h"
#include "expr/expression.h"
#include "expr/expression_access.h"
#include "expr/tree.h"

namespace factlint::expr {

Expression::Expression() : tree_(std::make_unique<Tree>()) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

std::string_view Expression::source() const { return tree_->source; }
const Type& Expression::type() const { return tree_->type; }
const std::vector<std::string>& Expression::variables() const { return tree_->variables; }

Compiled compile(std::string_view source, const Environment& environment, const Limits& limits) {
    Compiled compiled;
    auto expression = ExpressionAccess::make();
    Tree& tree = ExpressionAccess::tree(*expression);
    tree.source = source;
    parse(tree, limits, compiled.diagnostics);
    if (compiled.diagnostics.empty()) check(tree, environment, compiled.diagnostics);
    if (compiled.diagnostics.empty()) compiled.expression = std::move(expression);
    return compiled;
}

Value evaluate(const Expression& expression, const Bindings& bindings, Arena& arena, const Limits& limits) {
    return Evaluator(expression.tree(), bindings, arena, limits).evaluate(expression.tree().root);
}

}  // namespace factlint::expr
