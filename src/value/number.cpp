#include "value/number.h"

#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <functional>
#include <numeric>
#include <utility>

namespace factlint {
namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

__extension__ typedef __int128 Wide;

constexpr int max_exponent = 4096;

constexpr std::array<std::int64_t, 19> small_powers = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (auto& entry : powers) {
        entry = power;
        if (power < 1'000'000'000'000'000'000) power *= 10;
    }
    return powers;
}();

Wide greatest_common_divisor(Wide a, Wide b) {
    if (a < 0) a = -a;
    while (b != 0) a = std::exchange(b, a % b);
    return a;
}

bool fits(Wide value) { return value >= INT64_MIN && value <= INT64_MAX; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_from(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - begin;
}

/// "[+-]digits" that end the text; nullopt otherwise, or where it is out of range.
std::optional<int> parse_exponent(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || digits_from(text, 0) != text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        value = value * 10 + (c - '0');
        if (value > max_exponent) return std::nullopt;
    }
    return negative ? -value : value;
}

/// How often `factor` divides `value`, which is left without it.
int strip_factor(cpp_int& value, int factor) {
    int count = 0;
    for (cpp_int quotient, rest;; ++count) {
        divide_qr(value, cpp_int(factor), quotient, rest);
        if (rest != 0) return count;
        value = quotient;
    }
}

/// `digits` with a decimal point before the last `decimals`, without zeros at its end.
std::string with_point(std::string digits, int decimals) {
    if (decimals <= 0) return digits;
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
    return digits;
}

}  // namespace

struct Number::Big {
    cpp_rational value;
};

/// The two representations behind a Number. The small one is used wherever it can hold the value, so that equal
/// values have equal representations.
struct NumberAccess {
    static bool small(const Number& x) { return x.big_ == nullptr; }
    static Wide numerator(const Number& x) { return x.numerator_; }
    static Wide denominator(const Number& x) { return x.denominator_; }

    static cpp_rational rational(const Number& x) {
        return small(x) ? cpp_rational(cpp_int(x.numerator_), cpp_int(x.denominator_)) : x.big_->value;
    }

    /// Precondition: denominator > 0. nullopt where the lowest terms need more than 64 bits.
    static std::optional<Number> reduced(Wide numerator, Wide denominator) {
        const Wide divisor = greatest_common_divisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
        if (!fits(numerator) || !fits(denominator)) return std::nullopt;
        Number made(static_cast<std::int64_t>(numerator));
        made.denominator_ = static_cast<std::int64_t>(denominator);
        return made;
    }

    static Number from(cpp_rational value) {
        const cpp_int top = boost::multiprecision::numerator(value);
        const cpp_int bottom = boost::multiprecision::denominator(value);
        Number made;
        if (top >= INT64_MIN && top <= INT64_MAX && bottom <= INT64_MAX) {
            made.numerator_ = top.convert_to<std::int64_t>();
            made.denominator_ = bottom.convert_to<std::int64_t>();
        } else {
            made.big_ = new Number::Big{std::move(value)};
        }
        return made;
    }
};

using Access = NumberAccess;

Number::Big* Number::copy(const Big* big) { return new Big(*big); }
void Number::destroy(Big* big) { delete big; }

Number Number::power_of_ten(int exponent) {
    const auto size = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
    if (size < small_powers.size()) {
        const Number power(small_powers[size]);
        return exponent < 0 ? Number(1) / power : power;
    }
    const cpp_rational power(boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(size)));
    return Access::from(exponent < 0 ? 1 / power : power);
}

Number Number::decimal(std::int64_t mantissa, int exponent) {
    return exponent == 0 ? Number(mantissa) : Number(mantissa) * power_of_ten(exponent);
}

std::optional<Number> Number::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t whole = digits_from(text, 0);
    if (whole == 0) return std::nullopt;
    std::string digits(text.substr(0, whole));
    int exponent = 0;
    std::size_t at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t decimals = digits_from(text, at + 1);
        if (decimals == 0 || decimals > max_exponent) return std::nullopt;
        digits += text.substr(at + 1, decimals);
        exponent = -static_cast<int>(decimals);
        at += 1 + decimals;
    }
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
        const auto written = parse_exponent(text.substr(at + 1));
        if (!written) return std::nullopt;
        exponent += *written;
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    if (digits.size() > max_exponent) return std::nullopt;
    const Number mantissa = digits.size() < small_powers.size() ? Number(std::stoll(digits))
                                                                : Access::from(cpp_rational(cpp_int(digits)));
    const Number value = exponent == 0 ? mantissa : mantissa * power_of_ten(exponent);
    return negative ? -value : value;
}

Number operator+(const Number& a, const Number& b) {
    if (Access::small(a) && Access::small(b)) {
        // Two products of a 64-bit and a 63-bit factor: the sum stays below 2^127.
        const Wide top =
            Access::numerator(a) * Access::denominator(b) + Access::numerator(b) * Access::denominator(a);
        if (auto sum = Access::reduced(top, Access::denominator(a) * Access::denominator(b)))
            return *std::move(sum);
    }
    return Access::from(Access::rational(a) + Access::rational(b));
}

