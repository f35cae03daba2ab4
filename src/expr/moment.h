// Timestamps and durations: ranges, text forms, calendar fields in a time zone (langdef.md, "Timestamps", "Durations").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "expr/value.h"

namespace factlint::expr {

/// Whether it lies from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
bool in_range(const Timestamp&);
/// seconds and nanos of any size and sign as a duration; nullopt where it is not below 2^63 nanoseconds.
std::optional<Duration> make_duration(std::int64_t seconds, std::int64_t nanos);

std::optional<Duration> add(const Duration&, const Duration&);
std::optional<Duration> negate(const Duration&);
std::optional<Timestamp> add(const Timestamp&, const Duration&);
std::optional<Duration> subtract(const Timestamp&, const Timestamp&);

/// RFC 3339; nullopt where it is none or out of range.
std::optional<Timestamp> parse_timestamp(std::string_view text);
/// "1h45m", "-1.5s", "100ms", "10us", "5ns".
std::optional<Duration> parse_duration(std::string_view text);
std::string to_text(const Timestamp&);  ///< 2009-02-13T23:31:30.5Z
std::string to_text(const Duration&);   ///< 1000.5s

/// Fields of a moment at a place. Months and days of the week and of the year count from 0, as CEL has it.
struct Calendar {
    std::int64_t year = 0;
    int month = 0;
    int day = 0;  ///< of the month, from 1
    int day_of_week = 0;
    int day_of_year = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};
/// `zone`: an IANA name, or an offset such as +09:30 or -2:00; empty for UTC. nullopt where there is no such zone.
std::optional<Calendar> calendar(const Timestamp&, std::string_view zone);

}  // namespace factlint::expr
