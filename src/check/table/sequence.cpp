#include "check/table/sequence.h"

#include <algorithm>

#include "schema/compiled_column.h"

namespace factlint {
namespace {

using Is = CellValue::Kind;

bool is_moment(Is kind) { return kind == Is::date || kind == Is::time || kind == Is::datetime; }

/// Seconds since some day; a month or a year begins with its first day.
Number seconds_of(const CellValue& value) {
    constexpr std::int64_t seconds_of_day = 86'400;
    const auto first = [](std::uint8_t part) { return part == 0 ? 1 : static_cast<int>(part); };
    const Day day = value.kind == Is::time
                        ? 0
                        : days_from_civil(value.date.year, first(value.date.month), first(value.date.day));
    const Number time = value.kind == Is::date ? Number(0) : Number::decimal(time_key(value.time), -9);
    return Number(day * seconds_of_day) + time;
}

std::int64_t month_of(const Date& date) {
    return date.year * std::int64_t{12} + std::max<std::int64_t>(date.month, 1);
}

bool is_last_of_month(const Date& date) {
    return date.day != 0 && date.day == days_in_month(date.year, date.month);
}

/// 31 January, 28 February, 31 March are a month from each other.
bool is_month_step(const CellValue& a, const CellValue& b, const Number& months) {
    const bool same_day = a.date.day == b.date.day || (is_last_of_month(a.date) && is_last_of_month(b.date));
    return same_day && Number(month_of(b.date) - month_of(a.date)) == months &&
           (a.kind == Is::date || a.time == b.time);
}

}  // namespace

bool Sequence::in_order(const CellValue& before, const CellValue& value) const {
    const auto order = compare(before, value);
    if (!order) return true;  // of another type, which is a fault of its own
    switch (column_->order) {
        case ColumnOrder::none: return true;
        case ColumnOrder::ascending: return *order <= 0;
        case ColumnOrder::strictly_ascending: return *order < 0;
        case ColumnOrder::descending: return *order >= 0;
        case ColumnOrder::strictly_descending: break;
    }
    return *order > 0;
}

bool Sequence::is_step(const CellValue& before, const CellValue& value) const {
    if (!column_->step) return true;
    if (const auto left = number_of(before), right = number_of(value); left && right)
        return *right - *left == column_->step->size;
    if (before.kind != value.kind || !is_moment(value.kind)) return true;
    if (column_->step->months) return is_month_step(before, value, column_->step->size);
    return seconds_of(value) - seconds_of(before) == column_->step->size;
}

void Sequence::Value::set(const CellValue& value) {
    value_ = value;
    const bool has_text = value.kind == Is::text || value.kind == Is::big_number;
    text_.assign(has_text ? value.text : std::string_view());
}

CellValue Sequence::Value::get() const {
    CellValue value = value_;
    value.text = text_;
    return value;
}

void Sequence::begin_batch(const RowBatch& batch) { stretches_.push_back({batch.base, {}, {}, {}}); }

/// The tally of what is wrong with a value behind another; nullptr where nothing is.
Tally* Sequence::fault(const CellValue& before, const CellValue& value) {
    return !in_order(before, value) ? &disorder_ : !is_step(before, value) ? &gaps_ : nullptr;
}

void Sequence::take(const RowBatch& batch, std::uint32_t row, std::uint32_t index, const CellValue& value) {
    if (value.kind == Is::missing || value.kind == Is::wrong) return;
    const RowCell& cell = batch.cell(row, index);
    const Span part{cell.begin, cell.end};
    Stretch& stretch = stretches_.back();
    if (!stretch.first) {
        stretch.first.emplace().set(value);
        stretch.first_row = keep_row(batch, row, part);
    } else if (Tally* const tally = fault(previous_.value.get(), value)) {
        const std::uint64_t base = batch.base + batch.row_span(row).begin;
        blamed_.push_back(base);
        if (tally->add(base)) {
            tally->keep(keep_row(batch, row, part));
            before_[base] = previous_.written;
        }
    }
    previous_.value.set(value);
    previous_.written.assign(batch.raw(cell));
}

void Sequence::end_batch() {
    if (stretches_.back().first)
        stretches_.back().last = previous_;
    else
        stretches_.pop_back();
}

void Sequence::merge(Sequence&& other) {
    disorder_.merge(std::move(other.disorder_));
    gaps_.merge(std::move(other.gaps_));
    before_.merge(other.before_);
    blamed_.insert(blamed_.end(), other.blamed_.begin(), other.blamed_.end());
    std::move(other.stretches_.begin(), other.stretches_.end(), std::back_inserter(stretches_));
}

const std::vector<std::uint64_t>& Sequence::finish() {
    std::sort(stretches_.begin(), stretches_.end(),
              [](const Stretch& a, const Stretch& b) { return a.base < b.base; });
    for (std::size_t i = 1; i < stretches_.size(); ++i) {
        const Item& before = stretches_[i - 1].last;
        const Stretch& stretch = stretches_[i];
        Tally* const tally = fault(before.value.get(), stretch.first->get());
        if (tally == nullptr) continue;
        before_[stretch.first_row.base] = before.written;
        blamed_.push_back(stretch.first_row.base);
        tally->insert(stretch.first_row);
    }
    return blamed_;
}

std::string_view Sequence::before(const KeptRow& row) const {
    const auto found = before_.find(row.base);
    return found == before_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace factlint
