// One cell of a file of delimited text, in whatever dialect tables are read in (dialect.h).
#pragma once

#include <string_view>

#include "read/located.h"

namespace factlint {

/// The cell in `row` and `column` of a table whose first row is its head. `row` is the text of the row's first cell,
/// `column` a name of the head; "#3" is the third data row or column, from 1. Errors as in located.h: an open quote or
/// text after a closing one, a row longer than 64 MiB; no such row or column, or several; a row that is too short. The
/// whole file is checked. O(n).
Result<Located> at_csv_cell(const Sources& sources, SourceId id, std::string_view row,
                            std::string_view column);

}  // namespace factlint
