// Reads TZif data in place (RFC 8536, section 3) and the rule in its footer (POSIX, TZ environment variable).
#include "expr/zones.h"

#include <algorithm>
#include <charconv>

namespace factlint::expr {
namespace {

constexpr std::int64_t day = 86'400;

std::int64_t big_endian(std::string_view data, std::size_t at, std::size_t size) {
    std::uint64_t value = static_cast<unsigned char>(data[at]) & 0x80 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(data[at + i]);
    return static_cast<std::int64_t>(value);
}

struct Header {
    std::size_t utc, standard, leaps, times, types, characters;

    explicit Header(std::string_view data)
        : utc(count(data, 20)), standard(count(data, 24)), leaps(count(data, 28)), times(count(data, 32)),
          types(count(data, 36)), characters(count(data, 40)) {}
    static std::size_t count(std::string_view data, std::size_t at) {
        return static_cast<std::size_t>(big_endian(data, at, 4));
    }
    std::size_t body(std::size_t time_size) const {
        return times * time_size + times + types * 6 + characters + leaps * (time_size + 4) + standard + utc;
    }
};
constexpr std::size_t header_size = 44;

std::int64_t days_from_civil(std::int64_t year, int month, int of_month) {
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t of_era = year - era * 400;
    const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + of_month - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

std::int64_t year_of(std::int64_t seconds) {
    std::int64_t year = 1970 + seconds / 31'556'952;
    while (days_from_civil(year, 1, 1) * day > seconds) --year;
    while (days_from_civil(year + 1, 1, 1) * day <= seconds) ++year;
    return year;
}

/// "EST5EDT,M3.2.0,M11.1.0", "<+0330>-3:30": reads one field after the other.
struct RuleReader {
    std::string_view rest;

    bool take(char wanted) {
        if (!rest.starts_with(wanted)) return false;
        rest.remove_prefix(1);
        return true;
    }
    void name() {
        const bool quoted = take('<');
        while (!rest.empty() &&
               (quoted ? rest[0] != '>'
                       : std::string_view("+-,0123456789").find(rest[0]) == std::string_view::npos))
            rest.remove_prefix(1);
        if (quoted) take('>');
    }
    int number() {
        int value = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        return value;
    }
    /// [+-]hours[:minutes[:seconds]]
    std::int64_t time() {
        const std::int64_t sign = take('-') ? -1 : (take('+'), 1);
        std::int64_t value = number() * 3600;
        if (take(':')) value += number() * 60;
        if (take(':')) value += number();
        return sign * value;
    }
    /// When a change falls in `year`, in seconds of local time.
    std::int64_t change(std::int64_t year) {
        std::int64_t at = 0;
        if (take('M'))
            at = weekday_of_month(year);
        else if (take('J'))
            at = julian(year);
        else
            at = days_from_civil(year, 1, 1) + number();
        return at * day + (take('/') ? time() : 7200);
    }
    std::int64_t weekday_of_month(std::int64_t year) {
        const int month = number();
        take('.');
        const int week = number();
        take('.');
        const int weekday = number();
        const std::int64_t first = days_from_civil(year, month, 1);
        const std::int64_t next =
            month == 12 ? days_from_civil(year + 1, 1, 1) : days_from_civil(year, month + 1, 1);
        std::int64_t at = first + ((weekday - (first + 4) % 7) % 7 + 7) % 7 + (week - 1) * 7;
        while (at >= next) at -= 7;
        return at;
    }
    std::int64_t julian(std::int64_t year) {
        const int number_of_day = number();
        const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return days_from_civil(year, 1, 1) + number_of_day - 1 + (leap && number_of_day >= 60 ? 1 : 0);
    }
};

std::optional<std::int64_t> offset_of_rule(std::string_view rule, std::int64_t seconds) {
    if (rule.empty()) return std::nullopt;
    RuleReader reader{rule};
    reader.name();
    const std::int64_t standard = -reader.time();
    if (reader.rest.empty()) return standard;
    reader.name();
    const std::int64_t summer = reader.rest.starts_with(',') ? standard + 3600 : -reader.time();
    const std::int64_t year = year_of(seconds + standard);
    reader.take(',');
    const std::int64_t begin = reader.change(year) - standard;
    reader.take(',');
    const std::int64_t end = reader.change(year) - summer;
    const bool is_summer =
        begin < end ? seconds >= begin && seconds < end : seconds >= begin || seconds < end;
    return is_summer ? summer : standard;
}

std::int64_t offset_in(std::string_view data, std::int64_t seconds) {
    data.remove_prefix(header_size + Header(data).body(4));  // the block with 32-bit times
    const Header header(data);
    const std::string_view footer = data.substr(header_size + header.body(8));
    data.remove_prefix(header_size);
    std::size_t low = 0, high = header.times;  // the first change after the moment
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (big_endian(data, middle * 8, 8) <= seconds)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == header.times && footer.size() > 2)
        if (const auto offset = offset_of_rule(footer.substr(1, footer.size() - 2), seconds)) return *offset;
    const std::size_t type = low == 0 ? 0 : static_cast<unsigned char>(data[header.times * 8 + low - 1]);
    return big_endian(data, header.times * 9 + type * 6, 4);
}

}  // namespace

std::optional<std::int64_t> zone_offset(std::string_view name, std::int64_t seconds) {
    const auto table = zone_table();
    const auto found =
        std::lower_bound(table.begin(), table.end(), name,
                         [](const ZoneData& zone, std::string_view wanted) { return zone.name < wanted; });
    if (found == table.end() || found->name != name) return std::nullopt;
    return offset_in(found->tzif, seconds);
}

}  // namespace factlint::expr
