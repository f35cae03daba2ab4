// Scripts, and the words that vote for a language: what detection looks at.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "facts/element_set.h"
#include "facts/fold.h"
#include "facts/language_data.h"
#include "text/utf8.h"

namespace factlint {

/// Characters by which a language is told: letters of other scripts than Latin.
struct ScriptBlock {
    char32_t first;
    char32_t last;
    std::string_view script;
    int weight;  ///< Han is shared, kana and Hangul are not: a few of them decide
};
inline constexpr std::array script_blocks = {
    ScriptBlock{0x0400, 0x052F, "Cyrillic", 1}, ScriptBlock{0x0590, 0x05FF, "Hebrew", 1},
    ScriptBlock{0x0600, 0x06FF, "Arabic", 1},   ScriptBlock{0x0900, 0x097F, "Devanagari", 1},
    ScriptBlock{0x0E00, 0x0E7F, "Thai", 1},     ScriptBlock{0x1100, 0x11FF, "Hangul", 4},
    ScriptBlock{0x3041, 0x309F, "Hiragana", 8}, ScriptBlock{0x30A1, 0x30FA, "Katakana", 4},
    ScriptBlock{0x3400, 0x4DBF, "Han", 1},      ScriptBlock{0x4E00, 0x9FFF, "Han", 1},
    ScriptBlock{0xAC00, 0xD7A3, "Hangul", 4},
};

/// nullptr for Latin letters, Greek ones and signs.
inline const ScriptBlock* script_block(char32_t c) {
    if (c < script_blocks.front().first) return nullptr;
    const auto* found =
        std::find_if(script_blocks.begin(), script_blocks.end(),
                     [&](const ScriptBlock& block) { return c >= block.first && c <= block.last; });
    return found == script_blocks.end() ? nullptr : found;
}

inline bool writes(const LanguageData& language, std::string_view script) {
    return std::find(language.scripts.begin(), language.scripts.end(), script) != language.scripts.end();
}

/// The hash of a word as LanguageData::detect has it, and where it ends.
struct HashedWord {
    std::uint64_t hash = word_hash_seed;
    std::uint32_t end = 0;
    int letters = 0;
};

/// The letters of an alphabet at `at`.
inline HashedWord hash_letters(std::string_view text, std::uint32_t at) {
    HashedWord word;
    while (is_letter(text, at)) {
        ++word.letters;
        if (is_ascii(text[at])) {
            word.hash = hash_byte(word.hash, static_cast<char>(text[at] | 0x20));
            ++at;
            continue;
        }
        const Folded folded = fold(text, at);
        for (const char byte : folded.view()) word.hash = hash_byte(word.hash, byte);
        at += folded.taken;
    }
    word.end = at;
    return word;
}

/// The com of example.com, the a of a.txt and the on of on=1 are no words of a sentence: signs join them to something else.
inline bool is_part_of_name(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    constexpr ElementSet joining = ElementSet::of("_/@\\=&#~0123456789");
    constexpr ElementSet before = ElementSet::of(".:-");
    const auto has = [&](const ElementSet& signs, std::size_t at) {
        return at < text.size() && is_ascii(text[at]) && signs.has(text[at]);
    };
    if (begin > 0 && (has(joining, begin - 1) || has(before, begin - 1))) return true;
    if (has(joining, end) || has(ElementSet::of("("), end)) return true;
    return has(before, end) && end + 1 < text.size() &&
           (is_ascii_letter(text[end + 1]) || is_ascii_digit(text[end + 1]));
}

}  // namespace factlint
