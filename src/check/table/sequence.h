// Sequence: whether the values of a column rise or fall from row to row, and by how much.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/table/tally.h"
#include "schema/cell.h"

namespace factlint {

/// What was seen of one column with `order` or `step`, in the rows of some batches. Parts of a table are merged in any
/// order. Cells without a value are passed over: the rows around them are neighbours.
class Sequence {
  public:
    Sequence(const Column& column, std::uint32_t most) : column_(&column), disorder_(most), gaps_(most) {}

    /// A cell, rows in order; `batch` is whole between begin_batch() and end_batch().
    void begin_batch(const RowBatch& batch);
    void take(const RowBatch& batch, std::uint32_t row, std::uint32_t index, const CellValue& value);
    void end_batch();
    void merge(Sequence&& other);
    /// Compares the ends of neighbouring batches, once all are merged; gives the offsets of all rows that are at fault.
    const std::vector<std::uint64_t>& finish();

    /// Rows whose value does not come after that of the row before, as `order` asks.
    const Tally& disorder() const { return disorder_; }
    /// Rows whose value is not one `step` behind.
    const Tally& gaps() const { return gaps_; }
    /// What stood before, in the row that is kept.
    std::string_view before(const KeptRow& row) const;

  private:
    /// A value that outlives its batch.
    class Value {
      public:
        void set(const CellValue& value);
        /// With its text, where it has one.
        CellValue get() const;

      private:
        CellValue value_;
        std::string text_;
    };
    /// A value, and its cell as it is written.
    struct Item {
        Value value;
        std::string written;
    };
    /// The ends of a batch that has values.
    struct Stretch {
        std::uint64_t base = 0;
        std::optional<Value> first;
        KeptRow first_row;
        Item last;
    };
    Tally* fault(const CellValue& before, const CellValue& value);
    bool in_order(const CellValue& before, const CellValue& value) const;
    bool is_step(const CellValue& before, const CellValue& value) const;

    const Column* column_;
    Tally disorder_, gaps_;
    std::map<std::uint64_t, std::string> before_;
    std::vector<std::uint64_t> blamed_;
    std::vector<Stretch> stretches_;
    Item previous_;  ///< in the batch
};

}  // namespace factlint
