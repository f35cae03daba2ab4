#include "facts/fold.h"

#include <algorithm>

#include "text/utf8.h"

namespace factlint {
#include "latin_decompositions.inc"

namespace {

void put(Folded& out, char32_t c) {
    const auto byte = [&](char32_t value) { out.bytes[out.count++] = static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | c >> 6);
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | c >> 12);
        byte(0x80 | (c >> 6 & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | c >> 18);
        byte(0x80 | (c >> 12 & 0x3F));
        byte(0x80 | (c >> 6 & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

/// Signs that are written in several ways; 0 = left out.
constexpr char32_t plain_sign(char32_t c) {
    switch (c) {
        case 0x00A0:
        case 0x202F:
        case 0x205F:
        case 0x3000:
        case '\t':
        case '\n':
        case '\r': return ' ';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2212: return '-';
        case 0x301C:
        case 0x223C: return '~';
        case 0x2018:
        case 0x2019: return '\'';
        case 0xFFE5: return 0xA5;
        case 0xFFE1: return 0xA3;
        case 0xFFE0: return 0xA2;
        case 0x00AD:
        case 0xFEFF: return 0;
        default: break;
    }
    if (c >= 0x600 && c <= 0x6FF) return plain_arabic(c);
    if (c >= 0x2000 && c <= 0x200A) return ' ';
    if (c >= 0x200B && c <= 0x200F) return 0;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return 0;  // directions
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + 0x21;
    return c;
}

/// Letters whose lower case is not a matter of their base letter.
constexpr char32_t lower_letter(char32_t c) {
    if (c == 0x2126) return 0x3C9;  // the sign of ohms is an omega
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    return c == 0x130 ? 'i' : c == 0x110 ? 0x111 : c == 0xC6 ? 0xE6 : c == 0xD8 ? 0xF8 : c;
}

/// Unseen, inside a word: ZWNJ and ZWJ.
constexpr bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

constexpr bool takes_voice_mark(char32_t c) {
    return (c >= 0x304B && c <= 0x307B) || (c >= 0x30AB && c <= 0x30DB);
}

/// か + U+3099 is が, は + U+309A is ぱ: the composed kana stand one and two behind the plain one.
char32_t voiced(std::string_view text, std::uint32_t at, char32_t c, Folded& out) {
    if (!takes_voice_mark(c)) return c;
    const Decoded mark = decode(text, at + out.taken);
    if (mark.code_point != 0x3099 && mark.code_point != 0x309A) return c;
    out.taken = static_cast<std::uint8_t>(out.taken + mark.size);
    return c + (mark.code_point - 0x3098);
}

/// The nukta of a Devanagari consonant belongs to it.
char32_t without_nukta(std::string_view text, std::uint32_t at, char32_t c, Folded& out) {
    if (!is_devanagari(c)) return c;
    if (text.substr(at + out.taken, 3) == "\u093C") out.taken = static_cast<std::uint8_t>(out.taken + 3);
    return plain_devanagari(c);
}

/// With the signs for vowels and the tatweel.
constexpr bool is_arabic_letter(char32_t c) {
    return (c >= 0x610 && c <= 0x61A) || (c >= 0x620 && c <= 0x65F) ||
           (c >= 0x66E && c <= 0x6DC && c != 0x6D4);
}

}  // namespace

Folded fold(std::string_view text, std::uint32_t at, Case letter_case) {
    const bool to_lower = letter_case == Case::lower;
    Folded out;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        const char c = byte <= ' ' ? ' ' : to_lower ? lower(text[at]) : text[at];
        out.bytes[0] = c;
        out.count = out.taken = 1;
        return out;
    }
    if (is_plain_wide(text, at)) {
        std::copy_n(text.data() + at, 3, out.bytes.data());
        out.count = out.taken = 3;
        return out;
    }
    if (const Decomposition* row = decomposition_at(text, at)) {
        out.bytes[0] = to_lower ? lower(row->base) : row->base;
        std::copy_n(row->marks.data(), row->marks.size(), out.bytes.data() + 1);
        out.count = static_cast<std::uint8_t>(1 + row->mark_bytes);
        out.taken = byte == 0xE1 ? 3 : 2;
        return out;
    }
    const Decoded decoded = decode_quickly(text, at);
    out.taken = static_cast<std::uint8_t>(decoded.size);
    char32_t c = without_nukta(text, at, decoded.code_point, out);
    c = plain_sign(voiced(text, at, c, out));
    if (to_lower) c = c < 0x80 ? static_cast<unsigned char>(lower(static_cast<char>(c))) : lower_letter(c);
    if (c != 0) put(out, c);
    return out;
}

bool is_wide_letter(std::string_view text, std::uint32_t at) {
    if (is_soft_hyphen(text, at)) return !is_soft_hyphen(text, at + 2) && is_letter(text, at + 2);
    if (decomposition_at(text, at) != nullptr) return true;
    const char32_t c = decode_quickly(text, at).code_point;
    if (c == 0xD7 || c == 0xF7) return false;
    return (c >= 0xC0 && c < 0x250) || (c >= 0x300 && c < 0x530) || (c >= 0x1E00 && c < 0x1F00) ||
           (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) || c == 0xAA || c == 0xBA ||
           is_devanagari_letter(c) || is_arabic_letter(c) || is_joiner(c);
}

std::uint32_t wide_size_before(std::string_view text, std::uint32_t at) {
    return decode_before(text, at).size;
}

int wide_digit_at(std::string_view text, std::uint32_t at, std::uint32_t& size) {
    constexpr std::array<char32_t, 4> zeros = {0xFF10, 0x0660, 0x06F0, 0x0966};
    const Decoded decoded = decode_quickly(text, at);
    for (const char32_t zero : zeros) {
        if (decoded.code_point < zero || decoded.code_point > zero + 9) continue;
        size = decoded.size;
        return static_cast<int>(decoded.code_point - zero);
    }
    return -1;
}

}  // namespace factlint
