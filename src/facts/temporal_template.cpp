#include "facts/temporal_template.h"

#include <algorithm>
#include <array>

#include "facts/draft.h"
#include "facts/fraction.h"
#include "facts/numeral.h"

namespace factlint {
namespace {

struct Mark {
    char code;
    Role role;
};
constexpr std::array marks = {
    Mark{'y', Role::year_mark},
    Mark{'w', Role::year_prefix},
    Mark{'m', Role::month_mark},
    Mark{'n', Role::month_prefix},
    Mark{'d', Role::day_mark},
    Mark{'p', Role::date_prefix},
    Mark{'q', Role::quarter_mark},
    Mark{'v', Role::quarter_prefix},
    Mark{'f', Role::fiscal},
    Mark{'g', Role::fiscal_prefix},
    Mark{'k', Role::decade_mark},
    Mark{'b', Role::decade_prefix},
    Mark{'c', Role::century_mark},
    Mark{'a', Role::century_prefix},
    Mark{'o', Role::ordinal_prefix},
    Mark{'s', Role::ordinal_suffix},
    Mark{'j', Role::date_join},
    Mark{'0', Role::first_year},
    Mark{'h', Role::hour_mark},
    Mark{'u', Role::minute_mark},
    Mark{'t', Role::second_mark},
    Mark{'z', Role::oclock},
    Mark{'r', Role::half},
    Mark{'l', Role::hour_mark_weak},
    Mark{'1', Role::quarter_mark_weak},
    Mark{'2', Role::era_before},
    Mark{'5', Role::clock_prefix},
    Mark{'6', Role::tens_link},
    Mark{'7', Role::minus},
    Mark{'_', Role::link},
    Mark{'+', Role::fraction_and},
    Mark{'<', Role::week_mark},
};

/// A word whose sense has a value.
struct Word {
    char code;
    Role role;
    int Slots::*slot;
};
constexpr std::array words = {
    Word{'B', Role::month, &Slots::month},
    Word{'W', Role::month, &Slots::month},
    Word{'W', Role::month_weak, &Slots::month},
    Word{'E', Role::era, &Slots::era},
    Word{'H', Role::half_year_mark, &Slots::number},
    Word{'L', Role::early_late, &Slots::part},
    Word{'P', Role::day_part, &Slots::day_part},
    Word{'P', Role::meridiem, &Slots::day_part},
    Word{'&', Role::day_part_weak, &Slots::day_part},
    Word{'K', Role::time_word, &Slots::clock},
    Word{'F', Role::minute_word, &Slots::minute},
    Word{'4', Role::clock_offset, &Slots::offset},
    Word{'>', Role::clock_shift, &Slots::clock_shift},
    Word{'*', Role::holiday, &Slots::holiday},
    Word{'9', Role::movable_holiday, &Slots::movable_holiday},
};

struct NumberSlot {
    char code;
    int low;
    int high;
    int min_digits;
    int max_digits;
    int Slots::*slot;
};
constexpr std::array numbers = {
    NumberSlot{'Y', 0, 9999, 4, 4, &Slots::year},  NumberSlot{'Z', 0, 9999, 1, 4, &Slots::year},
    NumberSlot{'A', 0, 99999, 1, 5, &Slots::year}, NumberSlot{'U', 0, 99999, 4, 5, &Slots::year},
    NumberSlot{'3', 1, 31, 9, 2, &Slots::day},  // no digits have nine places: words only
    NumberSlot{'V', 0, 999, 1, 3, &Slots::month},  NumberSlot{'Q', 0, 999, 1, 3, &Slots::day},
    NumberSlot{'T', 0, 9, 2, 2, &Slots::year},     NumberSlot{'S', 0, 99, 2, 2, &Slots::year},
    NumberSlot{'G', 1, 12, 1, 2, &Slots::month},   NumberSlot{'M', 0, 99, 1, 2, &Slots::month},
    NumberSlot{'D', 0, 99, 1, 2, &Slots::day},     NumberSlot{'e', 1, 31, 1, 2, &Slots::day},
    NumberSlot{'N', 1, 4, 1, 1, &Slots::number},   NumberSlot{'C', 1, 30, 1, 2, &Slots::number},
    NumberSlot{'I', 0, 24, 1, 2, &Slots::hour},    NumberSlot{'J', 0, 59, 2, 2, &Slots::minute},
    NumberSlot{'i', 0, 59, 1, 2, &Slots::minute},  NumberSlot{'X', 0, 60, 2, 2, &Slots::second},
    NumberSlot{'x', 0, 60, 1, 2, &Slots::second},  NumberSlot{'8', 19000101, 21001231, 8, 8, &Slots::compact},
    NumberSlot{'#', 0, 2359, 4, 4, &Slots::clock}, NumberSlot{'{', 1, 53, 1, 2, &Slots::number},
    NumberSlot{'}', 1, 7, 1, 1, &Slots::day},
};

/// "nineteen ninety-six": a century's number and a year in it.
WholeNumber read_spoken_year(Run& run, std::size_t at, const WholeNumber& first) {
    if (!first.words || first.value < 10 || first.value > 20) return first;
    const WholeNumber second = read_whole_number(run, at + first.tokens, 2);
    if (!second.words || second.value < 10 || second.value > 99) return first;
    return {first.tokens + second.tokens, first.value * 100 + second.value, true};
}

/// I … XXX, in capitals: quarters and centuries.
int roman_value(std::string_view text) {
    if (text.size() > 5) return -1;
    int value = 0;
    int last = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        const int digit = text[i] == 'I' ? 1 : text[i] == 'V' ? 5 : text[i] == 'X' ? 10 : 0;
        if (digit == 0) return -1;
        value += digit < last ? -digit : digit;
        last = digit;
    }
    return value;
}

/// 九八年 is 1998, where 九十八年 are ninety-eight years. 七八年 may as well be seven or eight.
bool is_year_in_digits(Run& run, std::size_t at, const WholeNumber& number) {
    const bool digits = number.words && number.tokens == 2 && run.is(at, Role::digit) &&
                        run.is(at + 1, Role::digit) && run[at + 1].gap == Gap::none;
    return digits && !run.language().spaced && number.value >= 40 &&
           number.value / 10 + 1 != number.value % 10;
}

std::size_t take_number(Run& run, std::size_t at, const NumberSlot& row, Slots& slots) {
    WholeNumber number = read_whole_number(run, at, row.max_digits);
    if ((row.code == 'Y' || row.code == 'U') && number.words) number = read_spoken_year(run, at, number);
    const Token& token = run[at];
    if (number.tokens == 0 && row.slot == &Slots::number && token.kind == TokenKind::word)
        number = {1, roman_value(run.text(token)), true};
    const int high = row.code == 'T' && is_year_in_digits(run, at, number) ? 99 : row.high;
    if (number.tokens == 0 || number.value < row.low || number.value > high) return 0;
    const int least = row.min_digits == 4 ? 1000 : row.min_digits == 2 ? 10 : 0;
    const bool zero_first = number.words && number.tokens == 2 && row.min_digits == 2;  // 零八年
    if (number.words ? number.value < least && !zero_first : token.digit_count < row.min_digits) return 0;
    const bool overlong = token.kind == TokenKind::digits && token.digit_count == row.max_digits &&
                          (row.max_digits == 3 || row.max_digits == 5);
    if (row.code == 'U' && overlong && (number.value < 19000 || number.value > 21009)) return 0;
    slots.overlong = slots.overlong || overlong;
    if (row.slot == &Slots::year) slots.padded_year = !number.words && token.digit_count > 2;
    slots.*row.slot = number.value;
    if (row.code == 'S') slots.short_year = true;
    return number.tokens;
}

/// Of a day, a quarter or a century.
constexpr int most_ordinal_digits = 2;

/// 2nd, second, twenty-second: ordinals as they stand in dates, quarters and centuries.
std::size_t take_ordinal(Run& run, std::size_t at, int high, int& slot) {
    const WholeNumber tens = read_whole_number(run, at, most_ordinal_digits);
    const std::size_t behind = at + tens.tokens;
    const auto point = [&] {
        if (tens.words || run[behind].gap != Gap::none || !run.is(behind, Role::ordinal_point)) return false;
        const Token& group = run[behind + 1];  // "im Juli 3.000 Euro" has no third of July
        return group.digit_count != 3 || group.gap != Gap::none;
    };
    const bool suffix = tens.tokens != 0 && (point() || is_ordinal_ending(run, behind));
    if (suffix && tens.value <= high) {
        slot = tens.value;
        return tens.tokens + 1;
    }
    if (tens.tokens != 0 && !tens.words) return 0;
    std::size_t last = at;
    int value = 0;
    if (const Sense* sense = run.sense(at, Role::tens); sense != nullptr && tens.tokens <= 1) {
        value = sense->value;
        last = run.is_sign(at + 1, '-') ? at + 2 : at + 1;
    }
    const Sense* unit = run.sense(last, Role::ordinal);
    if (unit == nullptr || unit->exponent != 0 || (value != 0 && unit->value > 9) ||
        value + unit->value > high)
        return 0;
    slot = value + unit->value;
    if (value == 0 && run.language().inverted_tens && run.is(last + 1, Role::link))  // الخامس والعشرين
        if (const Sense* more = run.sense(last + 2, Role::tens);
            more != nullptr && slot + more->value <= high)
            return slot += more->value, last + 3 - at;
    return last + 1 - at;
}

bool is_date_sign(char sign) { return sign == '-' || sign == '/' || sign == '.'; }

std::size_t take_sign(Run& run, std::size_t at, char code) {
    const char sign = run[at].ascii;
    return (code == '=' ? is_date_sign(sign) : sign == code) ? 1 : 0;
}

std::size_t take_number_slot(Run& run, std::size_t at, char, std::size_t row, Slots& slots) {
    return take_number(run, at, numbers[row], slots);
}
std::size_t take_mark(Run& run, std::size_t at, char, std::size_t row, Slots&) {
    return run.is(at, marks[row].role) ? 1 : 0;
}
/// The rows of one element stand side by side.
std::size_t take_word(Run& run, std::size_t at, char code, std::size_t row, Slots& slots) {
    for (; row < words.size() && words[row].code == code; ++row)
        if (const Sense* sense = run.sense(at, words[row].role))
            return slots.*words[row].slot = sense->value, 1;
    return 0;
}
std::size_t take_day_ordinal(Run& run, std::size_t at, char, std::size_t, Slots& slots) {
    return take_ordinal(run, at, 31, slots.day);
}
/// am siebten vierten
std::size_t take_month_ordinal(Run& run, std::size_t at, char, std::size_t, Slots& slots) {
    return take_ordinal(run, at, 12, slots.month);
}
std::size_t take_period_ordinal(Run& run, std::size_t at, char, std::size_t, Slots& slots) {
    return take_ordinal(run, at, 30, slots.number);
}
/// साढ़े तीन, पौने दो, डेढ़: in words, quarters of an hour
std::size_t take_parted_hour(Run& run, std::size_t at, char, std::size_t, Slots& slots) {
    const Numeral& numeral = read_numeral(run, at);
    const Sense* portion = numeral.tokens == 0 ? run.sense(at, Role::portion) : nullptr;
    const std::int64_t value = portion != nullptr ? portion->value : numeral.mantissa;
    const int exponent = portion != nullptr ? portion->exponent : numeral.exponent;
    if (exponent >= 0 || exponent < -2 || numeral.big || numeral.decimal_point) return 0;
    const std::int64_t quarters = value * (exponent == -1 ? 10 : 1) / 25;
    if (quarters <= 0 || quarters >= 13 * 4) return 0;
    slots.hour = static_cast<int>(quarters / 4);
    slots.minute = static_cast<int>(quarters % 4 * 15);
    return portion != nullptr ? 1 : numeral.tokens;
}
std::size_t take_hour_ordinal(Run& run, std::size_t at, char, std::size_t, Slots& slots) {
    return run.language().ordinal_hours ? take_ordinal(run, at, 12, slots.hour) : 0;
}
/// "un quarto" and "tre quarti" behind the hour
std::size_t take_hour_fraction(Run& run, std::size_t at, char, std::size_t, Slots& slots) {
    const WordFraction fraction = read_word_fraction(run, at);
    if (fraction.tokens == 0 || fraction.exponent != 0 || fraction.denominator != 4) return 0;
    slots.offset = static_cast<int>(fraction.numerator * 15);
    return fraction.numerator > 0 && fraction.numerator < 4 ? fraction.tokens : 0;
}
/// mese of "terzo mese del 2018", minutes of "5 minutes to nine": the row is the unit's
std::size_t take_time_unit(Run& run, std::size_t at, char, std::size_t row, Slots&) {
    const Sense* unit = run.sense(at, Role::time_unit);
    return unit != nullptr && static_cast<std::size_t>(unit->value) == row ? 1 : 0;
}
/// semestre of "II semestre 2018": Role::half_year_mark says with 0 that the number stands before it
std::size_t take_half_year_unit(Run& run, std::size_t at, char, std::size_t, Slots&) {
    const Sense* mark = run.sense(at, Role::half_year_mark);
    return mark != nullptr && mark->value == 0 ? 1 : 0;
}
std::size_t take_sign_slot(Run& run, std::size_t at, char code, std::size_t, Slots&) {
    return take_sign(run, at, code);
}

/// How each element is taken: the tokens it takes, 0 where it does not stand at `at`.
struct Element {
    std::size_t (*take)(Run& run, std::size_t at, char code, std::size_t row, Slots& slots);
    std::size_t row;
};
constexpr std::array<Element, 128> elements_by_code = [] {
    std::array<Element, 128> out{};
    out.fill({take_sign_slot, 0});
    const auto at = [&](char code) -> Element& { return out[static_cast<std::size_t>(code)]; };
    for (std::size_t i = 0; i < numbers.size(); ++i) at(numbers[i].code) = {take_number_slot, i};
    for (std::size_t i = 0; i < marks.size(); ++i) at(marks[i].code) = {take_mark, i};
    for (std::size_t i = words.size(); i-- > 0;) at(words[i].code) = {take_word, i};
    at('O') = {take_day_ordinal, 0};
    at('|') = {take_month_ordinal, 0};
    at('R') = {take_period_ordinal, 0};
    at('%') = {take_parted_hour, 0};
    at('@') = {take_hour_ordinal, 0};
    at('$') = {take_time_unit, static_cast<std::size_t>(UnitId::month)};
    at('"') = {take_time_unit, static_cast<std::size_t>(UnitId::minute)};
    at('!') = {take_hour_fraction, 0};
    at('^') = {take_half_year_unit, 0};
    return out;
}();

/// Words that a number may begin with.
constexpr RoleSet number_words = {Role::digit,   Role::small,   Role::tens,       Role::score,
                                  Role::scale,   Role::weak,    Role::minus,      Role::vague,
                                  Role::article, Role::portion, Role::part_before};

constexpr ElementSet elements_of_numbers() {
    ElementSet out;
    for (const NumberSlot& row : numbers) out.add(row.code);
    for (const char code : {'O', '|', 'R', '!'}) out.add(code);
    return out;
}

/// The elements that a word of each role may be.
constexpr std::array<ElementSet, role_table.size()> role_elements = [] {
    std::array<ElementSet, role_table.size()> out;
    for (const Mark& row : marks) out[static_cast<std::size_t>(row.role)].add(row.code);
    for (const Word& row : words) out[static_cast<std::size_t>(row.role)].add(row.code);
    for (const RoleInfo& row : role_table)
        if (number_words.has(row.role)) out[static_cast<std::size_t>(row.role)].add(elements_of_numbers());
    for (const char code : {'O', '|', 'R', '@'}) out[static_cast<std::size_t>(Role::ordinal)].add(code);
    for (const char code : {'$', '"'}) out[static_cast<std::size_t>(Role::time_unit)].add(code);
    out[static_cast<std::size_t>(Role::half_year_mark)].add('^');
    for (const Role role : {Role::portion, Role::part_before, Role::small, Role::tens})
        out[static_cast<std::size_t>(role)].add('%');
    return out;
}();

/// The elements that this many digits may be; the last row is for more.
constexpr std::array<ElementSet, 10> digit_elements = [] {
    std::array<ElementSet, 10> out;
    for (std::size_t count = 0; count < out.size(); ++count) {
        for (const char code : {'O', '|', 'R'}) out[count].add(code);
        for (const NumberSlot& row : numbers)
            if (static_cast<int>(count) >= row.min_digits && static_cast<int>(count) <= row.max_digits)
                out[count].add(row.code);
    }
    return out;
}();

/// Of a word or sign. `roman`: it may be a number in Roman digits.
ElementSet elements_of(const Token& token, bool roman) {
    ElementSet out;
    token.roles.for_each([&](Role role) { out.add(role_elements[static_cast<std::size_t>(role)]); });
    if (roman)
        for (const char code : {'N', 'C'}) out.add(code);
    if (token.ascii > 0) out.add(token.ascii);
    if (is_date_sign(token.ascii)) out.add('=');
    return out;
}

/// TokenClass::shape of digits, and of a word that may be a Roman number.
constexpr std::size_t digit_shape = 0x200;
constexpr std::size_t roman_shape = 0x100;

constexpr std::int64_t whole_limit = 10000;

/// The value of a whole number below 10,000, two thousand and nineteen hundred among them; -1 of any other.
int whole_value(const Numeral& numeral) {
    if (numeral.tokens == 0 || numeral.exponent < 0 || numeral.exponent > 3 || numeral.big) return -1;
    if (numeral.decimal_point || numeral.mantissa < 0 || numeral.mantissa >= whole_limit) return -1;
    std::int64_t value = numeral.mantissa;
    for (int i = 0; i < numeral.exponent; ++i) value *= 10;
    return value < whole_limit ? static_cast<int>(value) : -1;
}

}  // namespace

