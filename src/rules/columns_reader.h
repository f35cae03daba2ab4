// `columns` beside `table`: what the cells of each column must be, in short.
//
//     columns:
//       amount: {type: decimal, min: 0, required: true, unit: USD}
//       currency: {enum: [USD, EUR, JPY]}
//       day: date
#pragma once

#include <vector>

#include "rules/context.h"
#include "schema/column.h"

namespace factlint {

/// Reads the mapping of names to columns, a column being a mapping of keys or its type alone. What one means has one
/// spelling; those of Table Schema and other tools get the finding `unknown-key` (or `bad-value`) that says ours. Columns
/// with constraints that make no sense are findings too (`bad-column`, as ColumnCheck says).
std::vector<Column> read_columns(Context& context, const yaml::Node& node);

/// What `scale: 百万円` says: 1,000,000 and JPY. nullopt where it states no positive number.
struct ColumnScale {
    Number factor;
    UnitId unit = UnitId::none;
};
/// Read in `language` and, where that reads no number, in every other, with and without "1 " before it. O(text).
std::optional<ColumnScale> read_scale(std::string_view text, LanguageId language);

/// "decimal required min=0 unit=USD": for the golden form.
std::string dump(const Column& column);

}  // namespace factlint
