// What is asked of a table: its declared columns and what its schema says.
#pragma once

#include <string>
#include <vector>

#include "check/data_files.h"
#include "check/table/table_check.h"

namespace factlint {

/// Adds what the schema of a table says of it to `request`: columns, keys, and the keys of other tables, which are read
/// here. Findings about the schema, and about tables that it refers to. Nothing where there is no schema.
void add_schema(const DataTask& task, DataContext& context, TableRequest& request);

}  // namespace factlint
