// Derivation: why a claim is broken or holds, in words and steps.
#pragma once

#include <string>
#include <vector>

#include "check/bind.h"
#include "check/claim_values.h"
#include "expr/expression.h"
#include "text/finding.h"

namespace factlint {

/// "300 million USD + 130 million USD = 430 million USD, but line 21 states 440 million USD (10 million USD more)".
std::string explain_broken(const expr::Decision& decision, const Operands& operands, Corpus& corpus);
/// "300 million USD + 130 million USD = 430 million USD".
std::string explain_held(const expr::Decision& decision);

std::vector<Step> steps(const std::vector<expr::Decision>& decisions, const Operands& operands);

/// `says` with its {names} replaced by the values; the claim's expression where it says nothing.
std::string in_words(const Claim& claim, const ClaimValues& values, expr::Arena& arena);

}  // namespace factlint
