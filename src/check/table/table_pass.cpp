#include "check/table/table_pass.h"

#include <algorithm>

#include "text/utf8.h"

namespace factlint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 2024-03-31, whatever stands behind it.
bool starts_as_date(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9})
        if (!is_digit(text[at])) return false;
    return text.size() == 10 || text[10] == 'T' || text[10] == ' ';
}

Span span_of(const RowCell& cell) { return {cell.begin, cell.end}; }

RowProblem problem_of(RowFault::Kind kind) {
    switch (kind) {
        case RowFault::Kind::unclosed_quote: return RowProblem::unclosed_quote;
        case RowFault::Kind::text_after_quote: return RowProblem::text_after_quote;
        case RowFault::Kind::nul_byte: return RowProblem::nul_byte;
        case RowFault::Kind::bad_record: return RowProblem::bad_record;
        case RowFault::Kind::short_row: return RowProblem::too_short;
        case RowFault::Kind::long_row: break;
    }
    return RowProblem::long_row;
}

/// The row that holds a byte of the batch.
std::uint32_t row_at(const RowBatch& batch, std::uint32_t offset) {
    std::uint32_t row = 0, end = batch.row_count();
    while (end - row > 1) {
        const std::uint32_t middle = row + (end - row) / 2;
        (batch.row_span(middle).begin <= offset ? row : end) = middle;
    }
    return row;
}

}  // namespace

CellShape shape_of(std::string_view text) {
    if (text.empty()) return CellShape::empty;
    if (text == "true" || text == "false") return CellShape::boolean;
    if (starts_as_date(text)) return CellShape::date;
    const bool begins_as_number = is_digit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.';
    if (begins_as_number && (parse_decimal(text) || Number::parse(text))) return CellShape::number;
    return CellShape::text;
}

bool KeyCells::states_nothing(std::string_view text, std::uint32_t column) const {
    if (text.empty()) return true;
    const auto* words = column < missing.size() ? missing[column] : nullptr;
    return words && std::find(words->begin(), words->end(), text) != words->end();
}

Span key_span(const RowBatch& batch, std::uint32_t row, const std::vector<std::uint32_t>& columns) {
    Span span = span_of(batch.cell(row, columns.front()));
    for (const std::uint32_t column : columns) {
        const RowCell& cell = batch.cell(row, column);
        span = {std::min(span.begin, cell.begin), std::max(span.end, cell.end)};
    }
    return span;
}

std::optional<std::uint64_t> key_hash(const RowBatch& batch, std::uint32_t row,
                                      const std::vector<std::uint32_t>& columns, const KeyCells& cells,
                                      std::string& scratch) {
    std::uint64_t hash = 0;
    for (const std::uint32_t column : columns) {
        if (column >= batch.width(row)) return std::nullopt;
        const std::string_view text = cell_text(batch.raw(batch.cell(row, column)), cells.syntax, scratch);
        if (cells.states_nothing(text, column)) return std::nullopt;
        hash = hash_text(text, hash);
    }
    return hash;
}

TablePass::TablePass(const TablePlan& plan)
    : plan_(plan), problems_(row_problems, Tally(plan.most_rows)),
      faults_(plan.columns.size() * cell_faults, Tally(plan.most_rows)), filled_(plan.columns.size()),
      shapes_(plan.shapes ? plan.width * cell_shapes : 0, Tally(plan.most_rows)),
      foreign_(plan.foreign_keys.size(), Tally(plan.most_rows)),
      claims_(plan.claims.size(), RowClaimTally(plan.most_rows)) {
    for (std::size_t key = 0; key < plan.keys.size(); ++key) hashes_.emplace_back(plan.most_hashes);
    for (const AggregateCall& call : plan.aggregates) aggregates_.emplace_back(call);
    for (const GroupClaim& claim : plan.groups) groups_.emplace_back(claim);
    for (const Column* column : plan.sequences) sequences_.emplace_back(*column, plan.most_rows);
}

void TablePass::blame(Tally& tally, const RowBatch& batch, std::uint32_t row, Span part) {
    if (plan_.blame) blamed_.push_back(batch.base + batch.row_span(row).begin);
    count_in(tally, batch, row, part);
}

void TablePass::count_in(Tally& tally, const RowBatch& batch, std::uint32_t row, Span part) {
    if (tally.add(batch.base + batch.row_span(row).begin)) tally.keep(keep_row(batch, row, part));
}

