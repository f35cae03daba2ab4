// The day that the metadata of a document states.
#pragma once

#include <string_view>

namespace factlint {

/// The day, month or year of an ISO 8601 date or time, which is EDTF: "2025-11-02T10:00Z" → "2025-11-02"; empty where
/// `value` is something else.
constexpr std::string_view iso_day(std::string_view value) {
    constexpr std::string_view form = "dddd-dd-dd";
    std::size_t size = 0;
    const auto fits = [](char expected, char c) {
        return expected == 'd' ? '0' <= c && c <= '9' : c == expected;
    };
    while (size < form.size() && size < value.size() && fits(form[size], value[size])) ++size;
    const bool whole = size == 4 || size == 7 || size == 10;
    const bool ends = size == value.size() || (size == 10 && (value[size] == 'T' || value[size] == ' '));
    return whole && ends ? value.substr(0, size) : std::string_view{};
}

}  // namespace factlint
