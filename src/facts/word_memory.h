// WordMemory: what words were found to be, for when they come again. A text has the same few words beside most of its
// numbers, so that a look at their bytes takes the place of a walk through the lexicon.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "facts/fact.h"
#include "facts/token_kind.h"

namespace factlint {

/// The bytes that decide what stands at a place: a word and the ASCII character behind it, or two characters of a script
/// without spaces. `size` 0: more than these may decide.
struct WordKey {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t size = 0;
    /// A walk through the lexicon that went no farther has seen no byte behind the key.
    std::uint32_t walked = 0;
};

/// O(1).
WordKey word_key(std::string_view text, std::uint32_t at);

/// A cache of one entry for each place, the last, of a few languages.
class WordMemory {
  public:
    struct Word {
        std::uint16_t word = 0;  ///< index into Lexicon::words
        std::uint8_t length = 0;
        TokenKind kind = TokenKind::end;
    };
    /// nullptr where it is not remembered.
    const Word* find(const WordKey& key, LanguageId language) const {
        const Entry& entry = entries_[place_of(key)];
        const bool same = entry.low == key.low && entry.high == key.high && entry.language == language;
        return same ? &entry.word : nullptr;
    }
    void remember(const WordKey& key, LanguageId language, const Word& word) {
        entries_[place_of(key)] = {key.low, key.high, language, word};
    }

  private:
    struct Entry {
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        LanguageId language{};
        Word word;
    };
    static constexpr int bits = 9;
    static std::size_t place_of(const WordKey& key) {
        return (key.low ^ key.high * 0xC2B2AE3D27D4EB4FU) * 0x9E3779B97F4A7C15U >> (64 - bits);
    }
    std::array<Entry, 1U << bits> entries_;
};

}  // namespace factlint
