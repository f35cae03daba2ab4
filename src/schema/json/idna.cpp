#include "schema/json/idna.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include <utf8proc.h>

#include "text/normal_form.h"
#include "text/utf8.h"

namespace factlint::schema {
namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t size> bool is_in(const Range (&ranges)[size], char32_t c) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& range) { return range.first <= c && c <= range.last; });
}

/// RFC 5892, 2.6: what is allowed and forbidden whatever its properties.
constexpr Range allowed[] = {{0xDF, 0xDF}, {0x3C2, 0x3C2}, {0x6FD, 0x6FE}, {0xF0B, 0xF0B}, {0x3007, 0x3007}};
constexpr Range forbidden[] = {
    {0x640, 0x640}, {0x7FA, 0x7FA}, {0x302E, 0x302F}, {0x3031, 0x3035}, {0x303B, 0x303B}};
/// 2.5 and 2.9: blocks of marks for symbols and music; the letters of old Hangul.
constexpr Range ignorable_blocks[] = {{0x20D0, 0x20FF}, {0x1D100, 0x1D1FF}, {0x1D200, 0x1D24F},
                                      {0x1100, 0x11FF}, {0xA960, 0xA97F},   {0xD7B0, 0xD7FF}};

/// Scripts, as far as the rules of appendix A ask for them.
constexpr Range greek[] = {{0x370, 0x3FF}, {0x1F00, 0x1FFF}};
constexpr Range hebrew[] = {{0x591, 0x5F4}, {0xFB1D, 0xFB4F}};
constexpr Range kana_or_han[] = {{0x2E80, 0x2FD5}, {0x3005, 0x3005}, {0x3007, 0x3007},   {0x3021, 0x3029},
                                 {0x3038, 0x303A}, {0x3041, 0x3096}, {0x309D, 0x309F},   {0x30A1, 0x30FA},
                                 {0x30FD, 0x30FF}, {0x31F0, 0x31FF}, {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
                                 {0xF900, 0xFAD9}, {0xFF66, 0xFF9D}, {0x1B000, 0x1B16F}, {0x20000, 0x323AF}};
constexpr Range arabic_digits[] = {{0x660, 0x669}}, persian_digits[] = {{0x6F0, 0x6F9}};
/// Letters of Arabic that join to what follows, and those that join at all (Joining_Type D, and R or D).
constexpr Range joins_next[] = {{0x626, 0x626}, {0x628, 0x628}, {0x62A, 0x62E}, {0x633, 0x63F},
                                {0x641, 0x647}, {0x649, 0x64A}, {0x66E, 0x66F}, {0x678, 0x687},
                                {0x69A, 0x6BF}, {0x6C1, 0x6C2}, {0x6CC, 0x6CC}, {0x6CE, 0x6CE},
                                {0x6D0, 0x6D1}, {0x6FA, 0x6FC}, {0x6FF, 0x6FF}};
constexpr Range joins_previous[] = {{0x622, 0x63F}, {0x641, 0x64A}, {0x66E, 0x673}, {0x675, 0x6D3},
                                    {0x6D5, 0x6D5}, {0x6EE, 0x6EF}, {0x6FA, 0x6FC}, {0x6FF, 0x6FF}};

constexpr char32_t non_joiner = 0x200C, joiner = 0x200D;
constexpr int virama_class = 9;

const utf8proc_property_t& properties(char32_t c) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
}
bool is_virama(char32_t c) { return properties(c).combining_class == virama_class; }
bool is_mark(char32_t c) {
    const auto category = properties(c).category;
    return UTF8PROC_CATEGORY_MN <= category && category <= UTF8PROC_CATEGORY_ME;
}

/// Whether it changes under NFKC and folding of case (RFC 5892, 2.2): its other writing is the one that is allowed.
bool is_unstable(char32_t c) {
    utf8proc_int32_t folded[32];
    int last_class = 0;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE);
    const auto size = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), folded, std::size(folded),
                                              options, &last_class);
    std::string text, itself;
    for (utf8proc_ssize_t i = 0; i < size && i < utf8proc_ssize_t{std::size(folded)}; ++i)
        append_utf8(text, static_cast<char32_t>(folded[i]));
    append_utf8(itself, c);
    return compatibility_composed(text) != itself;
}

bool is_letter_or_digit(char32_t c) {
    switch (properties(c).category) {
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC: return true;
        default: return false;
    }
}

