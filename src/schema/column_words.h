// What a column expects and what was found, in people's words.
#pragma once

#include <string>
#include <string_view>

#include "schema/compiled_column.h"

namespace factlint {

/// "expected a date such as 2024-03-31, found 31.3.2024".
std::string describe_fault(const CompiledColumn& column, CellFault fault, std::string_view text);

}  // namespace factlint
