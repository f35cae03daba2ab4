// CSV (RFC 4180): quoted fields, doubled quotes, line ends LF, CRLF or CR, an optional byte order mark.
#pragma once

#include <string_view>

#include "read/located.h"

namespace factlint {

/// The cell in `row` and `column` of a table whose first line is its head. `row` is the text of the row's first cell,
/// `column` a name of the head; "#3" is the third data row or column, from 1. Files named *.tsv are separated by tabs.
/// Errors as in located.h: an open quote or text after a closing one; no such row or column, or several; a row that is
/// too short. The whole file is checked. O(n).
Result<Located> at_csv_cell(const Sources& sources, SourceId id, std::string_view row,
                            std::string_view column);

}  // namespace factlint
