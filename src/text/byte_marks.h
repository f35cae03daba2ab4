// Eight bytes looked at together: which of them are a given character. (S. E. Anderson, Bit Twiddling Hacks, "haszero".)
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace factlint {

/// The high bit of each byte.
inline constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// The eight bytes of `text` from `at` on, which has as many: the first one is the lowest of the number.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

/// The high bit of a byte is set where it is less than `limit`, which is at most 0x80. Zero is exact, and so is the lowest mark;
/// above one a byte that is `limit` may be marked as well.
constexpr std::uint64_t marks_below(std::uint64_t word, unsigned char limit) {
    return (word - 0x0101010101010101U * limit) & ~word & high_bits;
}

/// The same for bytes that are `c`.
constexpr std::uint64_t marks_of(std::uint64_t word, char c) {
    return marks_below(word ^ (0x0101010101010101U * static_cast<unsigned char>(c)), 1);
}

/// How many bytes stand before the first that is marked; of `marks` some are set.
constexpr std::size_t bytes_before(std::uint64_t marks) {
    return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
}

}  // namespace factlint
