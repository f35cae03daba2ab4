// What is asked of a table: its declared columns and what its schema says.
#pragma once

#include <string>
#include <vector>

#include "check/data_files.h"
#include "check/table/table_check.h"

namespace factlint {

/// Adds to `request` that a key must stand in the table `other`, which is read here, whatever `resource` says; findings where
/// that cannot be read, or has no such columns.
void add_foreign_key(const ForeignKey& key, TableName other, DataContext& context, TableRequest& request);

/// Adds what the schema of a table says of it to `request`: columns, keys, and the keys of other tables, which are read
/// here. Findings about the schema, and about tables that it refers to. Nothing where there is no schema.
void add_schema(const DataTask& task, DataContext& context, TableRequest& request);

}  // namespace factlint
