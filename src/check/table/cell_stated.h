// Cells as values of expressions.
#pragma once

#include <optional>

#include "expr/value.h"
#include "schema/cell.h"
#include "value/stated.h"

namespace factlint {

/// A number of `column`, exact, in its unit and scale.
Stated stated_number(const Number& number, const Column& column);
/// A date, or with `time` a datetime.
Stated stated_date(const Date& date, const Time* time = nullptr);

/// The text of a cell, and how it is written.
struct CellText {
    std::string_view text;
    bool quoted = false;
    bool json = false;  ///< true and false are truths where nobody declared the column
};

/// What an expression sees of a cell: a number, date or time as a stated value in `stated`, whose address the value holds;
/// truths and texts as CEL's own; Unknown{name} where it is missing or not of its type. A cell of a column that nobody
/// declared (`check` is null) is a number where it is written as one without quotes, else a text. Texts view `text` or
/// `scratch`.
expr::Value cell_value(CellText cell, const ColumnCheck* check, std::string_view name, Stated& stated,
                       std::string& scratch);

}  // namespace factlint
