// Walks the tree over values. Errors and unknowns are values; && || all exists absorb them (langdef.md, "Logical
// operators", "Runtime errors").
#pragma once

#include <optional>
#include <vector>

#include "expr/functions.h"
#include "expr/tree.h"

namespace factlint::expr {

/// What all and exists find out, one operand after the other: the absorbing value wins, then a missing fact, then an
/// open comparison, then an error.
struct Absorption {
    bool absorbing = false;  ///< false for &&, true for ||
    bool decided = false;
    std::optional<Unknown> unknown;
    std::optional<Error> error;

    void take(const Value& operand, Span span);
    Value result() const;
};

/// Key (or index) and value of one element that a macro goes through.
struct Element {
    Value key;
    Value value;
};

class Evaluator {
  public:
    Evaluator(const Tree& tree, const Bindings& bindings, Arena& arena, const Limits& limits);

    Value evaluate(NodeId id);
    /// The elements of a list or a map; an Error in `problem` where it is neither.
    std::vector<Element> elements(const Value& range, Span span, Value& problem) const;
    /// Binds the names of a macro to one element.
    void bind(const Node& node, const Element& element, bool keyed);
    void set_local(std::uint32_t slot, Value value) { locals_[slot] = value; }

  private:
    Value step(NodeId id);
    Value variable(std::uint32_t index);
    Value has_variable(std::uint32_t index);
    Value logical(NodeId id, bool absorbing);
    Value conditional(NodeId id);
    Value list(NodeId id);
    Value map(NodeId id);
    Value make_map(std::vector<Entry>& entries, Span span);
    Value block(NodeId id);

    // Access: access.cpp.
    Value select(NodeId id);
    Value field(const Value& operand, const Node& node);
    Value has(NodeId id);
    Value has_field(const Value& operand, const Node& node);
    Value index(NodeId id);
    Value element(const Value& operand, const Value& key, const Node& node);
    Value list_element(std::span<const Value> items, const Value& key, const Node& node);
    Value present(const Value& value);

    // Calls: calls.cpp.
    Value call(NodeId id);
    Value dispatch(const Node& node, std::span<const Value> arguments);
    Value no_overload(const Node& node, std::span<const Value> arguments);

    // Macros: macros.cpp.
    Value macro(NodeId id);
    Value quantifier(NodeId id, const std::vector<Element>& range, bool keyed);
    Value exists_one(NodeId id, const std::vector<Element>& range, bool keyed);
    Value collect(NodeId id, const std::vector<Element>& range, bool keyed);
    Value collect_map(NodeId id, const std::vector<Element>& range, bool keyed);
    Value sort_by(NodeId id, const std::vector<Element>& range, bool keyed);
    Value optional_macro(NodeId id, const Value& range);
    std::optional<Value> admit(NodeId filter, bool& taken);

    Value fail(Span span, std::string_view message, Error::Cause cause = Error::Cause::evaluation) const;
    Value open_here(Span span, std::string_view what) const;
    std::span<const NodeId> children(NodeId id) const { return tree_.children_of(id); }

    const Tree& tree_;
    const Bindings& bindings_;
    Arena& arena_;
    const Limits& limits_;
    std::uint64_t cost_;
    std::vector<Value> locals_;
    std::vector<Value> stack_;
    std::vector<std::optional<Value>> variables_;
};

bool is_error(const Value& value);
bool is_unknown(const Value& value);
bool is_failure(const Value& value);  ///< an error or an unknown
/// "int", "google.protobuf.Timestamp", "money": what type() gives and messages say.
std::string_view type_name(const Value& value);
/// Whether a value fits the parameter of a signature.
bool fits(const Type& parameter, const Value& value);
/// The field of a fact; an Error without a place where it has none.
Value stated_field(const Stated& fact, std::string_view name, Arena& arena);

}  // namespace factlint::expr
