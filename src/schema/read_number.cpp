#include <algorithm>

#include "schema/read_cell.h"

namespace factlint {
namespace {

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// What `bareNumber: false` allows around a number, taken off: "€ 95" is 95, "-$ 95" and "$ -95" are -95. A sign is one
/// where it stands first or right before the digits.
std::string_view without_surroundings(std::string_view text, std::string_view decimal_char, bool& negative) {
    const auto first = std::find_if(text.begin(), text.end(), is_digit);
    if (first == text.end()) return {};
    auto begin = static_cast<std::size_t>(first - text.begin());
    const auto last = std::find_if(text.rbegin(), text.rend(), is_digit);
    const auto end = text.size() - static_cast<std::size_t>(last - text.rbegin());
    if (begin >= decimal_char.size() && text.substr(0, begin).ends_with(decimal_char))
        begin -= decimal_char.size();
    negative = begin > 0 && (text.front() == '-' || text[begin - 1] == '-');
    return text.substr(begin, end - begin);
}

/// The exponent of `text`, which starts with its letter: "e5", "E-12".
bool append_exponent(std::string_view text, std::string& out) {
    out += 'e';
    text.remove_prefix(1);
    if (text.starts_with('-')) out += '-';
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    out += text;
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// How a number is written that `Number::parse` reads.
struct Cleaned {
    bool ok = false;
    bool is_whole = true;  ///< neither a decimal sign nor an exponent
};

Cleaned append_digits(const Column& column, std::string_view text, std::string& out) {
    Cleaned cleaned;
    const std::string_view group = column.group_char, decimal = column.decimal_char;
    std::size_t digits = 0;
    bool in_fraction = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (is_digit(text[i])) {
            out += text[i];
            ++digits;
        } else if (!in_fraction && rest.starts_with(decimal)) {
            if (digits == 0) out += '0';
            out += '.';
            in_fraction = true;
            cleaned.is_whole = false;
            i += decimal.size() - 1;
        } else if (!in_fraction && !group.empty() && rest.starts_with(group)) {
            i += group.size() - 1;
            const bool between = digits > 0 && i + 1 < text.size() && is_digit(text[i + 1]);
            if (!between) return {};
        } else if (digits > 0 && (text[i] == 'e' || text[i] == 'E')) {
            if (out.ends_with('.')) out.pop_back();
            return {append_exponent(rest, out), false};
        } else {
            return {};
        }
    }
    if (out.ends_with('.')) out.pop_back();
    cleaned.ok = digits > 0;
    return cleaned;
}

Cleaned clean(const Column& column, std::string_view text, std::string& out) {
    out.clear();
    bool negative = text.starts_with('-');
    if (!column.bare_number)
        text = without_surroundings(text, column.decimal_char, negative);
    else if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (negative) out += '-';
    return append_digits(column, text, out);
}

bool read_cleaned(std::string_view text, CellValue& value) {
    value.kind = CellValue::Kind::number;
    if (read_decimal(text, value.decimal)) return true;
    value.kind = CellValue::Kind::big_number;
    value.text = text;
    return Number::parse(text).has_value();
}

bool is_special(std::string_view text) {
    constexpr std::string_view words[] = {"nan", "inf", "-inf", "+inf"};
    std::string folded(text.substr(0, 5));
    for (char& byte : folded)
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
    return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

}  // namespace

bool read_other_number(const CompiledColumn& compiled, std::string_view text, CellValue& value,
                       std::string& scratch) {
    if (clean(compiled.column, text, scratch).ok) return read_cleaned(scratch, value);
    value.kind = CellValue::Kind::text;
    value.text = text;
    return compiled.column.special_numbers && is_special(text);
}

bool read_other_integer(const CompiledColumn& compiled, std::string_view text, CellValue& value,
                        std::string& scratch) {
    const Cleaned cleaned = clean(compiled.column, text, scratch);
    return cleaned.ok && cleaned.is_whole && read_cleaned(scratch, value);
}

}  // namespace factlint
