#include "value/unit.h"

#include <algorithm>
#include <cassert>

namespace factlint {
namespace {

constexpr Unit built_in[] = {
#include "units.inc"
};

/// The built-in rows or, where a project has units of its own, a copy of them with those behind. Set before anything is
/// recognised, and then no more.
std::span<const Unit>& units() {
    static constinit std::span<const Unit> rows = built_in;
    return rows;
}

constexpr std::size_t first_sorted = named_units.size() + 1;
static_assert(built_in[static_cast<std::size_t>(UnitId::year)].id == "year");

const Unit* by_id(std::string_view id) {
    const auto named = std::find(named_units.begin(), named_units.end(), id);
    if (named != named_units.end()) return units().data() + 1 + (named - named_units.begin());
    const std::span sorted = units().first(std::size(built_in)).subspan(first_sorted);
    const auto found =
        std::lower_bound(sorted.begin(), sorted.end(), id,
                         [](const Unit& row, std::string_view wanted) { return row.id < wanted; });
    if (found != sorted.end() && found->id == id) return &*found;
    const std::span added = units().subspan(std::size(built_in));
    const auto own = std::find_if(added.begin(), added.end(), [&](const Unit& row) { return row.id == id; });
    return own != added.end() ? &*own : nullptr;
}

Number factor(const Unit& of) {
    const Number ratio = Number(of.factor_numerator) / Number(of.factor_denominator);
    return of.factor_exponent == 0 ? ratio : ratio * Number::power_of_ten(of.factor_exponent);
}

Number offset(const Unit& of) { return Number(of.offset_numerator) / Number(of.offset_denominator); }

}  // namespace

const Unit& unit(UnitId id) {
    assert(static_cast<std::size_t>(id) < units().size());
    return units()[static_cast<std::size_t>(id)];
}

std::optional<UnitId> find_unit(std::string_view id) {
    const Unit* found = by_id(id);
    if (!found) return std::nullopt;
    return static_cast<UnitId>(found - units().data());
}

std::span<const Unit> all_units() { return units(); }

void add_units(std::vector<Unit> added) {
    static std::vector<Unit> rows;
    added.insert(added.begin(), units().begin(), units().end());
    rows = std::move(added);
    units() = rows;
}

bool compatible(UnitId a, UnitId b) {
    const Unit &left = unit(a), &right = unit(b);
    if (left.unit_class == UnitClass::money || right.unit_class == UnitClass::money) return a == b;
    return (left.unit_class == UnitClass::percent) == (right.unit_class == UnitClass::percent) &&
           left.dimension == right.dimension;
}

Number convert(const Number& value, UnitId from, UnitId to) {
    if (from == to) return value;
    const Unit &source = unit(from), &target = unit(to);
    return (value * factor(source) + offset(source) - offset(target)) / factor(target);
}

std::optional<UnitId> base_unit(const Dimension& dimension) {
    const auto is_base = [&](const Unit& row) {
        return row.unit_class >= UnitClass::measure && row.dimension == dimension &&
               row.offset_numerator == 0 && row.factor_numerator == 1 && row.factor_denominator == 1 &&
               row.factor_exponent == 0;
    };
    const auto found = std::find_if(units().begin(), units().end(), is_base);
    if (found == units().end()) return std::nullopt;
    return static_cast<UnitId>(found - units().begin());
}

}  // namespace factlint
