#include "facts/scanner.h"

#include "facts/fold.h"

namespace factlint {
namespace {

bool can_start(std::string_view text, std::uint32_t at, const LanguageData& language) {
    const auto byte = [&](std::uint32_t i) {
        return static_cast<unsigned char>(i < text.size() ? text[i] : 0);
    };
    const std::uint32_t bit = start_bit(byte(at), byte(at + 1), byte(at + 2));
    return (language.starts[bit / 64] >> bit % 64 & 1) != 0;
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
