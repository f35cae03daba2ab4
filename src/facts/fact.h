// Fact: what recognition found, in 32 bytes. `Facts` is flat: a composite is followed by its parts.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

#include "facts/growing_array.h"
#include "text/span.h"
#include "value/date.h"
#include "value/kind.h"
#include "value/number.h"
#include "value/unit.h"

namespace factlint {

/// Index into the table of languages (facts/language.h).
enum class LanguageId : std::uint8_t {};

/// `payload` by kind: numeric kinds hold the value's decimal mantissa (value = payload · 10^exponent), or with
/// flag `big` an index into Facts::big; date and simple date_range (quarter, decade) hold a Date, time a Time.
/// Composites (range, ratio, datetime, date_range of two dates, 6 ft 6 in) have `parts` following facts; ratio and range
/// hold nothing themselves.
struct Fact {
    Span span;  ///< in the prose of the document
    std::int64_t payload = 0;
    std::uint16_t number_offset =
        0;  ///< numeral inside: span.begin + number_offset, number_length bytes; 0 = none
    std::uint16_t number_length = 0;
    UnitId unit = UnitId::none;
    Kind kind = Kind::number;
    Approx approx = Approx::none;
    std::int8_t exponent = 0;
    std::int8_t last_digit = 0;  ///< power of ten of the last written digit, scale included: 1.72 billion → 7
    LanguageId language{};
    std::uint8_t flags = 0;
    std::uint8_t parts = 0;  ///< how many of the following facts belong to this one, nested ones included
    std::uint8_t label_gap =
        0;  ///< head noun: starts label_gap bytes after span.end (or inside for a counter, see label())
    std::uint8_t label_length = 0;
    std::uint8_t scale = 0;  ///< power of ten of the last scale word: 1.72 billion → 9; 0 = none

    static constexpr std::uint8_t big = 1, ambiguous = 2, decimal_point = 4, counter_inside = 8,
                                  minor_written = 16, impossible = 32;
    bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
    Date date() const { return std::bit_cast<Date>(payload); }
    Time time() const { return std::bit_cast<Time>(payload); }
    Span number() const { return {span.begin + number_offset, span.begin + number_offset + number_length}; }
    /// The counter or head noun; a counter inside the span starts label_gap bytes before its end.
    Span label() const {
        const std::uint32_t begin = has(counter_inside) ? span.end - label_gap : span.end + label_gap;
        return {begin, begin + label_length};
    }
};
static_assert(sizeof(Fact) == 32 && std::is_trivially_copyable_v<Fact>);
static_assert(sizeof(Date) == 8 && sizeof(Time) == 8);

struct Facts {
    GrowingArray<Fact> items;  ///< ascending by span; parts directly behind their composite
    std::vector<Number> big;   ///< values beyond 64 bits, rare
};

/// A place in Facts to go back to, when what was appended behind it turns out wrong.
struct FactsEnd {
    std::size_t items = 0;
    std::size_t big = 0;
};
inline FactsEnd end_of(const Facts& facts) { return {facts.items.size(), facts.big.size()}; }
inline void cut(Facts& facts, FactsEnd end) {
    facts.items.shrink(end.items);
    facts.big.resize(end.big);
}

/// The value of a numeric fact, exact.
Number value_of(const Fact&, const Facts&);

}  // namespace factlint
