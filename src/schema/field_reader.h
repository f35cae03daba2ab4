// Fields of a Table Schema → columns.
#pragma once

#include <optional>

#include "schema/column.h"
#include "schema/descriptor.h"

namespace factlint {

/// The column that a field descriptor states; nullopt, with findings, where it has no name. `missing`: the schema's
/// missing values.
std::optional<Column> read_field(Descriptor& descriptor, TreeIndex index,
                                 const std::vector<std::string>& missing);

/// `missingValues`: a list of texts, or of {value, label}.
std::vector<std::string> read_missing_values(Descriptor& descriptor, TreeIndex index);

}  // namespace factlint
