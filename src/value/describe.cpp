#include <array>

#include "value/operand.h"

namespace factlint {
namespace {

struct Scale {
    int exponent;
    std::string_view word;
};

constexpr std::array scales{Scale{12, "trillion"}, Scale{9, "billion"}, Scale{6, "million"}};
constexpr int scaled_digits = 4;  // more significant digits than these are written out
constexpr std::size_t longest_decimal = 18;

/// "1234567.5" as "1,234,567.5"; four digits stay together, as years do.
std::string grouped(std::string digits) {
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    if (whole <= sign + 4) return digits;
    for (std::size_t at = whole; at > sign + 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

/// "430 million" where that says all; empty otherwise.
std::string in_words(const Number& value) {
    for (const Scale& scale : scales) {
        if (value.abs() < Number::power_of_ten(scale.exponent)) continue;
        if (!value.is_decimal() || value.magnitude() - last_nonzero_digit(value) >= scaled_digits) return {};
        return grouped((value / Number::power_of_ten(scale.exponent)).to_string()) + " " +
               std::string(scale.word);
    }
    return {};
}

std::string amount(const Number& value) {
    if (const std::string words = in_words(value); !words.empty()) return words;
    const bool shown_whole =
        value.is_integer() || (value.is_decimal() && value.to_string().size() <= longest_decimal);
    if (shown_whole) return grouped(value.to_string());
    return "≈ " + grouped(value.rounded(value.magnitude() - 5).to_string());
}

std::string plural(const Number& value, std::string_view noun) {
    return std::string(noun) + (value.abs() == Number(1) ? "" : "s");
}

std::string with_unit(const Stated& x) {
    const std::string number = amount(x.number);
    switch (unit_class(x)) {
        case UnitClass::none: return x.kind == Kind::percent ? number + " %" : number;
        case UnitClass::percent:
            return number + (x.unit == UnitId::pp ? " " + plural(x.number, "percentage point") : " %");
        case UnitClass::duration: return number + " " + plural(x.number, unit(x.unit).id);
        case UnitClass::money:
        case UnitClass::measure: return number + " " + std::string(unit(x.unit).id);
    }
    return number;
}

constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

std::string weekday_text(const Stated& x) {
    const auto day = x.admits.is_point() ? x.number.to_int64().value_or(0) : 0;
    if (day < 1 || day > static_cast<std::int64_t>(weekdays.size())) return "an unknown weekday";
    return std::string(weekday_name(static_cast<int>(day)));
}

std::string quantity(const Stated& x) {
    if (is_weekday(x)) return weekday_text(x);
    if (!x.admits.low && !x.admits.high) return "an unknown value";
    if (x.approx == Approx::none) return with_unit(x);
    std::string words(name(x.approx));
    if (const std::size_t gap = words.find('_'); gap != std::string::npos) words[gap] = ' ';
    return words + " " + with_unit(x);
}

std::string joined(const Stated& x, std::string_view between) {
    return describe(x.parts[0]) + std::string(between) + describe(x.parts[1]);
}

}  // namespace

std::string_view weekday_name(int day) { return weekdays[static_cast<std::size_t>(day - 1)]; }

std::string describe(const Stated& x) {
    switch (x.kind) {
        case Kind::ratio: return x.parts.size() == 2 ? joined(x, "/") : quantity(x);
        case Kind::range:
        case Kind::time_range: return x.parts.size() == 2 ? joined(x, " to ") : std::string(x.text);
        case Kind::date: return to_edtf(x.dates.start);
        case Kind::date_range: return to_edtf(date_extent(x));
        case Kind::time: return to_iso(x.time);
        case Kind::datetime: return to_edtf(x.dates.start) + to_iso(x.time);
        case Kind::identifier: return std::string(x.text);
        case Kind::text: return "\"" + std::string(x.text) + "\"";
        default: return quantity(x);
    }
}

}  // namespace factlint
