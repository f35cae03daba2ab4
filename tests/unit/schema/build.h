// Columns and cells as short texts: "number|minimum=0|decimal_char=,".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/cell.h"

namespace factlint::test {

/// The column of a spec: its type, then key=value, apart by |. A list's items are apart by ;. Throws on unknown keys.
Column column_of(std::string_view spec);

/// The spec that column_of would read, with what is not usual.
std::string spec_of(const Column& column);

/// "number 1.50", "date 2024-03-31", "text abc", "column-type": what `check` says of a cell.
std::string outcome(const ColumnCheck& check, std::string_view cell);

/// The messages of findings, one a line.
std::string messages(const std::vector<Finding>& findings);

}  // namespace factlint::test
