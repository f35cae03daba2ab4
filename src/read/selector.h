// How a row, a column or a table is named: by its text, or "#3" for the third.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace factlint {

/// "#3" → 3, from 1; nothing where it is a name.
inline std::optional<std::size_t> selected_number(std::string_view selector) {
    if (!selector.starts_with('#')) return std::nullopt;
    std::size_t number = 0;
    const char* const end = selector.data() + selector.size();
    const auto [stop, error] = std::from_chars(selector.data() + 1, end, number);
    return error == std::errc{} && stop == end && number > 0 ? std::optional(number) : std::nullopt;
}

/// Counts what a selector takes: it must take exactly one.
struct Selection {
    std::optional<std::size_t> index;  ///< of the last one taken, from 0
    std::size_t taken = 0;

    void offer(std::size_t candidate, std::string_view name, std::string_view selector) {
        const auto number = selected_number(selector);
        if (number ? *number != candidate + 1 : name != selector) return;
        index = candidate;
        ++taken;
    }
    std::string problem(std::string_view what, std::string_view selector) const {
        const std::string name = std::string(what) + " '" + std::string(selector) + "'";
        return taken == 0 ? "there is no " + name : "there is more than one " + name;
    }
};

}  // namespace factlint
