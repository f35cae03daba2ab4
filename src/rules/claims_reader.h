// The `claims` of a rule file: read, and their expressions compiled against the facts.
#pragma once

#include "rules/context.h"

namespace factlint {

/// A claim as it is written, until the names it may use are known.
struct ClaimDraft {
    Claim claim;
    const yaml::Node* assertion = nullptr;
    const yaml::Node* where = nullptr;
    const yaml::Node* says = nullptr;
    const yaml::Node* tolerance = nullptr;
    std::vector<const yaml::Node*> agree_all;
    bool groups = false;  ///< `each: group in TABLE`
};

/// Reads `claims:` without looking at names. Duplicate ids are findings.
std::vector<ClaimDraft> read_claims(Context& context, const yaml::Node& node);

/// Compiles each claim into file.claims; `agree_all` becomes one claim `<id>/<fact>` for each fact. Requires
/// file.variables.
void compile_claims(Context& context, std::vector<ClaimDraft> drafts);

}  // namespace factlint
