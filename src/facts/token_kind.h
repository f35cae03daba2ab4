// TokenKind: what a token is written with.
#pragma once

#include <cstdint>

namespace factlint {

enum class TokenKind : std::uint8_t {
    end,     ///< of the text, or of what a run may hold
    digits,  ///< decimal digits of one script, nothing between them
    word,    ///< letters, or an entry of the lexicon
    sign,    ///< anything else: one code point
};

}  // namespace factlint
