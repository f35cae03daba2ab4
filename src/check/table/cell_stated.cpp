#include "check/table/cell_stated.h"

#include "read/located.h"

namespace factlint {
namespace {

Kind kind_of(UnitId id) {
    switch (id == UnitId::none ? UnitClass::none : unit(id).unit_class) {
        case UnitClass::money: return Kind::money;
        case UnitClass::percent: return Kind::percent;
        case UnitClass::duration: return Kind::duration;
        case UnitClass::measure: return Kind::measure;
        case UnitClass::none: break;
    }
    return Kind::number;
}

Stated stated_time(const Time& time) {
    Stated value;
    value.kind = Kind::time;
    value.time = time;
    return value;
}

expr::Value undeclared(CellText cell, std::string_view name, Stated& stated) {
    const std::string_view text = cell.text;
    if (text.empty()) return {expr::Unknown{name}};
    if (cell.json && !cell.quoted && (text == "true" || text == "false")) return {text == "true"};
    if (cell.quoted || !is_number_literal(text)) return {text};
    const auto number = Number::parse(text);
    if (!number) return {text};
    stated = bare(*number);
    stated.text = text;
    return {&stated};
}

}  // namespace

Stated stated_number(const Number& number, const Column& column) {
    Stated value = bare(number * column.scale);
    value.unit = column.unit;
    value.kind = kind_of(column.unit);
    return value;
}

Stated stated_date(const Date& date, const Time* time) {
    Stated value;
    value.kind = time ? Kind::datetime : Kind::date;
    value.dates = {date, date};
    if (time) value.time = *time;
    return value;
}

expr::Value cell_value(CellText written, const ColumnCheck* check, std::string_view name, Stated& stated,
                       std::string& scratch) {
    if (!check) return undeclared(written, name, stated);
    CellValue cell;
    check->check(written.text, cell, scratch);
    switch (cell.kind) {
        case CellValue::Kind::missing:
        case CellValue::Kind::wrong: return {expr::Unknown{name}};
        case CellValue::Kind::boolean: return {cell.truth};
        case CellValue::Kind::text: return {cell.text};
        case CellValue::Kind::number: stated = stated_number(to_number(cell.decimal), check->column()); break;
        case CellValue::Kind::big_number:
            stated = stated_number(Number::parse(cell.text).value_or(Number()), check->column());
            break;
        case CellValue::Kind::date: stated = stated_date(cell.date); break;
        case CellValue::Kind::time: stated = stated_time(cell.time); break;
        case CellValue::Kind::datetime: stated = stated_date(cell.date, &cell.time); break;
    }
    stated.text = written.text;
    return {&stated};
}

}  // namespace factlint
