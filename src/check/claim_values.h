// ClaimValues: the values of one evaluation of a claim, by name: of one document, of one match, or of all documents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/bind.h"
#include "expr/expression.h"

namespace factlint {

/// A value that stands in for the one with that origin: how repairs and conflicting statements are tried.
struct Override {
    std::uint32_t origin = no_origin;
    const Stated* value = nullptr;
};

/// What a claim reads in one evaluation.
struct ClaimValues {
    const RuleFile* rules = nullptr;
    std::vector<const Bindings*> documents;  ///< one, or with `across` all of the group
    bool across = false;
    const BoundMatch* match = nullptr;  ///< of the claim's own `find`
    std::optional<Override> replaced;
    const Tolerance* tolerance = nullptr;  ///< of the claim; values stated in rules stay exact
    const expr::Object* row = nullptr;     ///< of a claim about rows
    std::vector<Place> row_places{};       ///< the cells that it reads
    std::string_view row_name = "row";     ///< "group" of a claim about groups

    /// The value of a variable; expr::Unknown{name} where it was not found.
    expr::Value lookup(std::string_view name, expr::Arena& arena) const;
    /// Every value the variable has, in order.
    std::vector<const BoundValue*> values(std::string_view name) const;
    /// The definition a variable comes from; null for names of the claim's own `find`.
    const FactDefinition* definition(std::string_view name) const;
    /// Why the variable has no value: "not found in a.md".
    std::string missing(std::string_view name) const;

  private:
    expr::Value in_document(const VariableSource& source, const Bindings& bindings, expr::Arena& arena) const;
    expr::Value stated(const Stated& value, expr::Arena& arena) const;
};

/// Groups of values without `all` that do not agree: for each, the alternatives to try.
std::vector<const BoundValue*> conflicting(const std::vector<const BoundValue*>& values);

}  // namespace factlint
