#include "text/normal_form.h"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "text/utf8.h"

namespace factlint {
namespace {

constexpr char32_t first_mark = 0x300;
constexpr int most_joining = 30;

constexpr bool is_hangul_vowel_or_final(char32_t c) { return 0x1160 <= c && c <= 0x11FF; }
/// Han characters and Hangul syllables: most of the text in their scripts, and no marks among them.
constexpr bool is_never_mark(char32_t c) {
    return c < first_mark || (0x3400 <= c && c <= 0x9FFF) || (0xAC00 <= c && c <= 0xD7A3);
}

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
        &made, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
    return size < 0 ? std::string(text)
                    : std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
}

}  // namespace

bool is_joining(char32_t code_point) {
    if (is_never_mark(code_point)) return false;
    return is_hangul_vowel_or_final(code_point) ||
           utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point))->combining_class != 0;
}

std::uint32_t joined_end(std::string_view text, std::uint32_t at) {
    at += decode(text, at).size;
    for (int joining = 0; joining < most_joining && at < text.size(); ++joining) {
        const Decoded next = decode(text, at);
        if (!is_joining(next.code_point)) break;
        at += next.size;
    }
    return at;
}

std::string composed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t end = joined_end(text, at);
        const std::string_view character = text.substr(at, end - at);
        if (character.size() == decode(text, at).size)
            out += character;
        else
            out += mapped(character, 0);
        at = end;
    }
    return out;
}

std::string compatibility_composed(std::string_view text) { return mapped(text, UTF8PROC_COMPAT); }

}  // namespace factlint
