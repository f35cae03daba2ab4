// The `facts` of a rule file, and what reads patterns for claims as well.
#pragma once

#include "rules/context.h"

namespace factlint {

/// Reads `facts:` into file.facts, then gives truths their values and templates their truths; finds names that cannot
/// be, names given twice, and truths that state themselves.
void read_facts(Context& context, const yaml::Node& node);

/// Reads `find:`: a pattern, a list of alternatives, or a mapping by language of either.
std::vector<Find> read_find(Context& context, const yaml::Node& node);
void read_scope(Context& context, const yaml::Node& node, Scope& scope);

}  // namespace factlint
