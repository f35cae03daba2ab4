#include "read/row_source.h"

#include <algorithm>

namespace factlint {
namespace {

/// Lays the cells of rows of one file into the columns of all. Columns that it lacks are empty and stand where the row begins.
class Arrangement {
  public:
    Arrangement(RowBatch& batch, const JoinedFile& file) : batch_(batch), file_(file) {}

    void run() {
        const auto rows = batch_.row_count();
        for (std::uint32_t row = 0; row < rows; ++row) add_row(row);
        batch_.cells = std::move(cells_);
        batch_.rows = std::move(rows_);
        batch_.row_spans = std::move(spans_);
        batch_.places = std::move(places_);
    }

  private:
    void add_row(std::uint32_t row) {
        const Span span = batch_.row_span(row);
        const std::uint32_t width = batch_.width(row);
        if (width < file_.width) {
            const RowCell& last = batch_.cell(row, width - 1);
            batch_.faults.push_back({RowFault::Kind::short_row, row, last.begin, last.end});
        }
        for (const std::uint32_t column : file_.columns) {
            if (column < width)
                add_cell(row, column);
            else
                add_empty(row, span.begin);
        }
        for (std::uint32_t column = file_.width; column < width; ++column) add_cell(row, column);
        rows_.push_back(static_cast<std::uint32_t>(cells_.size()));
        spans_.push_back(span);
    }

    void add_cell(std::uint32_t row, std::uint32_t column) {
        cells_.push_back(batch_.cell(row, column));
        if (!batch_.places.empty()) places_.push_back(batch_.places[batch_.rows[row] + column]);
    }

    void add_empty(std::uint32_t row, std::uint32_t begin) {
        cells_.push_back({begin, begin});
        if (batch_.places.empty()) return;
        const std::uint32_t place = batch_.places[batch_.rows[row]].begin;
        places_.push_back({place, place});
    }

    RowBatch& batch_;
    const JoinedFile& file_;
    std::vector<RowCell> cells_;
    std::vector<std::uint32_t> rows_{0};
    std::vector<Span> spans_, places_;
};

}  // namespace

JoinedRows::JoinedRows(std::vector<RowSource> sources, std::vector<JoinedFile> files)
    : sources_(std::move(sources)), files_(std::move(files)) {
    std::uint64_t base = 0;
    for (const JoinedFile& file : files_) {
        bases_.push_back(base);
        base += file.bytes;
    }
}

/// scan() is for rows that are not found yet.
bool JoinedRows::take(RowBatch& batch) {
    for (; current_ < sources_.size(); ++current_) {
        if (!sources_[current_].take(batch)) continue;
        batch.file = static_cast<std::uint32_t>(current_);
        batch.base += bases_[current_];
        if (batch.found) arrange(batch);
        return true;
    }
    return false;
}

void JoinedRows::scan(RowBatch& batch) const {
    sources_[batch.file].scan(batch);
    arrange(batch);
}

void JoinedRows::arrange(RowBatch& batch) const {
    if (!files_[batch.file].columns.empty()) Arrangement(batch, files_[batch.file]).run();
}

}  // namespace factlint
