// Where the value of a fact with `at:` stands in a data file.
#pragma once

#include <string_view>

#include "read/located.h"

namespace factlint {

/// The value that `pointer` names in a data file: a JSON Pointer in JSON and YAML; "ROW/COLUMN" in CSV and TSV (first cell
/// of the row or "#3", name of the column). Errors as in read/located.h.
Result<Located> locate(const Sources& sources, SourceId source, std::string_view pointer);

}  // namespace factlint
