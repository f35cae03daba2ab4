#include "read/csv.h"

#include <algorithm>
#include <optional>

#include "read/selector.h"
#include "read/table.h"

namespace factlint {
namespace {

std::optional<std::string_view> said_of(RowFault::Kind kind) {
    switch (kind) {
        case RowFault::Kind::unclosed_quote: return "the quote that opens here is never closed";
        case RowFault::Kind::text_after_quote:
            return "text stands between a closing quote and the end of its cell";
        case RowFault::Kind::long_row: return "this row is longer than 64 MiB";
        case RowFault::Kind::nul_byte:
        case RowFault::Kind::bad_record:
        case RowFault::Kind::short_row: break;
    }
    return std::nullopt;
}

/// Looks for one cell in the rows of a file, batch after batch.
class CellSearch {
  public:
    CellSearch(SourceId id, CellSyntax syntax, std::string_view row, std::string_view column)
        : id_(id), syntax_(syntax), row_(row), rows_("row", row),
          columns_("column", column), head_{id, {}}, last_cell_{id, {}} {}

    void take(const RowBatch& batch) {
        for (const RowFault& fault : batch.faults)
            if (const auto message = said_of(fault.kind); message && !fault_)
                fault_ = bad_data(place(batch, {fault.begin, fault.end}), std::string(*message));
        for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
            if (row < batch.first)
                take_head(batch);
            else
                take_row(batch, row, number_++);
        }
    }

    Result<Located> result(std::string_view column) const {
        if (fault_) return *fault_;
        if (!columns_.one()) return columns_.problem(how_columns_are_named, head_);
        if (!rows_.one()) return rows_.problem(how_rows_are_named, {id_, {}});
        if (cell_) return *cell_;
        Finding finding = data_not_found(last_cell_, "row '" + std::string(row_) + "' ends before column '" +
                                                         std::string(column) + "'");
        finding.help = "complete the row, or take another";
        return finding;
    }

  private:
    /// Of a cell without its quotes.
    Place place(const RowBatch& batch, RowCell cell) const {
        const bool in_quotes = is_quoted(batch.raw(cell), syntax_);
        const auto base = static_cast<std::uint32_t>(batch.base) + (in_quotes ? 1 : 0);
        return {id_, {base + cell.begin, base + cell.end - (in_quotes ? 2 : 0)}};
    }

    void take_head(const RowBatch& batch) {
        for (std::uint32_t i = 0; i < batch.width(0); ++i) {
            const RowCell& cell = batch.cell(0, i);
            columns_.offer(i, cell_text(batch.raw(cell), syntax_, scratch_), place(batch, cell));
        }
        head_ = place(batch, batch.cell(0, 0));
    }

    void take_row(const RowBatch& batch, std::uint32_t row, std::size_t number) {
        const RowCell& first = batch.cell(row, 0);
        const std::string_view name = cell_text(batch.raw(first), syntax_, scratch_);
        if (!rows_.offer(number, name, place(batch, first))) return;
        last_cell_ = place(batch, batch.cell(row, batch.width(row) - 1));
        if (!columns_.one() || columns_.index() >= batch.width(row)) return;
        const RowCell& cell = batch.cell(row, static_cast<std::uint32_t>(columns_.index()));
        const std::string_view raw = batch.raw(cell);
        const bool number_written = !is_quoted(raw, syntax_) && is_number_literal(raw);
        cell_ =
            Located{place(batch, cell).span, std::string(cell_text(raw, syntax_, scratch_)), number_written};
    }

    SourceId id_;
    CellSyntax syntax_;
    std::size_t number_ = 0;  ///< of rows below the head that were taken
    std::string_view row_;
    Selection rows_, columns_;
    Place head_, last_cell_;
    std::optional<Located> cell_;
    std::optional<Finding> fault_;
    std::string scratch_;
};

}  // namespace

Result<Located> at_csv_cell(const Sources& sources, SourceId id, std::string_view row,
                            std::string_view column) {
    const std::string_view text = sources.text(id);
    const Dialect dialect = sniff_dialect(sources[id].path, text);
    RowReader reader(bytes_of(text), dialect);
    CellSearch search(id, {dialect.quote}, row, column);
    RowBatch batch;
    while (reader.next(batch)) search.take(batch);
    return search.result(column);
}

}  // namespace factlint
