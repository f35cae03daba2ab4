// Short ways to write values in tests, with the precision that the text shows.
#pragma once

#include <ostream>
#include <string>

#include "value/functions.h"
#include "value/stated.h"

namespace factlint {

inline std::ostream& operator<<(std::ostream& out, Truth truth) {
    return out << (truth == Truth::no ? "no" : truth == Truth::yes ? "yes" : "open");
}
inline std::ostream& operator<<(std::ostream& out, const Number& number) { return out << number.to_string(); }

}  // namespace factlint

namespace factlint::build {

inline Number number(std::string_view text) { return Number::parse(text).value(); }

/// "74.4" is rounded to its last digit, "300" is exact; percentages are always rounded.
inline Stated value(Kind kind, std::string_view text, std::string_view unit = {},
                    Approx approx = Approx::none) {
    const std::size_t point = text.find('.');
    const int last_digit = point == std::string_view::npos ? 0 : -static_cast<int>(text.size() - point - 1);
    Stated made;
    made.kind = kind;
    made.unit = unit.empty() ? UnitId::none : find_unit(unit).value();
    made.number = number(text);
    made.approx = approx;
    made.text = text;
    const bool exact = point == std::string_view::npos && kind != Kind::percent;
    made.admits = admitted(made.number, last_digit, exact, approx);
    return made;
}

inline Stated money(std::string_view text, std::string_view currency = "USD") {
    return value(Kind::money, text, currency);
}
inline Stated percent(std::string_view text) { return value(Kind::percent, text, "percent"); }
inline Stated points(std::string_view text) { return value(Kind::percent, text, "pp"); }
inline Stated count(std::string_view text) { return value(Kind::count, text); }
inline Stated plain(std::string_view text) { return value(Kind::number, text); }
inline Stated measure(std::string_view text, std::string_view unit) {
    return value(Kind::measure, text, unit);
}
inline Stated duration(std::string_view text, std::string_view unit) {
    return value(Kind::duration, text, unit);
}
inline Stated age(std::string_view text) { return value(Kind::age, text, "year"); }

inline Stated date(std::string_view edtf) {
    Stated made;
    made.kind = Kind::date;
    made.dates.start = made.dates.end = parse_date(edtf).value();
    return made;
}

inline Stated date_range(std::string_view edtf) {
    Stated made;
    made.kind = Kind::date_range;
    made.dates = parse_date_range(edtf).value();
    return made;
}

inline Stated text(std::string_view written) {
    Stated made;
    made.kind = Kind::text;
    made.text = written;
    return made;
}

/// "500" "[1, 2)" "(-inf, 3]" "[1.5~, 2.5~]", ~ after a rounded end.
inline std::string show(const Interval& interval) {
    const auto end = [](const Bound& bound) { return bound.value.to_string() + (bound.rounded ? "~" : ""); };
    if (interval.is_point()) return end(*interval.low);
    const std::string low = interval.low ? (interval.low->open ? "(" : "[") + end(*interval.low) : "(-inf";
    return low + ", " + (interval.high ? end(*interval.high) + (interval.high->open ? ")" : "]") : "inf)");
}

/// What describe() says of a result, or the message of the mismatch after "!".
inline std::string show(const Outcome<Stated>& outcome) {
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return "! " + mismatch->message;
    return describe(std::get<Stated>(outcome));
}

inline std::string show(const Outcome<Truth>& outcome) {
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return "! " + mismatch->message;
    const Truth truth = std::get<Truth>(outcome);
    return truth == Truth::no ? "no" : truth == Truth::yes ? "yes" : "open";
}

inline const Stated& result(const Outcome<Stated>& outcome) { return std::get<Stated>(outcome); }

}  // namespace factlint::build
