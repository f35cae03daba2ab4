// Claims about every row of a table.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/table/tally.h"
#include "expr/expression.h"
#include "read/table.h"
#include "schema/cell.h"

namespace factlint {

/// The cell behind `row.NAME`. `row.address.city` is of the column "address.city".
struct RowField {
    std::string name;
    std::uint32_t column = 0;            ///< in the file
    const ColumnCheck* check = nullptr;  ///< null where nobody declared the column
};

/// Values of the names of a claim that are not of its row.
using LookUp = std::function<expr::Value(std::string_view name, expr::Arena& arena)>;

/// A claim, once the columns are known.
struct RowClaim {
    const expr::Expression* assertion = nullptr;
    const expr::Expression* where = nullptr;  ///< rows for which it is not true are passed over; null = none
    std::vector<RowField> fields;
    LookUp others;
};

/// The value of `row`: an object with others inside it where names of fields have points, so that `row.address.city` and
/// row.`address.city` are the same.
class RowObject {
  public:
    /// The fields must outlive it.
    explicit RowObject(const std::vector<RowField>& fields);

    void set(std::size_t field, const expr::Value& value);
    const expr::Object& object() const { return levels_.find("")->second.object; }

  private:
    /// What stands behind one prefix, "" or "address.".
    struct Level {
        std::vector<expr::Entry> entries;
        expr::Object object;
    };
    struct Slot {
        expr::Value* value;
        const Level* below;  ///< of a name that others begin with; null = none
    };
    using Levels = std::map<std::string, Level, std::less<>>;
    void add(std::string_view name);
    std::vector<Slot> slots_of(std::string_view name);

    Levels levels_;
    std::vector<std::vector<Slot>> slots_;  ///< of each field
};

/// One row as the value of `row`: an object of the fields that a claim reads. Values live until the next row.
class RowValue {
  public:
    explicit RowValue(const RowClaim& claim);

    const expr::Object& set(const RowBatch& batch, std::uint32_t row, CellSyntax syntax);
    /// The cell of field `field`, in the batch; empty where the row is too short.
    Span cell(std::size_t field) const { return cells_[field]; }
    /// From the first to the last cell that the claim reads.
    Span hull() const;
    Stated& stated(std::size_t field) { return stated_[field]; }
    const expr::Value& value(std::size_t field) const { return values_[field]; }

  private:
    const RowClaim& claim_;
    std::vector<Stated> stated_;
    std::vector<std::string> texts_, scratch_;
    std::vector<expr::Value> values_;
    std::vector<Span> cells_;
    RowObject object_;
};

/// What evaluation of one claim has seen. Parts are merged in any order.
struct RowClaimTally {
    explicit RowClaimTally(std::uint32_t most) : broken(most), unknown(most), failed(most) {}

    std::uint64_t evaluated = 0;
    Tally broken;
    Tally unknown;      ///< a cell that it needs is empty
    Tally failed;       ///< values that do not go together, expressions that cannot be evaluated
    std::string error;  ///< of the first failed row

    void merge(RowClaimTally&& other);
    /// Counts one result; the tally it belongs to, nullptr where the claim holds.
    Tally* judge(const expr::Value& result);
};

/// Which rows of a batch the `where` of a claim chooses: all where there is none.
class RowChoice {
  public:
    RowChoice(const RowClaim& claim, const RowBatch& batch, CellSyntax syntax);
    ~RowChoice();
    bool takes(std::uint32_t row);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Evaluates the claim for the rows of a batch. Offsets of those that break it, or cannot be evaluated, are added to
/// `blamed`, if it is given.
void evaluate_rows(const RowClaim& claim, const RowBatch& batch, CellSyntax syntax, RowClaimTally& tally,
                   std::vector<std::uint64_t>* blamed);

}  // namespace factlint
