#include "expr/functions/format.h"

#include <charconv>
#include <cmath>

#include "expr/describe.h"
#include "expr/evaluator.h"

namespace factlint::expr {
namespace {

struct Clause {
    char letter = 's';
    int precision = 6;
};

/// Digits with a sign in front; nullopt where the value is no integer.
std::optional<std::string> digits(const Value& value, int base) {
    char buffer[80];
    if (const auto* number = std::get_if<std::int64_t>(&value.data))
        return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, *number, base).ptr);
    if (const auto* number = std::get_if<std::uint64_t>(&value.data))
        return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, *number, base).ptr);
    return std::nullopt;
}

std::optional<std::string> decimal(const Value& value) {
    if (const auto* number = std::get_if<double>(&value.data)) {
        if (!std::isfinite(*number)) return double_text(*number);
        char buffer[400];
        return std::string(
            buffer, std::to_chars(buffer, buffer + sizeof buffer, *number, std::chars_format::fixed).ptr);
    }
    if (const auto* fact = std::get_if<const Stated*>(&value.data)) return (*fact)->number.to_string();
    return digits(value, 10);
}

std::optional<std::string> floating(const Value& value, std::chars_format form, int precision) {
    double number = 0;
    if (const auto* found = std::get_if<double>(&value.data))
        number = *found;
    else if (const auto* integer = std::get_if<std::int64_t>(&value.data))
        number = static_cast<double>(*integer);
    else if (const auto* natural = std::get_if<std::uint64_t>(&value.data))
        number = static_cast<double>(*natural);
    else
        return std::nullopt;
    if (!std::isfinite(number)) return double_text(number);
    char buffer[512];
    return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, number, form, precision).ptr);
}

std::optional<std::string> binary(const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value.data)) return *truth ? "1" : "0";
    return digits(value, 2);
}

std::string bytes_in_hex(std::string_view data) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (const char c : data) {
        out += hex[static_cast<unsigned char>(c) >> 4];
        out += hex[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

std::optional<std::string> hexadecimal(const Value& value, bool upper) {
    std::optional<std::string> text = digits(value, 16);
    if (const auto* found = std::get_if<std::string_view>(&value.data)) text = bytes_in_hex(*found);
    if (const auto* found = std::get_if<Bytes>(&value.data)) text = bytes_in_hex(found->data);
    if (text && upper)
        for (char& c : *text)
            if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::optional<std::string> written(const Value& value) {
    constexpr std::uint64_t most = 100'000;
    if (std::holds_alternative<Optional>(value.data) || is_failure(value)) return std::nullopt;
    if (expanded_size(value, most) == most) return std::nullopt;
    return plain_text(value);
}

std::optional<std::string> apply(const Clause& clause, const Value& value) {
    switch (clause.letter) {
        case 's': return written(value);
        case 'd': return decimal(value);
        case 'f': return floating(value, std::chars_format::fixed, clause.precision);
        case 'e': return floating(value, std::chars_format::scientific, clause.precision);
        case 'b': return binary(value);
        case 'o': return digits(value, 8);
        case 'x': return hexadecimal(value, false);
        case 'X': return hexadecimal(value, true);
        default: return std::nullopt;
    }
}

/// Reads ".3f" off the front of `rest`.
std::optional<Clause> read_clause(std::string_view& rest) {
    Clause clause;
    if (rest.starts_with('.')) {
        const auto [end, error] =
            std::from_chars(rest.data() + 1, rest.data() + rest.size(), clause.precision);
        if (error != std::errc() || clause.precision < 0 || clause.precision > 100) return std::nullopt;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    }
    if (rest.empty() || std::string_view("sdfebxXo").find(rest[0]) == std::string_view::npos)
        return std::nullopt;
    clause.letter = rest[0];
    rest.remove_prefix(1);
    return clause;
}

}  // namespace

std::string format_text(std::string_view pattern, std::span<const Value> arguments, std::string& problem) {
    std::string out;
    std::size_t next = 0;
    for (std::string_view rest = pattern; !rest.empty() && problem.empty();) {
        const std::size_t percent = std::min(rest.find('%'), rest.size());
        out += rest.substr(0, percent);
        rest.remove_prefix(percent);
        if (rest.starts_with("%%")) {
            out += '%';
            rest.remove_prefix(2);
        } else if (!rest.empty()) {
            rest.remove_prefix(1);
            const auto clause = read_clause(rest);
            if (!clause)
                problem = "the text has a clause that is none of %s %d %f %e %b %o %x %X";
            else if (next >= arguments.size())
                problem = "the text has more clauses than there are arguments";
            else if (const auto text = apply(*clause, arguments[next++]))
                out += *text;
            else
                problem = std::string("%") + clause->letter + " does not take a " +
                          std::string(type_name(arguments[next - 1]));
        }
    }
    return out;
}

}  // namespace factlint::expr
