// Type inference: which types may stand for which, with type parameters bound on the way (cel-go, checker/types.go).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "expr/type.h"

namespace factlint::expr {

/// What the type parameters of one expression stand for. A failed attempt leaves no trace.
class Substitution {
  public:
    Type fresh();
    /// `type` with its named parameters replaced by fresh ones, the same for the same name in `names`.
    Type instantiate(const Type& type, std::map<std::string, Type>& names);
    bool assignable(const Type& from, const Type& to);
    bool all_assignable(std::span<const Type> from, std::span<const Type> to);
    /// The type of a list that holds both: the more general one, dyn where they have nothing in common.
    Type join(const Type& a, const Type& b);
    /// `type` with parameters replaced by what they stand for; unbound ones become dyn where `to_dyn`.
    Type apply(const Type& type, bool to_dyn = false) const;

  private:
    bool try_assign(const Type& from, const Type& to);
    bool try_assign_parts(const Type& from, const Type& to);
    std::optional<bool> try_bind(const Type& type, const Type& parameter);
    bool mentions(const Type& type, const std::string& parameter) const;
    void bind(const std::string& parameter, Type type);
    void roll_back(std::size_t mark);

    std::map<std::string, Type> bound_;
    std::vector<std::pair<std::string, std::optional<Type>>> trail_;
    std::size_t fresh_ = 0;
};

}  // namespace factlint::expr