/// PVALID of RFC 5892, 3.
bool is_valid_anywhere(char32_t c) {
    if (is_in(allowed, c)) return true;
    if (is_in(forbidden, c)) return false;
    if (c < 0x80) return c == '-' || ('0' <= c && c <= '9') || ('a' <= c && c <= 'z');
    return is_letter_or_digit(c) && !is_in(ignorable_blocks, c) && properties(c).ignorable == 0 &&
           !is_unstable(c);
}

bool joins_around(std::u32string_view label, std::size_t at) {
    std::size_t before = at, after = at + 1;
    while (before > 0 && properties(label[before - 1]).category == UTF8PROC_CATEGORY_MN) --before;
    while (after < label.size() && properties(label[after]).category == UTF8PROC_CATEGORY_MN) ++after;
    return before > 0 && after < label.size() && is_in(joins_next, label[before - 1]) &&
           is_in(joins_previous, label[after]);
}

template <std::size_t size> bool has_any(std::u32string_view label, const Range (&ranges)[size]) {
    return std::any_of(label.begin(), label.end(), [&](char32_t c) { return is_in(ranges, c); });
}

/// RFC 5892, appendix A: what is valid beside some neighbours only.
bool is_valid_here(std::u32string_view label, std::size_t at) {
    const char32_t c = label[at], before = at > 0 ? label[at - 1] : 0;
    const char32_t after = at + 1 < label.size() ? label[at + 1] : 0;
    switch (c) {
        case non_joiner: return is_virama(before) || joins_around(label, at);
        case joiner: return is_virama(before);
        case 0xB7: return before == 'l' && after == 'l';
        case 0x375: return is_in(greek, after);
        case 0x5F3:
        case 0x5F4: return is_in(hebrew, before);
        case 0x30FB: return has_any(label, kana_or_han);
        default: break;
    }
    if (is_in(arabic_digits, c)) return !has_any(label, persian_digits);
    if (is_in(persian_digits, c)) return !has_any(label, arabic_digits);
    return is_valid_anywhere(c);
}

using Direction = std::uint64_t;  ///< one bit for each utf8proc_bidi_class_t

Direction direction(char32_t c) { return Direction{1} << properties(c).bidi_class; }
constexpr Direction bit(utf8proc_bidi_class_t direction) { return Direction{1} << direction; }
constexpr Direction neutral = bit(UTF8PROC_BIDI_CLASS_EN) | bit(UTF8PROC_BIDI_CLASS_ES) |
                              bit(UTF8PROC_BIDI_CLASS_CS) | bit(UTF8PROC_BIDI_CLASS_ET) |
                              bit(UTF8PROC_BIDI_CLASS_ON) | bit(UTF8PROC_BIDI_CLASS_BN) |
                              bit(UTF8PROC_BIDI_CLASS_NSM);
constexpr Direction left = bit(UTF8PROC_BIDI_CLASS_L), european = bit(UTF8PROC_BIDI_CLASS_EN),
                    arabic = bit(UTF8PROC_BIDI_CLASS_AN);
constexpr Direction right = bit(UTF8PROC_BIDI_CLASS_R) | bit(UTF8PROC_BIDI_CLASS_AL);

}  // namespace

bool is_unicode_label(std::u32string_view label) {
    std::string text;
    for (const char32_t c : label) append_utf8(text, c);
    if (label.empty() || is_mark(label.front()) || label.front() == '-' || label.back() == '-') return false;
    if (label.substr(std::min<std::size_t>(2, label.size()), 2) == U"--" || composed(text) != text)
        return false;
    for (std::size_t at = 0; at < label.size(); ++at)
        if (!is_valid_here(label, at)) return false;
    return true;
}

bool has_right_to_left(std::u32string_view label) {
    return std::any_of(label.begin(), label.end(),
                       [](char32_t c) { return (direction(c) & (right | arabic)) != 0; });
}

bool is_bidi_label(std::u32string_view label) {
    const Direction first = direction(label.front());
    if ((first & (left | right)) == 0) return false;
    const bool is_right = (first & right) != 0;
    Direction all = 0, last = 0;
    for (const char32_t c : label) {
        all |= direction(c);
        if ((direction(c) & bit(UTF8PROC_BIDI_CLASS_NSM)) == 0) last = direction(c);
    }
    if (!is_right) return (all & ~(left | neutral)) == 0 && (last & (left | european)) != 0;
    const bool mixes_digits = (all & european) != 0 && (all & arabic) != 0;
    return (all & ~(right | arabic | neutral)) == 0 && (last & (right | arabic | european)) != 0 &&
           !mixes_digits;
}

}  // namespace factlint::schema
