// What an expression reads of tables: calls over whole columns, and the fields of a row. Tables are too large to be values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/expression.h"
#include "value/number.h"

namespace factlint::expr {

/// sum(orders.amount): function, table and column; size(orders) has no column. The column of sum(orders.address.fee) is
/// "address.fee". size(distinct(orders.id)) is one call, of the function "distinct". quantile(orders.amount, 0.95) has an argument.
struct ColumnCall {
    std::string
        variable;  ///< the call as it is written, which is the name of the variable that stands for it now
    std::string function;
    std::string table;
    std::string column;
    std::optional<Number> argument;
    Span span;
};

struct ColumnCalls {
    std::vector<ColumnCall> calls;
    std::vector<Diagnostic> diagnostics;  ///< tables read in another way
};

/// Replaces every call of one of `functions` on a column of one of `tables` by a variable, so that whoever binds it computes
/// it in one pass; the receiver may stand in front (orders.amount.sum()). O(nodes × tables).
ColumnCalls replace_column_calls(Expression& expression, std::span<const std::string> tables,
                                 std::span<const std::string_view> functions);

/// The fields that are chosen from a variable, one behind the other: "address.city" of row.address.city; empty where `id` is
/// something else. O(fields).
std::string field_path(const Expression::Tree& tree, std::uint32_t id, std::string_view variable);

/// `row.amount`: the path of the field, as long as it is written, and where it stands.
struct FieldUse {
    std::string field;
    Span span;
};
/// The fields of an object variable that are read, each once. `whole`: the variable stands there on its own.
struct FieldUses {
    std::vector<FieldUse> fields;
    std::optional<Span> whole;
};
FieldUses fields_of(const Expression& expression, std::string_view variable);

}  // namespace factlint::expr
