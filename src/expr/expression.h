// Expressions: CEL (cel-spec, doc/langdef.md) extended by stated values. compile once, evaluate often.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expr/type.h"
#include "expr/value.h"
#include "text/span.h"

namespace factlint::expr {

/// What is wrong with an expression: a place inside its text, what was expected, perhaps the nearest allowed name.
struct Diagnostic {
    Span span;
    std::string message;
    std::string help;
};

/// Reads a text such as "130 million USD" into a stated value: extraction, which this stage does not know. Returns
/// nullptr where the text is not exactly one fact. Used by quantity('…') and date('…').
using ReadStated = std::function<const Stated*(std::string_view text, Arena& arena)>;

/// Names an expression may use. A dotted name ("aid.before") is one variable; CEL resolves the longest prefix first.
struct Environment {
    std::vector<std::pair<std::string, Type>> variables;
    std::string container;   ///< CEL container for name resolution
    bool check = true;       ///< false: CEL's disable_check, everything is dyn
    bool plain_cel = false;  ///< true: without the functions of facts, has(name) and their operators
    /// Overloads of functions that are only declared (conformance cases): name → argument types, result.
    struct Function {
        std::string name;
        std::vector<Type> arguments;
        Type result;
        bool member = false;
    };
    std::vector<Function> functions;
    /// Where it is given, quantity('…') of a literal is read once, and its kind and unit are checked.
    ReadStated read_stated;
};

struct Limits {
    std::uint32_t depth = 250;        ///< nesting of the parsed expression
    std::uint64_t cost = 10'000'000;  ///< steps of one evaluation
    std::size_t bytes = 64u << 20;    ///< memory of one evaluation
};

/// A parsed and checked expression. Move-only.
class Expression {
  public:
    struct Tree;  ///< expr/tree.h: nodes in one vector, children by index
    Expression(Expression&&) noexcept;
    Expression& operator=(Expression&&) noexcept;
    ~Expression();

    std::string_view source() const;
    const Type& type() const;
    /// Names of variables the expression reads, in order of first use, without duplicates.
    const std::vector<std::string>& variables() const;
    const Tree& tree() const { return *tree_; }

  private:
    friend struct Compiled;
    friend struct ExpressionAccess;
    Expression();
    std::unique_ptr<Tree> tree_;
};

/// Either `expression` or at least one diagnostic. All problems of the expression are reported at once where possible.
struct Compiled {
    std::unique_ptr<Expression> expression;
    std::vector<Diagnostic> diagnostics;
};

Compiled compile(std::string_view source, const Environment& environment, const Limits& limits = {});

/// Values of the variables; a name that was not found is Unknown{name}.
struct Bindings {
    std::function<Value(std::string_view name)> lookup;
    ReadStated read_stated;
    /// Time zones etc. come from tables compiled in; the clock is never read.
};

/// Never throws. The result may be an Error or an Unknown. O(cost limit).
Value evaluate(const Expression& expression, const Bindings& bindings, Arena& arena,
               const Limits& limits = {});

/// One side of a comparison as it was computed.
struct Operand {
    std::string_view source;  ///< "aid.before + added[0]"
    std::string arithmetic;   ///< "300 million USD + 130 million USD"; equal to `described` for a plain value
    std::string described;    ///< "430 million USD"
    Value value;
    std::vector<std::uint32_t>
        origins;            ///< Stated::origin of every fact it was computed from, in order, no duplicates
    bool computed = false;  ///< an operator or a function made it
};

/// A comparison (or boolean function call: left alone is set) that decided the result.
struct Decision {
    enum class Relation {
        equal,
        not_equal,
        less,
        less_equal,
        greater,
        greater_equal,
        call
    } relation = Relation::call;
    Span span;
    Operand left;
    Operand right;
    Value result;
};

/// The comparisons that decide the value of a boolean expression (design, section 3): of `&&` the false operands, of
/// `||` all, of all() the first three failing elements; for a true result, all comparisons evaluated to true. Re-evaluates.
std::vector<Decision> decisions(const Expression& expression, const Bindings& bindings, Arena& arena,
                                const Limits& limits = {});

/// CEL value as people read it: facts by describe(), lists in brackets, text in quotes.
std::string describe(const Value& value);

}  // namespace factlint::expr
