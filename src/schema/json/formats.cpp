#include "schema/json/formats.h"

#include <algorithm>

#include "schema/json/ecma_pattern.h"
#include "schema/json/format_addresses.h"

namespace factlint::schema {
namespace {

/// Takes what it is asked for from the front of a text.
struct Reader {
    std::string_view rest;

    bool take(char c) {
        if (rest.empty() || rest.front() != c) return false;
        rest.remove_prefix(1);
        return true;
    }
    bool take_either(char a, char b) { return take(a) || take(b); }
    std::size_t skip_digits() {
        const std::size_t size = std::min(rest.find_first_not_of("0123456789"), rest.size());
        rest.remove_prefix(size);
        return size;
    }
    /// A number of exactly `size` digits; -1 where there is none.
    int number(std::size_t size) {
        if (rest.size() < size) return -1;
        int value = 0;
        for (const char c : rest.substr(0, size)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        rest.remove_prefix(size);
        return value;
    }
};

bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

bool take_date(Reader& text) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = text.number(4);
    if (year < 0 || !text.take('-')) return false;
    const int month = text.number(2);
    if (month < 1 || month > 12 || !text.take('-')) return false;
    const int day = text.number(2);
    return day >= 1 && day <= days[month - 1] + (month == 2 && is_leap_year(year) ? 1 : 0);
}

/// full-time of RFC 3339: a leap second only where it is 23:59:60 in UTC.
bool take_time(Reader& text) {
    const int hour = text.number(2);
    if (hour < 0 || hour > 23 || !text.take(':')) return false;
    const int minute = text.number(2);
    if (minute < 0 || minute > 59 || !text.take(':')) return false;
    const int second = text.number(2);
    if (second < 0 || second > 60) return false;
    if (text.take('.') && text.skip_digits() == 0) return false;
    int offset = 0;
    if (!text.take_either('Z', 'z')) {
        const int sign = text.take('+') ? 1 : text.take('-') ? -1 : 0;
        const int hours = text.number(2);
        if (sign == 0 || hours < 0 || hours > 23 || !text.take(':')) return false;
        const int minutes = text.number(2);
        if (minutes < 0 || minutes > 59) return false;
        offset = sign * (hours * 60 + minutes);
    }
    constexpr int day = 24 * 60;
    return second < 60 || (hour * 60 + minute - offset + 2 * day) % day == day - 1;
}

bool is_date(std::string_view text) {
    Reader reader{text};
    return take_date(reader) && reader.rest.empty();
}
bool is_time(std::string_view text) {
    Reader reader{text};
    return take_time(reader) && reader.rest.empty();
}
bool is_date_time(std::string_view text) {
    Reader reader{text};
    return take_date(reader) && reader.take_either('T', 't') && take_time(reader) && reader.rest.empty();
}

/// Numbers with units, each unit next to the one before it in `units`: "1Y2M", not "1Y2D". Gives how many.
std::size_t take_units(Reader& text, std::string_view units) {
    std::size_t taken = 0;
    for (std::size_t next = 0; !text.rest.empty() && text.rest.front() != 'T';) {
        if (text.skip_digits() == 0 || text.rest.empty()) return 0;
        const std::size_t unit = units.find(text.rest.front());
        if (unit == std::string_view::npos || unit < next || (taken > 0 && unit != next)) return 0;
        text.rest.remove_prefix(1);
        next = unit + 1;
        ++taken;
    }
    return taken;
}

/// RFC 3339, appendix A.
bool is_duration(std::string_view text) {
    Reader reader{text};
    if (!reader.take('P')) return false;
    if (text.ends_with('W')) return take_units(reader, "W") == 1 && reader.rest.empty();
    const bool has_date = !reader.rest.starts_with('T');
    if (has_date && take_units(reader, "YMD") == 0) return false;
    if (reader.take('T')) return take_units(reader, "HMS") > 0 && reader.rest.empty();
    return has_date && reader.rest.empty();
}

bool is_uuid(std::string_view text) {
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '-' ? text[i] != '-' : !is_hex_digit(text[i])) return false;
    return true;
}

bool is_json_pointer(std::string_view text) {
    if (!text.empty() && text.front() != '/') return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '~' && text.substr(i + 1, 1) != "0" && text.substr(i + 1, 1) != "1") return false;
    return true;
}

bool is_relative_json_pointer(std::string_view text) {
    Reader reader{text};
    const std::size_t digits = reader.skip_digits();
    if (digits == 0 || (digits > 1 && text.front() == '0')) return false;
    return reader.rest == "#" || is_json_pointer(reader.rest);
}

/// What RE2 cannot run may be a pattern of ECMA-262 all the same.
bool is_regex(std::string_view text) {
    const EcmaPattern pattern(text);
    return pattern.error().empty() || pattern.is_beyond_re2();
}

constexpr Format formats[] = {
    {"date", is_date, "a date (2024-02-29)"},
    {"time", is_time, "a time with its offset (23:59:59Z, 08:30:00+09:00)"},
    {"date-time", is_date_time, "a date and time with its offset (2024-02-29T08:30:00+09:00)"},
    {"duration", is_duration, "a duration (P1Y2M3DT4H5M6S, P4W)"},
    {"email", is_email, "an email address"},
    {"idn-email", is_idn_email, "an email address"},
    {"hostname", is_hostname, "a host name (www.example.com)"},
    {"idn-hostname", is_idn_hostname, "a host name (www.例え.jp)"},
    {"ipv4", is_ipv4, "an IPv4 address (192.0.2.1)"},
    {"ipv6", is_ipv6, "an IPv6 address (2001:db8::1)"},
    {"uri", is_uri, "a URI (https://example.com/a)"},
    {"uri-reference", is_uri_reference, "a URI or a part of one (/a?b)"},
    {"iri", is_iri, "an IRI (https://example.com/á)"},
    {"iri-reference", is_iri_reference, "an IRI or a part of one (/á?b)"},
    {"uri-template", is_uri_template, "a URI template (/users/{id})"},
    {"uuid", is_uuid, "a UUID (123e4567-e89b-12d3-a456-426614174000)"},
    {"json-pointer", is_json_pointer, "a JSON Pointer (/a/0)"},
    {"relative-json-pointer", is_relative_json_pointer, "a relative JSON Pointer (1/a)"},
    {"regex", is_regex, "a regular expression of ECMA-262"},
};

}  // namespace

const Format* find_format(std::string_view name) {
    const auto* const found = std::find_if(std::begin(formats), std::end(formats),
                                           [&](const Format& format) { return format.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

}  // namespace factlint::schema
