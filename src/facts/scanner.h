// Scanner: from byte to byte to the next place where a fact can begin. Everything else is skipped unread.
#pragma once

#include <cstdint>
#include <string_view>

#include "facts/language_data.h"

namespace factlint {

inline constexpr std::size_t start_table_bits = 1U << 16;

/// Which bit of LanguageData::starts three bytes have; ASCII letters of either case have the same.
constexpr std::uint32_t start_bit(unsigned char first, unsigned char second, unsigned char third) {
    const std::uint32_t key = (first | std::uint32_t{second} << 8 | std::uint32_t{third} << 16) | 0x202020U;
    return key * 0x9E3779B1U >> 16;
}

/// The first offset at or after `from` where a fact may begin; text.size() where there is none. `from` must not be
/// inside a code point. O(bytes skipped).
std::uint32_t next_candidate(std::string_view text, std::uint32_t from, const LanguageData& language);

}  // namespace factlint
