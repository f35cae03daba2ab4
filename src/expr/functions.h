// The table of functions: what the checker, the evaluator, completion and the reference docs read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/expression.h"
#include "expr/pattern.h"

namespace factlint::expr {

/// One evaluation of one function. The arguments are neither errors nor unknowns, and fit the signature.
struct Call {
    std::span<const Value> arguments;
    Arena& arena;
    const Limits& limits;
    Span span;
    std::uint64_t& cost;     ///< steps left
    const Pattern* pattern;  ///< the compiled second argument where it is a literal and the function matches
    const ReadStated* read_stated;

    template <class T> const T& get(std::size_t index) const {
        return *std::get_if<T>(&arguments[index].data);
    }
    std::string_view text(std::size_t index) const { return get<std::string_view>(index); }
    std::int64_t integer(std::size_t index) const { return get<std::int64_t>(index); }
    std::span<const Value> items(std::size_t index) const { return get<List>(index).items; }
    const Stated& stated(std::size_t index) const { return *get<const Stated*>(index); }

    /// Takes `steps` from the cost and asks whether `bytes` more fit; fail_limit() says so where not.
    bool afford(std::uint64_t steps, std::size_t bytes);
    /// Takes what comparing the two costs.
    bool afford_comparison(const Value& a, const Value& b);
    Value fail(std::string_view message, Error::Cause cause = Error::Cause::evaluation) const;
    Value fail_limit() const;
    Value make_text(std::string_view text) const { return {arena.text(text)}; }
    Value make_list(std::span<const Value> values) const;
};

using Code = Value (*)(Call&);

/// `signature`: "(int, int) -> int", for methods "string.(int) -> string"; A, B stand for any type, "dyn..." at the end
/// for any number of further arguments.
struct Function {
    std::string_view name;
    std::string_view signature;
    Code code;
    std::string_view doc;
};

struct FunctionGroup {
    std::string_view name;
    std::span<const Function> rows;
    bool facts;  ///< not part of plain CEL
};

/// All groups in order of their files.
std::span<const FunctionGroup> function_groups();

/// A row with its signature read.
struct Overload {
    const Function* row = nullptr;
    bool member = false;
    bool variadic = false;
    bool facts = false;
    std::vector<Type> parameters;  ///< the receiver first
    Type result;
};

struct OverloadSet {
    std::string name;
    std::vector<Overload> overloads;
};

/// nullptr where there is no function of this name. O(1).
const OverloadSet* find_overloads(std::string_view name);
/// Names of all functions that are not operators, sorted.
std::span<const std::string_view> function_names();
/// Reads a signature. Precondition: it is one of the table's, which a test reads all.
Overload read_signature(const Function& row, bool facts);

}  // namespace factlint::expr
