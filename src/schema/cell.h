// Cells: what the text of a cell says under its column, and whether it may say so. The inner loop of every check of a
// table: nothing is allocated for a cell, numbers of up to 18 digits never leave a register.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "schema/column.h"
#include "text/finding.h"
#include "value/date.h"

namespace factlint {

/// mantissa / 10^scale, exactly: 1.50 is 150 and 2.
struct Decimal {
    std::int64_t mantissa = 0;
    std::int32_t scale = 0;
};

/// "[+-]digits[.digits]" of at most 18 digits, nothing around it; nullopt for everything else (exponents and longer
/// numbers are read by Number::parse). O(bytes).
std::optional<Decimal> parse_decimal(std::string_view text);
Number to_number(Decimal decimal);
/// -1, 0, 1. Exact.
int compare(Decimal a, Decimal b);

/// A cell as a value of its column's type. `scale` and `unit` of the column are not applied yet.
struct CellValue {
    enum class Kind : std::uint8_t {
        missing,  ///< one of the column's missing values
        wrong,    ///< not of the column's type
        text,  ///< string, duration, geopoint, object, …: the text is the value; NaN where columns admit it
        number,              ///< `decimal`
        big_number,          ///< a number that does not fit: its text, cleaned for Number::parse, is `text`
        boolean,             ///< `truth`
        date,                ///< `date`; year and yearmonth are dates without day
        time,                ///< `time`, of UTC where the cell states an offset
        datetime,            ///< both, likewise
    } kind = Kind::missing;  ///< what it does not name is left as it was
    bool truth = false;
    Decimal decimal;
    Date date;
    Time time;
    std::string_view text;
};

enum class CellFault : std::uint8_t {
    none,
    missing,  ///< in a required column
    wrong_type,
    below_minimum,
    above_maximum,
    too_short,
    too_long,
    no_match,     ///< `pattern`
    not_listed,   ///< `enum`
    no_instance,  ///< of `jsonSchema`
};

/// Cells of one column, side by side: all are checked at a call, so that what is the same for each is asked once.
struct CellBlock {
    static constexpr std::size_t capacity = 64;
    std::size_t size = 0;
    std::array<std::string_view, capacity> texts;  ///< given, quotes taken off
    std::array<CellValue, capacity> values;
    std::array<CellFault, capacity> faults;
    bool faulty = false;                        ///< one of them has a fault
    std::array<std::string, capacity> cleaned;  ///< of values that are not the cell's own bytes
};

/// A column made ready for its cells. Uniqueness is not its affair: it needs all of them.
class ColumnCheck {
  public:
    /// What makes no sense in the column (a pattern that RE2 cannot read, a minimum that is not of its type) is a
    /// finding (concern rule) at column.place; that constraint is left out.
    ColumnCheck(const Column& column, std::vector<Finding>& findings);
    ColumnCheck(ColumnCheck&&) noexcept;
    ColumnCheck& operator=(ColumnCheck&&) noexcept;
    ~ColumnCheck();

    const Column& column() const;
    /// The value of a cell (its text, quotes taken off) and the first fault it has. `value` views `text` or `scratch`;
    /// `text` must not view `scratch`. O(bytes); tens of nanoseconds for plain decimals, ISO dates and short texts.
    CellFault check(std::string_view text, CellValue& value, std::string& scratch) const;
    /// The same for each of `cells.texts`.
    void check(CellBlock& cells) const;
    /// "expected a number of at least 0, found -5": one sentence for people.
    std::string describe(CellFault fault, std::string_view text) const;

  private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

/// "column-type", "column-minimum", …: the id of the finding.
std::string_view finding_id(CellFault fault);

}  // namespace factlint
