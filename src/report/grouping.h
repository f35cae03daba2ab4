// Not-checked claims by the reason that kept them from being checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"

namespace factlint {

struct ReasonGroup {
    std::string_view reason;
    std::vector<const ClaimResult*> claims;  ///< in the order of the report
};

/// In the order in which the report first names each reason. O(claims · log reasons).
std::vector<ReasonGroup> not_checked_by_reason(const Report& report);

/// Claims that were not checked in the same documents.
struct SkippedClaims {
    std::vector<std::string> documents;
    std::vector<std::string> claims;
};

/// The claims of a group by their documents, in the order in which these come first. O(claims · log claims).
std::vector<SkippedClaims> by_documents(const ReasonGroup& group);

}  // namespace factlint
