// Numbers, dates and times of TOML.
#include <algorithm>

#include <boost/multiprecision/cpp_int.hpp>

#include "read/toml_values.h"

namespace factlint {
namespace {

constexpr std::size_t most_digits = 256;
constexpr std::string_view decimal_digits = "0123456789";

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Takes digits with single underscores between them from the front of `text`; empty where there are none.
std::string take_digits(std::string_view& text, std::string_view allowed) {
    std::string digits;
    const auto fits = [&](std::size_t i) {
        return i < text.size() && allowed.find(text[i]) != std::string_view::npos;
    };
    std::size_t i = 0;
    while (fits(i) || (i > 0 && i < text.size() && text[i] == '_' && fits(i + 1))) {
        if (text[i] != '_') digits += text[i];
        ++i;
    }
    text.remove_prefix(i);
    return digits;
}

std::optional<std::string> to_other_base(std::string_view word) {
    const char base = word[1];
    const std::string_view known = "0123456789abcdefABCDEF";
    const std::string_view allowed = known.substr(0, base == 'x' ? 22 : base == 'o' ? 8 : 2);
    std::string_view rest = word.substr(2);
    const std::string digits = take_digits(rest, allowed);
    if (!rest.empty() || digits.empty() || digits.size() > most_digits) return std::nullopt;
    if (base != 'b') return boost::multiprecision::cpp_int((base == 'o' ? "0" : "0x") + digits).str();
    boost::multiprecision::cpp_int value = 0;
    for (const char digit : digits) value = value * 2 + (digit - '0');
    return value.str();
}

/// As JSON writes it.
std::optional<std::string> to_number(std::string_view word) {
    if (word.starts_with("0x") || word.starts_with("0o") || word.starts_with("0b"))
        return to_other_base(word);
    std::string number = word.starts_with('-') ? "-" : "";
    if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
    const std::string whole = take_digits(word, decimal_digits);
    if (whole.empty() || (whole.size() > 1 && whole.front() == '0')) return std::nullopt;
    number += whole;
    if (word.starts_with('.')) {
        word.remove_prefix(1);
        const std::string fraction = take_digits(word, decimal_digits);
        if (fraction.empty()) return std::nullopt;
        (number += '.') += fraction;
    }
    if (word.starts_with('e') || word.starts_with('E')) {
        word.remove_prefix(1);
        number += 'e';
        if (word.starts_with('-')) number += '-';
        if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
        const std::string exponent = take_digits(word, decimal_digits);
        if (exponent.empty()) return std::nullopt;
        number += exponent;
    }
    if (!word.empty()) return std::nullopt;
    return number;
}

/// Two or four digits, at most `most`.
std::optional<int> take_number(std::string_view& text, std::size_t digits, int most) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (i >= text.size() || !is_digit(text[i])) return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    if (value > most) return std::nullopt;
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

bool take_date(std::string_view& text) {
    const auto year = take_number(text, 4, 9999);
    if (!year || !take(text, '-')) return false;
    const auto month = take_number(text, 2, 12);
    if (!month || *month == 0 || !take(text, '-')) return false;
    const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
    const int days = *month == 2                                                 ? (leap ? 29 : 28)
                     : *month == 4 || *month == 6 || *month == 9 || *month == 11 ? 30
                                                                                 : 31;
    const auto day = take_number(text, 2, days);
    return day && *day > 0;
}

bool take_time(std::string_view& text) {
    if (!take_number(text, 2, 23) || !take(text, ':')) return false;
    if (!take_number(text, 2, 59) || !take(text, ':')) return false;
    if (!take_number(text, 2, 60)) return false;  // RFC 3339 knows leap seconds
    if (!take(text, '.')) return true;
    const std::size_t fraction = std::min(text.find_first_not_of(decimal_digits), text.size());
    text.remove_prefix(fraction);
    return fraction > 0;
}

bool is_moment(std::string_view text) {
    std::string_view time = text;
    if (take_time(time)) return time.empty();
    if (!take_date(text)) return false;
    if (text.empty()) return true;
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return false;
    if (!take_time(text)) return false;
    if (text.empty() || text == "Z" || text == "z") return true;
    if (!take(text, '+') && !take(text, '-')) return false;
    return take_number(text, 2, 23) && take(text, ':') && take_number(text, 2, 59) && text.empty();
}

}  // namespace

std::optional<TomlWord> toml_word(std::string_view word) {
    if (word == "true" || word == "false") return TomlWord{TreeKind::boolean, std::string(word)};
    const std::string_view unsigned_word =
        word.substr(word.starts_with('+') || word.starts_with('-') ? 1 : 0);
    if (unsigned_word == "inf" || unsigned_word == "nan") return TomlWord{TreeKind::text, std::string(word)};
    if (auto number = to_number(word)) return TomlWord{TreeKind::number, std::move(*number)};
    if (is_moment(word)) return TomlWord{TreeKind::text, std::string(word)};
    return std::nullopt;
}

}  // namespace factlint
