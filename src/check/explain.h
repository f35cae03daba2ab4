// explain: how one claim came to its verdict: what each pattern saw, what it bound, and the arithmetic.
#pragma once

#include <string>

#include "check/check.h"

namespace factlint {

/// For every document of the rule file that has a claim with this id; empty where there is none. Safe to print.
std::string explain_rule(const std::string& id, const Rules& rules, Corpus& corpus,
                         const CheckRequest& request);

}  // namespace factlint
