#include <algorithm>
#include <cassert>

#include "value/operand.h"

namespace factlint {
namespace {

constexpr Operation adding{"add"}, subtracting{"compute", "minus"}, multiplying{"multiply", "by"},
    dividing{"divide", "by"};
constexpr std::string_view between_advice = "use years_between, months_between or days_between";

/// Of two bare numbers or ratios that are added.
Kind bare_kind(const Stated& a, const Stated& b) {
    if (a.kind == Kind::ratio || b.kind == Kind::ratio) return Kind::ratio;
    return a.kind == Kind::count || b.kind == Kind::count ? Kind::count : Kind::number;
}

/// Of two values of one dimension that are added: an age is a duration once it is reckoned with.
Kind dimensional_kind(const Stated& a, const Stated& b) {
    const Kind kind = role(a) == Role::dimensional && a.kind != Kind::number ? a.kind : b.kind;
    return kind == Kind::age ? Kind::duration : kind;
}

Kind sum_kind(const Stated& a, const Stated& b, UnitId unit) {
    if (role(a) == Role::percent || role(b) == Role::percent) return Kind::percent;
    return unit == UnitId::none ? bare_kind(a, b) : dimensional_kind(a, b);
}

bool is_percent(const Stated& x) { return role(x) == Role::percent && x.unit != UnitId::pp; }
bool is_points(const Stated& x) { return x.unit == UnitId::pp; }

UnitId sum_unit(const Stated& a, const Stated& b, UnitId aligned) {
    return is_percent(a) || is_percent(b) ? UnitId::percent : aligned;
}

UnitId difference_unit(const Stated& a, const Stated& b, UnitId aligned) {
    if ((is_percent(a) && is_percent(b)) || (is_points(a) && is_percent(b))) return UnitId::pp;
    return sum_unit(a, b, aligned);
}

bool is_date(const Stated& x) { return x.kind == Kind::date; }

Stated date_from(Date date, const Stated& a, const Stated& b) {
    Stated made;
    made.kind = Kind::date;
    made.stated_in_rule = a.stated_in_rule && b.stated_in_rule;
    date.weekday = 0;
    made.dates = {date, date};
    return made;
}

std::optional<Date> move_months(Date date, std::int64_t months) {
    if (date.year == no_year || date.last_month != 0 || date.years > 1) return std::nullopt;
    if (date.month == 0 && months % 12 != 0) return std::nullopt;
    const std::int64_t total = date.year * std::int64_t{12} + std::max<int>(date.month, 1) - 1 + months;
    const std::int64_t year = total >= 0 ? total / 12 : (total - 11) / 12;
    if (year <= INT16_MIN || year > INT16_MAX) return std::nullopt;
    date.year = static_cast<std::int16_t>(year);
    if (date.month == 0) return date;
    date.month = static_cast<std::uint8_t>(total - year * 12 + 1);
    if (date.day != 0)
        date.day = static_cast<std::uint8_t>(std::min<int>(date.day, days_in_month(date.year, date.month)));
    return date;
}

std::optional<Date> move_days(const Date& date, std::int64_t count) {
    const auto at = days(date);
    constexpr std::int64_t farthest = 10'000'000;
    if (!at || at->first != at->last || count > farthest || count < -farthest) return std::nullopt;
    const std::int64_t moved = at->first + count;
    const auto first = days_from_civil(INT16_MIN + 1, 1, 1), last = days_from_civil(INT16_MAX, 12, 31);
    if (moved < first || moved > last) return std::nullopt;
    return civil_from_days(static_cast<Day>(moved));
}

/// `by` is in whole months or days; of a bare year, a number stands for years.
std::optional<Date> moved(const Stated& date, const Stated& by, int sign) {
    if (!by.admits.is_point()) return std::nullopt;
    const bool years = role(by) == Role::bare && is_bare_year(date);
    if (!years && unit_class(by) != UnitClass::duration) return std::nullopt;
    const UnitId from = years ? UnitId::year : by.unit;
    const UnitId step = compatible(from, UnitId::month) ? UnitId::month : UnitId::day;
    const auto count = convert(by.number, from, step).to_int64();
    constexpr std::int64_t farthest = 1'000'000'000;
    if (!count || *count > farthest || *count < -farthest) return std::nullopt;
    return step == UnitId::month ? move_months(date.dates.start, sign * *count)
                                 : move_days(date.dates.start, sign * *count);
}

Outcome<Stated> move_date(const Stated& date, const Stated& by, int sign) {
    const Operation operation = sign > 0 ? adding : subtracting;
    if (const auto found = moved(date, by, sign)) return date_from(*found, date, by);
    return kinds_mismatch(date, by, operation,
                          "a date moves by whole years, months or days that it is precise to");
}

Outcome<Stated> subtract_dates(const Stated& a, const Stated& b) {
    if (!is_bare_year(a) || !is_bare_year(b)) return kinds_mismatch(a, b, subtracting, between_advice);
    const Number years = a.dates.start.year - b.dates.start.year;
    return computed(Kind::number, UnitId::none, years, Interval::exactly(years), a, b);
}

Stated product(Kind kind, UnitId unit, const Stated& a, const Stated& b, const Number& factor) {
    return computed(kind, unit, a.number * b.number * factor, scaled(admissible(a) * admissible(b), factor),
                    a, b);
}

Mismatch zero_divisor(const Stated& a, const Stated& b) {
    return {Mismatch::Why::zero,
            "cannot divide " + describe(a) + " by " + describe(b) + ": the divisor is or may be zero"};
}

Outcome<Stated> quotient(Kind kind, UnitId unit, const Stated& a, const Stated& b, const Number& factor) {
    const auto admits = divide(admissible(a), admissible(b));
    if (!admits || b.number.sign() == 0) return zero_divisor(a, b);
    return computed(kind, unit, a.number / b.number * factor, scaled(*admits, factor), a, b);
}

Kind scaled_kind(const Stated& x) { return x.kind == Kind::age ? Kind::duration : x.kind; }

/// The unit of a product (sign 1) or quotient (-1) of measures, and the factor that brings it there.
struct Derived {
    UnitId unit;
    Kind kind;
    Number factor;
};

std::optional<Derived> derive(const Stated& a, const Stated& b, int sign) {
    const auto unfit = [](const Stated& x) {
        return unit_class(x) == UnitClass::money || unit(x.unit).offset_numerator != 0;
    };
    if (unfit(a) || unfit(b)) return std::nullopt;
    Dimension dimension = unit(a.unit).dimension;
    for (std::size_t i = 0; i < dimension.size(); ++i)
        dimension[i] = static_cast<std::int8_t>(dimension[i] + sign * unit(b.unit).dimension[i]);
    const auto found = base_unit(dimension);
    const auto own_base = base_unit(unit(a.unit).dimension), other_base = base_unit(unit(b.unit).dimension);
    if (!found) return std::nullopt;
    const Number left = own_base ? convert(1, a.unit, *own_base) : Number(1);
    const Number right = other_base ? convert(1, b.unit, *other_base) : Number(1);
    const bool is_duration = unit(*found).unit_class == UnitClass::duration;
    return Derived{*found, is_duration ? Kind::duration : Kind::measure,
                   sign > 0 ? left * right : left / right};
}

Outcome<Stated> multiply_percent(const Stated& percent, const Stated& other) {
    const Number hundredth = Number(1) / 100;
    switch (role(other)) {
        case Role::percent: return product(Kind::percent, UnitId::percent, percent, other, hundredth);
        case Role::dimensional: return product(scaled_kind(other), other.unit, percent, other, hundredth);
        case Role::bare:
            if (other.kind == Kind::count)
                return product(Kind::count, UnitId::none, percent, other, hundredth);
            break;
        default: break;
    }
    return product(Kind::percent, percent.unit, percent, other, 1);
}

/// Of two factors without a unit: a share of a count is a count, a share of a share a share.
Kind bare_product_kind(const Stated& a, const Stated& b) {
    if (a.kind == Kind::count || b.kind == Kind::count) return Kind::count;
    return a.kind == Kind::ratio && b.kind == Kind::ratio ? Kind::ratio : Kind::number;
}

Kind bare_quotient_kind(const Stated& a, const Stated& b) {
    const bool left = a.kind == Kind::ratio, right = b.kind == Kind::ratio;
    if (left == right) return Kind::ratio;
    return a.kind == Kind::count ? Kind::count : Kind::number;
}

Outcome<Stated> divide_dimensional(const Stated& a, const Stated& b) {
    if (role(a) == Role::dimensional && compatible(a.unit, b.unit)) {
        Stated divisor = b;
        divisor.number = convert(b.number, b.unit, a.unit);
        divisor.admits = convert(admissible(b), b.unit, a.unit);
        divisor.unit = a.unit;
        return quotient(Kind::ratio, UnitId::none, a, divisor, 1);
    }
    const auto derived = derive(a, b, -1);
    if (role(a) == Role::percent || !derived) return units_mismatch(a, b, dividing);
    return quotient(derived->kind, derived->unit, a, b, derived->factor);
}

/// `x` as a factor of `other`: what was counted has a unit beside durations alone.
Stated factor_beside(const Stated& x, const Stated& other) {
    Stated factor = x;
    if (is_counted(x) && role(other) == Role::dimensional && unit_class(other) != UnitClass::duration)
        factor.unit = UnitId::none;
    return factor;
}

Outcome<Stated> product_of(const Stated& a, const Stated& b) {
    const Role left = role(a), right = role(b);
    if (left == Role::none || right == Role::none) return kinds_mismatch(a, b, multiplying);
    if (left == Role::percent) return multiply_percent(a, b);
    if (right == Role::percent) return multiply_percent(b, a);
    if (left == Role::dimensional && right == Role::dimensional) {
        const auto derived = derive(a, b, 1);
        if (!derived) return units_mismatch(a, b, multiplying);
        return product(derived->kind, derived->unit, a, b, derived->factor);
    }
    if (left == Role::dimensional) return product(scaled_kind(a), a.unit, a, b, 1);
    if (right == Role::dimensional) return product(scaled_kind(b), b.unit, a, b, 1);
    return product(bare_product_kind(a, b), UnitId::none, a, b, 1);
}

Outcome<Stated> quotient_of(const Stated& a, const Stated& b) {
    const Role left = role(a), right = role(b);
    if (left == Role::none || right == Role::none) return kinds_mismatch(a, b, dividing);
    if (right == Role::dimensional) return divide_dimensional(a, b);
    if (left == Role::percent && right == Role::percent) return quotient(Kind::ratio, UnitId::none, a, b, 1);
    if (right == Role::percent) return quotient(scaled_kind(a), a.unit, a, b, 100);
    if (left == Role::percent || left == Role::dimensional) return quotient(scaled_kind(a), a.unit, a, b, 1);
    return quotient(bare_quotient_kind(a, b), UnitId::none, a, b, 1);
}

}  // namespace

Outcome<Stated> add(const Stated& a, const Stated& b) {
    if (is_date(a) && !is_date(b)) return move_date(a, b, 1);
    if (is_date(b) && !is_date(a)) return move_date(b, a, 1);
    const auto outcome = align(a, b, adding);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
    const auto& pair = std::get<Aligned>(outcome);
    return computed(sum_kind(a, b, pair.unit), sum_unit(a, b, pair.unit), pair.left + pair.right,
                    pair.left_admits + pair.right_admits, a, b);
}

Outcome<Stated> subtract(const Stated& a, const Stated& b) {
    if (is_date(a) && is_date(b)) return subtract_dates(a, b);
    if (is_date(a)) return move_date(a, b, -1);
    const auto outcome = align(a, b, subtracting);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
    const auto& pair = std::get<Aligned>(outcome);
    return computed(sum_kind(a, b, pair.unit), difference_unit(a, b, pair.unit), pair.left - pair.right,
                    pair.left_admits - pair.right_admits, a, b);
}

Outcome<Stated> multiply(const Stated& a, const Stated& b) {
    return product_of(factor_beside(a, b), factor_beside(b, a));
}

Outcome<Stated> divide(const Stated& a, const Stated& b) {
    return quotient_of(factor_beside(a, b), factor_beside(b, a));
}

Outcome<Stated> percent_of(const Stated& part, const Stated& whole) {
    const auto outcome = align(part, whole, dividing);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
    const auto& pair = std::get<Aligned>(outcome);
    const auto share = divide(pair.left_admits, pair.right_admits);
    if (!share || pair.right.sign() == 0) return zero_divisor(part, whole);
    return computed(Kind::percent, UnitId::percent, pair.left / pair.right * 100, scaled(*share, 100), part,
                    whole);
}

Outcome<Stated> change(const Stated& from, const Stated& to) {
    // (b - a) / a = b / a - 1 has each operand once, so the corners of the quotient are those of the change.
    auto share = percent_of(to, from);
    if (auto* found = std::get_if<Stated>(&share)) {
        found->number = found->number - 100;
        found->admits = found->admits - Interval::exactly(100);
    }
    return share;
}

}  // namespace factlint
