#include "facts/identifier.h"

#include <algorithm>

#include "facts/element_set.h"
#include "facts/fold.h"
#include "facts/numeral.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr bool is_alphanumeric(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }

std::uint32_t digits_end(std::string_view text, std::uint32_t at) {
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    return at;
}

constexpr bool is_address_sign(char c) {
    constexpr ElementSet signs = ElementSet::of("/=?&_-.~%+#:@");
    return is_ascii(c) && signs.has(c);
}

constexpr bool is_address_byte(char c) { return is_alphanumeric(c) || is_address_sign(c); }

constexpr std::uint32_t farthest = 256;

/// The beginning of the URL or e-mail address around `at`; `at` itself where there is none.
std::uint32_t address_begin(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    std::uint32_t begin = at;
    while (begin > floor && at - begin < farthest && is_address_byte(text[begin - 1])) --begin;
    const std::string_view run = text.substr(begin, at - begin);
    const bool address = run.find("://") != run.npos || run.starts_with("www.") || run.starts_with("doi:") ||
                         run.find('@') != run.npos;
    return address ? begin : at;
}

std::uint32_t address_end(std::string_view text, std::uint32_t at) {
    while (at < text.size() && is_address_byte(text[at])) ++at;
    while (at > 0 && is_address_sign(text[at - 1])) --at;
    return at;
}

/// doi:10.1016/s0140-6736(20)30566-3: the name of an article may have brackets, too.
std::uint32_t article_end(std::string_view text, std::uint32_t at) {
    const auto is_sign = [](char c) { return c == '(' || c == ')' || c == ';' || c == '<' || c == '>'; };
    while (at < text.size() && (is_address_byte(text[at]) || is_sign(text[at]))) ++at;
    while (at > 0 && !is_alphanumeric(text[at - 1])) --at;
    return at;
}

/// The point of "COVID-19.In 2020", where the space was forgotten.
bool begins_sentence(std::string_view text, std::uint32_t point) {
    const auto letter = [&](std::uint32_t at, char first) {
        return at < text.size() && text[at] >= first && text[at] <= first + 25;
    };
    return text[point] == '.' && letter(point + 1, 'A') && letter(point + 2, 'a');
}

/// Letters, digits and single signs between them: HB-04/2020.
std::uint32_t word_end(std::string_view text, std::uint32_t at) {
    constexpr ElementSet joints = ElementSet::of("-./");
    const auto size = static_cast<std::uint32_t>(text.size());
    while (at < size) {
        const bool joint = at + 1 < size && is_ascii(text[at]) && joints.has(text[at]) &&
                           is_alphanumeric(text[at + 1]) && !begins_sentence(text, at);
        if (!is_alphanumeric(text[at]) && text[at] != '_' && !joint) break;
        ++at;
    }
    return at;
}

std::uint32_t letters_begin(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    std::uint32_t begin = end;
    while (begin > floor && end - begin < farthest) {
        const std::uint32_t size = size_before(text, begin);
        if (!is_letter(text, begin - size) && text[begin - size] != '_') break;
        begin -= size;
    }
    return begin;
}

bool ends_in_letter(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    return end > floor && letters_begin(text, end, floor) < end;
}

/// The π of π/4, no four of anything
bool ends_in_greek(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    if (end < floor + 2) return false;
    const char lead = text[end - 2];
    return lead == '\xCE' || lead == '\xCF';
}

/// Arabic writes prepositions and the article onto a number: ب10, الـ20.
bool ends_in_arabic(std::string_view text, std::uint32_t end) {
    return end >= 2 && is_arabic_lead(text[end - 2]);
}

/// [12]: one to three digits alone in square brackets are a note. A year there is what an editor added.
Span note_at(std::string_view text, std::uint32_t at) {
    constexpr std::uint32_t most_digits = 3;
    std::uint32_t end = at;
    while (end < text.size() && end - at <= most_digits && is_ascii_digit(text[end])) ++end;
    const bool note = end - at <= most_digits && end < text.size() && text[end] == ']';
    return note ? Span{at - 1, end + 1} : Span{at, at};
}

