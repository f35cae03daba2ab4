// Scanner: from byte to byte to the next place where a fact can begin. Everything else is skipped unread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "facts/language_data.h"

namespace factlint {

inline constexpr std::size_t start_table_bits = 1U << 18;
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
    return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15U >> 47) << 1;
}
/// The bit beside it says that with these letters, and no others, a word begins that goes on with a sign or a space.
constexpr std::uint32_t open_bit(std::uint64_t bytes, std::size_t size) { return start_bit(bytes, size) | 1; }

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
    return static_cast<std::uint32_t>(key * 0xC2B2AE3D27D4EB4FU >> 46);
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

/// Marks all places of a text, 64 bytes at a time and mostly without branches, and goes over them from left to right.
class Scanner {
  public:
    Scanner() = default;
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;
    /// Looks at all of the text. Two bits for each byte are remembered, in memory that is kept for the next one. O(text).
    void open(std::string_view text, const LanguageData& language);
    /// The first offset at or after `from` where a fact may begin; text.size() where there is none. `from` must not be
    /// inside a code point. O(bytes skipped / 64).
    std::uint32_t next(std::uint32_t from);

  private:
    static constexpr std::uint32_t window_size = 64;
    void mark_places(std::size_t index, const char* window, const ScanMarks& marks);
    void mark_divided_word(std::uint32_t at);
    bool is_in_word(std::uint32_t at) const {
        return (words_[at / window_size] >> at % window_size & 1) != 0;
    }
    std::size_t letters_at(std::uint32_t at) const;
    bool can_start(std::uint32_t at, std::uint64_t bytes, bool begins) const;
    bool rest_can_start(std::uint32_t at) const;

    std::string_view text_;
    const LanguageData* language_ = nullptr;
    std::vector<std::uint64_t> places_;  ///< where a fact may begin; bit b of word w is byte 64 w + b
    std::vector<std::uint64_t> words_;   ///< bytes of words
};

}  // namespace factlint