Number operator-(const Number& a, const Number& b) { return a + -b; }

Number operator*(const Number& a, const Number& b) {
    if (Access::small(a) && Access::small(b)) {
        auto product = Access::reduced(Access::numerator(a) * Access::numerator(b),
                                       Access::denominator(a) * Access::denominator(b));
        if (product) return *std::move(product);
    }
    return Access::from(Access::rational(a) * Access::rational(b));
}

Number operator/(const Number& a, const Number& b) {
    if (Access::small(a) && Access::small(b)) {
        const Wide sign = b.sign();
        auto quotient = Access::reduced(sign * Access::numerator(a) * Access::denominator(b),
                                        sign * Access::numerator(b) * Access::denominator(a));
        if (quotient) return *std::move(quotient);
    }
    return Access::from(Access::rational(a) / Access::rational(b));
}

Number Number::operator-() const {
    if (big_ || numerator_ == INT64_MIN) return Access::from(-Access::rational(*this));
    Number negated(*this);
    negated.numerator_ = -numerator_;
    return negated;
}

bool operator==(const Number& a, const Number& b) { return (a <=> b) == 0; }

std::strong_ordering operator<=>(const Number& a, const Number& b) {
    if (Access::small(a) && Access::small(b))
        return Access::numerator(a) * Access::denominator(b) <=>
               Access::numerator(b) * Access::denominator(a);
    return Access::rational(a).compare(Access::rational(b)) <=> 0;
}

int Number::sign() const { return big_ ? big_->value.sign() : (numerator_ > 0) - (numerator_ < 0); }

bool Number::is_integer() const {
    return big_ ? boost::multiprecision::denominator(big_->value) == 1 : denominator_ == 1;
}

Number Number::abs() const { return sign() < 0 ? -*this : *this; }

Number Number::floor() const {
    if (is_integer()) return *this;
    if (!big_) return numerator_ / denominator_ - (numerator_ < 0 ? 1 : 0);
    cpp_int quotient, rest;
    divide_qr(cpp_int(boost::multiprecision::numerator(big_->value)),
              cpp_int(boost::multiprecision::denominator(big_->value)), quotient, rest);
    return Access::from(cpp_rational(rest < 0 ? cpp_int(quotient - 1) : quotient));
}

Number Number::rounded(int exponent) const {
    const Number unit = power_of_ten(exponent);
    const Number nearest = (abs() / unit + Number(1) / 2).floor() * unit;
    return sign() < 0 ? -nearest : nearest;
}

Number Number::numerator() const {
    return big_ ? Access::from(cpp_rational(boost::multiprecision::numerator(big_->value)))
                : Number(numerator_);
}

Number Number::denominator() const {
    return big_ ? Access::from(cpp_rational(boost::multiprecision::denominator(big_->value)))
                : Number(denominator_);
}

std::optional<std::int64_t> Number::to_int64() const {
    if (big_ || denominator_ != 1) return std::nullopt;
    return numerator_;
}

double Number::to_double() const { return Access::rational(*this).convert_to<double>(); }

std::string Number::to_string() const {
    if (!big_ && denominator_ == 1) return std::to_string(numerator_);
    const cpp_rational value = Access::rational(*this);
    const cpp_int top = boost::multiprecision::abs(boost::multiprecision::numerator(value));
    cpp_int bottom = boost::multiprecision::denominator(value);
    const std::string minus = sign() < 0 ? "-" : "";
    const int twos = strip_factor(bottom, 2);
    const int fives = strip_factor(bottom, 5);
    if (bottom != 1) return minus + top.str() + "/" + boost::multiprecision::denominator(value).str();
    const int decimals = std::max(twos, fives);
    const cpp_int scale = boost::multiprecision::pow(cpp_int(2), static_cast<unsigned>(decimals - twos)) *
                          boost::multiprecision::pow(cpp_int(5), static_cast<unsigned>(decimals - fives));
    return minus + with_point(cpp_int(top * scale).str(), decimals);
}

int Number::magnitude() const {
    const auto digits = [](const Number& integer) { return static_cast<int>(integer.to_string().size()); };
    const int estimate = digits(numerator().abs()) - digits(denominator());
    return abs() < power_of_ten(estimate) ? estimate - 1 : estimate;
}

bool Number::is_decimal() const { return to_string().find('/') == std::string::npos; }

std::string Number::to_display(int digits) const {
    return is_decimal() ? to_string() : rounded(magnitude() - digits + 1).to_string();
}

std::size_t Number::hash() const {
    if (big_) return std::hash<std::string>()(big_->value.str());
    return std::hash<std::int64_t>()(numerator_) * 31 + std::hash<std::int64_t>()(denominator_);
}

}  // namespace factlint
