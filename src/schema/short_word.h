// Texts of up to eight bytes as one machine word.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace factlint {

/// The bytes of `text`, of 1 to 8, in one word: the last byte highest, zeros before the first. O(1), reads no byte
/// outside `text`.
inline std::uint64_t word_of(std::string_view text) {
    const char* bytes = text.data();
    const std::size_t size = text.size();
    std::uint64_t word = 0;
    if (size >= 4) {  // 8 is no case of its own: a column has both, and a jump on it is not foreseen
        std::uint32_t first = 0, last = 0;
        std::memcpy(&first, bytes, 4);
        std::memcpy(&last, bytes + size - 4, 4);
        word = first | std::uint64_t{last} << (8 * (size - 4));
    } else {
        const auto byte = [&](std::size_t i) {
            return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
        };
        word = byte(0) | byte(size / 2) | byte(size - 1);
    }
    return word << (8 * (8 - size));
}

}  // namespace factlint