/// roff(7): a page of a manual, its section right behind its name.
Span manual_page_at(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    const bool section = at >= floor + 2 && at + 1 < text.size() && is_ascii_digit(text[at]) &&
                         text[at + 1] == ')' && is_ascii_letter(text[at - 2]);
    return section ? Span{letters_begin(text, at - 1, floor), at + 2} : Span{at, at};
}

/// The D of 3-D, the K of 10-K
bool is_letter_of_code(Run& run, const Token& word) {
    return run[0].digit_count <= 2 && word.span.size() == 1 && is_capital(run.text(), word.span.begin);
}

/// nCoV: a small letter, then a capital one.
bool has_inner_capital(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i)
        if (is_ascii_capital(word[i]) && word[i - 1] >= 'a' && word[i - 1] <= 'z') return true;
    return false;
}

/// The letters that end at `end`, where all of them are capital ones; else empty.
Span capitals_before(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    const Span name{letters_begin(text, end, floor), end};
    return std::ranges::all_of(slice(text, name), is_ascii_capital) ? name : Span{end, end};
}

/// HTTP/2, TLS/1.3: one digit behind a slash and capital letters is the version of what they name.
bool is_version_of_name(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    return digits_end(text, at) == at + 1 && capitals_before(text, at - 1, floor).size() >= 2;
}

/// X.509, ASN.1, the 2T of T.DIST.2T: digits behind a point and capital letters alone.
bool is_part_of_dotted_name(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    if (at < floor + 2 || text[at - 1] != '.') return false;
    const Span name = capitals_before(text, at - 1, floor);
    const bool dotted = name.begin > floor && text[name.begin - 1] == '.';
    const std::uint32_t end = digits_end(text, at);
    const bool goes_on = end < text.size() && is_ascii_capital(text[end]);
    return !name.empty() && (!dotted || goes_on);
}

