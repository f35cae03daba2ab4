// Units with a dimension: currencies (ISO 4217), measures (CLDR unit identifiers), durations, percent.
//
// The table comes from facts/units/*.yaml, compiled in; a project may add rows. Labels (counters, head nouns) are text, not units.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "value/number.h"

namespace factlint {

/// Index into the table of units; `none` is a bare number. The order of the table is fixed at build time: first the
/// units that have names here, then all others by identifier.
enum class UnitId : std::uint16_t {
    none = 0,
    percent,
    pp,
    second,
    minute,
    hour,
    day,
    week,
    month,
    year,
    celsius,
    meter,
    centimeter,
    foot,
    inch,
    degree
};

/// Identifiers of the units named in UnitId, in its order.
inline constexpr std::array<std::string_view, 15> named_units = {
    "percent", "pp",      "second", "minute",     "hour", "day",  "week",  "month",
    "year",    "celsius", "meter",  "centimeter", "foot", "inch", "degree"};

enum class UnitClass : std::uint8_t { none, percent, money, measure, duration };

/// Months count calendar time, which has no fixed length in seconds. Money has no exponent: a currency goes with itself
/// alone.
inline constexpr std::array<std::string_view, 9> base_quantities = {
    "length", "mass", "time", "temperature", "data", "angle", "current", "luminosity", "months"};

/// Exponents of the base quantities, in their order.
using Dimension = std::array<std::int8_t, base_quantities.size()>;

struct Unit {
    std::string_view id;  ///< "USD", "kilometer", "year", "percent", "pp"
    UnitClass unit_class = UnitClass::none;
    Dimension dimension{};
    std::int64_t factor_numerator =
        1;  ///< value in base units = value · numerator / denominator · 10^exponent + offset
    std::int64_t factor_denominator = 1;
    std::int16_t factor_exponent = 0;
    std::int64_t offset_numerator = 0;  ///< temperatures: kelvin = celsius + 273.15
    std::int64_t offset_denominator = 1;
    std::int8_t minor_digits = 0;  ///< money: decimals of the minor unit (USD 2, JPY 0)
};

/// O(1).
const Unit& unit(UnitId id);
/// By identifier; O(log units).
std::optional<UnitId> find_unit(std::string_view id);
std::span<const Unit> all_units();
/// Puts units of a project behind those that are there, their identifiers new and outliving the process's work. Only
/// once, before anything is recognised: not thread-safe, and rows handed out before are not those asked for later.
void add_units(std::vector<Unit> added);

/// Whether values of the two can be added and compared: the same dimension, and for money the same currency.
bool compatible(UnitId a, UnitId b);
/// `value` of `from` in `to`, exact. Precondition: compatible.
Number convert(const Number& value, UnitId from, UnitId to);
/// The measure or duration with this dimension and factor 1: what a product of two measures is given in. O(units).
std::optional<UnitId> base_unit(const Dimension& dimension);

}  // namespace factlint
