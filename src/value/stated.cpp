#include "value/stated.h"

#include <algorithm>

#include "text/normal_form.h"
#include "value/operand.h"

namespace factlint {
namespace {

Date without_weekday(Date date) {
    date.weekday = 0;
    return date;
}

bool same_dates(const DateRange& a, const DateRange& b) {
    return without_weekday(a.start) == without_weekday(b.start) &&
           without_weekday(a.end) == without_weekday(b.end);
}

Stated from_zero(const Stated& like) {
    Stated zero = bare(0);
    zero.stated_in_rule = like.stated_in_rule;
    return zero;
}

}  // namespace

Stated bare(Number value) {
    Stated made;
    made.admits = Interval::exactly(value);
    made.number = std::move(value);
    return made;
}

Stated negate(const Stated& x) {
    return computed(x.kind, x.unit, -x.number, -admissible(x), x, from_zero(x));
}

bool is_weekday(const Stated& x) { return x.kind == Kind::number && x.label == weekday_label; }

Stated bounded(const Stated& x) {
    Stated made = x;
    if (x.approx == Approx::none || role(x) == Role::none) return made;
    const Number width = approximate_width(x.number);
    if (!made.admits.low) made.admits.low = Bound{x.number - width, false, false};
    if (!made.admits.high) made.admits.high = Bound{x.number + width, false, false};
    return made;
}

bool same_written(const Stated& a, const Stated& b) {
    if (a.kind == Kind::text || b.kind == Kind::text)
        return a.kind == b.kind && compatibility_composed(a.text) == compatibility_composed(b.text);
    if (a.parts.size() == 2 && b.parts.size() == 2)
        return same_written(a.parts[0], b.parts[0]) && same_written(a.parts[1], b.parts[1]);
    if (is_temporal(a.kind) || is_temporal(b.kind))
        return is_temporal(a.kind) && is_temporal(b.kind) && a.time == b.time &&
               same_dates(date_extent(a), date_extent(b));
    return a.parts.size() == b.parts.size() && a.unit == b.unit && a.number == b.number;
}

Interval admitted(const Number& value, int last_digit, bool exact, Approx approx) {
    const Bound closed{value, false, false}, open{value, true, false};
    switch (approx) {
        case Approx::none: break;
        case Approx::about: {
            const Number width = approximate_width(value);
            return {Bound{value - width, false, false}, Bound{value + width, false, false}};
        }
        case Approx::nearly: {
            const Number width = approximate_width(value);
            if (width.sign() == 0) break;
            return {Bound{value - width, false, false}, open};
        }
        case Approx::at_least: return {closed, std::nullopt};
        case Approx::more_than: return {open, std::nullopt};
        case Approx::at_most:
        case Approx::up_to: return {std::nullopt, closed};
        case Approx::less_than: return {std::nullopt, open};
    }
    return exact ? Interval::exactly(value) : Interval::rounded(value, Number::power_of_ten(last_digit) / 2);
}

}  // namespace factlint
