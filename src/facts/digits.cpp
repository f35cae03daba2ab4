// Digits with their separators: 1,234.5 · 1.234,5 · 1 234 567 · 12,34,567 · .5
#include <array>
#include <string>

#include "facts/fold.h"
#include "facts/numeral.h"

namespace factlint {
namespace {

constexpr std::size_t max_groups = 24;

/// Runs of digits and what separates each from the one before: '.', ',', '\'' or ' '.
struct Groups {
    std::array<std::size_t, max_groups> token{};
    std::array<char, max_groups> separator{};
    std::size_t count = 0;
};

bool is_separator(char c) { return c == '.' || c == ',' || c == '\''; }

/// One no-break or thin space, or a plain one where the language groups by it.
bool grouping_space(Run& run, std::size_t at) {
    const Token& token = run[at];
    if (token.gap != Gap::space || token.digit_count != 3) return false;
    const std::uint32_t width = token.span.begin - run[at - 1].span.end;
    const char first = run.text()[run[at - 1].span.end];
    return first == ' ' ? run.language().group_by_space && width == 1 : first != '\t' && width <= 3;
}

bool is_digits(Run& run, std::size_t at) { return run[at].kind == TokenKind::digits; }

/// Whether the last group but one is no group of an integer: decimals at most, and the last tells whether they are.
bool is_decided(Run& run, const Groups& groups) {
    if (groups.count < 3) return false;
    const int digits = run[groups.token[groups.count - 2]].digit_count;
    return digits != 2 && digits != 3;
}

/// The separator that the sign is. The Arabic comma is not the Latin one, which may stand behind it: 26،013,94.
char separator_of(Run& run, std::size_t at) {
    const char sign = run[at].ascii;
    return sign == ',' && is_arabic_lead(run.text()[run[at].span.begin]) ? ';' : sign;
}

Groups collect(Run& run, std::size_t at) {
    Groups groups;
    groups.token[groups.count++] = at;
    while (groups.count < max_groups && !is_decided(run, groups)) {
        const char sign = run[at + 1].ascii;
        if (is_separator(sign) && run[at + 1].gap == Gap::none && is_digits(run, at + 2) &&
            run[at + 2].gap == Gap::none) {
            at += 2;
            groups.separator[groups.count] = separator_of(run, at - 1);
        } else if (is_digits(run, at + 1) && grouping_space(run, at + 1)) {
            at += 1;
            groups.separator[groups.count] = ' ';
        } else {
            break;
        }
        groups.token[groups.count++] = at;
    }
    return groups;
}

/// How many groups, from the first, form the integer: all of 3 digits behind a head of 1 to 3, or 2,2,3 as in India.
std::size_t grouped(Run& run, const Groups& groups) {
    const Token& head = run[groups.token[0]];
    const char separator = groups.separator[1];
    if (groups.count < 2 || head.digit_count > 3) return 1;
    std::size_t end = 1;
    while (end < groups.count && groups.separator[end] == separator &&
           run[groups.token[end]].digit_count == 3)
        ++end;
    if (end > 1) return end;
    while (end < groups.count && groups.separator[end] == ',' && run[groups.token[end]].digit_count == 2)
        ++end;
    const bool indian = end > 1 && end < groups.count && groups.separator[end] == ',' &&
                        head.digit_count <= 2 && run[groups.token[end]].digit_count == 3;
    return indian ? end + 1 : 1;
}

struct Shape {
    std::size_t integer = 1;  ///< groups before the decimal point
    bool decimals = false;    ///< one more group behind it
    bool valid = true;
};

bool starts_with_zero(Run& run, std::size_t token) {
    std::uint32_t size = 0;
    return digit_at(run.text(), run[token].span.begin, size) == 0;
}

/// The 2 of 1,2,3 when the 1 was read already.
bool inside_list(Run& run, const Groups& groups) {
    const std::uint32_t begin = run[groups.token[0]].span.begin;
    std::uint32_t size = 0;
    return begin > 1 && run.text()[begin - 1] == ',' && digit_at(run.text(), begin - 2, size) >= 0;
}

/// Whether the group behind the first `integer` ones is the decimals.
Shape shape_behind(Run& run, const Groups& groups, std::size_t integer) {
    Shape shape;
    shape.integer = integer;
    if (integer >= groups.count) return shape;
    const char next = groups.separator[integer];
    const bool more = groups.count > integer + 1;
    const bool free = integer == 1 || next != groups.separator[1];
    if (next == ' ' || next == '\'' || !free) return shape;
    const bool wide =
        next == ',' && run[groups.token[integer] - 1].span.size() == 3;  // 38，5米: one of prose
    if (wide) return shape;
    if (more && next == '.' && groups.separator[integer + 1] == '.') shape.valid = false;
    const bool list =
        (more && groups.separator[integer + 1] == next) || (next == ',' && inside_list(run, groups));
    shape.decimals = shape.valid && !list;
    return shape;
}

/// A single separator with three digits behind it is what the language says, unless decimals follow; otherwise the shape
/// decides.
Shape shape_of(Run& run, const Groups& groups) {
    const std::size_t integer = grouped(run, groups);
    if (integer > 1 && starts_with_zero(run, groups.token[0])) return shape_behind(run, groups, 1);
    const Shape shape = shape_behind(run, groups, integer);
    const bool decimals = run.language().decimal == groups.separator[1] && !run.language().group_by_both;
    return integer == 2 && decimals && !shape.decimals ? shape_behind(run, groups, 1) : shape;
}

/// Appends the digits of a token as ASCII.
void append_digits(Run& run, std::size_t token, std::string& out) {
    const Span span = run[token].span;
    std::uint32_t size = 0;
    for (std::uint32_t at = span.begin; at < span.end; at += size)
        out += static_cast<char>('0' + digit_at(run.text(), at, size));
}

bool append_value(const Token& token, std::int64_t& mantissa) {
    if (token.digit_count > 18) return false;
    for (int i = 0; i < token.digit_count; ++i)
        if (__builtin_mul_overflow(mantissa, std::int64_t{10}, &mantissa)) return false;
    return !__builtin_add_overflow(mantissa, static_cast<std::int64_t>(token.value), &mantissa);
}

constexpr int max_digits = 100;

void set_digits(Run& run, const Groups& groups, std::size_t used, Numeral& out) {
    bool fits = true;
    int digits = 0;
    for (std::size_t i = 0; i < used; ++i) {
        fits = fits && append_value(run[groups.token[i]], out.mantissa);
        digits += run[groups.token[i]].digit_count;
    }
    if (fits) return;
    if (digits > max_digits) {
        out.tokens = 0;
        return;
    }
    std::string text;
    for (std::size_t i = 0; i < used; ++i) append_digits(run, groups.token[i], text);
    out.big = true;
    out.exact = *Number::parse(text) * Number::power_of_ten(out.exponent);
}

/// .5 or ,5, with nothing before the sign.
Numeral read_bare_decimals(Run& run, std::size_t at) {
    Numeral out;
    const Token& digits = run[at + 1];
    if (digits.kind != TokenKind::digits || digits.gap != Gap::none || digits.digit_count > 18) return out;
    out.tokens = 2;
    out.span = {run[at].span.begin, digits.span.end};
    out.mantissa = static_cast<std::int64_t>(digits.value);
    out.exponent = out.last_digit = static_cast<std::int8_t>(-digits.digit_count);
    out.decimal_point = true;
    return out;
}

/// Whether anything that may belong to the digits at `at` stands right behind them: a separator, or more digits.
bool goes_on(Run& run, std::size_t at) {
    const Token& next = run[at + 1];
    return next.kind == TokenKind::digits || is_separator(next.ascii) || run[at].digit_count > 18;
}

Numeral single_group(Run& run, std::size_t at) {
    Numeral out;
    out.tokens = 1;
    out.plain = true;
    out.span = run[at].span;
    out.mantissa = static_cast<std::int64_t>(run[at].value);
    return out;
}

}  // namespace

bool is_decimal_sign(Run& run, std::size_t at) {
    return run.is_sign(at, '.') || (run.is_sign(at, ',') && run.language().decimal == ',');
}

Numeral read_digits(Run& run, std::size_t at) {
    if (is_decimal_sign(run, at)) return read_bare_decimals(run, at);
    Numeral out;
    if (!is_digits(run, at)) return out;
    if (!goes_on(run, at)) return single_group(run, at);
    const Groups groups = collect(run, at);
    const Shape shape = shape_of(run, groups);
    if (!shape.valid) return out;
    const std::size_t used = shape.integer + (shape.decimals ? 1 : 0);
    const std::size_t last = groups.token[used - 1];
    if (shape.decimals) out.exponent = static_cast<std::int8_t>(-run[last].digit_count);
    out.decimal_point = shape.decimals;
    out.last_digit = out.exponent;
    out.plain = used == 1;
    out.tokens = static_cast<std::uint8_t>(last - at + 1);
    out.span = {run[at].span.begin, run[last].span.end};
    set_digits(run, groups, used, out);
    return out;
}

}  // namespace factlint
