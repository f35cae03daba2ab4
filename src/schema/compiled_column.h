// A column made ready for its cells: one function chosen by its type, limits as tables of integers, sets hashed.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/cell.h"
#include "schema/duration.h"
#include "schema/full_match.h"
#include "schema/moment.h"
#include "schema/text_set.h"
#include "schema/time_format.h"

namespace factlint {

/// Smallest and largest mantissa at each scale that lie within the limits of a column of numbers; the exact limits for
/// numbers that are no Decimal.
struct NumberLimits {
    struct End {
        Number value;
        bool open = false;
    };
    static constexpr std::size_t scales = 19;  ///< a Decimal of 18 digits has at most 18 decimals
    std::array<std::int64_t, scales> low, high;
    std::vector<End> minima, maxima;

    NumberLimits() {
        low.fill(std::numeric_limits<std::int64_t>::min());
        high.fill(std::numeric_limits<std::int64_t>::max());
    }
};

/// Both ends belong to it: an open end is one nanosecond or day further in.
struct MomentLimits {
    bool given = false;
    CellMoment low{std::numeric_limits<std::int32_t>::min(), 0},
        high{std::numeric_limits<std::int32_t>::max(), 0};
};

struct DurationLimits {
    struct End {
        CellDuration value;
        bool open = false;
    };
    std::vector<End> minima, maxima;
};

struct LengthLimits {
    std::uint32_t low = 0, high = std::numeric_limits<std::uint32_t>::max();
    bool given() const { return low != 0 || high != std::numeric_limits<std::uint32_t>::max(); }
};

/// `enum` as values.
struct ListedValues {
    bool given = false;
    TextSet texts;
    std::vector<Decimal> decimals;    ///< sorted by compare()
    std::vector<Number> numbers;      ///< all of them, sorted
    std::vector<CellMoment> moments;  ///< sorted
    std::vector<CellDuration> durations;
    bool truths[2] = {false, false};
};

struct CompiledColumn;
/// One cell, and many of them: ColumnCheck::check.
struct CellChecks {
    CellFault (*one)(const CompiledColumn&, std::string_view, CellValue&, std::string&) = nullptr;
    void (*many)(const CompiledColumn&, CellBlock&) = nullptr;
};
using IsOfFormat = bool (*)(std::string_view);

struct CompiledColumn {
    Column column;
    CellChecks check;
    TextSet missing;
    TextSet booleans;                 ///< true values, then false values
    std::vector<TimeFormat> formats;  ///< the strptime format of a temporal column, if it has one
    IsOfFormat is_of_format = nullptr;
    std::unique_ptr<const CompiledColumn> items;  ///< of a list
    NumberLimits numbers;
    MomentLimits moments;
    DurationLimits durations;
    LengthLimits length;
    ListedValues listed;
    std::optional<FullMatch> pattern;
};

/// What each type of column is: how its cells are read and checked, and which constraints make sense for it.
struct ColumnTypeRow {
    ColumnType type;
    std::string_view name;  ///< of Table Schema
    std::string_view noun;  ///< "a date such as 2024-03-31", for messages
    CellChecks check;
    bool has_order = false;   ///< minimum and maximum
    bool has_length = false;  ///< minLength and maxLength
};
const ColumnTypeRow& row_of(ColumnType type);
/// The functions for the cells of `column`.
CellChecks check_of(const Column& column);

/// Fills in `compiled` but for `column`, which is given; mistakes become findings, as ColumnCheck says.
void compile_column(CompiledColumn& compiled, std::vector<Finding>& findings);

/// What a temporal column's cell says.
CellMoment moment_of(const CellValue& value);
/// Code points of `text`.
std::size_t length_of(std::string_view text);
/// The number that an ordinary or long literal of a number column states; nullopt for NaN and infinities.
std::optional<Number> number_of(const CellValue& value);
/// -1, 0, 1: as numbers, times or texts, exactly; nullopt for values of different kinds, and for kinds without an order.
std::optional<int> compare(const CellValue& a, const CellValue& b);

}  // namespace factlint
