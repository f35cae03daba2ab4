// Decimal: a number of JSON as it is written, compared exactly whatever its size; nothing is copied.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace factlint::schema {

/// The value is ±0.DIGITS · 10^exponent. 1e400 and 10.0e399 are the same; -0 is 0. Exponents beyond 10^17 count as 10^17.
struct Decimal {
    std::string_view
        digits;  ///< from the first digit to the last that are not 0, maybe with a point; empty for zero
    std::int64_t exponent = 0;
    std::int64_t count = 0;  ///< digits, the point left out
    bool negative = false;

    /// Precondition: `literal` is a number of RFC 8259. O(n).
    static Decimal of(std::string_view literal);

    bool is_zero() const { return digits.empty(); }
    bool is_integer() const { return is_zero() || exponent >= count; }
    /// Cut at the limit; nullopt where it is negative or no integer.
    std::optional<std::uint64_t> to_count() const;
    std::size_t hash() const;
    friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
};

/// What `multipleOf` divides by: mantissa · 10^exponent.
struct Divisor {
    std::uint64_t mantissa = 1;
    std::int64_t exponent = 0;

    /// nullopt where it is not above 0, or has more than 19 digits.
    static std::optional<Divisor> of(const Decimal& decimal);
    /// Whether `value` is a multiple, exactly. O(digits + log exponent).
    bool divides(const Decimal& value) const;
};

}  // namespace factlint::schema
