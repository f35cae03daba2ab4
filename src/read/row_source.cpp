#include "read/row_source.h"

namespace factlint {

JoinedRows::JoinedRows(std::vector<RowSource> sources, const std::vector<std::uint64_t>& bytes)
    : sources_(std::move(sources)) {
    std::uint64_t base = 0;
    for (const std::uint64_t size : bytes) {
        bases_.push_back(base);
        base += size;
    }
}

bool JoinedRows::take(RowBatch& batch) {
    for (; current_ < sources_.size(); ++current_) {
        if (!sources_[current_].take(batch)) continue;
        batch.file = static_cast<std::uint32_t>(current_);
        batch.base += bases_[current_];
        return true;
    }
    return false;
}

void JoinedRows::scan(RowBatch& batch) const { sources_[batch.file].scan(batch); }

}  // namespace factlint