void TablePass::take(const RowBatch& batch) {
    const std::uint32_t rows = batch.row_count() - std::min(batch.first, batch.row_count());
    rows_ += rows;
    rows_by_file_.resize(std::max<std::size_t>(rows_by_file_.size(), batch.file + 1));
    rows_by_file_[batch.file] += rows;
    take_problems(batch);
    for (std::size_t column = 0; column < plan_.columns.size(); ++column) take_column(batch, column);
    for (std::uint32_t column = 0; plan_.shapes && column < plan_.width; ++column) take_shapes(batch, column);
    for (const std::uint32_t key : plan_.other_keys) take_key(batch, key);
    for (std::size_t key = 0; key < plan_.foreign_keys.size(); ++key) take_foreign_key(batch, key);
    for (std::size_t claim = 0; claim < plan_.claims.size(); ++claim)
        evaluate_rows(plan_.claims[claim], batch, plan_.syntax, claims_[claim],
                      plan_.blame ? &blamed_ : nullptr);
    for (Groups& groups : groups_) groups.take(batch, plan_.syntax);
}

void TablePass::take_problems(const RowBatch& batch) {
    std::array<std::uint32_t, row_problems>
        last{};  // behind the row of each problem: one may occur again in a row
    for (const RowFault& fault : batch.faults) {
        std::uint32_t& behind = last[static_cast<std::size_t>(problem_of(fault.kind))];
        if (fault.kind != RowFault::Kind::bad_record && behind == fault.row + 1) continue;
        behind = fault.row + 1;
        take_fault(batch, fault);
    }
    if (plan_.delimited) {
        take_widths(batch);
        take_encoding(batch);
    }
}

void TablePass::blame(RowProblem problem, const RowBatch& batch, std::uint32_t row, Span part) {
    const auto index = static_cast<std::size_t>(problem);
    if (row < batch.first) ++headers_[index];
    blame(problems_[index], batch, row, part);
}

void TablePass::take_fault(const RowBatch& batch, const RowFault& fault) {
    const RowProblem problem = problem_of(fault.kind);
    const Span part{fault.begin, fault.end};
    if (fault.kind != RowFault::Kind::bad_record)
        return blame(problem, batch, std::min(fault.row, batch.row_count() - 1), part);
    Tally& tally = problems_[static_cast<std::size_t>(problem)];
    if (tally.add(batch.base + fault.begin)) tally.keep(keep_part(batch, part));
    if (plan_.blame) blamed_.push_back(batch.base + fault.begin);
}

void TablePass::take_widths(const RowBatch& batch) {
    for (std::uint32_t row = batch.first; row < batch.row_count(); ++row) {
        const std::uint32_t width = batch.width(row);
        if (width == plan_.width) continue;
        if (width < plan_.width)
            blame(RowProblem::too_short, batch, row, span_of(batch.cell(row, width - 1)));
        else
            blame(RowProblem::too_long, batch, row,
                  {batch.cell(row, plan_.width).begin, batch.cell(row, width - 1).end});
    }
}

void TablePass::take_encoding(const RowBatch& batch) {
    if (batch.ascii) return;
    std::size_t from = 0;
    while (const auto invalid = first_invalid_utf8(batch.text.substr(from))) {
        const auto at = static_cast<std::uint32_t>(from + *invalid);
        const std::uint32_t row = row_at(batch, at);
        blame(RowProblem::invalid_utf8, batch, row, {at, at + 1});
        if (row + 1 == batch.row_count()) break;
        from = batch.row_span(row + 1).begin;
    }
}

/// The cells of a column from `row` on, as many as a block holds; gives the row behind them.
std::uint32_t TablePass::read_cells(const RowBatch& batch, std::uint32_t column, std::uint32_t row) {
    const CellSyntax syntax = plan_.syntax;
    const std::uint32_t* const rows = batch.rows.data();
    const RowCell* const cells = batch.cells.data();
    const std::uint32_t end = batch.row_count();
    std::size_t size = 0;
    for (; row < end && size < CellBlock::capacity; ++row) {
        const std::uint32_t index = rows[row] + column;
        if (index >= rows[row + 1]) continue;  // said of the row already
        cells_.texts[size] = cell_text(batch.raw(cells[index]), syntax, unquoted_[size]);
        rows_of_cells_[size++] = row;
    }
    cells_.size = size;
    return row;
}

void TablePass::take_column(const RowBatch& batch, std::size_t column) {
    const TablePlan::PlannedColumn& planned = plan_.columns[column];
    const bool in_sequence = planned.sequence != TablePlan::no_sequence;
    if (in_sequence) sequences_[planned.sequence].begin_batch(batch);
    for (std::uint32_t row = batch.first; row < batch.row_count();) {
        row = read_cells(batch, planned.index, row);
        planned.check->check(cells_);
        take_cells(batch, column);
    }
    if (in_sequence) sequences_[planned.sequence].end_batch();
}