WholeNumber read_whole_number(Run& run, std::size_t at, int digits) {
    const Token& token = run[at];
    if (token.kind == TokenKind::digits) {
        if (token.digit_count > digits) return {};
        return {1, static_cast<int>(token.value), false};
    }
    if (token.kind == TokenKind::end || token.senses.empty()) return {};
    const Numeral& numeral = read_numeral(run, at);
    if (numeral.weak && token.may_be(Role::article)) return {};
    if (const int value = whole_value(numeral); value >= 0) return {numeral.tokens, value, true};
    if (numeral.tokens == 0 || !run.language().led_hours) return {};
    const Numeral& hour = read_cardinal(run, at);  // of "siete y media"
    const int value = whole_value(hour);
    return value >= 0 ? WholeNumber{hour.tokens, value, true} : WholeNumber{};
}

std::size_t take_element(Run& run, std::size_t at, char code, Slots& slots) {
    const Element& element = elements_by_code[static_cast<std::size_t>(code)];
    return element.take(run, at, code, element.row, slots);
}

std::uint16_t elements_at(Run& run, std::size_t at) {
    const Token& token = run[at];
    const bool digits = token.kind == TokenKind::digits;
    const bool roman = token.kind == TokenKind::word && is_roman_digit(run.text()[token.span.begin]);
    const std::size_t shape =
        digits ? digit_shape + std::min<std::size_t>(token.digit_count, digit_elements.size() - 1)
               : static_cast<std::size_t>(token.ascii) | (roman ? roman_shape : 0);
    return run.templates().classes.number({token.roles, static_cast<std::uint16_t>(shape)}, [&] {
        return digits ? digit_elements[shape - digit_shape] : elements_of(token, roman);
    });
}

bool is_single(Run& run, std::size_t at) {
    const Token& token = run[at];
    const Token& next = run[at + 1];
    if (token.kind == TokenKind::digits)
        return token.digit_count > most_ordinal_digits ||
               !next.roles.meets({Role::ordinal_suffix, Role::ordinal_point});
    const bool ordinal = token.may_be(Role::ordinal);
    if (!token.roles.meets(number_words)) return !ordinal || !run.language().inverted_tens;
    if (ordinal) return false;
    const bool goes_on = next.roles.meets(number_words) || next.ascii == '-' ||
                         next.roles.meets({Role::ordinal, Role::ordinal_suffix});
    return !goes_on && read_numeral(run, at).tokens <= 1;
}

}  // namespace factlint
