#include "facts/scanner.h"

#include "facts/fold.h"

namespace factlint {
namespace {

bool has(std::span<const std::uint64_t> bits, std::uint32_t bit) {
    return (bits[bit / 64] >> bit % 64 & 1) != 0;
}

constexpr bool is_ascii_letter(std::uint32_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }
bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Eight bytes, the first in the lowest; zeros behind the end of the text.
std::uint64_t load(std::string_view text, std::uint32_t at) {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[at + i])}; };
    std::uint64_t out = 0;
    if (at + 8 <= text.size())
        for (std::size_t i = 0; i < 8; ++i) out |= byte(i) << 8 * i;
    else
        for (std::size_t i = 0; at + i < text.size(); ++i) out |= byte(i) << 8 * i;
    return out;
}

/// The beginning of a word, or the whole of a short one.
bool word_can_start(std::string_view text, std::uint32_t at, const LanguageData& language) {
    const std::uint64_t bytes = load(text, at);
    const auto letter = [&](std::size_t i) {
        return is_ascii_letter(static_cast<std::uint32_t>(bytes >> 8 * i & 0xFF));
    };
    const unsigned sizes = language.start_sizes[bytes & 0xFF];
    for (std::size_t size = 1; sizes >> (size - 1) != 0; ++size) {
        const bool goes_on = size < longest_beginning && letter(size) && letter(size - 1);
        if ((sizes >> (size - 1) & 1) == 0 || goes_on) continue;
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
