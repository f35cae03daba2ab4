// EDTF (ISO 8601-2) text of dates, both ways.
#include <cstdlib>

#include "value/date.h"

namespace factlint {
namespace {

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(std::abs(value));
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return (value < 0 ? "-" : "") + digits;
}

std::string year_text(const Date& date) {
    if (date.year == no_year) return "XXXX";
    std::string text = padded(date.year, 4);
    const std::size_t unwritten = date.years >= 100 ? 2 : date.years >= 10 ? 1 : 0;
    return text.replace(text.size() - unwritten, unwritten, std::string(unwritten, 'X'));
}

std::string month_text(const Date& date, int month) { return year_text(date) + "-" + padded(month, 2); }

/// Takes two digits, or XX for none (0), from the front of `text`; nullopt where it is neither.
std::optional<int> take_pair(std::string_view& text) {
    if (text.size() < 2) return std::nullopt;
    const std::string_view pair = text.substr(0, 2);
    text.remove_prefix(2);
    if (pair == "XX") return 0;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!digit(pair[0]) || !digit(pair[1])) return std::nullopt;
    const int value = (pair[0] - '0') * 10 + (pair[1] - '0');
    return value == 0 ? std::nullopt : std::optional(value);
}

/// Takes the year, a decade or a century, or XXXX from the front of `text`.
bool take_year(std::string_view& text, Date& date) {
    if (text.starts_with("XXXX")) {
        text.remove_prefix(4);
        return true;
    }
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    int year = 0;
    std::size_t taken = 0;
    int unwritten = 1;
    for (; taken < text.size() && taken < 5 && text[taken] != '-'; ++taken) {
        const char c = text[taken];
        if (c == 'X') unwritten *= 10;
        if (c != 'X' && (c < '0' || c > '9' || unwritten > 1)) return false;
        year = year * 10 + (c == 'X' ? 0 : c - '0');
    }
    text.remove_prefix(taken);
    if (taken < 4 || year > INT16_MAX || unwritten > 100) return false;
    date.year = static_cast<std::int16_t>(negative ? -year : year);
    date.years = static_cast<std::uint8_t>(unwritten > 1 ? unwritten : 0);
    return true;
}

/// A date without brackets.
std::optional<Date> parse_simple(std::string_view text) {
    Date date;
    if (!take_year(text, date)) return std::nullopt;
    for (auto* field : {&date.month, &date.day}) {
        if (text.empty()) break;
        if (text.front() != '-') return std::nullopt;
        text.remove_prefix(1);
        const auto pair = take_pair(text);
        if (!pair) return std::nullopt;
        *field = static_cast<std::uint8_t>(*pair);
    }
    return text.empty() ? std::optional(date) : std::nullopt;
}

}  // namespace

std::string to_edtf(const Date& date) {
    if (date.last_month != 0)
        return "[" + month_text(date, date.month) + ".." + month_text(date, date.last_month) + "]";
    if (date.month == 0 && date.day == 0) return year_text(date);
    const std::string month = date.month == 0 ? year_text(date) + "-XX" : month_text(date, date.month);
    return date.day == 0 ? month : month + "-" + padded(date.day, 2);
}

std::string to_edtf(const DateRange& range) { return to_edtf(range.start) + "/" + to_edtf(range.end); }

std::optional<Date> parse_date(std::string_view edtf) {
    if (!edtf.starts_with('[')) return parse_simple(edtf);
    const std::size_t dots = edtf.find("..");
    if (dots == std::string_view::npos || !edtf.ends_with(']')) return std::nullopt;
    auto first = parse_simple(edtf.substr(1, dots - 1));
    const auto last = parse_simple(edtf.substr(dots + 2, edtf.size() - dots - 3));
    if (!first || !last || first->year != last->year || first->years != 0 || last->years != 0)
        return std::nullopt;
    if (first->day != 0 || last->day != 0 || first->month == 0 || last->month == 0) return std::nullopt;
    first->last_month = last->month;
    return first;
}

std::optional<DateRange> parse_date_range(std::string_view edtf) {
    const std::size_t slash = edtf.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto start = parse_date(edtf.substr(0, slash)), end = parse_date(edtf.substr(slash + 1));
    if (!start || !end) return std::nullopt;
    return DateRange{*start, *end};
}

std::string to_iso(const Time& time) {
    constexpr std::uint8_t absent = 0xFF;
    std::string text = "T" + padded(time.hour, 2);
    if (time.minute == absent) return text;
    text += ":" + padded(time.minute, 2);
    if (time.second == absent) return text;
    text += ":" + padded(time.second, 2);
    if (time.nanosecond == 0) return text;
    std::string decimals = padded(time.nanosecond, 9);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return text + "." + decimals;
}

}  // namespace factlint
