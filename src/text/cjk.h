// Scripts that are written without spaces.
#pragma once

namespace factlint {

/// Han, Kana and Bopomofo, with their punctuation and full-width forms: a line may end between two of them where no
/// space is meant. Not Hangul, which is written with spaces.
constexpr bool is_cjk(char32_t code) {
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF00 && code <= 0xFFEF) || (code >= 0x20000 && code <= 0x3FFFF);
}

}  // namespace factlint
