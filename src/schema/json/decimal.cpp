#include "schema/json/decimal.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace factlint::schema {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::int64_t largest_exponent = 100'000'000'000'000'000;

/// Of "e+12", "E-3" or "".
std::int64_t exponent_of(std::string_view text) {
    if (text.size() < 2) return 0;
    text.remove_prefix(1);
    const bool negative = text.front() == '-';
    if (text.front() == '+' || negative) text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) value = largest_exponent;
    value = std::min(value, largest_exponent);
    return negative ? -value : value;
}

/// Goes through digits and leaves the point out.
struct Digits {
    std::string_view rest;

    /// '0' behind the last one: 0.5 and 0.50 are the same.
    char next() {
        if (!rest.empty() && rest.front() == '.') rest.remove_prefix(1);
        if (rest.empty()) return '0';
        const char digit = rest.front();
        rest.remove_prefix(1);
        return digit;
    }
};

std::strong_ordering compare_magnitude(const Decimal& a, const Decimal& b) {
    if (a.is_zero() || b.is_zero()) return b.is_zero() <=> a.is_zero();
    if (a.exponent != b.exponent) return a.exponent <=> b.exponent;
    Digits left{a.digits}, right{b.digits};
    while (!left.rest.empty() || !right.rest.empty()) {
        const char x = left.next(), y = right.next();
        if (x != y) return x <=> y;
    }
    return std::strong_ordering::equal;
}

std::uint64_t multiply(std::uint64_t a, std::uint64_t b, std::uint64_t modulus) {
    return static_cast<std::uint64_t>(Wide{a} * b % modulus);
}

std::uint64_t power_of_ten(std::int64_t exponent, std::uint64_t modulus) {
    std::uint64_t power = 1 % modulus, base = 10 % modulus;
    for (; exponent > 0; exponent /= 2) {
        if (exponent % 2 == 1) power = multiply(power, base, modulus);
        base = multiply(base, base, modulus);
    }
    return power;
}

}  // namespace

Decimal Decimal::of(std::string_view literal) {
    Decimal decimal;
    decimal.negative = literal.starts_with('-');
    if (decimal.negative) literal.remove_prefix(1);
    std::size_t end = 0, first = literal.size(), last = 0, point = literal.size();
    for (; end < literal.size() && literal[end] != 'e' && literal[end] != 'E'; ++end) {
        if (literal[end] == '.') point = end;
        if (literal[end] < '1') continue;
        first = std::min(first, end);
        last = end;
    }
    if (first == literal.size()) return {};
    point = std::min(point, end);
    decimal.digits = literal.substr(first, last + 1 - first);
    const bool point_inside = first < point && point < last;
    decimal.count = static_cast<std::int64_t>(decimal.digits.size()) - (point_inside ? 1 : 0);
    const auto distance = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
    decimal.exponent = exponent_of(literal.substr(end)) + (distance > 0 ? distance : distance + 1);
    return decimal;
}

std::optional<std::uint64_t> Decimal::to_count() const {
    if (is_zero()) return 0;
    if (negative || !is_integer()) return std::nullopt;
    if (exponent > std::numeric_limits<std::uint64_t>::digits10)
        return std::numeric_limits<std::uint64_t>::max();
    std::uint64_t value = 0;
    Digits all{digits};
    for (std::int64_t i = 0; i < exponent; ++i)
        value = value * 10 + static_cast<std::uint64_t>(all.next() - '0');
    return value;
}

std::size_t Decimal::hash() const {
    std::size_t hash = static_cast<std::size_t>(exponent) * 2 + (negative ? 1 : 0);
    for (Digits all{digits}; !all.rest.empty();)
        hash = hash * 0x9E3779B97F4A7C15U + static_cast<unsigned char>(all.next());
    return hash;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    if (a.negative != b.negative) return b.negative <=> a.negative;
    return a.negative ? compare_magnitude(b, a) : compare_magnitude(a, b);
}

std::optional<Divisor> Divisor::of(const Decimal& decimal) {
    if (decimal.negative || decimal.is_zero() || decimal.count > std::numeric_limits<std::uint64_t>::digits10)
        return std::nullopt;
    Divisor divisor{0, decimal.exponent - decimal.count};
    for (Digits all{decimal.digits}; !all.rest.empty();)
        divisor.mantissa = divisor.mantissa * 10 + static_cast<std::uint64_t>(all.next() - '0');
    return divisor;
}

bool Divisor::divides(const Decimal& value) const {
    if (value.is_zero()) return true;
    // The last digit of the value is not 0, so it is no multiple of anything coarser.
    const std::int64_t shift = value.exponent - value.count - exponent;
    if (shift < 0) return false;
    if (mantissa == 1) return true;
    std::uint64_t rest = 0;
    if (value.count < std::numeric_limits<std::uint64_t>::digits10) {
        for (Digits all{value.digits}; !all.rest.empty();)
            rest = rest * 10 + static_cast<std::uint64_t>(all.next() - '0');
        rest %= mantissa;
    } else {
        for (Digits all{value.digits}; !all.rest.empty();)
            rest = static_cast<std::uint64_t>((Wide{rest} * 10 + static_cast<unsigned>(all.next() - '0')) %
                                              mantissa);
    }
    return multiply(rest, power_of_ten(shift, mantissa), mantissa) == 0;
}

}  // namespace factlint::schema
