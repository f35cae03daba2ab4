#include "schema/read_cell.h"

#include "schema/json_text.h"

namespace factlint {
namespace {

/// With the formats of the column, or false.
bool read_formatted(const CompiledColumn& compiled, std::string_view text, CellValue& value) {
    return compiled.formats.front().read(text, value.date, value.time);
}

}  // namespace

bool read_boolean(const CompiledColumn& compiled, std::string_view text, CellValue& value, std::string&) {
    const auto found = compiled.booleans.find(text);
    if (!found) return false;
    value.kind = CellValue::Kind::boolean;
    value.truth = *found < compiled.column.true_values.size();
    return true;
}

bool read_date(const CompiledColumn& compiled, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::date;
    if (!compiled.formats.empty()) return read_formatted(compiled, text, value);
    return compiled.column.format == "any" ? read_any_date(text, value.date)
                                           : read_iso_date(text, value.date);
}

bool read_time(const CompiledColumn& compiled, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::time;
    if (!compiled.formats.empty()) return read_formatted(compiled, text, value);
    return compiled.column.format == "any" ? read_any_time(text, value.time)
                                           : read_iso_time(text, value.time);
}

bool read_datetime(const CompiledColumn& compiled, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::datetime;
    if (!compiled.formats.empty()) return read_formatted(compiled, text, value);
    return compiled.column.format == "any" ? read_any_datetime(text, value.date, value.time)
                                           : read_iso_datetime(text, value.date, value.time);
}

bool read_year(const CompiledColumn&, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::date;
    return read_iso_year(text, value.date);
}

bool read_year_month(const CompiledColumn&, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::date;
    return read_iso_year_month(text, value.date);
}

bool read_duration_cell(const CompiledColumn&, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::text;
    value.text = text;
    return read_duration(text).has_value();
}

bool read_json(const CompiledColumn& compiled, std::string_view text, CellValue& value, std::string&) {
    value.kind = CellValue::Kind::text;
    value.text = text;
    const auto json = read_json_text(text);
    const bool is_array = compiled.column.type == ColumnType::array;
    return json && json->kind == (is_array ? JsonText::Kind::array : JsonText::Kind::object);
}

bool read_list(const CompiledColumn& compiled, std::string_view text, CellValue& value,
               std::string& scratch) {
    const std::string_view delimiter = compiled.column.list_delimiter;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(delimiter, at), text.size());
        if (compiled.items->check.one(*compiled.items, text.substr(at, end - at), value, scratch) !=
            CellFault::none)
            return false;
        at = end + delimiter.size();
    }
    value.kind = CellValue::Kind::text;
    value.text = text;
    return true;
}

}  // namespace factlint
