// Scanner: from byte to byte to the next place where a fact can begin. Everything else is skipped unread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "facts/language_data.h"

namespace factlint {

inline constexpr std::size_t start_table_bits = 1U << 17;
inline constexpr std::size_t longest_beginning = 6;

/// Which bit of LanguageData::starts the beginning of a word has: its first `size` <= 6 bytes, the first in the lowest byte
/// of `bytes`, zeros above. ASCII letters of either case have the same.
constexpr std::uint32_t start_bit(std::uint64_t bytes, std::size_t size) {
    const std::uint64_t key = (bytes | 0x202020202020U) << 3 | size;
    return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15U >> 47);
}

/// The code point of three bytes, and the bit of LanguageData::starts that two such characters have side by side.
constexpr std::uint32_t wide_character(std::uint64_t bytes) {
    return static_cast<std::uint32_t>((bytes & 0xF) << 12 | (bytes >> 8 & 0x3F) << 6 | (bytes >> 16 & 0x3F));
}
constexpr std::uint32_t pair_bit(std::uint32_t first, std::uint32_t second) {
    const std::uint64_t key = std::uint64_t{first} << 20 | std::uint64_t{second} << 3 | 7;
    return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15U >> 47);
}

/// The first offset at or after `from` where a fact may begin; text.size() where there is none. `from` must not be
/// inside a code point. O(bytes skipped).
std::uint32_t next_candidate(std::string_view text, std::uint32_t from, const LanguageData& language);

}  // namespace factlint
