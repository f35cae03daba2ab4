#include "expr/moment.h"

#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "expr/zones.h"

namespace factlint::expr {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t giga = 1'000'000'000;
constexpr std::int64_t first_second = -62'135'596'800;
constexpr std::int64_t last_second = 253'402'300'799;
constexpr std::int64_t day_seconds = 86'400;

/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int64_t days_from_date(std::int64_t year, int month, int day) {
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t of_era = year - era * 400;
    const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Calendar date_from_days(std::int64_t days) {
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t of_era = days - era * 146097;
    const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const std::int64_t shifted = (5 * of_year + 2) / 153;
    Calendar date;
    date.day = static_cast<int>(of_year - (153 * shifted + 2) / 5 + 1);
    date.month = static_cast<int>(shifted < 10 ? shifted + 2 : shifted - 10);
    date.year = year + era * 400 + (date.month <= 1 ? 1 : 0);
    return date;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int month_length(std::int64_t year, int month) {
    constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year) ? 1 : 0);
}

/// Reads fixed-width fields off the front of a text.
struct FieldReader {
    std::string_view rest;
    bool ok = true;

    int digits(std::size_t count) {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            ok = ok && i < rest.size() && rest[i] >= '0' && rest[i] <= '9';
            if (!ok) return 0;
            value = value * 10 + (rest[i] - '0');
        }
        rest.remove_prefix(count);
        return value;
    }
    bool take(std::string_view any_of) {
        if (rest.empty() || any_of.find(rest[0]) == std::string_view::npos) return false;
        rest.remove_prefix(1);
        return true;
    }
    void expect(std::string_view any_of) { ok = take(any_of) && ok; }
    /// ".123" as nanoseconds, at most nine digits.
    std::int32_t fraction() {
        if (!take(".")) return 0;
        std::int32_t value = 0;
        int count = 0;
        for (; !rest.empty() && rest[0] >= '0' && rest[0] <= '9'; rest.remove_prefix(1), ++count)
            if (count < 9) value = value * 10 + (rest[0] - '0');
        ok = ok && count >= 1 && count <= 9;
        for (; count < 9; ++count) value *= 10;
        return value;
    }
};

struct DurationUnit {
    std::string_view name;
    std::int64_t nanos;
};
constexpr std::array duration_units{
    DurationUnit{"ns", 1},        DurationUnit{"us", 1000},      DurationUnit{"µs", 1000},
    DurationUnit{"μs", 1000},     DurationUnit{"ms", 1'000'000}, DurationUnit{"h", 3600 * giga},
    DurationUnit{"m", 60 * giga}, DurationUnit{"s", giga},
};

