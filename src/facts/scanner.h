// Scanner: from byte to byte to the next place where a fact can begin. Everything else is skipped unread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "facts/language_data.h"

namespace factlint {

inline constexpr std::size_t start_table_bits = 1U << 17;
inline constexpr std::size_t longest_beginning = 6;

/// Whether the byte begins a letter, or a sign written among letters, of a script that puts spaces between words.
constexpr bool is_word_lead(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= 0xC3 && byte <= 0xE1);
}

/// Whether the byte begins a character of three bytes of a script that puts no spaces between words.
constexpr bool is_character_lead(unsigned char byte) { return byte >= 0xE3 && byte <= 0xEE; }

/// Which bit of LanguageData::starts the beginning of a word has: its first `size` <= 6 bytes, the first in the lowest byte
/// of `bytes`, zeros above. ASCII letters of either case have the same.
constexpr std::uint32_t start_bit(std::uint64_t bytes, std::size_t size) {
    const std::uint64_t key = (bytes | 0x202020202020U) << 3 | size;
    return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15U >> 47);
}

/// Which bit of LanguageData::characters a character of three bytes has: a first look at each of them.
inline constexpr std::size_t character_bits = 1U << 16;
constexpr std::uint32_t character_bit(std::uint64_t bytes) {
    return (static_cast<std::uint32_t>(bytes) << 8) * 0x9E3779B1U >> 16;
}

/// The code point of three bytes, and the bit of LanguageData::starts that two such characters have side by side.
constexpr std::uint32_t wide_character(std::uint64_t bytes) {
    return static_cast<std::uint32_t>((bytes & 0xF) << 12 | (bytes >> 8 & 0x3F) << 6 | (bytes >> 16 & 0x3F));
}
// another factor than that of start_bit: what words of one kind set does not look like the other
constexpr std::uint32_t pair_bit(std::uint32_t first, std::uint32_t second) {
    const std::uint64_t key = std::uint64_t{first} << 20 | std::uint64_t{second} << 3 | 7;
    return static_cast<std::uint32_t>(key * 0xC2B2AE3D27D4EB4FU >> 47);
}

/// Which bit of LanguageData::openings the first three bytes of a word have: a first look, for most words the only one.
inline constexpr std::size_t opening_bits = 1U << 15;
constexpr std::uint32_t opening_bit(std::uint64_t bytes) {
    return static_cast<std::uint32_t>((bytes & 0x1F) | (bytes >> 3 & 0x3E0) | (bytes >> 6 & 0x7C00));
}

/// Which row of LanguageData::start_sizes is that of a word with `letters` < 6 bytes of letters: by its first byte and the
/// first that is no letter.
constexpr std::size_t start_sizes_row(std::uint64_t bytes, std::size_t letters) {
    return (bytes & 0x1F) << 3 | (bytes >> 8 * letters & 7);
}

/// What the 64 bytes of a window are, the first in the lowest bit.
struct ScanMarks {
    std::uint64_t digits = 0;
    std::uint64_t leads = 0;       ///< of letters: is_word_lead
    std::uint64_t continued = 0;   ///< bytes of a character that are not its first
    std::uint64_t characters = 0;  ///< first bytes of characters of scripts without spaces: is_character_lead
    std::uint64_t others = 0;      ///< what else is looked at wherever it stands: signs, other scripts
};

/// Goes over a text from left to right.
class Scanner {
  public:
    static constexpr std::uint32_t window_size = 64;

    Scanner() = default;
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;
    void open(std::string_view text, const LanguageData& language) {
        text_ = text;
        language_ = &language;
        move_to(0, false);
    }
    /// The first offset at or after `from` where a fact may begin; text.size() where there is none. `from` must not be
    /// inside a code point. O(bytes skipped).
    std::uint32_t next(std::uint32_t from);

  private:
    /// `inside`: it begins inside a word.
    void move_to(std::uint32_t window, bool inside);
    bool can_start(unsigned place) const;

    std::string_view text_;
    const LanguageData* language_ = nullptr;
    std::uint32_t window_ = 0;
    const char* bytes_ = nullptr;         ///< of the window
    std::array<char, window_size> last_;  ///< of the last one, with zeros behind the text
    ScanMarks marks_;
    std::uint64_t words_ = 0;   ///< bytes of words
    std::uint64_t starts_ = 0;  ///< their first bytes
    std::uint64_t places_ = 0;  ///< where a fact may begin at a first look, beside digits
};

}  // namespace factlint
