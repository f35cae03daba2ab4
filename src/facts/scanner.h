// Scanner: from byte to byte to the next place where a fact can begin. Everything else is skipped unread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "facts/language_data.h"

namespace factlint {

inline constexpr std::size_t start_table_bits = 1U << 16;

/// Which bit of LanguageData::starts the first four bytes of a word have; zeros behind a shorter one, or behind its first
/// part where it has spaces. ASCII letters of either case have the same.
constexpr std::uint32_t start_bit(std::array<unsigned char, 4> beginning) {
    std::uint32_t key = 0;
    for (const unsigned char byte : beginning) key = key << 8 | byte | (byte == 0 ? 0U : 0x20U);
    return (key * 0x9E3779B1U ^ key * 0x85EBCA6BU >> 7) >> 16;
}

/// Which bit of LanguageData::pairs the first two bytes have.
constexpr std::uint32_t pair_bit(unsigned char first, unsigned char second) {
    return (first | 0x20U) << 8 | second | 0x20U;
}

/// The first offset at or after `from` where a fact may begin; text.size() where there is none. `from` must not be
/// inside a code point. O(bytes skipped).
std::uint32_t next_candidate(std::string_view text, std::uint32_t from, const LanguageData& language);

}  // namespace factlint