void TablePass::take_cells(const RowBatch& batch, std::size_t column) {
    const TablePlan::PlannedColumn& planned = plan_.columns[column];
    const std::span<const CellValue> values(cells_.values.data(), cells_.size);
    for (const CellValue& value : values) filled_[column] += value.kind != CellValue::Kind::missing ? 1 : 0;
    for (const std::uint32_t aggregate : planned.aggregates) aggregates_[aggregate].take(values);
    if (cells_.faulty) blame_cells(batch, column);
    for (const std::uint32_t key : planned.keys)
        for (std::size_t i = 0; i < cells_.size; ++i)
            if (!cells_.texts[i].empty() && cells_.values[i].kind != CellValue::Kind::missing)
                hashes_[key].add(hash_text(cells_.texts[i], 0));
    for (std::size_t i = 0; planned.sequence != TablePlan::no_sequence && i < cells_.size; ++i)
        sequences_[planned.sequence].take(batch, rows_of_cells_[i], planned.index, cells_.values[i]);
}

void TablePass::blame_cells(const RowBatch& batch, std::size_t column) {
    for (std::size_t i = 0; i < cells_.size; ++i) {
        if (cells_.faults[i] == CellFault::none) continue;
        const std::uint32_t row = rows_of_cells_[i];
        blame(faults_[column * cell_faults + static_cast<std::size_t>(cells_.faults[i])], batch, row,
              span_of(batch.cell(row, plan_.columns[column].index)));
    }
}

void TablePass::take_shapes(const RowBatch& batch, std::uint32_t column) {
    for (std::uint32_t row = batch.first; row < batch.row_count(); ++row) {
        if (column >= batch.width(row)) continue;
        const RowCell& cell = batch.cell(row, column);
        const CellShape shape = shape_of(cell_text(batch.raw(cell), plan_.syntax, scratch_));
        count_in(shapes_[column * cell_shapes + static_cast<std::size_t>(shape)], batch, row, span_of(cell));
    }
}

void TablePass::take_foreign_key(const RowBatch& batch, std::size_t key) {
    const TablePlan::ForeignKey& foreign = plan_.foreign_keys[key];
    for (std::uint32_t row = batch.first; row < batch.row_count(); ++row) {
        const auto hash = key_hash(batch, row, foreign.columns, plan_.key_cells, scratch_);
        if (!hash || std::binary_search(foreign.keys->begin(), foreign.keys->end(), *hash)) continue;
        blame(foreign_[key], batch, row, key_span(batch, row, foreign.columns));
    }
}

void TablePass::take_key(const RowBatch& batch, std::size_t key) {
    for (std::uint32_t row = batch.first; row < batch.row_count(); ++row)
        if (const auto hash = key_hash(batch, row, plan_.keys[key], plan_.key_cells, scratch_))
            hashes_[key].add(*hash);
}

void TablePass::merge(TablePass&& other) {
    rows_ += other.rows_;
    for (std::size_t i = 0; i < filled_.size(); ++i) filled_[i] += other.filled_[i];
    rows_by_file_.resize(std::max(rows_by_file_.size(), other.rows_by_file_.size()));
    for (std::size_t i = 0; i < other.rows_by_file_.size(); ++i) rows_by_file_[i] += other.rows_by_file_[i];
    blamed_.insert(blamed_.end(), other.blamed_.begin(), other.blamed_.end());
    const auto merge_all = [](std::vector<Tally>& into, std::vector<Tally>& from) {
        for (std::size_t i = 0; i < into.size(); ++i) into[i].merge(std::move(from[i]));
    };
    merge_all(problems_, other.problems_);
    for (std::size_t i = 0; i < headers_.size(); ++i) headers_[i] += other.headers_[i];
    merge_all(faults_, other.faults_);
    merge_all(shapes_, other.shapes_);
    merge_all(foreign_, other.foreign_);
    for (std::size_t i = 0; i < hashes_.size(); ++i) hashes_[i].merge(std::move(other.hashes_[i]));
    for (std::size_t i = 0; i < aggregates_.size(); ++i)
        aggregates_[i].merge(std::move(other.aggregates_[i]));
    for (std::size_t i = 0; i < claims_.size(); ++i) claims_[i].merge(std::move(other.claims_[i]));
    for (std::size_t i = 0; i < groups_.size(); ++i) groups_[i].merge(std::move(other.groups_[i]));
    for (std::size_t i = 0; i < sequences_.size(); ++i) sequences_[i].merge(std::move(other.sequences_[i]));
}

}  // namespace factlint
