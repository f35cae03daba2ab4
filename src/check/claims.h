// Claims: evaluates the claims of a rule file on its bindings. Gives a verdict for each, and findings for the broken.
#pragma once

#include <vector>

#include "check/bind.h"
#include "check/claim_values.h"
#include "check/report.h"

namespace factlint {

/// What evaluation adds to.
struct ClaimOutput {
    std::vector<ClaimResult>& claims;
    std::vector<Finding>& findings;
};

/// What is known of a claim before it is evaluated.
ClaimResult result_for(const Claim& claim, const RuleFile& rules, const Sources& sources);

/// Why a claim is broken for the values of one row: the finding without its count.
Finding explain_row(const Claim& claim, const ClaimValues& values, const BindContext& context);

/// The claims that are evaluated document by document, or once where `bindings` have no document.
void check_claims(const Bindings& bindings, BindContext& context, ClaimOutput output);
/// The claims with `across`: once for all documents, or once for each group of names that agree in all but {lang}.
void check_across(const RuleFile& rules, const std::vector<const Bindings*>& documents, BindContext& context,
                  ClaimOutput output);

}  // namespace factlint
