// What is said of a claim about rows, or groups of rows, once all of them were looked at.
#pragma once

#include <vector>

#include "check/claim_values.h"
#include "check/claims.h"
#include "check/table/table_check.h"

namespace factlint {

/// A claim and what was found.
struct RowConclusion {
    const Claim& claim;
    const TableFile& file;
    const TableResult::RowOutcome& outcome;
    const ClaimValues& values;  ///< of the names that are not of a row
    BindContext& context;
};

/// Fills in the verdict, and adds findings: the rows that break the claim, those that could not be judged, those whose
/// values do not go together. Of the first broken row the arithmetic is shown.
void conclude_rows(const RowConclusion& given, ClaimResult& result, std::vector<Finding>& findings);

}  // namespace factlint
