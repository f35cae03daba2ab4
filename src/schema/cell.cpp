#include "schema/cell.h"

#include <array>

#include "schema/decimal.h"

namespace factlint {
namespace {

__extension__ using Wide = __int128;

constexpr auto powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

constexpr int sign_of(Wide value) { return value < 0 ? -1 : value > 0 ? 1 : 0; }

/// -1, 0, 1 for a · 10^shift against b, shift > 0.
int compare_shifted(std::int64_t a, std::int32_t shift, std::int64_t b) {
    // 10^19 is more than any mantissa: beyond it, the sign of a decides.
    if (a == 0 || shift > 19) return a == 0 ? -sign_of(b) : sign_of(a);
    const Wide high = shift == 19 ? Wide{a} * 10 : Wide{a};
    return sign_of(high * powers_of_ten[static_cast<std::size_t>(shift == 19 ? 18 : shift)] - b);
}

}  // namespace

bool read_long_decimal(std::string_view text, Decimal& decimal) {
    std::int64_t mantissa = 0;
    std::size_t digits = 0, point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = static_cast<unsigned char>(text[i] - '0');
        if (digit > 9) {
            if (text[i] != '.' || point != text.size() || i == 0 || i + 1 == text.size()) return false;
            point = i;
            continue;
        }
        if (++digits > most_digits) return false;
        mantissa = mantissa * 10 + digit;
    }
    if (digits == 0) return false;
    decimal.mantissa = mantissa;
    decimal.scale = point == text.size() ? 0 : static_cast<std::int32_t>(text.size() - point - 1);
    return true;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
    Decimal decimal;
    if (!read_decimal(text, decimal)) return std::nullopt;
    return decimal;
}

Number to_number(Decimal decimal) { return Number::decimal(decimal.mantissa, -decimal.scale); }

int compare(Decimal a, Decimal b) {
    if (a.scale == b.scale) return a.mantissa < b.mantissa ? -1 : a.mantissa > b.mantissa ? 1 : 0;
    if (a.scale < b.scale) return compare_shifted(a.mantissa, b.scale - a.scale, b.mantissa);
    return -compare_shifted(b.mantissa, a.scale - b.scale, a.mantissa);
}

}  // namespace factlint
