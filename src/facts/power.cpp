#include "facts/power.h"

#include "facts/fold.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr int no_superscript = -1;
constexpr int superscript_plus = 10;
constexpr int superscript_minus = 11;

/// The value of a superscript digit, or which sign it is.
int superscript(char32_t c) {
    switch (c) {
        case 0xB9: return 1;
        case 0xB2:
        case 0xB3: return static_cast<int>(c - 0xB0);
        case 0x207A: return superscript_plus;
        case 0x207B: return superscript_minus;
        default: break;
    }
    const bool digit = c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
    return digit ? static_cast<int>(c - 0x2070) : no_superscript;
}

constexpr int most_exponent = 60;

/// ⁶, ⁻¹²: characters of their own right behind the ten.
PowerOfTen superscript_exponent(Run& run, std::size_t at) {
    const std::string_view text = run.text();
    std::uint32_t end = run[at].span.begin;
    int value = 0;
    int digits = 0;
    bool minus = false;
    while (end < text.size()) {
        const Decoded next = decode(text, end);
        const int digit = superscript(next.code_point);
        if (digit == no_superscript || (digit >= superscript_plus && digits != 0)) break;
        if (digit == superscript_minus) minus = true;
        if (digit < superscript_plus) value = value * 10 + digit, ++digits;
        if (value > most_exponent) return {};
        end += next.size;
    }
    if (digits == 0) return {};
    PowerOfTen power{0, minus ? -value : value};
    while (run[at + power.tokens].span.begin < end && run[at + power.tokens].kind != TokenKind::end)
        ++power.tokens;
    return power;
}

/// The digits of an exponent at token `at`, right behind what is before them.
PowerOfTen written_exponent(Run& run, std::size_t at, std::size_t before, bool minus) {
    const Token& digits = run[at + before];
    const bool fits = digits.kind == TokenKind::digits && digits.gap == Gap::none && digits.digit_count <= 2;
    if (!fits || digits.value > most_exponent) return {};
    const int value = static_cast<int>(digits.value);
    return {before + 1, minus ? -value : value};
}

/// ^6, ^-3, ⁶; behind a sign that multiplies also −19, whose place above the line was lost.
PowerOfTen exponent_at(Run& run, std::size_t at, bool multiplies) {
    const Token& sign = run[at];
    if (sign.gap != Gap::none || sign.kind != TokenKind::sign) return {};
    if (sign.ascii == '^') {
        const bool minus = run.is_sign(at + 1, '-');
        const std::size_t before = minus || run.is_sign(at + 1, '+') ? 2 : 1;
        return run[at + 1].gap == Gap::none ? written_exponent(run, at, before, minus) : PowerOfTen{};
    }
    if (multiplies && run.text(sign) == "\u2212") return written_exponent(run, at, 1, true);
    return superscript_exponent(run, at);
}

/// Of the first byte of × · ⋅ and of superscripts.
bool may_be_lead(char byte) {
    const auto lead = static_cast<unsigned char>(byte);
    return lead < 0x80 || lead == 0xC2 || lead == 0xC3 || lead == 0xE2;
}

bool multiplies(std::string_view sign) {
    return sign == "×" || sign == "·" || sign == "⋅" || sign == "*" || sign == "x" || sign == "X";
}

}  // namespace

PowerOfTen read_factor(Run& run, std::size_t at) {
    const Token& ten = run[at + 1];
    if (ten.kind != TokenKind::digits || ten.value != 10 || ten.digit_count != 2) return {};
    const std::string_view sign = run.text(run[at]);
    if (run[at].gap == Gap::line || !multiplies(sign)) return {};
    const PowerOfTen power = exponent_at(run, at + 2, sign == "×");
    return power.tokens == 0 ? power : PowerOfTen{power.tokens + 2, power.exponent};
}

PowerOfTen read_exponent(Run& run, std::size_t at) {
    const PowerOfTen power = exponent_at(run, at, false);
    const bool note = !run.is_sign(at, '^') && (power.exponent == 1 || power.exponent == 2);
    return note ? PowerOfTen{} : power;
}

bool is_raised(Run& run, std::size_t at) {
    if (run[at].gap != Gap::none) return false;
    return run.is_sign(at, '^') ||
           (run.is_sign(at, '*') && run.is_sign(at + 1, '*') && run[at + 1].gap == Gap::none);
}

bool begins_power(Run& run, std::size_t at) {
    if (!may_be_lead(run.text()[run[at].span.begin])) return false;
    return is_raised(run, at) || read_exponent(run, at).tokens != 0 || read_factor(run, at).tokens != 0;
}

}  // namespace factlint
