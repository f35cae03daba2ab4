#include "expr/value.h"

#include <algorithm>

namespace factlint::expr {
namespace {

void count_values(const Value& value, std::uint64_t most, std::uint64_t& count) {
    if (count >= most) return;
    ++count;
    const auto count_entries = [&](std::span<const Entry> entries) {
        for (const Entry& entry : entries) {
            if (count >= most) return;
            count_values(entry.key, most, count);
            count_values(entry.value, most, count);
        }
    };
    if (const auto* list = std::get_if<List>(&value.data))
        for (const Value& item : list->items) {
            if (count >= most) return;
            count_values(item, most, count);
        }
    if (const auto* map = std::get_if<Map>(&value.data)) count_entries(map->entries);
    if (const auto* object = std::get_if<Object>(&value.data)) count_entries(object->fields);
    if (const auto* optional = std::get_if<Optional>(&value.data); optional && optional->value)
        count_values(*optional->value, most, count);
}

}  // namespace

std::uint64_t expanded_size(const Value& value, std::uint64_t most) {
    std::uint64_t count = 0;
    count_values(value, most, count);
    return count;
}

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
