#include <array>

#include "facts/temporal.h"
#include "facts/temporal_template.h"

namespace factlint {
namespace {

constexpr Pattern weak_pattern = "I l";
constexpr std::array<Pattern, 30> patterns = {
    "P? I:J:X P?",
    "P? j? I:J P?",
    "I.J P",
    "I P",
    "P? j? I h i u x t",
    "P? j? I h i u P?",
    "P? I h x t",
    "P? j? I h r P?",
    "P? j? I h P?",
    "IhJ P?",
    "I h i P?",
    "P? j? I z P?",
    "P? j? I:J z P?",
    "P? j? I.J z P?",
    "I z J",
    "4 I z? P?",
    "5 I:J:X P?",
    "5 I:J P?",
    "5 I.J P?",
    "5 I P?",
    "P? K",
    "I K",
    "P I.J",
    "P, I:J",
    "P? j? I h F P?",
    "P? j? I l i u x t",
    "P? j? I l i u?",
    "P? j? I l F",
    "P j? I l",
    weak_pattern,
};

constexpr auto trie = [] {
    TemplateTrie<256> out;
    for (std::size_t i = 0; i < patterns.size(); ++i) out.add(static_cast<std::int16_t>(i), patterns[i]);
    return out;
}();

/// Whether the pattern alone shows that this is a time: 三点 may be three points, 零点 not.
bool is_weak(Pattern pattern, const Time& time) { return pattern == weak_pattern && time.hour != 0; }

/// halb acht is half an hour before eight, halb eins before one o'clock in the afternoon.
Time offset_time(const Slots& slots) {
    const bool before = slots.offset < 0;
    const int hour = slots.hour - (before ? 1 : 0);
    Time time;
    time.hour = static_cast<std::uint8_t>(hour_of_day(hour > 0 ? hour : 12, slots.day_part));
    time.minute = static_cast<std::uint8_t>(before ? 60 + slots.offset : slots.offset);
    return time;
}

Time time_of(Run& run, std::size_t at, std::size_t tokens, const Slots& slots) {
    Time time;
    if (slots.clock >= 0) {
        time.hour = static_cast<std::uint8_t>(slots.clock / 100);
        if (slots.clock % 100 != 0) time.minute = static_cast<std::uint8_t>(slots.clock % 100);
        return time;
    }
    if (slots.offset != 0) return offset_time(slots);
    time.hour = static_cast<std::uint8_t>(hour_of_day(slots.hour, slots.day_part));
    if (slots.minute >= 0) time.minute = static_cast<std::uint8_t>(slots.minute);
    if (slots.second >= 0) {
        if (slots.minute < 0) time.minute = 0;
        time.second = static_cast<std::uint8_t>(slots.second);
    }
    for (std::size_t i = at; i < at + tokens; ++i)
        if (run.is(i, Role::half)) time.minute = 30;
    return time;
}

}  // namespace

int hour_of_day(int hour, int day_part) {
    switch (day_part) {
        case 0: return hour == 12 ? 0 : hour;
        case 12: return hour < 12 ? hour + 12 : hour;
        case 24: return hour <= 3 ? hour + 12 : hour;
        case 36: return hour == 12 ? 0 : hour >= 5 && hour < 12 ? hour + 12 : hour;
        default: return hour;
    }
}

Moment read_time(Run& run, std::size_t at) {
    Moment best;
    std::size_t best_row = patterns.size();
    TemplateMatcher(run, at, trie.nodes)
        .for_each([&](std::size_t row, std::size_t tokens, const Slots& slots) {
            if (tokens < best.tokens || (tokens == best.tokens && row >= best_row)) return;
            best_row = row;
            best.tokens = tokens;
            best.has_time = true;
            best.twelve_hours = slots.day_part >= 0;
            best.day_part = slots.day_part;
            best.time = time_of(run, at, tokens, slots);
            best.needs_lead = is_weak(patterns[row], best.time);
            best.time_span = {run[at].span.begin, run[at + tokens - 1].span.end};
        });
    return best;
}

}  // namespace factlint
