#include "facts/word_memory.h"

#include <algorithm>

#include "facts/scanner.h"
#include "text/byte_marks.h"

namespace factlint {
namespace {

/// The high bit of each byte that is no ASCII letter, and no part of a character beyond ASCII.
constexpr std::uint64_t marks_behind_words(std::uint64_t bytes) {
    const std::uint64_t lower_case = (bytes | all_bytes(0x20)) & ~high_bits;
    const std::uint64_t from_a = lower_case + all_bytes(0x80 - 'a');
    const std::uint64_t behind_z = lower_case + all_bytes(0x80 - 'z' - 1);
    return ~((from_a & ~behind_z) | bytes) & high_bits;
}

/// U+3099 and U+309A change the kana before them.
constexpr bool is_voice_mark(std::uint64_t bytes) {
    return (bytes & 0xFFFFFF) == 0x9982E3 || (bytes & 0xFFFFFF) == 0x9A82E3;
}

struct Bytes {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
};

WordKey key_of(const Bytes& bytes, std::uint32_t size, std::uint32_t walked) {
    return {first_bytes(bytes.low, std::min(size, 8U)), first_bytes(bytes.high, std::max(size, 8U) - 8), size,
            walked};
}

/// The sixteen from `at` on, with zeros behind the text.
Bytes bytes_at(std::string_view text, std::uint32_t at) {
    return {eight_bytes_or_zeros(text, at), eight_bytes_or_zeros(text, at + 8)};
}

/// The first bytes that are those of one word; 16 where there may be more.
std::uint32_t letters_of(const Bytes& bytes) {
    if (const std::uint64_t behind = marks_behind_words(bytes.low); behind != 0)
        return static_cast<std::uint32_t>(bytes_before(behind));
    const std::uint64_t behind = marks_behind_words(bytes.high);
    return behind == 0 ? 16 : 8 + static_cast<std::uint32_t>(bytes_before(behind));
}

}  // namespace

WordKey word_key(std::string_view text, std::uint32_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (!is_word_lead(first) && !is_character_lead(first)) return {};
    const Bytes bytes = bytes_at(text, at);
    if (is_character_lead(first)) {
        if (is_voice_mark(bytes.low >> 48 | bytes.high << 16)) return {};
        return key_of(bytes, (bytes.low >> 24 & 0x80) == 0 ? 4 : 6, 3);
    }
    const std::uint32_t letters = letters_of(bytes);
    return letters == 16 ? WordKey{} : key_of(bytes, letters + 1, letters);
}

}  // namespace factlint
