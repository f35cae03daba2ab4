// The kinds of facts (design, section 2), in the order of the table there.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace factlint {

enum class Kind : std::uint8_t {
    number,
    count,
    percent,
    money,
    measure,
    ordinal,
    ratio,
    range,
    date,
    date_range,
    time,
    datetime,
    time_range,
    duration,
    age,
    identifier,  ///< recognised only so that it is left out: versions, phone numbers, sections
    text,        ///< what a `text` hole bound; never produced by extraction
};

inline constexpr std::array<std::string_view, 17> kind_names = {
    "number",     "count", "percent",  "money",      "measure",  "ordinal", "ratio",      "range", "date",
    "date_range", "time",  "datetime", "time_range", "duration", "age",     "identifier", "text"};

constexpr std::string_view name(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
constexpr std::optional<Kind> kind_named(std::string_view text) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == text) return static_cast<Kind>(i);
    return std::nullopt;
}
/// Kinds whose value is one number in a unit.
constexpr bool is_numeric(Kind kind) {
    switch (kind) {
        case Kind::number:
        case Kind::count:
        case Kind::percent:
        case Kind::money:
        case Kind::measure:
        case Kind::ordinal:
        case Kind::duration:
        case Kind::age: return true;
        default: return false;
    }
}
constexpr bool is_temporal(Kind kind) { return kind >= Kind::date && kind <= Kind::time_range; }

/// What a word beside a number says about it (design, section 4).
enum class Approx : std::uint8_t { none, about, at_least, at_most, more_than, less_than, nearly, up_to };

inline constexpr std::array<std::string_view, 8> approx_names = {
    "", "about", "at_least", "at_most", "more_than", "less_than", "nearly", "up_to"};
constexpr std::string_view name(Approx approx) { return approx_names[static_cast<std::size_t>(approx)]; }
/// Whether the value is only an end of what is stated.
constexpr bool is_limit(Approx approx) {
    return approx == Approx::at_least || approx == Approx::at_most || approx == Approx::more_than ||
           approx == Approx::less_than;
}

}  // namespace factlint
