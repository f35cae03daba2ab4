// TablePass: everything that is looked for in the rows of a table, in one pass over its batches.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "check/table/aggregate.h"
#include "check/table/group_claims.h"
#include "check/table/key_set.h"
#include "check/table/row_claims.h"
#include "check/table/sequence.h"
#include "check/table/tally.h"
#include "read/table.h"
#include "schema/cell.h"

namespace factlint {

/// What can be wrong with a row as such.
enum class RowProblem : std::uint8_t {
    too_short,
    too_long,
    unclosed_quote,
    text_after_quote,
    nul_byte,
    long_row,
    invalid_utf8,
    bad_record,
};
inline constexpr std::size_t row_problems = 8;
inline constexpr std::size_t cell_faults = static_cast<std::size_t>(CellFault::no_instance) + 1;

/// What a cell looks like where no one has said what its column holds.
enum class CellShape : std::uint8_t { empty, number, date, boolean, text };
inline constexpr std::size_t cell_shapes = 5;
CellShape shape_of(std::string_view text);

/// How the cells of keys are read.
struct KeyCells {
    CellSyntax syntax;
    /// By index in the file: words that stand for no value, besides nothing; null or beyond the end = none.
    std::vector<const std::vector<std::string>*> missing{};

    bool states_nothing(std::string_view text, std::uint32_t column) const;
};

/// What is asked of the rows, once the names of the columns are known.
struct TablePlan {
    static constexpr std::uint32_t no_sequence = UINT32_MAX;
    struct PlannedColumn {
        std::uint32_t index = 0;                ///< in the file
        const ColumnCheck* check = nullptr;     ///< never null
        std::vector<std::uint32_t> aggregates;  ///< indices into `aggregates`
        std::uint32_t sequence = no_sequence;   ///< index into `sequences`
        std::vector<std::uint32_t> keys;        ///< indices into `keys` of those that it is alone
    };
    CellSyntax syntax;
    unsigned threads = 1;
    bool blame = false;           ///< whether to keep the offsets of rows that something is wrong with
    bool delimited = true;        ///< rows may have any length, and bytes that are not UTF-8
    std::uint32_t width = 0;      ///< cells of the header
    std::uint32_t most_rows = 5;  ///< kept for each cause, and as many sampled
    bool shapes = false;          ///< whether to count what cells of all columns look like
    std::vector<PlannedColumn> columns;
    std::vector<std::vector<std::uint32_t>>
        keys;                               ///< of columns by index in the file, each unique in the table
    std::vector<std::uint32_t> other_keys;  ///< indices into `keys` of those that no column of `columns` is
    struct ForeignKey {
        std::vector<std::uint32_t> columns;                ///< by index in the file
        const std::vector<std::uint64_t>* keys = nullptr;  ///< hashes of the keys that there are, ascending
    };
    std::vector<ForeignKey> foreign_keys;
    KeyCells key_cells;
    std::size_t most_hashes = std::size_t{1} << 25;
    std::vector<AggregateCall> aggregates;
    std::vector<RowClaim> claims;
    std::vector<GroupClaim> groups;
    std::vector<const Column*> sequences;  ///< columns with an order or a step
};

/// One thread's part of a pass. Parts are merged in any order.
class TablePass {
  public:
    explicit TablePass(const TablePlan& plan);

    void take(const RowBatch& batch);
    void merge(TablePass&& other);

    std::uint64_t rows() const { return rows_; }
    /// By file of a table in several.
    const std::vector<std::uint64_t>& rows_by_file() const { return rows_by_file_; }
    std::vector<std::uint64_t>& blamed() { return blamed_; }
    /// Of rows and headers, each counted once.
    const Tally& problem(RowProblem problem) const { return problems_[static_cast<std::size_t>(problem)]; }
    /// How many of them are headers.
    std::uint32_t headers(RowProblem problem) const { return headers_[static_cast<std::size_t>(problem)]; }
    const Tally& fault(std::size_t column, CellFault fault) const {
        return faults_[column * cell_faults + static_cast<std::size_t>(fault)];
    }
    const Tally& shape(std::size_t column, CellShape shape) const {
        return shapes_[column * cell_shapes + static_cast<std::size_t>(shape)];
    }
    /// Cells of a planned column that state something.
    std::uint64_t filled(std::size_t column) const { return filled_[column]; }
    const Tally& foreign_key(std::size_t key) const { return foreign_[key]; }
    KeyHashes& key(std::size_t key) { return hashes_[key]; }
    const RowClaimTally& claim(std::size_t claim) const { return claims_[claim]; }
    Sequence& sequence(std::size_t sequence) { return sequences_[sequence]; }
    Groups& groups(std::size_t claim) { return groups_[claim]; }
    Aggregate& aggregate(std::size_t aggregate) { return aggregates_[aggregate]; }

  private:
    void blame(RowProblem problem, const RowBatch& batch, std::uint32_t row, Span part);
    void take_problems(const RowBatch& batch);
    void take_fault(const RowBatch& batch, const RowFault& fault);
    void take_widths(const RowBatch& batch);
    void take_encoding(const RowBatch& batch);
    std::uint32_t read_cells(const RowBatch& batch, std::uint32_t column, std::uint32_t row);
    void take_column(const RowBatch& batch, std::size_t column);
    void blame_cells(const RowBatch& batch, std::size_t column);
    void take_shapes(const RowBatch& batch, std::uint32_t column);
    void take_foreign_key(const RowBatch& batch, std::size_t key);
    void take_cells(const RowBatch& batch, std::size_t column);
    void take_key(const RowBatch& batch, std::size_t key);
    void blame(Tally& tally, const RowBatch& batch, std::uint32_t row, Span part);
    void count_in(Tally& tally, const RowBatch& batch, std::uint32_t row, Span part);

    const TablePlan& plan_;
    std::uint64_t rows_ = 0;
    std::vector<std::uint64_t> rows_by_file_;
    std::vector<std::uint64_t> blamed_;
    std::array<std::uint32_t, row_problems> headers_{};
    std::vector<Tally> problems_, faults_;
    std::vector<std::uint64_t> filled_;
    std::vector<Tally> shapes_, foreign_;
    std::vector<KeyHashes> hashes_;
    std::vector<Aggregate> aggregates_;
    std::vector<RowClaimTally> claims_;
    std::vector<Groups> groups_;
    std::vector<Sequence> sequences_;
    CellBlock cells_;  ///< of the column at hand
    std::array<std::uint32_t, CellBlock::capacity> rows_of_cells_{};
    std::array<std::string, CellBlock::capacity> unquoted_;  ///< cells with doubled quotes
    std::string scratch_;                                    ///< one of them
};

/// From the first to the last cell of a row's key, which may stand in any order.
Span key_span(const RowBatch& batch, std::uint32_t row, const std::vector<std::uint32_t>& columns);

/// The hash of a row's key; nullopt where a cell of it states nothing or is not there.
std::optional<std::uint64_t> key_hash(const RowBatch& batch, std::uint32_t row,
                                      const std::vector<std::uint32_t>& columns, const KeyCells& cells,
                                      std::string& scratch);

}  // namespace factlint
