#include "facts/scanner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "facts/fold.h"

namespace factlint {
namespace {

bool has(std::span<const std::uint64_t> bits, std::uint32_t bit) {
    return (bits[bit / 64] >> bit % 64 & 1) != 0;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Eight bytes, the first in the lowest; zeros behind the end of the text.
std::uint64_t load(std::string_view text, std::uint32_t at) {
    std::uint64_t out = 0;
    std::memcpy(&out, text.data() + at, std::min<std::size_t>(text.size() - at, sizeof out));
    if constexpr (std::endian::native == std::endian::big) out = __builtin_bswap64(out);
    return out;
}

/// The highest bit of each byte that is an ASCII letter (SWAR; carries stay within the seven lower bits).
constexpr std::uint64_t letters_in(std::uint64_t bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t high = 0x80 * ones;
    const std::uint64_t low = (bytes | 0x20 * ones) & ~high;
    const std::uint64_t from_a = low + (0x80 - 'a') * ones;
    const std::uint64_t behind_z = low + (0x7F - 'z') * ones;
    return from_a & ~behind_z & ~bytes & high;
}

/// The beginning of a word, or the whole of a short one. A shorter beginning does not end between two letters.
bool word_can_start(std::string_view text, std::uint32_t at, const LanguageData& language) {
    const std::uint64_t bytes = load(text, at);
    unsigned sizes = language.start_sizes[bytes & 0xFF];
    const std::uint64_t letters = letters_in(bytes);
    for (std::uint64_t inside = letters & letters >> 8; sizes != 0; sizes &= sizes - 1) {
        const auto size = static_cast<std::size_t>(std::countr_zero(sizes)) + 1;
        const bool goes_on = size < longest_beginning && (inside >> (8 * size - 1) & 1) != 0;
        if (goes_on) continue;
        if (has(language.starts, start_bit(bytes & ((std::uint64_t{1} << 8 * size) - 1), size))) return true;
    }
    return false;
}

/// A character of three bytes that is a word, or begins one with the next.
bool character_can_start(std::string_view text, std::uint32_t at, const LanguageData& language) {
    const std::uint32_t first = wide_character(load(text, at));
    if (!has(language.characters, first)) return false;
    return has(language.starts, pair_bit(first, 0)) ||
           has(language.starts, pair_bit(first, wide_character(load(text, at + 3))));
}

bool wide_can_start(std::string_view text, std::uint32_t at, const LanguageData& language) {
    std::uint32_t size = 0;
    if (digit_at(text, at, size) >= 0) return true;
    return language.lexicon.longest(text, at).length != 0;
}

}  // namespace

std::uint32_t next_candidate(std::string_view text, std::uint32_t from, const LanguageData& language) {
    const ScanClass* classes = language.scan_classes.data();
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto class_at = [&](std::uint32_t at) { return classes[static_cast<unsigned char>(text[at])]; };
    for (std::uint32_t at = from; at < size; ++at) {
        switch (class_at(at)) {
            case ScanClass::skip: break;
            case ScanClass::digit: return at;
            case ScanClass::letter:
                if (word_can_start(text, at, language)) return at;
                while (at + 1 < size &&
                       (class_at(at + 1) == ScanClass::letter || is_continuation(text[at + 1])))
                    ++at;
                break;
            case ScanClass::other:
                if (word_can_start(text, at, language)) return at;
                break;
            case ScanClass::character:
                if (character_can_start(text, at, language)) return at;
                at += 2;
                break;
            case ScanClass::wide:
                if (wide_can_start(text, at, language)) return at;
                break;
        }
    }
    return size;
}

}  // namespace factlint
