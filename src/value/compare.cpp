#include <algorithm>
#include <vector>

#include "text/normal_form.h"
#include "value/operand.h"

namespace factlint {
namespace {

constexpr Operation comparing{"compare"};

/// The three relations that the others are made of.
struct Order {
    Truth equal, less, less_equal;
};

Truth pick(Relation relation, const Order& forward, const Order& backward) {
    switch (relation) {
        case Relation::equal: return forward.equal;
        case Relation::not_equal: return !forward.equal;
        case Relation::less: return forward.less;
        case Relation::less_equal: return forward.less_equal;
        case Relation::greater: return backward.less;
        case Relation::greater_equal: return backward.less_equal;
    }
    return Truth::open;
}

template <class T> Order order_of(const T& a, const T& b) { return {equal(a, b), less(a, b), !less(b, a)}; }

Order order_of(const DateRange& a, const DateRange& b) {
    const Order both{equal(a, b), less(a, b), Truth::no};
    return {both.equal, both.less, both.less || both.equal};
}

template <class T> Truth judge(Relation relation, const T& a, const T& b) {
    return pick(relation, order_of(a, b), order_of(b, a));
}

bool has_date(const Stated& x) {
    return x.kind == Kind::date || x.kind == Kind::datetime || x.kind == Kind::date_range;
}

bool is_extent(const Stated& x) { return x.kind == Kind::range || x.kind == Kind::time_range; }

Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }

std::int64_t nanoseconds(const Time& time) {
    constexpr std::uint8_t absent = 0xFF;
    const std::int64_t minutes = time.hour * 60 + (time.minute == absent ? 0 : time.minute);
    return (minutes * 60 + (time.second == absent ? 0 : time.second)) * 1'000'000'000 + time.nanosecond;
}

Interval clock(const Stated& x) { return Interval::exactly(nanoseconds(x.time)); }

/// Datetimes: by date, within one day by the clock.
Order datetime_order(const Stated& a, const Stated& b) {
    const Order date = order_of(a.dates.start, b.dates.start), time = order_of(clock(a), clock(b));
    return {date.equal && time.equal, date.less || (date.equal && time.less),
            date.less || (date.equal && time.less_equal)};
}

Truth compare_dates(Relation relation, const Stated& a, const Stated& b) {
    if (a.kind == Kind::date_range || b.kind == Kind::date_range)
        return judge(relation, date_extent(a), date_extent(b));
    if (a.kind == Kind::datetime && b.kind == Kind::datetime)
        return pick(relation, datetime_order(a, b), datetime_order(b, a));
    return judge(relation, a.dates.start, b.dates.start);
}

/// By code point, of the same normal form as same_written.
Truth compare_texts(Relation relation, const Stated& a, const Stated& b) {
    const std::string left = compatibility_composed(a.text), right = compatibility_composed(b.text);
    const Order forward{truth(left == right), truth(left < right), truth(left <= right)};
    const Order backward{forward.equal, truth(right < left), truth(right <= left)};
    return pick(relation, forward, backward);
}

/// A bare year as the number it is written as.
Stated year_number(const Stated& x) {
    Stated year = bare(x.dates.start.year);
    year.stated_in_rule = x.stated_in_rule;
    return year;
}

bool is_year_beside_number(const Stated& date, const Stated& number) {
    return is_bare_year(date) && role(number) == Role::bare;
}

Outcome<Truth> compare_numbers(Relation relation, const Stated& a, const Stated& b) {
    const bool replaced = relation == Relation::equal || relation == Relation::not_equal;
    const auto outcome = replaced ? align(bounded(a), bounded(b), comparing) : align(a, b, comparing);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
    const auto& pair = std::get<Aligned>(outcome);
    return judge(relation, pair.left_admits, pair.right_admits);
}

Outcome<Truth> both(const Outcome<Truth>& a, const Outcome<Truth>& b, Truth (*join)(Truth, Truth)) {
    if (a.index() != 0) return a;
    if (b.index() != 0) return b;
    return join(std::get<Truth>(a), std::get<Truth>(b));
}

Outcome<Truth> extents_equal(const Stated& a, const Stated& b) {
    return both(compare(Relation::equal, start_of(a), start_of(b)),
                compare(Relation::equal, end_of(a), end_of(b)), [](Truth x, Truth y) { return x && y; });
}

Outcome<Truth> extents_less(const Stated& a, const Stated& b) {
    return compare(Relation::less, end_of(a), start_of(b));
}

Outcome<Truth> compare_extents(Relation relation, const Stated& a, const Stated& b) {
    const auto either = [](Truth x, Truth y) { return x || y; };
    switch (relation) {
        case Relation::equal: return extents_equal(a, b);
        case Relation::less: return extents_less(a, b);
        case Relation::less_equal: return both(extents_less(a, b), extents_equal(a, b), either);
        case Relation::greater: return extents_less(b, a);
        case Relation::greater_equal: return both(extents_less(b, a), extents_equal(a, b), either);
        case Relation::not_equal: break;
    }
    auto outcome = extents_equal(a, b);
    if (auto* found = std::get_if<Truth>(&outcome)) *found = !*found;
    return outcome;
}

/// The values that all admit, in the unit of the first; nullopt where there are none.
Outcome<Truth> agree_numbers(std::span<const Stated> values) {
    Interval common = admissible(values.front());
    for (const Stated& value : values.subspan(1)) {
        const auto outcome = align(values.front(), value, comparing);
        if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return *mismatch;
        const auto shared = intersect(common, std::get<Aligned>(outcome).right_admits);
        if (!shared) return Truth::no;
        common = *shared;
    }
    return Truth::yes;
}

/// Whether no comparison tells the two apart.
bool interchangeable(const Stated& a, const Stated& b) {
    return a.kind == b.kind && a.unit == b.unit && a.approx == b.approx &&
           a.stated_in_rule == b.stated_in_rule && a.number == b.number && a.admits == b.admits &&
           a.dates == b.dates && a.time == b.time && (a.kind != Kind::text || a.text == b.text) &&
           std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), interchangeable);
}

