// Folding: what a code point is compared as. Done while matching, so that no text is copied or lower-cased.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/utf8.h"

namespace factlint {

/// What the code point at a place stands for, and how many bytes of text it takes.
struct Folded {
    std::array<char, 12> bytes{};
    std::uint8_t count = 0;
    std::uint8_t taken = 0;
    std::string_view view() const { return {bytes.data(), count}; }
};

enum class Case : std::uint8_t { keep, lower };

/// A precomposed Latin letter: its base letter (0 = it is none) and up to two combining marks, in canonical order and in
/// UTF-8, two bytes each.
struct Decomposition {
    char base;
    std::uint8_t mark_bytes;
    std::array<char, 4> marks;
};
extern const std::array<Decomposition, 0x190> latin_decompositions;             ///< from U+00C0
extern const std::array<Decomposition, 0x100> latin_additional_decompositions;  ///< from U+1E00

/// The decomposition of the letter at `at`, which takes two bytes or three; nullptr where it has none. Precondition: at <
/// text.size(). O(1).
inline const Decomposition* decomposition_at(std::string_view text, std::uint32_t at) {
    const auto byte = [&](std::uint32_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto continues = [&](std::uint32_t i) {
        return at + i < text.size() && is_continuation(text[at + i]);
    };
    const Decomposition* row = nullptr;
    if (byte(0) >= 0xC3 && byte(0) <= 0xC8 && continues(1))
        row = &latin_decompositions[(byte(0) - 0xC3) << 6 | (byte(1) & 0x3FU)];
    else if (byte(0) == 0xE1 && byte(1) >= 0xB8 && byte(1) <= 0xBB && continues(2))
        row = &latin_additional_decompositions[(byte(1) - 0xB8) << 6 | (byte(2) & 0x3FU)];
    return row != nullptr && row->base != 0 ? row : nullptr;
}

/// Lower case, half width, canonically decomposed (Latin), voiced kana composed, Devanagari without nuktas, Arabic without
/// what is often left out (plain_arabic). White space of every kind is ' ', soft hyphens, zero-width characters and marks of
/// direction are nothing (count 0), U+2010..2012 and U+2212 are '-', wave dashes '~', curly apostrophes '\''. Precondition:
/// at < text.size(). O(1).
Folded fold(std::string_view text, std::uint32_t at, Case letter_case = Case::lower);

/// A byte that Arabic letters, their marks, digits and signs begin with: U+0600..06FF.
constexpr bool is_arabic_lead(char byte) { return static_cast<unsigned char>(byte) >> 2 == 0xD8 >> 2; }

/// Arabic as it is compared: hamza and madda left off, alef maksura as yeh, teh marbuta as heh, vowel signs and the
/// stretching tatweel left out (0); Persian letters of the same sound and the Arabic signs of numbers as their plain ones.
constexpr char32_t plain_arabic(char32_t c) {
    switch (c) {
        case 0x622:
        case 0x623:
        case 0x625:
        case 0x671: return 0x627;
        case 0x624: return 0x648;
        case 0x626:
        case 0x649:
        case 0x6CC: return 0x64A;
        case 0x629: return 0x647;
        case 0x6A9: return 0x643;
        case 0x60C: return ',';
        case 0x61B: return ';';
        case 0x66A: return '%';
        case 0x66B: return '.';
        case 0x66C: return '\'';  // groups digits, and is no decimal sign
        case 0x61C:
        case 0x640:
        case 0x670: return 0;
        default: break;
    }
    const bool vowel = (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || (c >= 0x6D6 && c <= 0x6DC);
    return vowel ? 0 : c;
}

/// Han characters, kana, most of Hangul and the signs among them stand for themselves: three bytes, nothing to fold. Not a
/// kana before a voice mark of its own (U+3099, U+309A), nor the ideographic space and the wave dash.
constexpr bool is_plain_wide(std::string_view text, std::uint32_t at) {
    const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0xE3 || byte(0) > 0xEC || at + 3 > text.size()) return false;
    if (((byte(1) ^ 0x80) | (byte(2) ^ 0x80)) >= 0x40) return false;  // both continue a character
    if (byte(0) != 0xE3) return true;
    if (byte(1) == 0x80) return byte(2) != 0x80 && byte(2) != 0x9C;
    if (byte(1) > 0x83) return true;
    return at + 6 > text.size() || byte(3) != 0xE3 || byte(4) != 0x82 || (byte(5) != 0x99 && byte(5) != 0x9A);
}

/// Hangul syllables, U+AC00..U+D7A3: letters that stand behind each other without spaces, between spaces.
constexpr bool is_hangul(std::string_view text, std::uint32_t at) {
    if (at + 3 > text.size()) return false;
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (lead == 0xEA) return second >= 0xB0;
    return lead == 0xEB || lead == 0xEC || (lead == 0xED && second <= 0x9E);
}

/// Whether a syllable goes on with the one at `at`: the 구 of 지구.
constexpr bool continues_hangul(std::string_view text, std::uint32_t at) {
    return at >= 3 && is_hangul(text, at) && is_hangul(text, at - 3);
}

constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
constexpr bool is_ascii_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }
constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_ascii_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

constexpr char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; }

