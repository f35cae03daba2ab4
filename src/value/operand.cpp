#include "value/operand.h"

#include <algorithm>

namespace factlint {
namespace {

/// 0 km is 0 m is nothing; 0 °C is not 0 °F.
bool is_plain_zero(const Stated& x, const Stated& beside) {
    return role(x) == Role::bare && x.admits.is_point() && x.number.sign() == 0 &&
           unit(beside.unit).offset_numerator == 0;
}

Aligned unconverted(const Stated& a, const Stated& b, UnitId unit) {
    return {a.number, b.number, admissible(a), admissible(b), unit};
}

/// A percent beside a bare number, which is read as percent, or beside a quotient, which is converted.
Aligned align_percent(const Stated& a, const Stated& b) {
    Aligned pair = unconverted(a, b, role(a) == Role::percent ? a.unit : b.unit);
    if (role(a) == Role::ratio) {
        pair.left = pair.left * 100;
        pair.left_admits = scaled(pair.left_admits, 100);
    }
    if (role(b) == Role::ratio) {
        pair.right = pair.right * 100;
        pair.right_admits = scaled(pair.right_admits, 100);
    }
    return pair;
}

std::optional<Bound> convert_end(const std::optional<Bound>& end, UnitId from, UnitId to) {
    if (!end) return std::nullopt;
    return Bound{convert(end->value, from, to), end->open, end->rounded};
}

/// "a date (2025-11-02)", "130 million USD".
std::string named(const Stated& x) {
    const bool speaks = role(x) != Role::none && role(x) != Role::bare;
    return speaks ? describe(x) : std::string("the ") + std::string(name(x.kind)) + " " + describe(x);
}

std::string sentence(const Stated& a, const Stated& b, Operation operation, std::string_view why) {
    std::string text = "cannot ";
    for (const std::string& part : {std::string(operation.verb), " " + named(a) + " ",
                                    std::string(operation.between), " " + named(b) + ": ", std::string(why)})
        text += part;
    return text;
}

std::string unit_name(const Stated& x) {
    return x.unit == UnitId::none ? "a bare number" : std::string(unit(x.unit).id);
}

}  // namespace

UnitClass unit_class(const Stated& x) { return unit(x.unit).unit_class; }

bool is_counted(const Stated& x) { return x.kind == Kind::number && unit_class(x) == UnitClass::duration; }

Role role(const Stated& x) {
    if (x.kind == Kind::ratio) return Role::ratio;
    if (!is_numeric(x.kind)) return Role::none;
    switch (unit_class(x)) {
        case UnitClass::none: return x.kind == Kind::percent ? Role::percent : Role::bare;
        case UnitClass::percent: return Role::percent;
        default: return Role::dimensional;
    }
}

Stated computed(Kind kind, UnitId unit, Number number, Interval admits, const Stated& a, const Stated& b) {
    Stated made;
    made.kind = kind;
    made.unit = unit;
    made.stated_in_rule = a.stated_in_rule && b.stated_in_rule;
    made.number = std::move(number);
    made.admits = std::move(admits);
    return made;
}

Interval admissible(const Stated& x) {
    if (x.kind != Kind::age || !x.admits.is_point()) return x.admits;
    return {x.admits.low, Bound{x.admits.low->value + 1, true, false}};
}

Interval convert(const Interval& interval, UnitId from, UnitId to) {
    if (from == to) return interval;
    return {convert_end(interval.low, from, to), convert_end(interval.high, from, to)};
}

Interval scaled(const Interval& interval, const Number& factor) {
    return interval * Interval::exactly(factor);
}

Outcome<Aligned> align(const Stated& a, const Stated& b, Operation operation) {
    const Role left = role(a), right = role(b);
    if (left == Role::none || right == Role::none) return kinds_mismatch(a, b, operation);
    const bool left_dimensional = left == Role::dimensional, right_dimensional = right == Role::dimensional;
    if (left_dimensional && right_dimensional) {
        if (!compatible(a.unit, b.unit)) return units_mismatch(a, b, operation);
        return Aligned{a.number, convert(b.number, b.unit, a.unit), admissible(a),
                       convert(admissible(b), b.unit, a.unit), a.unit};
    }
    if (left_dimensional || right_dimensional) {
        const Stated &with_unit = left_dimensional ? a : b, &without = left_dimensional ? b : a;
        const bool together =
            is_plain_zero(without, with_unit) || (is_counted(with_unit) && role(without) != Role::percent);
        if (!together) return units_mismatch(a, b, operation);
        return unconverted(a, b, with_unit.unit);
    }
    if (left == Role::percent || right == Role::percent) return align_percent(a, b);
    return unconverted(a, b, UnitId::none);
}

Mismatch kinds_mismatch(const Stated& a, const Stated& b, Operation operation, std::string_view advice) {
    const std::string why = a.kind == b.kind
                                ? "there is no such operation on values of kind " + std::string(name(a.kind))
                                : std::string(name(a.kind)) + " and " + std::string(name(b.kind)) +
                                      " are different kinds of value";
    const std::string help = advice.empty() ? "" : "; " + std::string(advice);
    return {Mismatch::Why::kinds, sentence(a, b, operation, why + help)};
}

Mismatch unfit(const Stated& x, std::string_view operation) {
    return {Mismatch::Why::kinds, "cannot " + std::string(operation) + " " + named(x)};
}

Mismatch units_mismatch(const Stated& a, const Stated& b, Operation operation) {
    const UnitClass left = unit_class(a), right = unit_class(b);
    std::string why = unit_name(a) + " and " + unit_name(b) + " do not go together";
    if (compatible(a.unit, b.unit))
        why = "no unit is known for the result";
    else if (left == UnitClass::money && right == UnitClass::money)
        why = unit_name(a) + " and " + unit_name(b) + " are different currencies";
    else if (left == UnitClass::duration && right == UnitClass::duration)
        why = "months have no fixed number of days; use years_between, months_between or days_between on the "
              "dates";
    return {Mismatch::Why::units, sentence(a, b, operation, why)};
}

int last_nonzero_digit(const Number& value) {
    const std::string text = value.to_string();
    const std::size_t point = text.find('.');
    if (point != std::string::npos) return -static_cast<int>(text.size() - point - 1);
    const std::size_t last = text.find_last_not_of('0');
    return last == std::string::npos ? 0 : static_cast<int>(text.size() - last - 1);
}

Number approximate_width(const Number& value) {
    const Number tenth = value.abs() / 10;
    if (!value.is_decimal()) return tenth;
    return std::min(tenth, Number::power_of_ten(last_nonzero_digit(value)));
}

bool is_bare_year(const Stated& x) {
    const Date& date = x.dates.start;
    return x.kind == Kind::date && date.year != no_year && date.month == 0 && date.day == 0 &&
           date.years <= 1;
}

DateRange date_extent(const Stated& x) {
    const bool one_date = x.kind != Kind::date_range || x.dates.end == Date{};
    return one_date ? extent(x.dates.start) : x.dates;
}

const Stated& start_of(const Stated& x) {
    return x.parts.size() == 2 && x.kind != Kind::ratio ? x.parts[0] : x;
}
const Stated& end_of(const Stated& x) {
    return x.parts.size() == 2 && x.kind != Kind::ratio ? x.parts[1] : x;
}

}  // namespace factlint
