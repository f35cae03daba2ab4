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
    if (at + sizeof out <= text.size())
        std::memcpy(&out, text.data() + at, sizeof out);
    else if (at < text.size())
        std::memcpy(&out, text.data() + at, text.size() - at);
    if constexpr (std::endian::native == std::endian::big) out = __builtin_bswap64(out);
    return out;
}

/// The highest bit of each byte that is an ASCII letter (SWAR: carries stay within the byte).
constexpr std::uint64_t letters_in(std::uint64_t bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t high = 0x80 * ones;
    const std::uint64_t low = (bytes | 0x20 * ones) & ~high;
    const std::uint64_t from_a = low + (0x80 - 'a') * ones;
    const std::uint64_t behind_z = low + (0x7F - 'z') * ones;
    return from_a & ~behind_z & ~bytes & high;
}

/// How many ASCII letters the eight bytes begin with.
std::uint32_t letters_at(std::uint64_t bytes) {
    const std::uint64_t others = ~letters_in(bytes) & 0x8080808080808080U;
    return others == 0 ? 8 : static_cast<std::uint32_t>(std::countr_zero(others)) / 8;
}

bool has_beginning(std::span<const std::uint64_t> starts, std::uint64_t bytes, std::size_t size) {
    return has(starts, start_bit(bytes & ((std::uint64_t{1} << 8 * size) - 1), size));
}

/// Whether the beginning of a word that starts with `letters` ASCII letters is one that a fact may begin with. A
/// beginning of letters alone is a whole word or cut at the longest; the others have their own sizes.
inline bool word_can_start(std::uint64_t bytes, std::uint32_t letters, const LanguageData& language) {
    const std::size_t size = std::min<std::size_t>(letters, longest_beginning);
    if (size != 0 && has_beginning(language.starts, bytes, size)) return true;
    for (unsigned sizes = language.start_sizes[bytes & 0xFF] >> letters << letters; sizes != 0;
         sizes &= sizes - 1)
        if (has_beginning(language.starts, bytes, static_cast<std::size_t>(std::countr_zero(sizes)) + 1))
            return true;
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
    std::uint32_t at = from;
    while (at < size) {
        const ScanClass first = class_at(at);
        switch (first) {
            case ScanClass::skip: ++at; break;
            case ScanClass::digit: return at;
            case ScanClass::letter:
            case ScanClass::other: {
                const std::uint64_t bytes = load(text, at);
                const std::uint32_t letters = letters_at(bytes);
                if (word_can_start(bytes, letters, language)) return at;
                at += std::max(letters, 1U);
                const bool ends = first == ScanClass::other ||
                                  (letters != 0 && letters < 8 && at < size && is_ascii(text[at]));
                while (!ends && at < size && (class_at(at) == ScanClass::letter || is_continuation(text[at])))
                    ++at;
                break;
            }
            case ScanClass::character:
                if (character_can_start(text, at, language)) return at;
                at += 3;
                break;
            case ScanClass::wide:
                if (wide_can_start(text, at, language)) return at;
                ++at;
                break;
        }
    }
    return size;
}

}  // namespace factlint
