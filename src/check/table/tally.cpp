#include "check/table/tally.h"

#include <algorithm>

namespace factlint {
namespace {

/// splitmix64 (Steele, Lea and Flood 2014): a bijection, so no two rows share a hash.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

bool by_row(const KeptRow& a, const KeptRow& b) { return a.base < b.base; }

}  // namespace

KeptRow keep_part(const RowBatch& batch, Span part) {
    KeptRow kept;
    kept.file = batch.file;
    kept.base = batch.base + part.begin;
    kept.lines_before = batch.lines_before + count_line_ends(batch.text.substr(0, part.begin));
    kept.text = std::string(slice(batch.text, part));
    kept.part = {0, part.size()};
    return kept;
}

KeptRow keep_row(const RowBatch& batch, std::uint32_t row, Span part) {
    const Span whole = batch.row_span(row);
    KeptRow kept = keep_part(batch, {whole.begin, std::max(part.end, whole.end)});
    kept.part = {part.begin - whole.begin, part.end - whole.begin};
    for (std::uint32_t column = 0; column < batch.width(row); ++column) {
        const RowCell& cell = batch.cell(row, column);
        kept.cells.push_back({cell.begin - whole.begin, cell.end - whole.begin});
        if (batch.places.empty()) continue;
        const Span place = batch.places[batch.rows[row] + column];
        kept.places.push_back(place);
        if (cell.begin < part.begin || cell.end > part.end) continue;
        kept.place =
            kept.place ? Span{std::min(kept.place->begin, place.begin), std::max(kept.place->end, place.end)}
                       : place;
    }
    return kept;
}

RowBatch batch_of(const KeptRow& row) {
    RowBatch batch;
    batch.text = row.text;
    batch.cells = row.cells;
    batch.places = row.places;
    batch.rows = {0, static_cast<std::uint32_t>(row.cells.size())};
    batch.found = true;
    return batch;
}

bool Tally::add(std::uint64_t offset) {
    ++count_;
    return first_.size() < most_ || sampled_.size() < most_ || mixed(offset) < sampled_.front().hash;
}

void Tally::sample(std::uint64_t hash, KeptRow row) {
    const auto smaller = [](const Sampled& a, const Sampled& b) { return a.hash < b.hash; };
    if (sampled_.size() == most_) {
        if (hash >= sampled_.front().hash) return;
        std::pop_heap(sampled_.begin(), sampled_.end(), smaller);
        sampled_.pop_back();
    }
    sampled_.push_back({hash, std::move(row)});
    std::push_heap(sampled_.begin(), sampled_.end(), smaller);
}

void Tally::keep(KeptRow row) {
    const std::uint64_t hash = mixed(row.base);
    if (first_.size() < most_) first_.push_back(row);
    sample(hash, std::move(row));
}

void Tally::merge(Tally&& other) {
    count_ += other.count_;
    std::vector<KeptRow> all;
    std::merge(std::make_move_iterator(first_.begin()), std::make_move_iterator(first_.end()),
               std::make_move_iterator(other.first_.begin()), std::make_move_iterator(other.first_.end()),
               std::back_inserter(all), by_row);
    all.resize(std::min<std::size_t>(all.size(), most_));
    first_ = std::move(all);
    for (Sampled& each : other.sampled_) sample(each.hash, std::move(each.row));
}

void Tally::insert(KeptRow row) {
    Tally one(most_);
    one.add(row.base);
    one.keep(std::move(row));
    merge(std::move(one));
}

std::vector<KeptRow> Tally::rows() const {
    std::vector<KeptRow> rows = first_;
    for (const Sampled& each : sampled_)
        if (first_.empty() || each.row.base > first_.back().base) rows.push_back(each.row);
    std::sort(rows.begin(), rows.end(), by_row);
    return rows;
}

}  // namespace factlint
