// Constraints on values that are of their column's type.
#pragma once

#include <string_view>

#include "schema/compiled_column.h"

namespace factlint {

/// Limits and `enum` of numbers that are no Decimal, or of any where there is an `enum`.
[[gnu::noinline]] CellFault check_other_number(const CompiledColumn& column, const CellValue& value);
bool is_listed(const ListedValues& listed, Decimal decimal);
CellFault check_limits(const CompiledColumn& column, const CellMoment& moment);

inline CellFault check_number(const CompiledColumn& column, std::string_view, const CellValue& value) {
    if (value.kind != CellValue::Kind::number) return check_other_number(column, value);
    const auto scale = static_cast<std::size_t>(value.decimal.scale);
    if (value.decimal.mantissa < column.numbers.low[scale]) return CellFault::below_minimum;
    if (value.decimal.mantissa > column.numbers.high[scale]) return CellFault::above_maximum;
    if (!column.listed.given || is_listed(column.listed, value.decimal)) return CellFault::none;
    return CellFault::not_listed;
}

CellFault check_moment(const CompiledColumn& column, std::string_view text, const CellValue& value);
CellFault check_duration(const CompiledColumn& column, std::string_view text, const CellValue& value);
CellFault check_boolean(const CompiledColumn& column, std::string_view text, const CellValue& value);
CellFault check_length(const LengthLimits& limits, std::size_t length);

/// Length in code points, and `enum`.
inline CellFault check_text(const CompiledColumn& column, std::string_view text, const CellValue&) {
    if (column.length.given()) {
        const CellFault fault = check_length(column.length, length_of(text));
        if (fault != CellFault::none) return fault;
    }
    return !column.listed.given || column.listed.texts.contains(text) ? CellFault::none
                                                                      : CellFault::not_listed;
}
/// Length in items, members or elements, and `enum`.
CellFault check_parts(const CompiledColumn& column, std::string_view text, const CellValue& value);

/// Items of a list, items or members of JSON.
std::size_t part_count(const CompiledColumn& column, std::string_view text);

}  // namespace factlint
