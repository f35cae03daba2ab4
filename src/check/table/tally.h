// Tally: how often something happened in a table, exactly, with the first places and an even sample of the others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "read/table.h"
#include "text/span.h"

namespace factlint {

/// A row that is kept for the report, and the bytes of it that are meant.
struct KeptRow {
    std::uint32_t file = 0;          ///< RowBatch::file
    std::uint64_t base = 0;          ///< offset of the row's first byte in the file or files, ascending
    std::uint64_t lines_before = 0;  ///< lines that end before it
    std::string text;                ///< the row as it is written
    Span part;                       ///< in `text`
    std::vector<RowCell> cells;      ///< in `text`
    std::vector<Span> places;        ///< of the cells in the file, where `text` is not its bytes
    std::optional<Span> place;       ///< of the part, likewise
};

/// The part of a row that lies in [begin, end) of the batch. O(bytes of the batch before it).
KeptRow keep_row(const RowBatch& batch, std::uint32_t row, Span part);
/// A part of the batch that is no row.
KeptRow keep_part(const RowBatch& batch, Span part);
/// A batch of that row alone, which views it.
RowBatch batch_of(const KeptRow& row);

/// Counts without limit and keeps at most 2 · `most` rows: the first ones, and a sample of all that depends on their
/// offsets alone (the smallest hashes: Cohen and Kaplan 2007, "bottom-k"), so that tallies of parts of a file can be
/// merged in any order. O(1) for a row that is not kept.
class Tally {
  public:
    explicit Tally(std::uint32_t most) : most_(most) {}

    std::uint64_t count() const { return count_; }
    /// Counts a row, known by the offset of its first byte in the file; whether it should be given to keep() too. Rows come
    /// in ascending order.
    bool add(std::uint64_t offset);
    void keep(KeptRow row);
    void merge(Tally&& other);
    /// Counts and keeps a row that may stand before others.
    void insert(KeptRow row);
    /// The first `most` rows, then up to `most` sampled ones behind them; ascending.
    std::vector<KeptRow> rows() const;

  private:
    struct Sampled {
        std::uint64_t hash;
        KeptRow row;
    };
    void sample(std::uint64_t hash, KeptRow row);

    std::uint32_t most_;
    std::uint64_t count_ = 0;
    std::vector<KeptRow> first_;    ///< ascending
    std::vector<Sampled> sampled_;  ///< a heap, the largest hash on top
};

}  // namespace factlint
