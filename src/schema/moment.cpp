#include "schema/moment.h"

namespace factlint {
namespace {

constexpr bool is_digit(char byte) { return static_cast<unsigned char>(byte - '0') <= 9; }
constexpr int digit(char byte) { return byte - '0'; }
constexpr bool two_digits(std::string_view text, std::size_t at) {
    return is_digit(text[at]) && is_digit(text[at + 1]);
}
constexpr std::uint8_t pair_of(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(digit(text[at]) * 10 + digit(text[at + 1]));
}

/// "hh:mm:ss" at the start of `text`, of 8 bytes at least.
bool read_clock(std::string_view text, Time& time) {
    if (text[2] != ':' || text[5] != ':') return false;
    if (!two_digits(text, 0) || !two_digits(text, 3) || !two_digits(text, 6)) return false;
    time = {pair_of(text, 0), pair_of(text, 3), pair_of(text, 6), 0, 0};
    return time.hour <= 23 && time.minute <= 59 && time.second <= 59;
}

/// "hh:mm:ss[.f][offset]"; the offset, in minutes, is not applied.
bool read_time(std::string_view text, Time& time, int& offset) {
    offset = 0;
    if (text.size() < 8 || !read_clock(text, time)) return false;
    text.remove_prefix(8);
    if (text.empty()) return true;
    if (text.front() == '.') {
        const auto fraction = take_fraction(text);
        if (!fraction) return false;
        time.nanosecond = *fraction;
        if (text.empty()) return true;
    }
    const bool complete = text == "Z" || (text.size() == 6 && text[3] == ':');
    const auto minutes = take_offset(text);
    offset = minutes.value_or(0);
    return complete && minutes && text.empty();
}

}  // namespace

bool read_iso_date(std::string_view text, Date& date) {
    if (text.size() != 10) return false;
    if (text[4] != '-' || text[7] != '-') return false;
    bool digits = two_digits(text, 5) && two_digits(text, 8);
    digits = digits && two_digits(text, 0) && two_digits(text, 2);
    if (!digits) return false;
    date = {};
    date.year = static_cast<std::int16_t>(pair_of(text, 0) * 100 + pair_of(text, 2));
    date.month = pair_of(text, 5);
    date.day = pair_of(text, 8);
    return is_day(date);
}

bool read_iso_time(std::string_view text, Time& time) {
    int offset = 0;
    if (!read_time(text, time, offset)) return false;
    const int minute = (time.hour * 60 + time.minute - offset + 2 * 1440) % 1440;
    time.hour = static_cast<std::uint8_t>(minute / 60);
    time.minute = static_cast<std::uint8_t>(minute % 60);
    return true;
}

bool read_iso_datetime(std::string_view text, Date& date, Time& time) {
    if (text.size() < 19 || text[10] != 'T' || !read_iso_date(text.substr(0, 10), date)) return false;
    int offset = 0;
    return read_time(text.substr(11), time, offset) && (offset == 0 || move_to_utc(date, time, offset));
}

bool read_iso_year(std::string_view text, Date& date) {
    date = {};
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.size() < 4 || digits.size() > 5 || (digits.size() == 5 && digits[0] == '0')) return false;
    int year = 0;
    for (const char byte : digits) {
        if (!is_digit(byte)) return false;
        year = year * 10 + digit(byte);
    }
    if (year > INT16_MAX) return false;
    date.year = static_cast<std::int16_t>(negative ? -year : year);
    return true;
}

bool read_iso_year_month(std::string_view text, Date& date) {
    if (text.size() < 7 || text[text.size() - 3] != '-' || !two_digits(text, text.size() - 2)) return false;
    if (!read_iso_year(text.substr(0, text.size() - 3), date)) return false;
    date.month = pair_of(text, text.size() - 2);
    return date.month - 1u < 12;
}

bool move_to_utc(Date& date, Time& time, int minutes) {
    int minute = time.hour * 60 + (time.minute == 0xFF ? 0 : time.minute) - minutes;
    int days = 0;
    for (; minute < 0; minute += 1440) --days;
    for (; minute >= 1440; minute -= 1440) ++days;
    time.hour = static_cast<std::uint8_t>(minute / 60);
    time.minute = static_cast<std::uint8_t>(minute % 60);
    if (days == 0) return true;
    const int year = date.year;
    date = civil_from_days(days_from_civil(year, date.month, date.day) + days);
    return date.year - year <= 1 && year - date.year <= 1;
}

std::optional<int> take_offset(std::string_view& text) {
    if (text.starts_with('Z')) {
        text.remove_prefix(1);
        return 0;
    }
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-') || !two_digits(text, 1)) return std::nullopt;
    const bool negative = text[0] == '-';
    int minutes = pair_of(text, 1) * 60;
    text.remove_prefix(3);
    const std::size_t colon = text.starts_with(':') ? 1 : 0;
    if (text.size() >= colon + 2 && two_digits(text, colon)) {
        if (pair_of(text, colon) > 59) return std::nullopt;
        minutes += pair_of(text, colon);
        text.remove_prefix(colon + 2);
    }
    // The offsets that XML Schema admits; those in use end at 14 hours too.
    if (minutes > 14 * 60) return std::nullopt;
    return negative ? -minutes : minutes;
}

std::optional<std::int32_t> take_fraction(std::string_view& text) {
    std::int32_t nanoseconds = 0, unit = 1'000'000'000;
    std::size_t size = 1;
    while (size < text.size() && is_digit(text[size])) {
        if (unit == 1) return std::nullopt;
        unit /= 10;
        nanoseconds += digit(text[size++]) * unit;
    }
    if (size == 1) return std::nullopt;
    text.remove_prefix(size);
    return nanoseconds;
}

}  // namespace factlint
