// Variables: the names that expressions of a rule file may use, and their types.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "rules/context.h"

namespace factlint {

/// Fills file.variables from file.facts: one for each fact or hole. Finds names that are a value and a group of values
/// at once, and names with two origins. O(facts × log facts).
void make_variables(Context& context);

using TypedNames = std::vector<std::pair<std::string, expr::Type>>;

/// What a claim of one document sees; with `across`, every name but the truths is the list of its values.
TypedNames visible_names(const Context& context, bool across);
/// The holes of a claim's own `find`.
TypedNames hole_names(const std::vector<Find>& finds);

}  // namespace factlint
