#include "text/utf8.h"

#include <array>

#include <simdjson.h>

namespace factlint {
namespace {

using Byte = unsigned char;

constexpr Byte byte_at(std::string_view text, std::size_t at) { return static_cast<Byte>(text[at]); }

/// One row of Unicode 15, table 3-7: which lead bytes begin a sequence of `size` bytes, and what may stand second.
struct LeadRow {
    Byte first, last;
    std::uint8_t size;
    Byte second_low, second_high;
};

constexpr LeadRow lead_rows[] = {
    {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF}, {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

struct Lead {
    std::uint8_t size = 0;  ///< 0 for a byte that begins nothing
    Byte second_low = 0, second_high = 0;
};

constexpr std::array<Lead, 256> make_leads() {
    std::array<Lead, 256> leads{};
    for (std::size_t byte = 0; byte < 0x80; ++byte) leads[byte].size = 1;
    for (const LeadRow& row : lead_rows)
        for (std::size_t byte = row.first; byte <= row.last; ++byte)
            leads[byte] = {row.size, row.second_low, row.second_high};
    return leads;
}

constexpr auto leads = make_leads();

constexpr Decoded invalid_byte{replacement_character, 1, false};

/// What is validated at a time. Who goes on behind each ill-formed byte must not pay for all of the text again.
constexpr std::size_t chunk_size = 512;

/// The end of the chunk that begins at `at`; it cuts no character of valid text.
std::size_t chunk_end(std::string_view text, std::size_t at) {
    constexpr std::size_t most_continued = 3;
    const std::size_t end = at + chunk_size;
    if (end >= text.size()) return text.size();
    for (std::size_t back = 0; back <= most_continued; ++back)
        if (!is_continuation(byte_at(text, end - back))) return end - back;
    return end;
}

std::size_t first_invalid_from(std::string_view text, std::size_t at) {
    for (;;) {
        const Decoded decoded = decode(text, at);
        if (!decoded.valid) return at;
        at += decoded.size;
    }
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const Byte first = byte_at(text, at);
    if (first < 0x80) return {first, 1, true};
    const Lead lead = leads[first];
    if (lead.size == 0 || text.size() - at < lead.size) return invalid_byte;
    const Byte second = byte_at(text, at + 1);
    if (second < lead.second_low || second > lead.second_high) return invalid_byte;
    char32_t code_point = (first & (0x7FU >> lead.size)) << 6 | (second & 0x3FU);
    for (std::size_t i = 2; i < lead.size; ++i) {
        const Byte byte = byte_at(text, at + i);
        if (!is_continuation(byte)) return invalid_byte;
        code_point = code_point << 6 | (byte & 0x3FU);
    }
    return {code_point, lead.size, true};
}

Decoded decode_before(std::string_view text, std::size_t at) {
    if (at == 0) return {};
    for (std::size_t size = 1; size <= 4 && size <= at; ++size) {
        if (is_continuation(byte_at(text, at - size))) continue;
        const Decoded decoded = decode(text, at - size);
        return decoded.valid && decoded.size == size ? decoded : invalid_byte;
    }
    return invalid_byte;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&](char32_t bits) { out += static_cast<char>(bits); };
    const auto continuation = [&](unsigned shift) { put(0x80U | (code_point >> shift & 0x3FU)); };
    const bool is_scalar = code_point <= 0x10FFFF && !(0xD800 <= code_point && code_point <= 0xDFFF);
    if (!is_scalar) code_point = replacement_character;
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | code_point >> 6);
        continuation(0);
    } else if (code_point < 0x10000) {
        put(0xE0U | code_point >> 12);
        continuation(6);
        continuation(0);
    } else {
        put(0xF0U | code_point >> 18);
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
        end = chunk_end(text, at);
        if (!simdjson::validate_utf8(text.data() + at, end - at)) return first_invalid_from(text, at);
    }
    return std::nullopt;
}

}  // namespace factlint
