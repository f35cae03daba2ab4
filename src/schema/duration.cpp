#include "schema/duration.h"

#include <algorithm>
#include <array>

#include "value/date.h"

namespace factlint {
namespace {

/// A part of a duration: its letter before or behind the T, and what one of it is.
struct Part {
    char letter;
    bool of_time;
    std::int32_t months;
    std::int32_t seconds;
};
constexpr Part parts[] = {{'Y', false, 12, 0},     {'M', false, 1, 0},   {'W', false, 0, 604'800},
                          {'D', false, 0, 86'400}, {'H', true, 0, 3600}, {'M', true, 0, 60},
                          {'S', true, 0, 1}};

constexpr std::size_t most_digits = 100;

/// "12.5" at the start of `text`, which is left behind it.
std::optional<Number> take_number(std::string_view& text) {
    const std::size_t size = std::min(text.find_first_not_of("0123456789.,"), text.size());
    if (size == 0 || size > most_digits) return std::nullopt;
    std::string literal(text.substr(0, size));
    std::replace(literal.begin(), literal.end(), ',', '.');
    text.remove_prefix(size);
    return Number::parse(literal);
}

/// First days of months from which a duration is longest and shortest (XML Schema part 2).
struct YearMonth {
    int year;
    int month;
};
constexpr YearMonth anchors[] = {{1696, 9}, {1697, 2}, {1903, 3}, {1903, 7}};

constexpr std::int64_t most_months = 12 * 20'000;

/// Seconds from the anchor to the end of the duration.
Number seconds_from(YearMonth anchor, const CellDuration& duration) {
    const std::int64_t months =
        std::clamp(duration.months.floor().to_int64().value_or(most_months), -most_months, most_months);
    const std::int64_t index = anchor.year * 12 + anchor.month - 1 + months;
    const std::int64_t year = index >= 0 ? index / 12 : (index - 11) / 12;
    const Day end = days_from_civil(static_cast<int>(year), static_cast<int>(index - year * 12) + 1, 1);
    return Number(end) * Number(86'400) + duration.seconds;
}

}  // namespace

std::optional<CellDuration> read_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);
    CellDuration duration;
    bool of_time = false, ended = false;
    const Part* next = parts;
    while (!text.empty()) {
        if (text.front() == 'T' && !of_time) {
            of_time = true;
            text.remove_prefix(1);
            if (text.empty()) return std::nullopt;
            continue;
        }
        const auto number = take_number(text);
        if (!number || text.empty() || ended) return std::nullopt;
        const Part* part = std::find_if(next, std::end(parts), [&](const Part& row) {
            return row.letter == text.front() && row.of_time == of_time;
        });
        if (part == std::end(parts)) return std::nullopt;
        text.remove_prefix(1);
        ended = !number->is_integer();
        duration.months = duration.months + *number * Number(part->months);
        duration.seconds = duration.seconds + *number * Number(part->seconds);
        next = part + 1;
    }
    if (negative) duration = {-duration.months, -duration.seconds};
    return duration;
}

bool is_shorter(const CellDuration& a, const CellDuration& b) {
    return std::all_of(std::begin(anchors), std::end(anchors),
                       [&](YearMonth anchor) { return seconds_from(anchor, a) < seconds_from(anchor, b); });
}

}  // namespace factlint