/// Of values that are alike only two are compared, with each other too: a thousand documents mostly state one value.
Outcome<Truth> agree_pairwise(std::span<const Stated> values) {
    std::vector<const Stated*> kept;
    for (const Stated& value : values) {
        const auto alike = [&](const Stated* other) { return interchangeable(*other, value); };
        if (std::count_if(kept.begin(), kept.end(), alike) > 1) continue;
        for (const Stated* other : kept) {
            const auto outcome = compare(Relation::equal, *other, value);
            const auto* found = std::get_if<Truth>(&outcome);
            if (!found || *found == Truth::no) return outcome;
        }
        kept.push_back(&value);
    }
    return Truth::yes;
}

}  // namespace

Outcome<Truth> compare(Relation relation, const Stated& a, const Stated& b) {
    if (a.kind == Kind::text && b.kind == Kind::text) return compare_texts(relation, a, b);
    if (has_date(a) && has_date(b)) return compare_dates(relation, a, b);
    if (a.kind == Kind::time && b.kind == Kind::time) return judge(relation, clock(a), clock(b));
    if (is_extent(a) || is_extent(b)) {
        if (start_of(a).kind == Kind::text || is_extent(start_of(a)) || is_extent(start_of(b)))
            return kinds_mismatch(a, b, comparing);
        return compare_extents(relation, a, b);
    }
    if (is_year_beside_number(a, b)) return compare_numbers(relation, year_number(a), b);
    if (is_year_beside_number(b, a)) return compare_numbers(relation, a, year_number(b));
    return compare_numbers(relation, a, b);
}

Outcome<Truth> agree(std::span<const Stated> values) {
    if (values.empty()) return Truth::yes;
    const bool plain =
        role(values.front()) != Role::none &&
        std::all_of(values.begin(), values.end(), [&](const Stated& value) {
            return (role(value) == Role::dimensional) == (role(values.front()) == Role::dimensional) &&
                   (role(value) == Role::percent) == (role(values.front()) == Role::percent) &&
                   role(value) != Role::none;
        });
    return plain ? agree_numbers(values) : agree_pairwise(values);
}

}  // namespace factlint
