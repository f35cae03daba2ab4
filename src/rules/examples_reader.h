// The `tests` of a rule file: examples that show where its claims hold and where they break.
#pragma once

#include "rules/context.h"

namespace factlint {

/// Reads `tests:` into file.examples. Requires file.claims: ids that name no claim are findings; the id of a claim with
/// `agree_all` stands for all claims made of it.
void read_examples(Context& context, const yaml::Node& node);

}  // namespace factlint
