#include "value/tolerance.h"

#include <array>
#include <utility>

#include "value/operand.h"

namespace factlint {
namespace {

using Mode = Tolerance::Mode;

constexpr std::array<std::pair<std::string_view, Mode>, 4> modes{{{"stated", Mode::stated},
                                                                  {"exact", Mode::exact},
                                                                  {"truncated", Mode::truncated},
                                                                  {"lenient", Mode::lenient}}};
constexpr std::array<std::string_view, 3> plus_minus_signs{"±", "+-", "+/-"};

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// A number that is not negative, from the front of `text`.
std::optional<Number> take_number(std::string_view& text) {
    const std::size_t size = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto number = Number::parse(text.substr(0, size));
    text.remove_prefix(size);
    text = trimmed(text);
    return number;
}

/// Of a difference: 1 kelvin is 1 degree Celsius.
Number convert_difference(const Number& value, UnitId from, UnitId to) {
    return convert(value, from, to) - convert(0, from, to);
}

/// `tolerance.amount` beside `operand`, with which it goes.
Number width(const Tolerance& tolerance, const Stated& operand) {
    if (tolerance.unit == UnitId::none) return tolerance.amount;
    if (role(operand) == Role::ratio) return tolerance.amount / 100;
    return convert_difference(tolerance.amount, tolerance.unit, operand.unit);
}

Interval around(const Number& value, const Number& width) {
    return {Bound{value - width, false, false}, Bound{value + width, false, false}};
}

/// [v, v + u) away from zero; a rounded interval is u wide.
Interval truncated(const Stated& x) {
    const auto &low = x.admits.low, &high = x.admits.high;
    if (!low->rounded || !high->rounded) return x.admits;
    const Number digit = high->value - low->value;
    const Bound value{x.number, false, false};
    const Bound below{x.number - digit, true, true}, above{x.number + digit, true, true};
    if (x.number.sign() == 0) return {below, above};
    return x.number.sign() > 0 ? Interval{value, above} : Interval{below, value};
}

Interval lenient(const Stated& x) {
    if (!x.admits.is_point() || !x.number.is_integer() || x.number.sign() == 0) return x.admits;
    const int digit = last_nonzero_digit(x.number);
    return digit <= 0 ? x.admits : Interval::rounded(x.number, Number::power_of_ten(digit) / 2);
}

}  // namespace

std::optional<Tolerance> parse_tolerance(std::string_view text) {
    text = trimmed(text);
    for (const auto& [word, mode] : modes)
        if (text == word) return Tolerance{mode, 0, UnitId::none};
    const auto amount = take_number(text);
    if (!amount || text != "%") return std::nullopt;
    return Tolerance{Mode::percent, *amount, UnitId::none};
}

std::optional<std::string_view> plus_minus_text(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view sign : plus_minus_signs)
        if (text.starts_with(sign)) return trimmed(text.substr(sign.size()));
    return std::nullopt;
}

std::optional<Tolerance> plus_minus(const Stated& amount) {
    const bool one_number = role(amount) != Role::none && role(amount) != Role::ratio;
    if (!one_number || amount.number.sign() < 0) return std::nullopt;
    return Tolerance{Mode::plus_minus, amount.number, amount.unit};
}

bool goes_with(const Tolerance& tolerance, Kind kind, UnitId unit) {
    if (tolerance.mode != Mode::plus_minus || tolerance.unit == UnitId::none) return true;
    if (kind == Kind::ratio) return factlint::unit(tolerance.unit).unit_class == UnitClass::percent;
    return unit != UnitId::none && compatible(unit, tolerance.unit);
}

Interval apply(const Tolerance& tolerance, const Stated& operand) {
    const bool bounded_number = role(operand) != Role::none && operand.admits.low && operand.admits.high;
    if (!bounded_number || !goes_with(tolerance, operand.kind, operand.unit)) return operand.admits;
    const bool plain = operand.approx == Approx::none;
    switch (tolerance.mode) {
        case Mode::stated: break;
        case Mode::exact: return plain ? Interval::exactly(operand.number) : operand.admits;
        case Mode::truncated: return plain ? truncated(operand) : operand.admits;
        case Mode::plus_minus: return around(operand.number, width(tolerance, operand));
        case Mode::percent: return around(operand.number, operand.number.abs() * tolerance.amount / 100);
        case Mode::lenient: return plain ? lenient(operand) : operand.admits;
    }
    return operand.admits;
}

Stated within(const Stated& operand, const Tolerance& tolerance) {
    Stated made = operand;
    made.admits = apply(tolerance, operand);
    return made;
}

}  // namespace factlint