/// "1.5h" off the front of `text`, in nanoseconds.
std::optional<Wide> duration_part(std::string_view& text) {
    Wide whole = 0, fraction = 0, scale = 1;
    std::size_t at = 0, digits = 0;
    const auto is_digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (; is_digit(); ++at, ++digits) {
        whole = whole * 10 + (text[at] - '0');
        if (whole > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    }
    if (at < text.size() && text[at] == '.')
        for (++at; is_digit(); ++at, ++digits)
            if (scale < 1'000'000'000'000'000) {
                fraction = fraction * 10 + (text[at] - '0');
                scale *= 10;
            }
    if (digits == 0) return std::nullopt;
    for (const auto& unit : duration_units)
        if (text.substr(at).starts_with(unit.name)) {
            text.remove_prefix(at + unit.name.size());
            return whole * unit.nanos + fraction * unit.nanos / scale;
        }
    return std::nullopt;
}

std::string fraction_text(std::int32_t nanos) {
    if (nanos == 0) return "";
    std::string text = fmt::format(".{:09}", nanos);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

/// "+09:30", "-2:00", "02:00".
std::optional<std::int64_t> fixed_offset(std::string_view zone) {
    const std::int64_t sign = zone.starts_with('-') ? -1 : 1;
    if (zone.starts_with('-') || zone.starts_with('+')) zone.remove_prefix(1);
    const std::size_t colon = zone.find(':');
    if (colon == 0 || colon > 2 || zone.size() != colon + 3) return std::nullopt;
    FieldReader fields{zone};
    const int hours = fields.digits(colon);
    fields.expect(":");
    const int minutes = fields.digits(2);
    if (!fields.ok || hours > 23 || minutes > 59) return std::nullopt;
    return sign * (hours * 3600 + minutes * 60);
}

}  // namespace

bool in_range(const Timestamp& time) { return time.seconds >= first_second && time.seconds <= last_second; }

std::optional<Duration> make_duration(std::int64_t seconds, std::int64_t nanos) {
    const Wide all = static_cast<Wide>(seconds) * giga + nanos;
    if (all > std::numeric_limits<std::int64_t>::max() || all < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    return Duration{static_cast<std::int64_t>(all / giga), static_cast<std::int32_t>(all % giga)};
}

std::optional<Duration> add(const Duration& a, const Duration& b) {
    std::int64_t seconds = 0;
    if (__builtin_add_overflow(a.seconds, b.seconds, &seconds)) return std::nullopt;
    return make_duration(seconds, std::int64_t{a.nanos} + b.nanos);
}

std::optional<Duration> negate(const Duration& a) {
    return make_duration(-a.seconds, -std::int64_t{a.nanos});
}

std::optional<Timestamp> add(const Timestamp& time, const Duration& span) {
    std::int64_t nanos = std::int64_t{time.nanos} + span.nanos;
    const std::int64_t carry = floor_div(nanos, giga);
    nanos -= carry * giga;
    std::int64_t seconds = 0;
    if (__builtin_add_overflow(time.seconds, span.seconds + carry, &seconds)) return std::nullopt;
    const Timestamp sum{seconds, static_cast<std::int32_t>(nanos)};
    return in_range(sum) ? std::optional(sum) : std::nullopt;
}

std::optional<Duration> subtract(const Timestamp& a, const Timestamp& b) {
    return make_duration(a.seconds - b.seconds, std::int64_t{a.nanos} - b.nanos);
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
    FieldReader fields{text};
    const int year = fields.digits(4);
    fields.expect("-");
    const int month = fields.digits(2);
    fields.expect("-");
    const int day = fields.digits(2);
    fields.expect("Tt");
    const int hour = fields.digits(2);
    fields.expect(":");
    const int minute = fields.digits(2);
    fields.expect(":");
    const int second = fields.digits(2);
    const std::int32_t nanos = fields.fraction();
    std::int64_t offset = 0;
    if (!fields.take("Zz")) {
        const auto zone = fixed_offset(fields.rest);
        fields.ok = fields.ok && zone && fields.rest.size() == 6;
        offset = zone.value_or(0);
        fields.rest = {};
    }
    if (!fields.ok || !fields.rest.empty() || month < 1 || month > 12 || hour > 23 || minute > 59 ||
        second > 59)
        return std::nullopt;
    if (day < 1 || day > month_length(year, month)) return std::nullopt;
    const std::int64_t seconds =
        days_from_date(year, month, day) * day_seconds + hour * 3600 + minute * 60 + second - offset;
    const Timestamp time{seconds, nanos};
    return in_range(time) ? std::optional(time) : std::nullopt;
}

std::optional<Duration> parse_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (text == "0") return Duration{};
    if (text.empty()) return std::nullopt;
    Wide nanos = 0;
    while (!text.empty()) {
        const auto part = duration_part(text);
        if (!part) return std::nullopt;
        nanos += *part;
        if (nanos > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    }
    const auto whole = static_cast<std::int64_t>(negative ? -nanos : nanos);
    return make_duration(whole / giga, whole % giga);
}

std::string to_text(const Timestamp& time) {
    const Calendar at = *calendar(time, {});
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}Z", at.year, at.month + 1, at.day, at.hour,
                       at.minute, at.second, fraction_text(time.nanos));
}

std::string to_text(const Duration& span) {
    const bool negative = span.seconds < 0 || span.nanos < 0;
    const std::int32_t nanos = span.nanos < 0 ? -span.nanos : span.nanos;
    const std::int64_t seconds = span.seconds < 0 ? -span.seconds : span.seconds;
    return fmt::format("{}{}{}s", negative ? "-" : "", seconds, fraction_text(nanos));
}

std::optional<Calendar> calendar(const Timestamp& time, std::string_view zone) {
    auto offset = zone.empty() ? std::optional<std::int64_t>(0) : fixed_offset(zone);
    if (!offset) offset = zone_offset(zone, time.seconds);
    if (!offset) return std::nullopt;
    const std::int64_t local = time.seconds + *offset;
    const std::int64_t days = floor_div(local, day_seconds);
    const auto of_day = static_cast<int>(local - days * day_seconds);
    Calendar made = date_from_days(days);
    made.day_of_week = static_cast<int>(((days + 4) % 7 + 7) % 7);
    made.day_of_year = static_cast<int>(days - days_from_date(made.year, 1, 1));
    made.hour = of_day / 3600;
    made.minute = of_day / 60 % 60;
    made.second = of_day % 60;
    return made;
}

}  // namespace factlint::expr
