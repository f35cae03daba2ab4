#include "facts/quotation_marks.h"

#include <algorithm>
#include <array>
#include <span>

#include "facts/element_set.h"
#include "facts/fold.h"
#include "facts/script.h"

namespace factlint {
namespace {

struct Pair {
    std::string_view opening, closing;
};
constexpr std::array quotes = {Pair{"\"", "\""}, Pair{"“", "”"},   Pair{"„", "“"},  Pair{"«", "»"},
                               Pair{"»", "«"},   Pair{"”", "”"},   Pair{"‘", "’"},  Pair{"「", "」"},
                               Pair{"『", "』"}, Pair{"《", "》"}, Pair{"〈", "〉"}};
constexpr std::array brackets = {Pair{"(", ")"}, Pair{"（", "）"}};

/// What stands between the opening mark at `at` and the closing one; empty where there is none, or another that opens comes
/// first. So each byte is looked at once for each pair.
Span inside(std::string_view text, std::uint32_t at, std::span<const Pair> pairs) {
    for (const Pair& pair : pairs) {
        if (!text.substr(at).starts_with(pair.opening)) continue;
        const auto begin = static_cast<std::uint32_t>(at + pair.opening.size());
        std::string_view rest = text.substr(begin, longest_quotation);
        if (pair.opening != pair.closing) rest = rest.substr(0, rest.find(pair.opening));
        const std::size_t size = rest.find(pair.closing);
        if (size != std::string_view::npos) return {begin, begin + static_cast<std::uint32_t>(size)};
    }
    return {};
}

/// Whether a mark that also closes, " or ” or », opens a quotation here.
bool opens(std::string_view text, std::uint32_t at) {
    constexpr ElementSet closing = ElementSet::of(".,;:!?)]");
    const std::uint32_t behind = at + code_point_size(text, at);
    if (behind >= text.size() || may_be_space(text, behind)) return false;
    if (is_ascii(text[behind]) && closing.has(text[behind])) return false;
    return at == 0 || may_be_space(text, at - size_before(text, at)) || text[at - 1] == '(' ||
           !is_ascii(text[at - 1]);
}

/// How a sign between the letters of two languages parts what stands beside it.
enum class Part : std::uint8_t { digit, joins, space, parts };

Part part_of(std::string_view text, std::uint32_t at, char32_t c) {
    std::uint32_t size = 0;
    const auto is_digit = [&](std::uint32_t place) { return digit_at(text, place, size) >= 0; };
    if (is_digit(at)) return Part::digit;
    constexpr ElementSet joining = ElementSet::of("-/+~$%#");
    constexpr ElementSet in_numbers = ElementSet::of(".,:'");
    if (c < 0x80) {
        const auto sign = static_cast<char>(c);
        if (sign <= ' ') return Part::space;
        if (joining.has(sign)) return Part::joins;
        if (!in_numbers.has(sign) || at == 0 || !is_digit(at - 1)) return Part::parts;
        if (is_digit(at + 1)) return Part::joins;
        const bool goes_on = at + 2 < text.size() && text[at + 1] == ' ' && is_digit(at + 2);
        return sign == ',' && goes_on ? Part::space : Part::parts;  // March 3, 2021
    }
    const Folded folded = fold(text, at);
    if (folded.view() == " ") return Part::space;
    if (folded.count == 0 || c == 0x3005 || c == 0x3007 || c == 0x30FC) return Part::joins;  // 々〇ー
    const bool currency = (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0xFFE5;
    const bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x301C || c == 0xFF5E;
    return currency || dash || c == 0xB0 || c == 0x2030 || c == 0xFF05 ? Part::joins : Part::parts;
}

bool is_behind_latin(std::string_view text, std::uint32_t at) {
    return at > 0 && script_block(decode_before(text, at).code_point) == nullptr;
}

}  // namespace

Span inside_quotes(std::string_view text, std::uint32_t at) {
    const std::string_view rest = text.substr(at);
    const bool either = rest.starts_with('"') || rest.starts_with("”") || rest.starts_with("»");
    return either && !opens(text, at) ? Span{} : inside(text, at, quotes);
}

Span inside_marks(std::string_view text, std::uint32_t at) {
    const bool may_open = text[at] == '"' || text[at] == '(' || !is_ascii(text[at]);
    if (!may_open) return {};
    const Span found = inside_quotes(text, at);
    return found.empty() ? inside(text, at, brackets) : found;
}

Border border_in(std::string_view text, Span between) {
    Border border;
    Part last = Part::joins;
    Part first = Part::joins;
    for (std::uint32_t at = between.begin; at < between.end;) {
        const Decoded decoded = decode(text, at);
        last = part_of(text, at, decoded.code_point);
        if (at == between.begin) first = last;
        border.number = border.number || last == Part::digit;
        if (last == Part::parts) {
            if (!border.first_part) border.first_part = at;
            border.last_part = at;
            border.last_part_end = at + decoded.size;
        }
        at += decoded.size;
    }
    border.spaced = first == Part::space && last == Part::space;
    const bool joined = first == Part::digit || first == Part::joins;
    if (border.number && joined && is_behind_latin(text, between.begin))
        border.label_end =
            between.begin +
            static_cast<std::uint32_t>(std::min<std::size_t>(slice(text, between).find(' '), between.size()));
    return border;
}

}  // namespace factlint
