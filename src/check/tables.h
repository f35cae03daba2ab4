// Tables of a rule file: each is read once, whatever the number of documents and claims.
#pragma once

#include <map>

#include "check/bind.h"
#include "check/claims.h"
#include "check/schema_files.h"
#include "check/table/table_check.h"

namespace factlint {

/// What reading tables takes, and what it adds to.
struct TableReading {
    SchemaFiles& schemas;
    BindContext& context;
    ClaimOutput output;
    std::vector<DataResult>& data;
};

/// Reads the tables that `rules` names, of `document` those whose path has {stem}, without one the others: their columns,
/// the calls over columns, and the claims about rows that need nothing but the row. Findings, results of those claims and
/// what was read are added to the report. What it computed are the bindings of the tables.
void read_tables(const RuleFile& rules, const LoadedDocument* document, TableReading reading);

/// Whether read_tables() has evaluated the claim.
bool needs_only_rows(const Claim& claim);

/// A claim about rows that reads other facts too, on one document (or none).
void check_rows(const Claim& claim, const Bindings& bindings, BindContext& context, ClaimOutput output);

}  // namespace factlint
