// How cells are read as values, one function for each way of writing. Each returns whether the cell is of the type.
#pragma once

#include <string>
#include <string_view>

#include "schema/compiled_column.h"
#include "schema/decimal.h"

namespace factlint {

/// Numbers that are no plain decimals: exponents, more than 18 digits, separators, signs of money around them.
[[gnu::noinline]] bool read_other_number(const CompiledColumn& column, std::string_view text,
                                         CellValue& value, std::string& scratch);

inline bool read_number(const CompiledColumn& column, std::string_view text, CellValue& value,
                        std::string& scratch) {
    value.kind = CellValue::Kind::number;
    return read_decimal(text, value.decimal) || read_other_number(column, text, value, scratch);
}

[[gnu::noinline]] bool read_other_integer(const CompiledColumn& column, std::string_view text,
                                          CellValue& value, std::string& scratch);

inline bool read_integer(const CompiledColumn& column, std::string_view text, CellValue& value,
                         std::string& scratch) {
    value.kind = CellValue::Kind::number;
    if (read_decimal(text, value.decimal) && value.decimal.scale == 0) return true;
    return read_other_integer(column, text, value, scratch);
}

inline bool read_text(const CompiledColumn& column, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::text;
    value.text = text;
    return column.is_of_format == nullptr || column.is_of_format(text);
}

bool read_boolean(const CompiledColumn& column, std::string_view text, CellValue& value,
                  std::string& scratch);
bool read_date(const CompiledColumn& column, std::string_view text, CellValue& value, std::string& scratch);
bool read_time(const CompiledColumn& column, std::string_view text, CellValue& value, std::string& scratch);
bool read_datetime(const CompiledColumn& column, std::string_view text, CellValue& value,
                   std::string& scratch);
bool read_year(const CompiledColumn& column, std::string_view text, CellValue& value, std::string& scratch);
bool read_year_month(const CompiledColumn& column, std::string_view text, CellValue& value,
                     std::string& scratch);
bool read_duration_cell(const CompiledColumn& column, std::string_view text, CellValue& value,
                        std::string& scratch);
bool read_json(const CompiledColumn& column, std::string_view text, CellValue& value, std::string& scratch);
bool read_list(const CompiledColumn& column, std::string_view text, CellValue& value, std::string& scratch);

}  // namespace factlint
