// explain: how one claim came to its verdict: what each pattern saw, what it bound, and the arithmetic.
#pragma once

#include <string>

#include "check/check.h"

namespace factlint {

/// For every document of the rule file that has a claim or fact of this id. Empty where there is none.
std::string explain_rule(const std::string& id, const Rules& rules, Corpus& corpus, const CheckRequest& request);

/// The facts that stand on a line (and column, in code points, where not 0) of a document: their reading, and the
/// claims that read them.
std::string explain_line(const LoadedDocument& document, std::uint32_t line, std::uint32_t column, const Report& report,
                         const Sources& sources);

}  // namespace factlint
