// A few texts, fixed once and asked for often.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/short_word.h"

namespace factlint {

class TextSet {
  public:
    TextSet() = default;
    explicit TextSet(std::vector<std::string> texts);

    /// Index of the first of them that is `text`. A look at its length where that is none of theirs, else O(bytes).
    std::optional<std::uint32_t> find(std::string_view text) const {
        const std::uint32_t index = index_of(text);
        return index == free_slot ? std::nullopt : std::optional(index);
    }
    bool contains(std::string_view text) const { return index_of(text) != free_slot; }
    const std::vector<std::string>& texts() const { return texts_; }

  private:
    static constexpr std::uint32_t free_slot = 0xFFFFFFFF;
    struct Slot {
        std::uint64_t last = 0;  ///< the last eight bytes
        std::size_t size = 0;
        std::uint32_t index = free_slot;
    };
    struct Hashed {
        std::uint64_t last;
        std::uint64_t hash;
    };
    static std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15;
        return hash ^ hash >> 32;
    }
    Hashed hash(std::string_view text) const;
    bool fill(std::uint64_t seed);
    /// No std::optional: it is written in two parts and read as one word, for which the processor waits.
    std::uint32_t index_of(std::string_view text) const {
        const std::size_t length = text.size() < 63 ? text.size() : 63;
        if ((lengths_ >> length & 1) == 0) return free_slot;
        return text.size() - 1 < 8 ? find_short(text) : find_hashed(text);
    }
    /// Of 1 to 8 bytes.
    std::uint32_t find_short(std::string_view text) const {
        const std::uint64_t word = word_of(text), hash = mixed(text.size() + (seed_ << 32), word);
        for (std::size_t at = hash >> shift_; slots_[at].index != free_slot; at = (at + 1) & mask_)
            if (slots_[at].last == word && slots_[at].size == text.size()) return slots_[at].index;
        return free_slot;
    }
    std::uint32_t find_hashed(std::string_view text) const;

    std::vector<std::string> texts_;
    std::vector<Slot> slots_;  ///< by hash, three of four free at least
    std::size_t mask_ = 0;
    int shift_ = 0;  ///< a slot is the highest bits of a hash: those that all bytes of a short text reach
    std::uint64_t seed_ = 0;  ///< one with which each text has a slot of its own, where a few tries find one
    std::uint64_t lengths_ = 0;  ///< bit i: one of them has i bytes (63: or more)
};

}  // namespace factlint