/// decode() for the well-formed sequences of two and three bytes that almost all text consists of.
inline Decoded decode_quickly(std::string_view text, std::uint32_t at) {
    const auto byte = [&](std::uint32_t i) {
        return std::uint32_t{static_cast<unsigned char>(text[at + i])};
    };
    const auto continues = [&](std::uint32_t i) { return is_continuation(text[at + i]); };
    if (at + 3 > text.size()) return decode(text, at);
    const std::uint32_t lead = byte(0);
    if (lead >= 0xC2 && lead <= 0xDF && continues(1)) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2, true};
    const bool plain = lead >= 0xE1 && lead <= 0xEF && lead != 0xED && continues(1) && continues(2);
    if (!plain) return decode(text, at);
    return {(lead & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3, true};
}

/// Whether white space, or a character that is not seen, may stand at `at`; its first bytes tell for most that it does not.
constexpr bool may_be_space(std::string_view text, std::uint32_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return byte <= ' ';
    return byte == 0xC2 || byte == 0xE2 || byte == 0xEF || (byte == 0xE3 && !is_plain_wide(text, at));
}

/// Devanagari as it is compared: a consonant without its nukta (हज़ार, हजार) and ं for ँ, as writers take them for the same; its
/// sign of an abbreviation is a point (कि॰मी॰).
/// Other characters stand for themselves. The composed forms are those of Unicode: eight in a row, three beside their base.
constexpr char32_t nukta = 0x093C;
constexpr char32_t plain_devanagari(char32_t c) {
    constexpr char32_t bases[] = {0x0915, 0x0916, 0x0917, 0x091C, 0x0921, 0x0922, 0x092B, 0x092F};
    if (c >= 0x0958 && c <= 0x095F) return bases[c - 0x0958];
    if (c == 0x0929 || c == 0x0931 || c == 0x0934) return c - 1;
    return c == 0x0901 ? 0x0902 : c == 0x0970 ? U'.' : c;
}
constexpr bool is_devanagari(char32_t c) { return c >= 0x0900 && c <= 0x097F; }
/// Not the danda, which ends a sentence, digits and the sign of an abbreviation.
constexpr bool is_devanagari_letter(char32_t c) { return is_devanagari(c) && !(c >= 0x0964 && c <= 0x0970); }

/// Shows where a word may be divided; between two letters it is one of the word.
inline bool is_soft_hyphen(std::string_view text, std::uint32_t at) {
    return at + 1 < text.size() && text[at] == '\xC2' && text[at + 1] == '\xAD';
}

