#include "value/number.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace factlint {
namespace {

using BigInt = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

__extension__ using Wide = __int128;  // products of two 64-bit values are exact
__extension__ using UnsignedWide = unsigned __int128;

constexpr int largest_exponent = 4096;
constexpr int largest_small_power = 18;  // 10^18 < 2^63

constexpr std::int64_t small_power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

Wide gcd(Wide a, Wide b) {
    while (b != 0) {
        a %= b;
        std::swap(a, b);
    }
    return a < 0 ? -a : a;
}

BigInt big_power_of_ten(int exponent) {
    return boost::multiprecision::pow(BigInt(10), static_cast<unsigned>(exponent));
}

BigInt to_big(Wide value) {
    const bool negative = value < 0;
    const auto magnitude = negative ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
    BigInt result = static_cast<std::uint64_t>(magnitude >> 64);
    result = (result << 64) + static_cast<std::uint64_t>(magnitude);
    return negative ? BigInt(-result) : result;
}

bool fits(Wide value) {
    return value > std::numeric_limits<std::int64_t>::min() &&
           value <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

struct Number::Big {
    Rational value;
};

/// The one place that knows both representations.
struct NumberAccess {
    static bool small(const Number& number) { return number.big_ == nullptr; }
    static Wide numerator(const Number& number) { return number.numerator_; }
    static Wide denominator(const Number& number) { return number.denominator_; }

    static Rational rational(const Number& number) {
        return small(number) ? Rational(number.numerator_, number.denominator_) : number.big_->value;
    }

    static Number make(const Rational& value) {
        const BigInt top = boost::multiprecision::numerator(value),
                     bottom = boost::multiprecision::denominator(value);
        const BigInt limit = std::numeric_limits<std::int64_t>::max();
        Number number;
        if (boost::multiprecision::abs(top) <= limit && bottom <= limit) {
            number.numerator_ = static_cast<std::int64_t>(top);
            number.denominator_ = static_cast<std::int64_t>(bottom);
        } else {
            number.big_ = new Number::Big{value};
        }
        return number;
    }

    /// `denominator` > 0.
    static Number make(Wide numerator, Wide denominator) {
        const Wide common = gcd(numerator, denominator);
        if (common > 1) {
            numerator /= common;
            denominator /= common;
        }
        if (!fits(numerator) || !fits(denominator))
            return make(Rational(to_big(numerator), to_big(denominator)));
        Number number;
        number.numerator_ = static_cast<std::int64_t>(numerator);
        number.denominator_ = static_cast<std::int64_t>(denominator);
        return number;
    }
};

namespace {
using Access = NumberAccess;

bool both_small(const Number& a, const Number& b) { return Access::small(a) && Access::small(b); }

/// Digits of |numerator| with a point before the last `decimals`.
std::string with_point(const BigInt& numerator, int decimals) {
    const bool negative = numerator < 0;
    std::string digits = BigInt(boost::multiprecision::abs(numerator)).str();
    const auto wanted = static_cast<std::size_t>(decimals);
    if (decimals > 0) {
        if (digits.size() <= wanted) digits.insert(0, wanted + 1 - digits.size(), '0');
        digits.insert(digits.size() - wanted, ".");
    }
    return negative ? "-" + digits : digits;
}

/// How often `factor` divides `value`; `value` loses those factors.
int strip(BigInt& value, int factor) {
    int count = 0;
    while (value % factor == 0) {
        value /= factor;
        ++count;
    }
    return count;
}

BigInt floor_div(const BigInt& a, const BigInt& b) {
    BigInt quotient, remainder;
    boost::multiprecision::divide_qr(a, b, quotient, remainder);
    return remainder < 0 ? BigInt(quotient - 1) : quotient;
}

/// Position of the first significant digit: 10^k <= |value| < 10^(k+1). Precondition: value is not 0.
int magnitude(const Number& value) {
    const Number size = value.abs();
    const auto length = [](const Number& integer) { return static_cast<int>(integer.to_string().size()); };
    int power = length(size.numerator()) - length(size.denominator());
    if (Number::power_of_ten(power) > size) --power;
    return power;
}

}  // namespace

Number::Number(const Number& other)
    : numerator_(other.numerator_), denominator_(other.denominator_),
      big_(other.big_ ? new Big(*other.big_) : nullptr) {}

Number::Number(Number&& other) noexcept
    : numerator_(std::exchange(other.numerator_, 0)), denominator_(std::exchange(other.denominator_, 1)),
      big_(std::exchange(other.big_, nullptr)) {}

Number& Number::operator=(const Number& other) {
    if (this != &other) *this = Number(other);
    return *this;
}

Number& Number::operator=(Number&& other) noexcept {
    std::swap(numerator_, other.numerator_);
    std::swap(denominator_, other.denominator_);
    std::swap(big_, other.big_);
    return *this;
}

Number::~Number() { delete big_; }

Number Number::power_of_ten(int exponent) {
    assert(exponent >= -largest_exponent && exponent <= largest_exponent);
    const int size = exponent < 0 ? -exponent : exponent;
    if (size <= largest_small_power) {
        const Wide power = small_power_of_ten(size);
        return exponent < 0 ? Access::make(1, power) : Access::make(power, 1);
    }
    const BigInt power = big_power_of_ten(size);
    return Access::make(exponent < 0 ? Rational(1, power) : Rational(power));
}

Number Number::decimal(std::int64_t mantissa, int exponent) {
    return Number(mantissa) * power_of_ten(exponent);
}

std::optional<Number> Number::parse(std::string_view text) {
    constexpr std::size_t longest = 8192;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto e = text.find_first_of("eE");
    std::string_view digits = text.substr(0, e);
    const auto point = digits.find('.');
    std::string plain(digits.substr(0, point));
    int exponent = 0;
    if (point != std::string_view::npos) {
        const std::string_view fraction = digits.substr(point + 1);
        if (plain.empty() || fraction.empty()) return std::nullopt;
        plain += fraction;
        exponent = -static_cast<int>(fraction.size());
    }
    if (plain.empty() || plain.size() > longest || plain.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    if (e != std::string_view::npos) {
        std::string_view power = text.substr(e + 1);
        const bool down = power.starts_with('-');
        if (down || power.starts_with('+')) power.remove_prefix(1);
        if (power.empty() || power.size() > 4 ||
            power.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        int value = 0;
        for (const char digit : power) value = value * 10 + (digit - '0');
        exponent += down ? -value : value;
    }
    if (exponent > largest_exponent || exponent < -largest_exponent) return std::nullopt;
    plain.erase(
        0, std::min(plain.find_first_not_of('0'), plain.size() - 1));  // Boost reads a leading 0 as octal
    const Number whole = Access::make(Rational(BigInt(plain)));
    const Number value = whole * power_of_ten(exponent);
    return negative ? -value : value;
}

Number operator+(const Number& a, const Number& b) {
    if (!both_small(a, b)) return Access::make(Access::rational(a) + Access::rational(b));
    const Wide left = Access::numerator(a) * Access::denominator(b),
               right = Access::numerator(b) * Access::denominator(a);
    Wide sum = 0;
    if (__builtin_add_overflow(left, right, &sum))
        return Access::make(Access::rational(a) + Access::rational(b));
    return Access::make(sum, Access::denominator(a) * Access::denominator(b));
}

Number operator-(const Number& a, const Number& b) { return a + -b; }

Number operator*(const Number& a, const Number& b) {
    if (!both_small(a, b)) return Access::make(Access::rational(a) * Access::rational(b));
    return Access::make(Access::numerator(a) * Access::numerator(b),
                        Access::denominator(a) * Access::denominator(b));
}

Number operator/(const Number& a, const Number& b) {
    assert(b.sign() != 0);
    if (!both_small(a, b)) return Access::make(Access::rational(a) / Access::rational(b));
    Wide top = Access::numerator(a) * Access::denominator(b),
         bottom = Access::denominator(a) * Access::numerator(b);
    if (bottom < 0) {
        top = -top;
        bottom = -bottom;
    }
    return Access::make(top, bottom);
}

Number Number::operator-() const {
    return Access::small(*this) ? Access::make(-static_cast<Wide>(numerator_), denominator_)
                                : Access::make(-big_->value);
}

bool operator==(const Number& a, const Number& b) { return (a <=> b) == 0; }

std::strong_ordering operator<=>(const Number& a, const Number& b) {
    if (both_small(a, b))
        return Access::numerator(a) * Access::denominator(b) <=>
               Access::numerator(b) * Access::denominator(a);
    return Access::rational(a).compare(Access::rational(b)) <=> 0;
}

int Number::sign() const {
    if (big_) return big_->value.sign();
    return (numerator_ > 0) - (numerator_ < 0);
}

bool Number::is_integer() const { return denominator() == Number(1); }

Number Number::abs() const { return sign() < 0 ? -*this : *this; }

Number Number::floor() const {
    const Rational value = Access::rational(*this);
    return Access::make(Rational(
        floor_div(boost::multiprecision::numerator(value), boost::multiprecision::denominator(value))));
}

Number Number::rounded(int exponent) const {
    const Number unit = power_of_ten(exponent);
    const Number half_up = (abs() / unit + decimal(5, -1)).floor() * unit;
    return sign() < 0 ? -half_up : half_up;
}

Number Number::numerator() const {
    return big_ ? Access::make(Rational(boost::multiprecision::numerator(big_->value))) : Number(numerator_);
}

Number Number::denominator() const {
    return big_ ? Access::make(Rational(boost::multiprecision::denominator(big_->value)))
                : Number(denominator_);
}

std::optional<std::int64_t> Number::to_int64() const {
    if (big_ || denominator_ != 1) return std::nullopt;
    return numerator_;
}

double Number::to_double() const { return Access::rational(*this).convert_to<double>(); }

std::string Number::to_string() const {
    const Rational value = Access::rational(*this);
    const BigInt top = boost::multiprecision::numerator(value);
    BigInt bottom = boost::multiprecision::denominator(value);
    const int twos = strip(bottom, 2), fives = strip(bottom, 5);
    if (bottom != 1) return top.str() + "/" + BigInt(boost::multiprecision::denominator(value)).str();
    const int decimals = std::max(twos, fives);
    const Rational scaled = value * Rational(big_power_of_ten(decimals));
    return with_point(boost::multiprecision::numerator(scaled), decimals);
}

std::string Number::to_display(int digits) const {
    const std::string exact = to_string();
    if (exact.find('/') == std::string::npos) return exact;
    return rounded(magnitude(*this) - digits + 1).to_string();
}

std::size_t Number::hash() const { return std::hash<std::string>{}(to_string()); }

}  // namespace factlint
