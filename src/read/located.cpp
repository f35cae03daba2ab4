#include "read/located.h"

namespace factlint {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// The end of the digits from `at` on.
std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

Finding finding_at(Place place, std::string id, std::string message, Concern concern) {
    Finding finding;
    finding.id = std::move(id);
    finding.concern = concern;
    finding.message = std::move(message);
    finding.primary = place;
    return finding;
}

}  // namespace

std::size_t number_literal_size(std::string_view text) {
    const auto is = [&](std::size_t at, char c) { return at < text.size() && text[at] == c; };
    const std::size_t begin = is(0, '-') ? 1 : 0;
    std::size_t end = is(begin, '0') ? begin + 1 : skip_digits(text, begin);
    if (end == begin) return 0;
    if (is(end, '.')) {
        const std::size_t after = skip_digits(text, end + 1);
        if (after == end + 1) return end;
        end = after;
    }
    if (is(end, 'e') || is(end, 'E')) {
        const std::size_t digits = end + (is(end + 1, '+') || is(end + 1, '-') ? 2 : 1);
        const std::size_t after = skip_digits(text, digits);
        if (after > digits) end = after;
    }
    return end;
}

bool is_number_literal(std::string_view text) {
    return !text.empty() && number_literal_size(text) == text.size();
}

Finding bad_data(Place place, std::string message) {
    return finding_at(place, "bad-data", std::move(message), Concern::input);
}

Finding data_not_found(Place place, std::string message) {
    return finding_at(place, "data-not-found", std::move(message), Concern::content);
}

}  // namespace factlint
