#include "schema/constraints.h"
#include "schema/read_cell.h"

namespace factlint {
namespace {

/// One cell, by the way of reading and the constraints of its type: both inlined.
template <auto read, auto constrain>
inline CellFault check_cell(const CompiledColumn& compiled, std::string_view text, CellValue& value,
                            std::string& scratch) {
    if (compiled.missing.contains(text)) {
        value.kind = CellValue::Kind::missing;
        return compiled.column.required ? CellFault::missing : CellFault::none;
    }
    if (!read(compiled, text, value, scratch)) {
        value.kind = CellValue::Kind::wrong;
        return CellFault::wrong_type;
    }
    const CellFault fault = constrain(compiled, text, value);
    if (fault != CellFault::none || !compiled.pattern) return fault;
    return compiled.pattern->matches(text) ? CellFault::none : CellFault::no_match;
}

template <auto read, auto constrain> void check_block(const CompiledColumn& compiled, CellBlock& cells) {
    cells.faulty = false;
    for (std::size_t i = 0; i < cells.size; ++i) {
        cells.faults[i] =
            check_cell<read, constrain>(compiled, cells.texts[i], cells.values[i], cells.cleaned[i]);
        cells.faulty = cells.faulty || cells.faults[i] != CellFault::none;
    }
}

template <auto read, auto constrain>
constexpr CellChecks checks = {check_cell<read, constrain>, check_block<read, constrain>};

constexpr ColumnTypeRow rows[] = {
    {ColumnType::any, "any", "text", checks<read_text, check_text>, false, true},
    {ColumnType::string, "string", "text", checks<read_text, check_text>, false, true},
    {ColumnType::integer, "integer", "an integer", checks<read_integer, check_number>, true, false},
    {ColumnType::number, "number", "a number", checks<read_number, check_number>, true, false},
    {ColumnType::boolean, "boolean", "a boolean", checks<read_boolean, check_boolean>, false, false},
    {ColumnType::date, "date", "a date", checks<read_date, check_moment>, true, false},
    {ColumnType::time, "time", "a time", checks<read_time, check_moment>, true, false},
    {ColumnType::datetime, "datetime", "a date and time", checks<read_datetime, check_moment>, true, false},
    {ColumnType::year, "year", "a year", checks<read_year, check_moment>, true, false},
    {ColumnType::yearmonth, "yearmonth", "a month", checks<read_year_month, check_moment>, true, false},
    {ColumnType::duration, "duration", "a duration", checks<read_duration_cell, check_duration>, true, false},
    {ColumnType::geopoint, "geopoint", "a point", checks<read_text, check_text>, false, false},
    {ColumnType::geojson, "geojson", "GeoJSON", checks<read_text, check_text>, false, false},
    {ColumnType::object, "object", "a JSON object", checks<read_json, check_parts>, false, true},
    {ColumnType::array, "array", "a JSON array", checks<read_json, check_parts>, false, true},
    {ColumnType::list, "list", "a list", checks<read_list, check_parts>, false, true},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (static_cast<std::size_t>(rows[i].type) != i) return false;
    return true;
}
static_assert(in_order());

constexpr CellChecks check_separated_number = checks<read_other_number, check_number>;

}  // namespace

const ColumnTypeRow& row_of(ColumnType type) { return rows[static_cast<std::size_t>(type)]; }

CellChecks check_of(const Column& column) {
    if (column.type == ColumnType::number && column.decimal_char != ".") return check_separated_number;
    return row_of(column.type).check;
}

}  // namespace factlint
