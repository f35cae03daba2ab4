#include "text/utf8.h"

#include <algorithm>

#include <utf8proc.h>

namespace factlint {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr char32_t emoji_presentation = 0xFE0F;

constexpr bool is_control(char32_t c) { return c < 0x20 || (0x7F <= c && c < 0xA0); }
constexpr bool is_regional_indicator(char32_t c) { return 0x1F1E6 <= c && c <= 0x1F1FF; }
/// Half-width katakana sound marks extend their cluster, but terminals give them a cell of their own.
constexpr bool is_half_width_sound_mark(char32_t c) { return c == 0xFF9E || c == 0xFF9F; }

std::size_t width_of(char32_t c) {
    if (is_control(c)) return 1;
    if (is_regional_indicator(c)) return 2;
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))));
}

/// Width of the grapheme cluster being read; a cluster is as wide as its widest code point.
struct Cluster {
    std::size_t width = 0;
    std::size_t added = 0;

    void add(char32_t c) {
        if (c == emoji_presentation && width == 1) width = 2;
        if (is_half_width_sound_mark(c))
            ++added;
        else
            width = std::max(width, width_of(c));
    }
    std::size_t total() const { return width + added; }
};

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    Cluster cluster;
    char32_t previous = 0;
    utf8proc_int32_t break_state = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        const char32_t c = decoded.code_point;
        const bool starts_cluster =
            at == 0 || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                                        static_cast<utf8proc_int32_t>(c), &break_state);
        if (starts_cluster) {
            columns += cluster.total();
            cluster = {};
        }
        if (c == '\t')
            columns += tab_stop - columns % tab_stop;
        else
            cluster.add(c);
        previous = c;
        at += decoded.size;
    }
    return columns + cluster.total();
}

}  // namespace factlint
