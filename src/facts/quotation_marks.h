// Quotation marks, and the signs and numbers between the letters of two languages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace factlint {

/// So far behind its opening mark the closing one is looked for.
inline constexpr std::uint32_t longest_quotation = 2048;

/// What stands in the quotation marks that begin at `at`, without them; empty where none do. A mark that may also close, " or ”,
/// begins a quotation where it stands before a word and behind none. O(longest_quotation).
Span inside_quotes(std::string_view text, std::uint32_t at);
/// The same, or in round brackets.
Span inside_marks(std::string_view text, std::uint32_t at);

/// What stands between the letters of two languages.
struct Border {
    std::optional<std::uint32_t> first_part;  ///< where the first sign that parts begins
    std::uint32_t last_part = 0, last_part_end = 0;
    bool number = false;                     ///< there is one
    bool spaced = false;                     ///< at both ends
    std::optional<std::uint32_t> label_end;  ///< of the 2019 of nCoV-2019, which Latin letters before it take
};

/// `between` holds no letters, and only them on both sides. O(its size).
Border border_in(std::string_view text, Span between);

}  // namespace factlint
