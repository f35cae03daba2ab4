#include "schema/text_set.h"

#include <bit>

#include "schema/decimal.h"

namespace factlint {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15;
    return hash ^ hash >> 32;
}

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = text.size();
    for (; text.size() > 8; text.remove_prefix(8)) hash = mixed(hash, word_of(text.substr(0, 8)));
    return text.empty() ? hash : mixed(hash, word_of(text));
}

}  // namespace

TextSet::TextSet(std::vector<std::string> texts) : texts_(std::move(texts)) {
    if (texts_.empty()) return;
    slots_.resize(std::bit_ceil(texts_.size() * 2));
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
        const std::string& text = texts_[i];
        lengths_ |= std::uint64_t{1} << (text.size() < 63 ? text.size() : 63);
        if (find_hashed(text)) continue;
        std::size_t at = hash_of(text) & (slots_.size() - 1);
        while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = i + 1;
    }
}

std::optional<std::uint32_t> TextSet::find_hashed(std::string_view text) const {
    std::size_t at = hash_of(text) & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
        if (texts_[slots_[at] - 1] == text) return slots_[at] - 1;
    return std::nullopt;
}

}  // namespace factlint
