// Plain decimals read eight bytes at a time: what nearly every cell of a column of numbers is.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "schema/cell.h"
#include "schema/short_word.h"

namespace factlint {

/// Digits that always fit a mantissa.
inline constexpr std::size_t most_digits = 18;

/// The number that eight digits (values 0 to 9, the first in the lowest byte) write. (Daniel Lemire, "Quickly parsing
/// eight digits", 2018.)
inline std::int64_t eight_digits(std::uint64_t digits) {
    constexpr std::uint64_t pairs = 0x000000FF000000FF;
    digits = digits * 10 + (digits >> 8);
    const std::uint64_t high = (digits & pairs) * 0x000F424000000064;
    const std::uint64_t low = ((digits >> 16) & pairs) * 0x0000271000000001;
    return static_cast<std::int64_t>((high + low) >> 32);
}

/// Whether all eight bytes are 0 to 9.
inline bool all_digits(std::uint64_t digits) {
    return (((digits + 0x7676767676767676) | digits) & 0x8080808080808080) == 0;
}

/// "digits[.digits]" of 1 to 8 bytes.
inline bool read_short_decimal(std::string_view text, Decimal& decimal) {
    const std::size_t unused = 8 * (8 - text.size());
    const std::uint64_t word = word_of(text);
    std::uint64_t digits = word ^ (std::uint64_t{0x3030303030303030} << unused);
    const std::uint64_t other = word ^ 0x2E2E2E2E2E2E2E2E;  // zero where the point is
    const std::uint64_t point = (other - 0x0101010101010101) & ~other & 0x8080808080808080;
    decimal.scale = 0;
    if (point != 0) {
        const int at = std::countr_zero(point) & ~7;  // the lowest mark is exact
        if (at == 56 || at <= static_cast<int>(unused)) return false;
        const std::uint64_t before = digits & ((std::uint64_t{1} << at) - 1);
        digits = (digits >> (at + 8) << (at + 8)) | before << 8;
        decimal.scale = 7 - at / 8;
    }
    if (!all_digits(digits)) return false;
    decimal.mantissa = eight_digits(digits);
    return true;
}

/// "digits[.digits]" of any length.
[[gnu::noinline]] bool read_long_decimal(std::string_view text, Decimal& decimal);

/// parse_decimal without a copy of the result; `decimal` is undefined where it is false.
inline bool read_decimal(std::string_view text, Decimal& decimal) {
    if (text.empty()) return false;
    const bool negative = text[0] == '-';
    if (negative || text[0] == '+') text.remove_prefix(1);
    const bool is_short = std::endian::native == std::endian::little && text.size() - 1 < 8;
    if (!(is_short ? read_short_decimal(text, decimal) : read_long_decimal(text, decimal))) return false;
    if (negative) decimal.mantissa = -decimal.mantissa;
    return true;
}

}  // namespace factlint