constexpr bool is_hex_letter(char c) { return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// 83251ac64627, 4ac1: digits of base sixteen, with letters between decimal ones. 1e10 is a number.
Span hex_digits_at(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    std::uint32_t letters = 0;
    bool exponent = true;
    bool digits_behind = false;
    for (; end < text.size() && (is_ascii_digit(text[end]) || is_hex_letter(text[end])); ++end) {
        const bool letter = is_hex_letter(text[end]);
        digits_behind = digits_behind || (!letter && letters != 0);
        exponent = exponent && (!letter || (lower(text[end]) == 'e' && letters == 0));
        if (letter) ++letters;
    }
    const bool whole = end == text.size() || !(is_alphanumeric(text[end]) || text[end] == '_');
    return digits_behind && !exponent && whole ? Span{at, end} : Span{at, at};
}

/// furo>=2022.12.7, (==2016.9.26): a version behind an operator that compares.
bool is_compared_version(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    constexpr ElementSet operators = ElementSet::of("=<>~!");
    return at >= floor + 2 && text[at - 1] == '=' && is_ascii(text[at - 2]) && operators.has(text[at - 2]) &&
           !chain_at(text, at).empty();
}

/// C++17, gnu++98
bool is_plus_plus(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    return at > floor + 2 && text[at - 2] == '+' && ends_in_letter(text, at - 2, floor);
}

/// -1 behind the exponent of 2^32-1
std::uint32_t power_end(std::string_view text, std::uint32_t at) {
    const std::uint32_t end = digits_end(text, at);
    const bool sum = end < text.size() && (text[end] == '-' || text[end] == '+');
    const std::uint32_t behind = sum ? digits_end(text, end + 1) : end;
    return behind > end + 1 ? behind : end;
}

/// EMC/2012: four digits that may be a year, behind a slash and a letter.
bool is_year_of_name(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    const std::string_view year = text.substr(at, 5);
    const bool plausible = year.starts_with("19") || year.starts_with("20");
    return plausible && year.size() >= 4 && is_ascii_digit(year[2]) && is_ascii_digit(year[3]) &&
           (year.size() == 4 || !is_ascii_digit(year[4])) && ends_in_letter(text, at - 1, floor);
}

/// Three groups of digits or more with a space or hyphen between them.
Span digit_groups_at(std::string_view text, std::uint32_t at) {
    constexpr int least_groups = 3;
    std::uint32_t end = at;
    for (int groups = 1;; ++groups) {
        std::uint32_t size = 0;
        while (digit_at(text, end, size) >= 0) end += size;
        const bool joined = end + 1 < text.size() && (text[end] == ' ' || text[end] == '-');
        if (!joined || digit_at(text, end + 1, size) < 0)
            return groups < least_groups ? Span{at, at} : Span{at, end};
        ++end;
    }
}

/// (212) 555-1234, (11) 93456-7890: an area in brackets, then three to five digits and four more behind a hyphen.
Span area_and_number_at(std::string_view text, std::uint32_t at) {
    const auto digits_from = [&](std::uint32_t from) {
        std::uint32_t count = 0;
        while (from + count < text.size() && is_ascii_digit(text[from + count])) ++count;
        return count;
    };
    const auto is = [&](std::uint32_t place, char sign) {
        return place < text.size() && text[place] == sign;
    };
    const std::uint32_t area = digits_from(at);
    if (area < 2 || area > 4 || !is(at + area, ')')) return {at, at};
    const std::uint32_t first = at + area + (is(at + area + 1, ' ') ? 2 : 1);
    const std::uint32_t size = digits_from(first);
    const std::uint32_t last = first + size + 1;
    const bool number = size >= 3 && size <= 5 && is(last - 1, '-') && digits_from(last) == 4;
    return number ? Span{at - 1, last + 4} : Span{at, at};
}

/// 92:57:02:97:5e:80, 2600:1f13:cfe::7: four groups or more of digits of base sixteen with colons between.
Span colon_groups_around(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    constexpr std::ptrdiff_t least_colons = 3;
    const auto is_group = [&](std::uint32_t place) {
        return is_ascii_digit(text[place]) || is_hex_letter(text[place]);
    };
    std::uint32_t end = at;
    while (end < text.size() && is_group(end)) ++end;
    if ((end == text.size() || text[end] != ':') && (at == floor || text[at - 1] != ':')) return {at, at};
    std::uint32_t begin = at;
    while (begin > floor && at - begin < farthest && (is_group(begin - 1) || text[begin - 1] == ':')) --begin;
    while (end < text.size() && (is_group(end) || text[end] == ':')) ++end;
    const std::string_view groups = slice(text, {begin, end});
    return std::ranges::count(groups, ':') >= least_colons ? Span{begin, end} : Span{at, at};
}

/// Either of the two; the byte behind the first digits tells for most that it is none.
Span hex_around(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    const std::uint32_t end = digits_end(text, at);
    const char next = end < text.size() ? text[end] : ' ';
    const bool behind_colon = at > floor && text[at - 1] == ':';
    if (!is_hex_letter(next) && next != ':' && !behind_colon) return {at, at};
    const Span hex = hex_digits_at(text, at);
    return hex.empty() ? colon_groups_around(text, at, floor) : hex;
}

/// +08:00 of UTC+08:00, -5 of GMT-5: the end of the offset.
std::uint32_t offset_end(std::string_view text, std::uint32_t at) {
    while (at < text.size() && (is_ascii_digit(text[at]) || text[at] == ':')) ++at;
    return text[at - 1] == ':' ? at - 1 : at;
}
/// The same behind a time: 10:00+02:00.
bool is_offset_of_time(std::string_view text, std::uint32_t sign) {
    constexpr std::string_view shape = ":dd+dd:dd";
    constexpr std::uint32_t before = 3;
    if (sign < before || text.size() - (sign - before) < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const char c = text[sign - before + i];
        if (shape[i] == 'd' ? !is_ascii_digit(c) : c != shape[i]) return false;
    }
    return true;
}
bool is_offset(std::string_view text, std::uint32_t sign) {
    const std::string_view before = text.substr(0, sign);
    return before.ends_with("UTC") || before.ends_with("GMT");
}

/// Angiotensin-(1-7), SARS-CoV(-1): digits in brackets that belong to the word before them; empty where they do not.
Span bracket_of_word(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    constexpr std::uint32_t longest = 16;
    const bool minus = text[at - 1] == '-';
    const std::uint32_t open = at - (minus ? 2 : 1);
    if (at < floor + 3 || text[open] != '(') return {at, at};
    if (!minus && text[open - 1] != '-') return {at, at};
    const std::uint32_t word = minus ? open : open - 1;
    const std::size_t close = text.substr(at, longest).find(')');
    if (close == text.npos || !ends_in_letter(text, word, floor)) return {at, at};
    return {letters_begin(text, word, floor), at + static_cast<std::uint32_t>(close) + 1};
}

/// 2024-05-17: a date wherever it stands, also in the name of a file.
bool is_iso_date(std::string_view text, std::uint32_t at) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() - at < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == 'd' ? !is_ascii_digit(text[at + i]) : text[at + i] != '-') return false;
    const auto number = [&](std::size_t from) {
        return 10 * (text[at + from] - '0') + text[at + from + 1] - '0';
    };
    const std::uint32_t end = at + static_cast<std::uint32_t>(shape.size());
    const bool goes_on = end < text.size() && (is_alphanumeric(text[end]) || text[end] == '-');
    return !goes_on && (number(0) == 19 || number(0) == 20) && number(5) >= 1 && number(5) <= 12 &&
           number(8) >= 1 && number(8) <= 31;
}

