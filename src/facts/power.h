// Powers of ten behind digits: 1.5 × 10⁶, 6.02x10^23, 10^-3, 3·10^8 (ISO 80000-1:2009, 7.3).
#pragma once

#include <cstddef>

#include "facts/token.h"

namespace factlint {

/// What stands behind digits: the tokens that it takes, 0 where it is none, and the power of ten that it multiplies with.
struct PowerOfTen {
    std::size_t tokens = 0;
    int exponent = 0;
};

/// × 10⁶ at token `at`: a sign or the letter x that multiplies, ten, and its exponent.
PowerOfTen read_factor(Run& run, std::size_t at);
/// The exponent of ten at token `at`, right behind the digits 10. A lone ¹ or ² there is the mark of a note.
PowerOfTen read_exponent(Run& run, std::size_t at);

/// Whether ^ or ** stands right behind a number at token `at`.
bool is_raised(Run& run, std::size_t at);
/// A look at the token behind digits: for most it tells that they are none of a power.
inline bool may_be_power(const Token& token) {
    if (token.kind == TokenKind::sign) return token.ascii == 0 || token.ascii == '^' || token.ascii == '*';
    return token.kind == TokenKind::word && token.span.size() == 1;
}
/// Whether one of the two, or ^ or ** behind another base, stands at token `at`, behind digits.
bool begins_power(Run& run, std::size_t at);
inline bool is_power(Run& run, std::size_t at) { return may_be_power(run[at]) && begins_power(run, at); }

}  // namespace factlint
