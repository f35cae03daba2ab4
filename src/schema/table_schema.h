// Table Schema: the columns of a table and the keys over them.
#pragma once

#include <string>
#include <vector>

#include "schema/column.h"
#include "text/finding.h"

namespace factlint {

struct ForeignKey {
    std::vector<std::string> fields;
    std::string resource;  ///< name of a resource of the package; empty = the table itself
    std::vector<std::string> reference_fields;
    std::optional<Place> place;
};

struct TableSchema {
    /// How the fields of the schema and the columns of the file go together (Table Schema v2, `fieldsMatch`).
    enum class Match : std::uint8_t { exact, equal, subset, superset, partial } match = Match::exact;
    std::vector<Column> columns;
    std::vector<std::string> primary_key;
    std::vector<std::vector<std::string>> unique_keys;
    std::vector<ForeignKey> foreign_keys;
};

}  // namespace factlint