/// What is no number in a bracket that opens before `at`.
Span bracket_at(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    if (const Span page = manual_page_at(text, at, floor); !page.empty()) return page;
    if (const Span bracket = bracket_of_word(text, at, floor); !bracket.empty()) return bracket;
    return area_and_number_at(text, at);
}

/// lỗ 5 tỷ đồng: an amount, which names nothing. A scale word may be more where there are no spaces: 법 3조.
bool is_amount(Run& run) {
    constexpr RoleSet units = {Role::percent, Role::currency, Role::currency_name, Role::currency_symbol};
    const Token& behind = run[read_digits(run, 0).tokens];
    return behind.roles.meets(units) || (run.language().spaced && behind.may_be(Role::scale));
}

}  // namespace

bool is_in_address(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    constexpr ElementSet signs = ElementSet::of("/=?&.%_@");
    return at > floor && is_ascii(text[at - 1]) && signs.has(text[at - 1]) &&
           address_begin(text, at, floor) < at;
}

Span identifier_around(std::string_view text, std::uint32_t at, std::uint32_t floor) {
    if (const Span hex = hex_around(text, at, floor); !hex.empty()) return hex;
    if (at == floor) return {at, at};
    const char before = text[at - 1];
    if (ends_in_letter(text, at, floor)) {
        if (ends_in_arabic(text, at)) return {at, at};
        const std::uint32_t letters = letters_begin(text, at, floor);
        return is_in_address(text, letters, floor)
                   ? Span{address_begin(text, letters, floor), address_end(text, at)}
                   : Span{letters, word_end(text, at)};
    }
    if (before == '$' && is_cell_row(text, at)) return {at - 1, word_end(text, at)};
    if (before == '[') return note_at(text, at);
    if (before == '(') return bracket_at(text, at, floor);
    if (before == '-')
        if (const Span bracket = bracket_of_word(text, at, floor); !bracket.empty()) return bracket;
    if ((before == '+' || before == '-') && at >= floor + 4 && is_offset(text, at - 1))
        return {at - 4, offset_end(text, at)};
    if (before == '/' && (is_year_of_name(text, at, floor) || is_version_of_name(text, at, floor)))
        return {letters_begin(text, at - 1, floor), word_end(text, at)};
    if (before == '/' && ends_in_greek(text, at - 1, floor)) return {at - 3, word_end(text, at)};
    if (is_part_of_dotted_name(text, at, floor))
        return {letters_begin(text, at - 1, floor), word_end(text, at)};
    if (before == '^' || (before == '*' && at >= floor + 2 && text[at - 2] == '*'))
        return {at - 1, power_end(text, at)};
    if (is_compared_version(text, at, floor)) return chain_at(text, at);
    if (!is_address_sign(before)) return {at, at};
    const std::uint32_t begin = address_begin(text, at, floor);
    if (begin < at)
        return {begin,
                text.substr(begin).starts_with("doi:") ? article_end(text, at) : address_end(text, at)};
    if (before == '+' && is_plus_plus(text, at, floor))
        return {letters_begin(text, at - 2, floor), word_end(text, at)};
    if (before == '+' && is_offset_of_time(text, at - 1)) return {at - 1, offset_end(text, at)};
    if (before == '+') return digit_groups_at(text, at);  // +44 20 7946 0958
    if (before == '#') return {at - 1, word_end(text, at)};
    if (before == '-' && ends_in_letter(text, at - 1, floor) && !is_iso_date(text, at))
        return {letters_begin(text, at - 1, floor), word_end(text, at)};
    if (before == '-' && at >= floor + 4 && is_hangul(text, at - 4)) return {at - 1, word_end(text, at)};
    return {at, at};
}

