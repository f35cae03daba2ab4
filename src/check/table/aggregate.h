// Aggregates: exact sums, counts and extremes of a column in one pass.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "schema/cell.h"
#include "value/number.h"
#include "value/stated.h"

namespace factlint {

__extension__ typedef __int128 WideInteger;

enum class AggregateFunction : std::uint8_t { rows, count, sum, min, max, avg, median, quantile, distinct };

/// The name in expressions; `rows` is size(table).
std::optional<AggregateFunction> aggregate_function(std::string_view name);

/// A function and what it is given besides the column: the share of a quantile.
struct AggregateCall {
    AggregateFunction function = AggregateFunction::rows;
    Number share{};
};

/// What one function has seen of one column. Parts of a table are merged in any order.
class Aggregate {
  public:
    explicit Aggregate(const AggregateCall& call) : function_(call.function), share_(call.share) {}

    /// A cell. O(1) for numbers of up to 18 digits.
    void take(const CellValue& value);
    void take(std::span<const CellValue> values);
    /// A row, of the function `rows`.
    void take_row() { ++count_; }
    void merge(Aggregate&& other);
    std::uint64_t count() const { return count_; }
    /// Cells that are not of their column's type.
    std::uint64_t wrong() const { return wrong_; }
    /// In the column's unit and scale. nullopt where there is none: no cell, or cells that cannot be added.
    std::optional<Stated> result(const Column& column);

  private:
    void take_number(const CellValue& value);
    void take_date(const Date& date);
    Number sum() const;
    std::optional<Stated> quantile(const Column& column, const Number& share);

    AggregateFunction function_;
    Number share_;
    std::uint64_t count_ = 0, wrong_ = 0;
    std::array<WideInteger, 19> sums_{};  ///< of mantissas, by scale
    Number big_sum_;                      ///< of the numbers that do not fit
    std::optional<Number> least_, most_;  ///< of the numbers that do not fit
    std::optional<Decimal> low_, high_;
    std::optional<Date> first_, last_;
    std::vector<Decimal> all_;           ///< for quantiles alone
    std::vector<std::uint64_t> hashes_;  ///< of values, for `distinct` alone
    bool other_kinds_ = false;           ///< a text or a truth was among them
};

}  // namespace factlint
