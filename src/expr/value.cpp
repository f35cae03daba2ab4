#include "expr/value.h"

#include <algorithm>

namespace factlint::expr {

std::string_view Arena::text(std::string_view copied) {
    if (copied.empty()) return {};
    auto* bytes = static_cast<char*>(memory_.allocate(copied.size(), 1));
    std::copy(copied.begin(), copied.end(), bytes);
    used_ += copied.size();
    return {bytes, copied.size()};
}

std::span<Value> Arena::values(std::size_t count) {
    if (count == 0) return {};
    auto* first = static_cast<Value*>(memory_.allocate(count * sizeof(Value), alignof(Value)));
    std::uninitialized_default_construct_n(first, count);
    used_ += count * sizeof(Value);
    return {first, count};
}

std::span<Entry> Arena::entries(std::size_t count) {
    if (count == 0) return {};
    auto* first = static_cast<Entry*>(memory_.allocate(count * sizeof(Entry), alignof(Entry)));
    std::uninitialized_default_construct_n(first, count);
    used_ += count * sizeof(Entry);
    return {first, count};
}

const Stated* Arena::stated(Stated value) {
    used_ += sizeof(Stated);
    return &stated_.emplace_back(std::move(value));
}

std::span<Stated> Arena::parts(std::size_t count) {
    used_ += count * sizeof(Stated);
    return parts_.emplace_back(count);
}

}  // namespace factlint::expr
