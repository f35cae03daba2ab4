// Columns of a table: their types and what their cells must satisfy. Read from `columns:` of a rule file or from a
// Frictionless Table Schema (specs.frictionlessdata.io/table-schema, v1 and v2), whose names and meanings these are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/span.h"
#include "value/number.h"
#include "value/unit.h"

namespace factlint {

class ValueSchema;

enum class ColumnType : std::uint8_t {
    any,
    string,
    integer,
    number,  ///< exact decimals; "decimal" in rule files
    boolean,
    date,
    time,
    datetime,
    year,
    yearmonth,
    duration,
    geopoint,
    geojson,
    object,
    array,
    list,
};

/// How the values of a column follow each other from row to row.
enum class ColumnOrder : std::uint8_t {
    none,
    ascending,
    strictly_ascending,
    descending,
    strictly_descending
};

/// How far a value is from the one in the row before.
struct ColumnStep {
    Number size;          ///< of numbers; of times seconds, or months
    bool months = false;  ///< of dates
};

struct Column {
    std::string name;
    ColumnType type = ColumnType::any;
    std::string format;  ///< "email", "uri", "uuid", "%d/%m/%Y", …; empty = the type's default
    bool required = false;
    bool unique = false;
    std::optional<std::string> minimum, maximum, exclusive_minimum,
        exclusive_maximum;                                ///< as written, of `type`
    std::optional<std::uint32_t> min_length, max_length;  ///< code points, or elements
    std::optional<std::string> pattern;                   ///< RE2; the whole cell
    std::shared_ptr<const ValueSchema> value_schema;      ///< of cells that hold JSON; null = any
    std::vector<std::string> one_of;                      ///< `enum`: values of `type`; empty = any
    std::vector<std::string> missing{""};                 ///< cells that state nothing
    std::vector<std::string> true_values{"true", "True", "TRUE", "1"};
    std::vector<std::string> false_values{"false", "False", "FALSE", "0"};
    std::string decimal_char = ".";
    std::string group_char;
    bool bare_number = true;       ///< false: "€ 95" and "95 %" are numbers too
    bool special_numbers = false;  ///< NaN, INF and -INF are of type number, without a value (Table Schema)
    std::string list_delimiter = ",";
    ColumnType item_type = ColumnType::string;  ///< of a list
    UnitId unit = UnitId::none;                 ///< of its numbers in expressions
    Number scale = 1;  ///< what a written number is multiplied by (百万円: 1000000)
    ColumnOrder order = ColumnOrder::none;
    std::optional<ColumnStep> step;
    std::string
        references;  ///< "customers.id": a column of another table whose values are the only ones; empty = any
    std::optional<Place> place;  ///< where it is stated
};

}  // namespace factlint
