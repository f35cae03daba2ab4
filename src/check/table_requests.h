// What is asked of a table: its declared columns and what its schema says.
#pragma once

#include <string>
#include <vector>

#include "check/schema_files.h"
#include "check/table/table_check.h"

namespace factlint {

/// Adds what the schema at `schema_path` says of the table at `data_path` to `request`: columns, keys, and the keys of
/// other tables, which are read here. Findings about the schema, and about tables that it refers to.
void add_schema(const std::string& schema_path, const std::string& data_path, SchemaFiles& schemas,
                Corpus& corpus, const std::string& root, TableRequest& request,
                std::vector<Finding>& findings);

}  // namespace factlint
