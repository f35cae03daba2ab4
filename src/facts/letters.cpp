#include "facts/letters.h"

#include <algorithm>
#include <bit>

#include "text/sixteen_bytes.h"

namespace factlint {
namespace {

constexpr std::size_t window = 16;

std::uint8_t lead_of(char32_t c) {
    std::string bytes;
    append_utf8(bytes, c);
    return static_cast<std::uint8_t>(bytes.front());
}

bool is_east_asian(const ScriptBlock& block) { return block.first >= 0x3041 && block.last <= 0x9FFF; }

/// The parts of Hangul are hardly ever written, and their bytes would be those of all that lies between.
bool is_common(const ScriptBlock& block) { return block.first != 0x1100; }

bool is_quotation_mark(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 3);
    return rest.starts_with('"') || rest.starts_with("“") || rest.starts_with("”") || rest.starts_with("„") ||
           rest.starts_with("«") || rest.starts_with("»");
}

#ifdef __SSE2__

/// A bit for each of 16 bytes: whether it is between two.
unsigned marks_in(std::string_view text, std::size_t at, std::uint8_t first, std::uint8_t last) {
    return high_bits_of(bytes_in(sixteen_bytes(text.data() + at), first, last));
}
/// Whether wide letters or quotation marks may begin with it.
unsigned marks_to_look_at(std::string_view text, std::size_t at) {
    const __m128i bytes = sixteen_bytes(text.data() + at);
    const __m128i wide = _mm_or_si128(bytes_in(bytes, 0xD0, 0xE0), bytes_in(bytes, 0xE2, 0xED));
    return high_bits_of(_mm_or_si128(wide, _mm_or_si128(bytes_equal(bytes, '"'), bytes_equal(bytes, 0xC2))));
}

#else

unsigned marks_in(std::string_view text, std::size_t at, std::uint8_t first, std::uint8_t last) {
    unsigned out = 0;
    for (std::size_t i = 0; i < window; ++i) {
        const auto byte = static_cast<std::uint8_t>(text[at + i]);
        out |= static_cast<unsigned>(byte >= first && byte <= last) << i;
    }
    return out;
}
unsigned marks_to_look_at(std::string_view text, std::size_t at) {
    unsigned out = 0;
    for (std::size_t i = 0; i < window; ++i) {
        const char byte = text[at + i];
        out |= static_cast<unsigned>(is_wide_lead(byte) || byte == '"' || byte == '\xC2' || byte == '\xE2')
               << i;
    }
    return out;
}

#endif

}  // namespace

Letters::Letters(const LanguageData& language) : latin_(writes(language, "Latin")) {
    bool east_asian = false;
    for (const ScriptBlock& block : script_blocks)
        east_asian = east_asian || (is_east_asian(block) && writes(language, block.script));
    for (std::size_t i = 0; i < script_blocks.size(); ++i) {
        const ScriptBlock& block = script_blocks[i];
        own_[i] = writes(language, block.script) || (east_asian && is_east_asian(block));
        if (!own_[i] || !is_common(block)) continue;
        first_lead_ = std::min(first_lead_, lead_of(block.first));
        last_lead_ = std::max(last_lead_, lead_of(block.last));
    }
}

Letter Letters::at(std::string_view text, std::uint32_t at, std::uint32_t& size) const {
    const auto letter = [](bool own) { return own ? Letter::own : Letter::foreign; };
    if (is_ascii(text[at])) {
        size = 1;
        return is_ascii_letter(text[at]) ? letter(latin_) : Letter::none;
    }
    const Decoded decoded = decode_quickly(text, at);
    size = decoded.size;
    if (const ScriptBlock* block = script_block(decoded.code_point))
        return letter(own_[static_cast<std::size_t>(block - script_blocks.data())]);
    return is_letter(text, at) ? letter(latin_) : Letter::none;
}

std::uint32_t Letters::next_without(std::string_view text, std::size_t from) const {
    static_assert(chunk == window && alignment == window / 2);
    constexpr unsigned half = (1U << alignment) - 1;
    std::size_t at = (from + alignment - 1) / alignment * alignment;
    if (at + window > text.size()) return static_cast<std::uint32_t>(text.size());
    unsigned own = marks_in(text, at, first_lead_, last_lead_);
    for (; own != 0; at += window) {
        if (at + window + alignment > text.size()) return static_cast<std::uint32_t>(text.size());
        const bool whole = at + 2 * window <= text.size();
        // the last window overlaps the one before it
        const unsigned next = whole ? marks_in(text, at + window, first_lead_, last_lead_)
                                    : marks_in(text, at + alignment, first_lead_, last_lead_) >> alignment;
        if (own >> alignment == 0 && (next & half) == 0) return static_cast<std::uint32_t>(at + alignment);
        if (!whole) return static_cast<std::uint32_t>(text.size());
        own = next;
    }
    return static_cast<std::uint32_t>(at);
}

std::uint32_t next_wide_or_mark(std::string_view text, std::size_t from) {
    const auto is_found = [&](std::size_t at) {
        return is_wide_lead(text[at]) || is_quotation_mark(text, at);
    };
    while (from + window <= text.size()) {
        for (unsigned marks = marks_to_look_at(text, from); marks != 0; marks &= marks - 1) {
            const std::size_t at = from + static_cast<std::size_t>(std::countr_zero(marks));
            if (is_found(at)) return static_cast<std::uint32_t>(at);
        }
        // the last window overlaps the one before it
        from = from + window == text.size() ? text.size() : std::min(from + window, text.size() - window);
    }
    while (from < text.size() && !is_found(from)) ++from;
    return static_cast<std::uint32_t>(from);
}

}  // namespace factlint
