#include "facts/scanner.h"

#include <algorithm>
#include <cstring>

#include "facts/fold.h"

namespace factlint {
namespace {

bool marked(const LanguageData& language, std::array<unsigned char, 4> beginning) {
    const std::uint32_t bit = start_bit(beginning);
    return (language.starts[bit / 64] >> bit % 64 & 1) != 0;
}

constexpr bool is_ascii_letter(unsigned char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

/// The first four bytes, or a word of one to three that ends there.
bool can_start(std::string_view text, std::uint32_t at, const LanguageData& language) {
    const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    const std::uint32_t pair = pair_bit(static_cast<unsigned char>(text[at]), second);
    if ((language.pairs[pair / 64] >> pair % 64 & 1) == 0) return false;
    std::array<unsigned char, 4> bytes{};
    std::memcpy(bytes.data(), text.data() + at, std::min<std::size_t>(4, text.size() - at));
    if (marked(language, bytes)) return true;
    for (std::size_t size = 3; size > 0; --size) {
        const bool goes_on = is_ascii_letter(bytes[size]) && is_ascii_letter(bytes[size - 1]);
        bytes[size] = 0;
        if (!goes_on && marked(language, bytes)) return true;
    }
    return false;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

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
                if (can_start(text, at, language)) return at;
                while (at + 1 < size &&
                       (class_at(at + 1) == ScanClass::letter || is_continuation(text[at + 1])))
                    ++at;
                break;
            case ScanClass::other:
                if (can_start(text, at, language)) return at;
                break;
            case ScanClass::wide:
                if (wide_can_start(text, at, language)) return at;
                break;
        }
    }
    return size;
}

}  // namespace factlint
