#include "read/yaml_core.h"

#include <algorithm>

#include <boost/multiprecision/cpp_int.hpp>

#include "read/located.h"

namespace factlint {
namespace {

constexpr std::size_t most_digits = 256;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view digits_of(std::string_view text) {
    return text.substr(0, text.find_first_not_of("0123456789"));
}

/// 0o17 and 0x1F, without a sign; empty where it is neither.
std::string to_decimal(std::string_view text) {
    const bool octal = text.starts_with("0o");
    if (!octal && !text.starts_with("0x")) return {};
    const std::string_view digits = text.substr(2);
    constexpr std::string_view known = "0123456789abcdefABCDEF";
    const std::string_view allowed = octal ? known.substr(0, 8) : known;
    const bool fits = !digits.empty() && digits.size() <= most_digits &&
                      digits.find_first_not_of(allowed) == std::string_view::npos;
    if (!fits) return {};
    // Boost reads a leading 0 as octal and 0x as hexadecimal.
    return boost::multiprecision::cpp_int((octal ? "0" : "0x") + std::string(digits)).str();
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? as JSON writes it; empty where it is another text.
std::string to_json_number(std::string_view text) {
    std::string number;
    if (text.starts_with('-')) number = "-";
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::string_view whole = digits_of(text);
    text.remove_prefix(whole.size());
    std::string_view fraction;
    if (text.starts_with('.')) {
        fraction = digits_of(text.substr(1));
        text.remove_prefix(1 + fraction.size());
    }
    if (whole.empty() && fraction.empty()) return {};
    const std::string_view significant =
        whole.substr(std::min(whole.find_first_not_of('0'), whole.size() - (whole.empty() ? 0 : 1)));
    number += significant.empty() ? "0" : significant;
    if (!fraction.empty()) (number += '.') += fraction;
    if (text.empty()) return number;
    if (text.front() != 'e' && text.front() != 'E') return {};
    std::string_view exponent = text.substr(1);
    if (exponent.starts_with('-') || exponent.starts_with('+')) exponent.remove_prefix(1);
    if (exponent.empty() || digits_of(exponent).size() != exponent.size()) return {};
    return number.append(text);
}

bool may_be_number(char c) { return ('0' <= c && c <= '9') || c == '-' || c == '+' || c == '.'; }

}  // namespace

YamlValue core_value(std::string_view plain) {
    if (plain.empty() || is_one_of(plain, {"null", "Null", "NULL", "~"})) return {TreeKind::null, {}};
    if (is_one_of(plain, {"true", "True", "TRUE"})) return {TreeKind::boolean, "true"};
    if (is_one_of(plain, {"false", "False", "FALSE"})) return {TreeKind::boolean, "false"};
    if (!may_be_number(plain.front())) return {TreeKind::text, {}, true};
    if (is_number_literal(plain)) return {TreeKind::number, {}, true};
    std::string number = to_decimal(plain);
    if (number.empty()) number = to_json_number(plain);
    if (number.empty()) return {TreeKind::text, {}, true};
    return {TreeKind::number, std::move(number)};
}

}  // namespace factlint