/// The functions below, where the byte there is not ASCII.
bool is_wide_letter(std::string_view text, std::uint32_t at);
std::uint32_t wide_size_before(std::string_view text, std::uint32_t at);
int wide_digit_at(std::string_view text, std::uint32_t at, std::uint32_t& size);

/// Whether a letter of an alphabet that puts spaces between words, or a combining mark, starts at `at`.
inline bool is_letter(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return is_ascii_letter(text[at]);
    if (byte >= 0xC3 && byte <= 0xC8 && at + 1 < text.size() && is_continuation(text[at + 1]))
        return byte != 0xC3 || (text[at + 1] != '\x97' && text[at + 1] != '\xB7');  // all but × and ÷
    // alphabets begin with C2..DB and E0 to E1, what joins letters with E2, full width with EF
    return (byte <= 0xDB || (byte >= 0xE0 && byte <= 0xE2) || byte == 0xEF) && is_wide_letter(text, at);
}
/// The character at `at`, of any width, where it is ASCII (case kept); '\0' where it is none. Precondition: at < text.size().
inline char folded_sign(std::string_view text, std::uint32_t at) {
    if (is_ascii(text[at])) return text[at] <= ' ' ? ' ' : text[at];
    const Folded folded = fold(text, at, Case::keep);
    return folded.count == 1 ? folded.bytes[0] : '\0';
}
/// Whether the letter at `at` is a capital one. Precondition: at < text.size().
inline bool is_capital(std::string_view text, std::uint32_t at) {
    if (is_ascii(text[at])) return lower(text[at]) != text[at];
    return fold(text, at).view() != fold(text, at, Case::keep).view();
}
/// The end of the letters that start at `at`, or of the first `most` bytes of them and what is left of a character.
inline std::uint32_t letters_end(std::string_view text, std::uint32_t at, std::uint32_t most = UINT32_MAX) {
    std::uint32_t end = at;
    while (end - at < most) {
        if (end < text.size() && is_ascii_letter(text[end])) {
            ++end;
            continue;
        }
        if (!is_letter(text, end)) break;
        const auto lead = static_cast<unsigned char>(text[end]);
        end += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;  // all letters are below U+10000
    }
    return end;
}
/// Bytes of the code point that ends just before `at`. Precondition: at > 0.
inline std::uint32_t size_before(std::string_view text, std::uint32_t at) {
    if (is_ascii(text[at - 1])) return 1;
    const auto lead = static_cast<unsigned char>(at >= 2 ? text[at - 2] : 0);
    if (lead >= 0xC2 && lead <= 0xDF) return is_continuation(text[at - 1]) ? 2 : 1;
    return at >= 3 && is_plain_wide(text, at - 3) ? 3 : wide_size_before(text, at);
}
/// Where the letters that end at `end` begin, no more than `most` bytes before it; `end` where there are none.
inline std::uint32_t word_begin(std::string_view text, std::uint32_t end, std::uint32_t most = 64) {
    std::uint32_t begin = end;
    while (begin > 0 && end - begin < most && is_letter(text, begin - size_before(text, begin)))
        begin -= size_before(text, begin);
    return begin;
}
/// The value of the decimal digit at `at` (ASCII, full width, Arabic-Indic, Devanagari), -1 where there is none; `size`
/// becomes the bytes it takes.
inline int digit_at(std::string_view text, std::uint32_t at, std::uint32_t& size) {
    if (at >= text.size()) return -1;
    if (!is_ascii(text[at])) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const bool digits = lead == 0xEF || lead == 0xD9 || lead == 0xDB || lead == 0xE0;
        return digits ? wide_digit_at(text, at, size) : -1;
    }
    size = 1;
    return is_ascii_digit(text[at]) ? text[at] - '0' : -1;
}

/// A character of Chinese writing.
constexpr bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }
constexpr bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3005 || c == 0x3007; }

}  // namespace factlint