bool is_cell_row(std::string_view text, std::uint32_t at) {
    constexpr std::uint32_t most_letters = 3;
    if (at < 3 || text[at - 1] != '$') return false;
    std::uint32_t begin = at - 1;
    while (begin > 0 && at - 1 - begin < most_letters && is_ascii_capital(text[begin - 1])) --begin;
    return begin < at - 1 && begin > 0 && text[begin - 1] == '$';
}

Span chain_at(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    int hyphens = 0;
    int dots = 0;
    std::uint32_t size = 0;
    while (digit_at(text, end, size) >= 0) {
        while (digit_at(text, end, size) >= 0) end += size;
        const char sign = end == text.size() ? '\0' : folded_sign(text, end);
        if (sign != '-' && sign != '.') break;
        const std::uint32_t next = end + code_point_size(text, end);
        if (digit_at(text, next, size) < 0) break;
        (sign == '-' ? hyphens : dots) += 1;
        end = next;
    }
    if (hyphens >= 2 || (hyphens == 1 && digit_at(text, at, size) == 0 && dots == 0)) return {at, end};
    return dots >= 2 ? Span{at, end} : Span{at, at};
}

Span code_at(Run& run) {
    const std::uint32_t begin = run[0].span.begin;
    const bool always =
        run[0].value == 24 && run[2].value == 7 && run.is_sign(1, '/') && !run.is_sign(3, '/');
    if (always && run[1].gap == Gap::none && run[2].gap == Gap::none)
        return {begin, run[2].span.end};  // 24/7
    if (!run.is_sign(1, '-') || run[1].gap != Gap::none) return {begin, begin};
    const Token& word = run[2];
    const bool joined = word.gap == Gap::none && word.kind == TokenKind::word;
    const bool code = joined && (is_letter_of_code(run, word) ||
                                 (word.senses.empty() && has_inner_capital(run.text(word))));
    return code ? Span{begin, word_end(run.text(), word.span.end)} : Span{begin, begin};
}

Span telephone_at(std::string_view text, std::uint32_t at) {
    const bool trunk = text[at] == '0' && at + 1 < text.size() && is_ascii_digit(text[at + 1]);
    return trunk ? digit_groups_at(text, at) : Span{at, at};
}

Span reference_at(Run& run) {
    Span span = run[0].span;
    const auto joins =
        [&](std::size_t at) {  // ISBN 978-3-16, ISO 8601-1:2019, pages 193–292, Lei 14.133/2021
            return run.is_sign(at, '-') || run.is_sign(at, ':') || run.is_sign(at, '/') ||
                   (run[at].kind == TokenKind::sign && run.is(at, Role::range_join));
        };
    const std::size_t first = std::max<std::size_t>(read_digits(run, 0).tokens, 1);
    for (std::size_t next = first; joins(next) && run[next + 1].kind == TokenKind::digits; next += 2) {
        if (run[next].gap != Gap::none || run[next + 1].gap != Gap::none) break;
        span.end = run[next + 1].span.end;
    }
    return {span.begin, std::max(span.end, read_digits(run, 0).span.end)};
}

bool is_reference(Run& run) {
    const Token& first = run[0];
    if (first.kind != TokenKind::digits) return false;
    return run.before(first.span.begin, Role::reference).sense != nullptr && !is_amount(run);
}

}  // namespace factlint
