#include "schema/text_set.h"

#include <bit>

namespace factlint {

TextSet::TextSet(std::vector<std::string> texts) : texts_(std::move(texts)) {
    if (texts_.empty()) return;
    for (const std::string& text : texts_)
        lengths_ |= std::uint64_t{1} << (text.size() < 63 ? text.size() : 63);
    constexpr std::uint64_t most_tries =
        64;  // a probe that never goes on is a branch that is always foreseen
    for (std::uint64_t seed = 0; seed < most_tries; ++seed)
        if (fill(seed) || texts_.size() > most_tries) return;
}

/// Whether each text has the first slot that is looked at.
bool TextSet::fill(std::uint64_t seed) {
    seed_ = seed;
    slots_.assign(std::bit_ceil(texts_.size() * 4), {});
    mask_ = slots_.size() - 1;
    shift_ = std::countl_zero(mask_);
    bool alone = true;
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
        const std::string& text = texts_[i];
        if (find(text)) continue;
        const Hashed hashed = hash(text);
        std::size_t at = hashed.hash >> shift_;
        for (; slots_[at].index != free_slot; at = (at + 1) & mask_) alone = false;
        slots_[at] = {hashed.last, text.size(), i};
    }
    return alone;
}

TextSet::Hashed TextSet::hash(std::string_view text) const {
    std::uint64_t hash = text.size() + (seed_ << 32);
    for (; text.size() > 8; text.remove_prefix(8)) hash = mixed(hash, word_of(text.substr(0, 8)));
    const std::uint64_t last = text.empty() ? 0 : word_of(text);
    return {last, mixed(hash, last)};
}

std::uint32_t TextSet::find_hashed(std::string_view text) const {
    const Hashed hashed = hash(text);
    for (std::size_t at = hashed.hash >> shift_; slots_[at].index != free_slot; at = (at + 1) & mask_) {
        const Slot& slot = slots_[at];
        if (slot.last != hashed.last || slot.size != text.size()) continue;
        if (texts_[slot.index] == text) return slot.index;
    }
    return free_slot;
}

}  // namespace factlint
