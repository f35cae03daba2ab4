// Eight bytes looked at together: which of them are a given character. (S. E. Anderson, Bit Twiddling Hacks, "haszero".)
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace factlint {

/// The high bit of each byte.
inline constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// The same byte eight times.
constexpr std::uint64_t all_bytes(unsigned char byte) { return 0x0101010101010101U * byte; }

/// Eight bytes: the first one is the lowest of the number.
inline std::uint64_t eight_bytes(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}
/// Those of `text` from `at` on, which has as many.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
    return eight_bytes(text.data() + at);
}
/// The same with zeros behind the text.
inline std::uint64_t eight_bytes_or_zeros(std::string_view text, std::size_t at) {
    if (at + 8 <= text.size()) return eight_bytes(text, at);
    std::array<char, 8> bytes{};
    if (at < text.size()) text.copy(bytes.data(), bytes.size(), at);
    return eight_bytes(bytes.data());
}

/// The first `count` of eight bytes, zeros behind them. Precondition: count <= 8.
constexpr std::uint64_t first_bytes(std::uint64_t word, std::size_t count) {
    constexpr std::array<std::uint64_t, 9> masks = {0,
                                                    0xFF,
                                                    0xFFFF,
                                                    0xFFFFFF,
                                                    0xFFFFFFFF,
                                                    0xFFFFFFFFFF,
                                                    0xFFFFFFFFFFFF,
                                                    0xFFFFFFFFFFFFFF,
                                                    ~std::uint64_t{0}};
    return word & masks[count];
}

/// The high bit of a byte is set where it is less than `limit`, which is at most 0x80. Zero is exact, and so is the lowest mark;
/// above one a byte that is `limit` may be marked as well.
constexpr std::uint64_t marks_below(std::uint64_t word, unsigned char limit) {
    return (word - all_bytes(limit)) & ~word & high_bits;
}

/// The same for bytes that are `c`.
constexpr std::uint64_t marks_of(std::uint64_t word, char c) {
    return marks_below(word ^ all_bytes(static_cast<unsigned char>(c)), 1);
}

/// How many bytes stand before the first that is marked; of `marks` some are set.
constexpr std::size_t bytes_before(std::uint64_t marks) {
    return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
}

}  // namespace factlint
