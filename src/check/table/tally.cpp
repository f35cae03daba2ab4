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

bool by_row(const KeptRow& a, const KeptRow& b) { return a.row < b.row; }

}  // namespace

KeptRow keep_row(const RowBatch& batch, std::uint32_t row, Span part) {
    const std::uint32_t begin = batch.cell(row, 0).begin;
    const std::uint32_t end = std::max(part.end, batch.cell(row, batch.width(row) - 1).end);
    KeptRow kept;
    kept.row = batch.first_row + row;
    kept.base = batch.base + begin;
    kept.lines_before = batch.lines_before + count_line_ends(batch.text.substr(0, begin));
    kept.text = std::string(batch.text.substr(begin, end - begin));
    kept.part = {part.begin - begin, part.end - begin};
    return kept;
}

bool Tally::add(std::uint64_t row) {
    ++count_;
    return first_.size() < most_ || sampled_.size() < most_ || mixed(row) < sampled_.front().hash;
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
    const std::uint64_t hash = mixed(row.row);
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

std::vector<KeptRow> Tally::rows() const {
    std::vector<KeptRow> rows = first_;
    for (const Sampled& each : sampled_)
        if (first_.empty() || each.row.row > first_.back().row) rows.push_back(each.row);
    std::sort(rows.begin(), rows.end(), by_row);
    return rows;
}

}  // namespace factlint
