// Normal forms of Unicode (UAX #15): the same letter written in one code point or in several.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace factlint {

/// Whether the code point joins the one before it: combining marks, voice marks of kana, vowels and finals of Hangul.
bool is_joining(char32_t code_point);

/// The end of the character at `at` with the code points that join it, of which it has at most 30 (the "stream-safe"
/// limit of UAX #15). Precondition: at < text.size(). O(1).
std::uint32_t joined_end(std::string_view text, std::uint32_t at);

/// NFC of every character that others join; anything else, bytes that are not UTF-8 among it, stays as it is. O(n).
std::string composed(std::string_view text);

/// NFKC; text that is not UTF-8 stays as it is. O(n).
std::string compatibility_composed(std::string_view text);

}  // namespace factlint
