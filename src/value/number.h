// Number: an exact rational. Never a binary double: 0.1 is one tenth, 1/3 is one third.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace factlint {

/// Small values (64-bit numerator and denominator, lowest terms) live in place; larger ones in Boost cpp_rational
/// behind a pointer. Copies are deep; a moved-from Number is 0. Arithmetic is exact and never overflows.
class Number {
  public:
    Number() = default;
    Number(std::int64_t integer) : numerator_(integer) {}
    Number(const Number& other)
        : numerator_(other.numerator_), denominator_(other.denominator_),
          big_(other.big_ == nullptr ? nullptr : copy(other.big_)) {}
    Number(Number&& other) noexcept { swap(other); }
    Number& operator=(Number other) noexcept {
        swap(other);
        return *this;
    }
    ~Number() {
        if (big_ != nullptr) destroy(big_);
    }

    /// mantissa · 10^exponent, exponent in [-4096, 4096].
    static Number decimal(std::int64_t mantissa, int exponent);
    /// "[-]digits[.digits][(e|E)[+-]digits]", ASCII, nothing around it. nullopt otherwise, or where |exponent| or
    /// the number of digits is over 4096.
    static std::optional<Number> parse(std::string_view text);
    /// 10^exponent.
    static Number power_of_ten(int exponent);

    friend Number operator+(const Number&, const Number&);
    friend Number operator-(const Number&, const Number&);
    friend Number operator*(const Number&, const Number&);
    /// Precondition: divisor is not zero.
    friend Number operator/(const Number&, const Number&);
    Number operator-() const;
    friend bool operator==(const Number&, const Number&);
    friend std::strong_ordering operator<=>(const Number&, const Number&);

    int sign() const;  ///< -1, 0, 1
    bool is_integer() const;
    Number abs() const;
    Number floor() const;
    /// Nearest multiple of 10^exponent, ties away from zero.
    Number rounded(int exponent) const;
    Number numerator() const;
    Number denominator() const;
    std::optional<std::int64_t> to_int64() const;  ///< nullopt where not an integer or out of range
    double to_double() const;                      ///< nearest double; only for CEL's double
    bool is_decimal() const;                       ///< whether the decimal expansion ends
    /// The power of ten of the first digit: 3 for 1234, -1 for 0.5. Precondition: not zero.
    int magnitude() const;
    /// Exact decimal text where the expansion ends ("0.1", "130000000", "-2.5"), else "n/d".
    std::string to_string() const;
    /// Like to_string, but a non-terminating expansion is rounded to `digits` significant digits, for people.
    std::string to_display(int digits = 6) const;
    std::size_t hash() const;

  private:
    struct Big;
    friend struct NumberAccess;
    static Big* copy(const Big* big);
    static void destroy(Big* big);
    void swap(Number& other) noexcept {
        std::swap(numerator_, other.numerator_);
        std::swap(denominator_, other.denominator_);
        std::swap(big_, other.big_);
    }
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    Big* big_ = nullptr;  ///< owned; a raw pointer, so that copies of small values are inline
};

}  // namespace factlint
