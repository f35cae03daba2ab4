// Resolves names, deduces types and chooses overloads: one walk over the tree, all problems reported (langdef.md,
// "Name resolution", "Gradual type checking").
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "expr/functions.h"
#include "expr/tree.h"
#include "expr/unify.h"

namespace factlint::expr {

class Checker {
  public:
    Checker(Tree& tree, const Environment& environment, std::vector<Diagnostic>& diagnostics);
    void run();

  private:
    struct Local {
        std::string_view name;
        Type type;
    };

    // Names: check_names.cpp.
    std::optional<std::string> qualified(NodeId id) const;
    std::string_view root_name(NodeId id) const;
    bool is_absolute(NodeId id) const;
    std::vector<std::string> candidates(const std::string& name, bool absolute) const;
    const Type* find_variable(std::string_view name) const;
    const Local* find_local(std::string_view name, std::uint32_t& slot) const;
    std::optional<Type> resolve(NodeId id);
    std::optional<Type> resolve_type_name(NodeId id, const std::string& name);
    bool is_unknown_part(NodeId id) const;
    std::uint32_t variable_index(const std::string& name);
    Type unknown_name(NodeId id);
    Type has_variable(NodeId id);
    const OverloadSet* resolve_function(const std::string& name, bool absolute);
    Type unknown_function(NodeId id, const std::string& name);

    // Nodes: checker.cpp.
    Type check(NodeId id);
    Type name(NodeId id);
    Type select(NodeId id);
    Type has(NodeId id);
    Type field(const Type& operand, NodeId id);
    Type index(NodeId id);
    Type list(NodeId id);
    Type map(NodeId id);
    Type optional_entry(NodeId id);
    Type conditional(NodeId id);
    Type logical(NodeId id);
    Type block(NodeId id);
    void condition(NodeId id);

    // Macros: check_macros.cpp.
    Type macro(NodeId id);
    Type with_locals(std::initializer_list<Local> locals, NodeId body);
    struct Elements {
        Type key;  ///< or index
        Type value;
        bool keyed = false;  ///< a map: one name alone stands for its keys
    };
    Elements elements(NodeId range);
    Type optional_macro(NodeId id);
    Type comprehension_result(const Node& node, const Type& body, const Type& element, const Elements& of);

    // Calls: check_calls.cpp.
    Type call(NodeId id);
    void make_global(NodeId id, const std::string& name);
    Type resolve_call(NodeId id, const OverloadSet& set, std::span<const Type> arguments);
    std::optional<Type> match(const Overload& overload, std::span<const Type> arguments, bool member);
    Type no_overload(NodeId id, const OverloadSet& set, std::span<const Type> arguments);
    std::optional<Type> fact_call(NodeId id, std::span<const Type> arguments);
    std::optional<Type> fold(NodeId id);
    void compile_pattern(NodeId id);

    Type report(Span span, std::string message, std::string help = {});
    Type failure(NodeId id, const std::string& message);
    bool checking() const { return environment_.check; }

    Tree& tree_;
    const Environment& environment_;
    std::vector<Diagnostic>& diagnostics_;
    Substitution types_;
    std::unordered_map<std::string, std::uint32_t> used_;
    std::unordered_map<std::string, OverloadSet> declared_;
    std::vector<Local> locals_;
};

/// Whether values of the two can be compared because one is a fact: fact and int, lists of these.
bool comparable_with_facts(const Type& a, const Type& b);
/// The type of `operand.name` where the operand is a fact; nullopt where no such field exists.
std::optional<Type> fact_field(const Type& operand, std::string_view name);
/// All fields that facts of these kinds have, for "did you mean".
std::vector<std::string_view> fact_fields(const Type& operand);
/// The type of an operator of two facts (or a fact and a number); a message where no kinds or units of theirs go together.
struct FactResult {
    Type type;
    std::string problem;
};
FactResult fact_operation(std::string_view name, const Type& left, const Type& right);

}  // namespace factlint::expr
