#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

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

// Validation is a shift-based automaton (Per Vognsen): the state is a bit offset, and `row >> state` has the next
// state in its low bits. One shift per byte is the only chain of dependence, whatever the script.
enum State : unsigned {
    reject,
    accept,
    one_more,
    two_more,
    three_more,
    after_e0,
    after_ed,
    after_f0,
    after_f4
};
constexpr unsigned bits_of_a_state = 6;
constexpr std::uint64_t state_mask = (1U << bits_of_a_state) - 1;

constexpr std::uint64_t step(State from, State to) {
    return std::uint64_t{to * bits_of_a_state} << (from * bits_of_a_state);
}

constexpr State state_after_lead(Byte byte) {
    switch (byte) {
        case 0xE0: return after_e0;
        case 0xED: return after_ed;
        case 0xF0: return after_f0;
        case 0xF4: return after_f4;
        default: break;
    }
    constexpr State by_size[] = {reject, accept, one_more, two_more, three_more};
    return by_size[leads[byte].size];
}

constexpr std::uint64_t steps_on_continuation(Byte byte) {
    const auto allowed_after = [&](Byte lead) {
        return leads[lead].second_low <= byte && byte <= leads[lead].second_high;
    };
    return step(one_more, accept) | step(two_more, one_more) | step(three_more, two_more) |
           step(after_e0, allowed_after(0xE0) ? one_more : reject) |
           step(after_ed, allowed_after(0xED) ? one_more : reject) |
           step(after_f0, allowed_after(0xF0) ? two_more : reject) |
           step(after_f4, allowed_after(0xF4) ? two_more : reject);
}

constexpr std::array<std::uint64_t, 256> make_automaton() {
    std::array<std::uint64_t, 256> rows{};
    for (unsigned value = 0; value < 256; ++value) {
        const auto byte = static_cast<Byte>(value);
        rows[value] =
            is_continuation(byte) ? steps_on_continuation(byte) : step(accept, state_after_lead(byte));
    }
    return rows;
}

constexpr auto automaton = make_automaton();
constexpr std::uint64_t accepting = accept * bits_of_a_state;

constexpr std::size_t block_size = 32;

bool is_ascii_block(const char* bytes) {
    std::uint64_t words[block_size / sizeof(std::uint64_t)];
    std::memcpy(words, bytes, block_size);
    return ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) == 0;
}

std::uint64_t run(std::uint64_t state, std::string_view bytes) {
    for (const char byte : bytes) state = (automaton[static_cast<Byte>(byte)] >> state) & state_mask;
    return state;
}

/// The ill-formed byte that the automaton met in or after `at`; everything before `at` is the prefix of valid text.
std::size_t locate_invalid(std::string_view text, std::size_t at) {
    // A sequence that crosses `at` begins at most three bytes before it; continuation bytes there end an earlier one.
    const std::size_t block = at;
    at -= std::min<std::size_t>(at, 3);
    while (at < block && is_continuation(byte_at(text, at))) ++at;
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
    std::uint64_t state = accepting;
    std::size_t at = 0;
    for (; text.size() - at >= block_size; at += block_size) {
        if (state == accepting && is_ascii_block(text.data() + at)) continue;
        const std::uint64_t next = run(state, text.substr(at, block_size));
        if (next == reject) return locate_invalid(text, at);
        state = next;
    }
    if (run(state, text.substr(at)) != accepting) return locate_invalid(text, at);
    return std::nullopt;
}

}  // namespace factlint
