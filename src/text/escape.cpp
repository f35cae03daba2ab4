#include "text/escape.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "text/utf8.h"

namespace factlint {
namespace {

struct Range {
    char32_t first, last;
};

constexpr Range named_by_code_point[] = {
    {0x0080, 0x009F},  // C1 controls: some terminals take U+009B for ESC [
    {0x061C, 0x061C},  // Arabic letter mark
    {0x200E, 0x200F},  // left-to-right mark, right-to-left mark
    {0x2028, 0x202E},  // line and paragraph separator, embeddings and overrides
    {0x2066, 0x206F},  // isolates and deprecated format characters
    {0xFEFF, 0xFEFF},  // byte order mark
    {0xFFF9, 0xFFFB},  // interlinear annotation
};

constexpr char32_t first_control_picture = 0x2400;
constexpr char32_t picture_of_delete = 0x2421;

bool is_named(char32_t c) {
    return std::any_of(std::begin(named_by_code_point), std::end(named_by_code_point),
                       [c](Range range) { return range.first <= c && c <= range.last; });
}

bool is_plain_ascii(char byte) { return byte == '\t' || (0x20 <= byte && byte < 0x7F); }

}  // namespace

std::string escape_for_terminal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        const char32_t c = decoded.code_point;
        if (!decoded.valid)
            out += fmt::format("<0x{:02X}>", static_cast<unsigned char>(text[at]));
        else if (c >= 0x80 && is_named(c))
            out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
        else if (c >= 0x80 || is_plain_ascii(text[at]))
            out += text.substr(at, decoded.size);
        else
            append_utf8(out, c == 0x7F ? picture_of_delete : first_control_picture + c);
        at += decoded.size;
    }
    return out;
}

std::string terminal_line(std::string_view text) { return escape_for_terminal(text) + "\n"; }

std::string escape_lines(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        out += escape_for_terminal(text.substr(at, end - at));
        if (end < text.size()) out += '\n';
        at = end + 1;
    }
    return out;
}

}  // namespace factlint
