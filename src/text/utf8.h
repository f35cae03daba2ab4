// UTF-8 in place: decoding, validation, and the width of text on a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace factlint {

inline constexpr char32_t replacement_character = 0xFFFD;

/// A byte of a character that is not its first.
constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }
constexpr bool is_continuation(char byte) { return is_continuation(static_cast<unsigned char>(byte)); }

struct Decoded {
    char32_t code_point = 0;
    std::uint32_t size = 0;  ///< bytes taken, 1 for an invalid byte, 0 at the end of the text
    bool valid = true;
};

/// The code point that starts at `at`. Invalid bytes give U+FFFD, size 1, valid = false (Unicode 15, table 3-7). O(1).
Decoded decode(std::string_view text, std::size_t at);
/// decode().size; most characters need no table. Precondition: at < text.size().
inline std::uint32_t code_point_size(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto continues = [&](std::size_t i) { return at + i < text.size() && is_continuation(byte(i)); };
    if (byte(0) < 0x80) return 1;
    if (byte(0) >= 0xC2 && byte(0) <= 0xDF && continues(1)) return 2;
    if (byte(0) >= 0xE1 && byte(0) <= 0xEC && continues(1) && continues(2)) return 3;
    return decode(text, at).size;
}
/// The code point that ends just before `at`; same rules as decode. O(1).
Decoded decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

/// Offset of the first byte that is not well-formed UTF-8. O(n), several GB/s on ASCII.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Columns that `text` takes on a terminal: grapheme clusters; East Asian wide and emoji sequences 2, combining 0,
/// ambiguous 1 (UAX #11, #29). Control characters count as 1, tabs up to the next multiple of 4 from column 0.
std::size_t display_width(std::string_view text);

}  // namespace factlint
