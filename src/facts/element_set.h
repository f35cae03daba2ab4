// ElementSet: elements of templates of dates and times (facts/temporal_template.h), or signs: a set of ASCII characters.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace factlint {

/// One bit for each ASCII character.
struct ElementSet {
    std::array<std::uint64_t, 2> bits{};

    static constexpr ElementSet of(std::string_view codes) {
        ElementSet out;
        for (const char code : codes) out.add(code);
        return out;
    }
    constexpr void add(char code) {
        bits[static_cast<std::size_t>(code) / 64] |= std::uint64_t{1} << static_cast<std::size_t>(code) % 64;
    }
    constexpr void add(const ElementSet& other) {
        bits[0] |= other.bits[0];
        bits[1] |= other.bits[1];
    }
    constexpr ElementSet common(const ElementSet& other) const {
        return {{bits[0] & other.bits[0], bits[1] & other.bits[1]}};
    }
    template <class Visit> constexpr void for_each(Visit visit) const {
        for (std::size_t i = 0; i < bits.size(); ++i)
            for (std::uint64_t rest = bits[i]; rest != 0; rest &= rest - 1)
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
    }
    constexpr bool empty() const { return (bits[0] | bits[1]) == 0; }
    constexpr bool has(char code) const {
        return (bits[static_cast<std::size_t>(code) / 64] >> static_cast<std::size_t>(code) % 64 & 1) != 0;
    }
};

}  // namespace factlint
