#include "facts/generate/coverage.h"

#include <algorithm>

#include "value/kind.h"

namespace factlint::generate {
namespace {

/// A kind is covered where one of the roles has a word.
struct Simple {
    Kind kind;
    RoleSet roles;
};
const Simple simple_kinds[] = {
    {Kind::number, {Role::digit, Role::small, Role::tens, Role::weak}},
    {Kind::count, {Role::digit, Role::small, Role::tens, Role::weak}},
    {Kind::percent, {Role::percent, Role::percent_points, Role::percent_prefix, Role::tenths}},
    {Kind::money, {Role::currency, Role::currency_name, Role::currency_symbol}},
    {Kind::measure, {Role::unit, Role::unit_symbol, Role::unit_prefix}},
    {Kind::ordinal, {Role::ordinal, Role::ordinal_prefix, Role::ordinal_suffix, Role::ordinal_point}},
    {Kind::ratio, {Role::fraction, Role::fraction_join, Role::fraction_reverse, Role::ratio_join}},
    {Kind::range, {Role::range_join, Role::range_and}},
    {Kind::date, {Role::month, Role::month_mark, Role::month_prefix}},
    {Kind::time, {Role::hour_mark, Role::meridiem, Role::oclock, Role::clock_prefix, Role::time_lead}},
    {Kind::duration, {Role::time_unit}},
    {Kind::age, {Role::age_mark, Role::age_prefix}},
};

/// … and of these where both others are.
struct Composite {
    Kind kind, first, second;
};
constexpr Composite composite_kinds[] = {{Kind::date_range, Kind::date, Kind::range},
                                         {Kind::datetime, Kind::date, Kind::time},
                                         {Kind::time_range, Kind::time, Kind::range}};

constexpr std::uint32_t bit(Kind kind) { return 1U << static_cast<unsigned>(kind); }

}  // namespace

std::uint32_t covered_kinds(const LanguageSource& source) {
    std::uint32_t kinds = 0;
    for (const Simple& row : simple_kinds)
        if (std::any_of(source.words.begin(), source.words.end(),
                        [&](const Word& word) { return row.roles.has(word.role); }))
            kinds |= bit(row.kind);
    for (const Composite& row : composite_kinds)
        if ((kinds & bit(row.first)) != 0 && (kinds & bit(row.second)) != 0) kinds |= bit(row.kind);
    return kinds;
}

}  // namespace factlint::generate
