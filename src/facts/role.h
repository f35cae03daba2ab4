// Role: what a word can be for recognition. The names in the table are the keys of facts/languages/*.yaml.
//
// Under a role a language file maps values to words: `small: {1: one, 2: [two, deux]}`; roles without a value list words.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace factlint {

enum class Role : std::uint8_t {
    // numerals
    digit,
    small,
    tens,
    score,
    tail,
    scale,
    scale_attached,
    scale_money,
    weak,
    article,
    half,
    link,
    tens_link,
    point,
    minus,
    fraction,
    portion,
    portion_weak,
    part_before,
    vulgar,
    denominator_mark,
    fraction_join,
    fraction_reverse,
    fraction_and,
    vague,
    excess,
    number_lead,
    // quantities
    percent,
    percent_points,
    percent_prefix,
    tenths,
    currency,
    currency_name,
    currency_symbol,
    currency_minor,
    currency_part,
    currency_tenth,
    currency_thousand,
    currency_million,
    unit,
    unit_link,
    unit_prefix,
    unit_symbol,
    unit_second,
    counter,
    counted_unit,
    ordinal_prefix,
    ordinal_suffix,
    ordinal_point,
    ordinal_lead,
    ordinal,
    // comparison and composition
    approx_before,
    approx_after,
    or_equal,
    range_open,
    range_join,
    range_and,
    range_close,
    comparison_join,
    compared_before,
    compared_after,
    ratio_join,
    ratio_whole,
    // what is no fact
    stop,
    no_stop,
    pronoun_lead,
    reference,
    reference_behind,
    function_word,
    particle,
    proclitic,
    definite,
    lead_stop,
    // dates, times, durations, ages
    month,
    weekday,
    weekday_mark,
    weekday_prefix,
    era,
    era_before,
    month_weak,
    first_year,
    year_mark,
    year_prefix,
    year_lead,
    year_lead_weak,
    month_mark,
    month_prefix,
    day_mark,
    hour_mark,
    hour_mark_weak,
    minute_mark,
    second_mark,
    minute_word,
    quarter_mark,
    quarter_mark_weak,
    quarter_prefix,
    half_year_mark,
    date_prefix,
    day_lead,
    day_part,
    meridiem,
    day_part_weak,
    time_unit,
    time_suffix,
    age_mark,
    age_prefix,
    early_late,
    decade_mark,
    decade_prefix,
    decade_lead,
    century_mark,
    century_prefix,
    fiscal,
    fiscal_prefix,
    event_name,
    oclock,
    date_join,
    time_join,
    list_join,
    time_word,
    clock_offset,
    clock_prefix,
    hour_lead,
    time_lead,
    clock_shift,
    holiday,
    movable_holiday,
    week_mark,
};

/// How a language file writes the value of a role.
enum class ValueSyntax : std::uint8_t {
    none,     ///< a list of words
    integer,  ///< 12: Sense::value
    decimal,  ///< 12, 1e6, 0.1: value · 10^exponent
    unit,     ///< USD, kilometer: Sense::value is the UnitId
    approx,   ///< at_least: Sense::value is the Approx
};

struct RoleInfo {
    Role role;
    std::string_view name;
    ValueSyntax syntax;
    bool starts;         ///< a fact may begin with such a word, so the scanner stops at it
    bool leads = false;  ///< is looked for before a fact (Run::before)
};

inline constexpr std::array role_table = {
    RoleInfo{Role::digit, "digit", ValueSyntax::integer, true},  // side by side they are positional: 二〇二五
    RoleInfo{Role::small, "small", ValueSyntax::integer, true},  // nothing may be added to it: one … nineteen
    RoleInfo{Role::tens, "tens", ValueSyntax::integer,
             true},  // a smaller word may follow: twenty, doscientos
    RoleInfo{Role::score, "score", ValueSyntax::integer, true},  // the same up to nineteen: quatre-vingt
    RoleInfo{Role::tail, "tail", ValueSyntax::integer, false},   // only behind tens: mốt, lăm
    RoleInfo{Role::scale, "scale", ValueSyntax::decimal, true},  // multiplies: hundred, 億, triệu, dozen
    RoleInfo{Role::scale_attached, "scale_attached", ValueSyntax::decimal,
             false},                                                          // right behind digits: 10k, 5m
    RoleInfo{Role::scale_money, "scale_money", ValueSyntax::decimal, false},  // only behind a currency: $5m
    RoleInfo{Role::weak, "weak", ValueSyntax::integer, true},  // needs company to be a number: một, năm
    RoleInfo{Role::article, "article", ValueSyntax::integer, false,
             true},  // one, before a scale or fraction: a hundred
    RoleInfo{Role::half, "half", ValueSyntax::none,
             true},  // half of what stands before or behind: rưỡi, 2時間半, 半年
    RoleInfo{Role::link, "link", ValueSyntax::none, false},  // inside a numeral, behind hundreds: and, lẻ
    RoleInfo{Role::tens_link, "tens_link", ValueSyntax::none,
             false},                                           // behind tens: vingt et un, treinta y uno
    RoleInfo{Role::point, "point", ValueSyntax::none, false},  // decimal point: point, phẩy
    RoleInfo{Role::minus, "minus", ValueSyntax::none, true},   // minus, âm, マイナス
    RoleInfo{Role::fraction, "fraction", ValueSyntax::decimal, false},  // denominator: thirds, quarter, 1e12
    RoleInfo{Role::portion, "portion", ValueSyntax::decimal,
             true},  // a number of its own: half, nửa, 半分 (0.5)
    RoleInfo{Role::portion_weak, "portion_weak", ValueSyntax::decimal,
             true},  // only of a unit: medio kilómetro
    RoleInfo{Role::part_before, "part_before", ValueSyntax::decimal,
             true},  // before the number that it adds to, or takes from: साढ़े तीन 3.5, पौने दो 1.75
    RoleInfo{Role::vulgar, "vulgar", ValueSyntax::integer,
             true},  // ¾ = 304: hundred times numerator, denominator
    RoleInfo{Role::denominator_mark, "denominator_mark", ValueSyntax::none, false},  // três vinte avos
    RoleInfo{Role::fraction_join, "fraction_join", ValueSyntax::none, false},  // 3 over 4, hai phần ba
    RoleInfo{Role::fraction_reverse, "fraction_reverse", ValueSyntax::none, false},  // 4分の3
    RoleInfo{Role::fraction_and, "fraction_and", ValueSyntax::none, false},  // 5 and a quarter, 1と2分の1
    RoleInfo{Role::vague, "vague", ValueSyntax::none, true},  // an unknown digit: 数十, several
    RoleInfo{Role::excess, "excess", ValueSyntax::none,
             false},  // inside a numeral or behind it, "and more": 500余万, 二十多个, 300여 명
    RoleInfo{Role::number_lead, "number_lead", ValueSyntax::none, false,
             true},  // a number may follow it: inside a row of kanji 是, 前, or "an hour": for
    RoleInfo{Role::percent, "percent", ValueSyntax::decimal,
             false},  // 1 for %, 0.1 for ‰, 0.01 for basis points
    RoleInfo{Role::percent_points, "percent_points", ValueSyntax::decimal, false},
    RoleInfo{Role::percent_prefix, "percent_prefix", ValueSyntax::decimal, true},  // 百分之
    RoleInfo{Role::tenths, "tenths", ValueSyntax::decimal, false},  // 割 10, 分 1, 厘 0.1, in percent
    RoleInfo{Role::currency, "currency", ValueSyntax::unit,
             true},  // names and codes, before or behind: USD, yen
    RoleInfo{Role::currency_name, "currency_name", ValueSyntax::unit, false},  // behind the number only: yen
    RoleInfo{Role::currency_symbol, "currency_symbol", ValueSyntax::unit, true},  // shared by several: $, £
    RoleInfo{Role::currency_minor, "currency_minor", ValueSyntax::unit, false},   // hundredths: cents, 銭
    RoleInfo{Role::currency_part, "currency_part", ValueSyntax::unit,
             false},  // hundredths, only behind the whole: 分 of 五元三分
    RoleInfo{Role::currency_tenth, "currency_tenth", ValueSyntax::unit, false},       // tenths, likewise: 角
    RoleInfo{Role::currency_thousand, "currency_thousand", ValueSyntax::unit, true},  // kEUR, TEUR
    RoleInfo{Role::currency_million, "currency_million", ValueSyntax::unit, true},    // MUSD, MSEK
    RoleInfo{Role::unit, "unit", ValueSyntax::unit, false},  // of measure, behind the number
    RoleInfo{Role::unit_link, "unit_link", ValueSyntax::none,
             false},  // before what is counted: millions d'euros, five new cases
    RoleInfo{Role::unit_prefix, "unit_prefix", ValueSyntax::unit, true},   // 摂氏, 時速
    RoleInfo{Role::unit_symbol, "unit_symbol", ValueSyntax::unit, false},  // only right behind digits: m, g
    RoleInfo{Role::unit_second, "unit_second", ValueSyntax::unit,
             false},                                               // only as the smaller one: 6 ft 6 in
    RoleInfo{Role::counter, "counter", ValueSyntax::none, false},  // closed class, part of the span: 個, lần
    RoleInfo{Role::counted_unit, "counted_unit", ValueSyntax::integer,
             true},  // a unit that says its number as well: يومان 2; 1 only before "one" or "and a half"
    RoleInfo{Role::ordinal_prefix, "ordinal_prefix", ValueSyntax::none, true},   // 第, thứ
    RoleInfo{Role::ordinal_suffix, "ordinal_suffix", ValueSyntax::none, false},  // st, 番目
    RoleInfo{Role::ordinal_point, "ordinal_point", ValueSyntax::none,
             false},  // 2. November, der 3. Platz; also the end of a sentence
    RoleInfo{Role::ordinal_lead, "ordinal_lead", ValueSyntax::none, false,
             true},  // the point behind a number marks an ordinal: der, am
    RoleInfo{Role::ordinal, "ordinal", ValueSyntax::decimal, true},  // in one word: first, nhất
    RoleInfo{Role::approx_before, "approx_before", ValueSyntax::approx, false, true},
    RoleInfo{Role::approx_after, "approx_after", ValueSyntax::approx, false},
    RoleInfo{Role::or_equal, "or_equal", ValueSyntax::none, false},  // more than 5 or equal
    RoleInfo{Role::range_open, "range_open", ValueSyntax::integer, false,
             true},  // from 0, between 1: with "and", between alone opens a range
    RoleInfo{Role::range_join, "range_join", ValueSyntax::none, false},  // to, –, から, đến
    RoleInfo{Role::range_and, "range_and", ValueSyntax::none, false,
             true},  // joins only behind range_open: and, và
    RoleInfo{Role::range_close, "range_close", ValueSyntax::none, false},  // まで
    RoleInfo{Role::comparison_join, "comparison_join", ValueSyntax::none,
             false},  // more than 1 and less than 3
    RoleInfo{Role::compared_before, "compared_before", ValueSyntax::none, false,
             true},  // the word behind the number says how: 比三十大
    RoleInfo{Role::compared_after, "compared_after", ValueSyntax::approx, false},
    RoleInfo{Role::ratio_join, "ratio_join", ValueSyntax::none, false},    // of, out of, trên
    RoleInfo{Role::ratio_whole, "ratio_whole", ValueSyntax::none, false},  // behind the whole: のうち, 中
    RoleInfo{Role::stop, "stop", ValueSyntax::none, false},  // looks like a number and is none: 一緒, 千葉
    RoleInfo{Role::no_stop, "no_stop", ValueSyntax::none,
             false},  // begins with a stop and is a number: 一時間
    RoleInfo{Role::pronoun_lead, "pronoun_lead", ValueSyntax::none, false,
             true},  // makes a lone "one" a pronoun, and a day no date: this, no, まる
    RoleInfo{Role::reference, "reference", ValueSyntax::none, false,
             true},  // what follows is a name: Boeing, section, §
    RoleInfo{Role::reference_behind, "reference_behind", ValueSyntax::none,
             false},  // what precedes is a name: 進法
    RoleInfo{Role::function_word, "function_word", ValueSyntax::none, false},  // never a head noun
    RoleInfo{Role::particle, "particle", ValueSyntax::none,
             false},  // may follow a number in words without a space: 은, 이다
    RoleInfo{Role::proclitic, "proclitic", ValueSyntax::none,
             false},  // written onto the word behind it: the و of وخمسة
    RoleInfo{Role::definite, "definite", ValueSyntax::none,
             false},  // the beginning of a word that no number counts: the ال of الكتاب
    RoleInfo{Role::lead_stop, "lead_stop", ValueSyntax::none, false,
             true},  // ends like a word that leads, and does not lead: 最近
    RoleInfo{Role::month, "month", ValueSyntax::integer, true, true},
    RoleInfo{Role::weekday, "weekday", ValueSyntax::integer, true, true},
    RoleInfo{Role::weekday_mark, "weekday_mark", ValueSyntax::integer,
             false},  // in brackets, (金), or right behind the date: 2 Kasım Pazar
    RoleInfo{Role::weekday_prefix, "weekday_prefix", ValueSyntax::none, true},  // before 2 to 7: thứ
    RoleInfo{Role::era, "era", ValueSyntax::integer, true},             // the year before year 1: 令和 2018
    RoleInfo{Role::era_before, "era_before", ValueSyntax::none, true},  // years counted back: 公元前
    RoleInfo{Role::month_weak, "month_weak", ValueSyntax::integer, true,
             true},  // more often another word: may, march; counts only beside a day or year
    RoleInfo{Role::first_year, "first_year", ValueSyntax::none, false},         // behind an era: 元年
    RoleInfo{Role::year_mark, "year_mark", ValueSyntax::none, false},           // behind the number: 年
    RoleInfo{Role::year_prefix, "year_prefix", ValueSyntax::none, true, true},  // before it: năm
    RoleInfo{
        Role::year_lead, "year_lead", ValueSyntax::integer, false,
        true},  // a bare year may follow: since 0; 1 also that of the month before it: June in 2020; 2 of any
                // age: im Jahr 1127
    RoleInfo{Role::year_lead_weak, "year_lead_weak", ValueSyntax::none, false,
             true},  // the same, but "than 2000 people" is no year
    RoleInfo{Role::month_mark, "month_mark", ValueSyntax::none, false},
    RoleInfo{Role::month_prefix, "month_prefix", ValueSyntax::none, true, true},
    RoleInfo{Role::day_mark, "day_mark", ValueSyntax::none, false},
    RoleInfo{Role::hour_mark, "hour_mark", ValueSyntax::none, false},
    RoleInfo{Role::hour_mark_weak, "hour_mark_weak", ValueSyntax::none,
             false},  // 点 of 三点, also a point: an hour only in company
    RoleInfo{Role::minute_mark, "minute_mark", ValueSyntax::none, false},
    RoleInfo{Role::second_mark, "second_mark", ValueSyntax::none, false},
    RoleInfo{Role::minute_word, "minute_word", ValueSyntax::integer,
             false},  // minutes behind the hour: 一刻 15, 半 30, 整 0
    RoleInfo{Role::quarter_mark, "quarter_mark", ValueSyntax::none, true},  // III trimestre begins before it
    RoleInfo{Role::quarter_mark_weak, "quarter_mark_weak", ValueSyntax::none,
             false},  // only behind a year: 季, also of a series
    RoleInfo{Role::quarter_prefix, "quarter_prefix", ValueSyntax::none, true, true},
    RoleInfo{Role::half_year_mark, "half_year_mark", ValueSyntax::integer,
             true},  // 1 first, 2 second half, 3 the first three quarters; 0 behind an ordinal: 2. Halbjahr
    RoleInfo{Role::date_prefix, "date_prefix", ValueSyntax::none, true, true},
    RoleInfo{Role::day_lead, "day_lead", ValueSyntax::none, false, true},  // 2/11 is a day behind it: on
    RoleInfo{Role::day_part, "day_part", ValueSyntax::integer, true,
             true},  // 0 morning, 12 afternoon and evening, 24 around noon, 36 night
    RoleInfo{Role::meridiem, "meridiem", ValueSyntax::integer, true,
             true},  // the same beside the clock: a.m.
    RoleInfo{
        Role::day_part_weak, "day_part_weak", ValueSyntax::integer, false,
        true},  // only behind hour and minutes, 7:30 tonight, but not "sold 12 tonight"; or before "at 7"
    RoleInfo{Role::time_unit, "time_unit", ValueSyntax::unit, false},  // of a duration: weeks, 年間
    RoleInfo{Role::time_suffix, "time_suffix", ValueSyntax::none,
             false},  // behind a number of days it tells that they are no date: 後, 以内
    RoleInfo{Role::age_mark, "age_mark", ValueSyntax::none, false},  // 歳, years old, tuổi
    RoleInfo{
        Role::age_prefix, "age_prefix", ValueSyntax::integer, false,
        true},  // aged 0; 1 where it is said of other things as well: a los; 2 only of the years behind it: tenía
    RoleInfo{Role::early_late, "early_late", ValueSyntax::integer, true},  // 1 early, 2 middle, 3 late
    RoleInfo{Role::decade_mark, "decade_mark", ValueSyntax::none, false},
    RoleInfo{Role::decade_prefix, "decade_prefix", ValueSyntax::none, true, true},
    RoleInfo{Role::decade_lead, "decade_lead", ValueSyntax::none, false,
             true},  // makes 90s a decade, where the same writing is an age or seconds: the
    RoleInfo{Role::century_mark, "century_mark", ValueSyntax::none, true},  // XIX secolo begins before it
    RoleInfo{Role::century_prefix, "century_prefix", ValueSyntax::none, true, true},
    RoleInfo{Role::fiscal, "fiscal", ValueSyntax::none, false},
    RoleInfo{Role::fiscal_prefix, "fiscal_prefix", ValueSyntax::integer, true,
             true},  // fiscal year 0; 1 where two digits apart may be of something else: ejercicio 12
    RoleInfo{Role::event_name, "event_name", ValueSyntax::none, false, true},  // 博覧会 2024, Act 2017
    RoleInfo{Role::oclock, "oclock", ValueSyntax::none, false},
    RoleInfo{Role::date_join, "date_join", ValueSyntax::none, false},  // inside a date: of, the, lúc
    RoleInfo{Role::time_join, "time_join", ValueSyntax::none, false,
             true},  // between a date and a time: at, lúc
    RoleInfo{Role::list_join, "list_join", ValueSyntax::none, false,
             true},  // joins dates, but to no range: と, or
    RoleInfo{Role::time_word, "time_word", ValueSyntax::integer, true},  // hour and minute: noon 1200
    RoleInfo{Role::clock_offset, "clock_offset", ValueSyntax::integer,
             true},  // minutes before or behind the hour: halb acht is -30, y cuarto 15
    RoleInfo{Role::clock_prefix, "clock_prefix", ValueSyntax::none, true},   // before the hour: klockan, saat
    RoleInfo{Role::hour_lead, "hour_lead", ValueSyntax::none, false, true},  // makes 5 heures a time: à
    RoleInfo{Role::time_lead, "time_lead", ValueSyntax::none, false,
             true},  // makes a number a time: a las, alle
    RoleInfo{Role::clock_shift, "clock_shift", ValueSyntax::integer,
             false},  // between minutes and hour: past 1, minutes to -1
    RoleInfo{Role::holiday, "holiday", ValueSyntax::integer,
             true},  // month and day of the same day everywhere: Christmas 1225
    RoleInfo{
        Role::movable_holiday, "movable_holiday", ValueSyntax::integer,
        true},  // days behind Easter: Good Friday -2; or month, which of the month (5: the last), weekday, days
                // behind it: Thanksgiving 11440
    RoleInfo{Role::week_mark, "week_mark", ValueSyntax::none,
             true},  // a numbered week of a year, before or behind its number: week 15 of 2024, 第15週
};

constexpr const RoleInfo& info(Role role) { return role_table[static_cast<std::size_t>(role)]; }
constexpr std::optional<Role> role_named(std::string_view name) {
    for (const RoleInfo& row : role_table)
        if (row.name == name) return row.role;
    return std::nullopt;
}
constexpr bool rows_stand_in_order() {
    for (std::size_t i = 0; i < role_table.size(); ++i)
        if (static_cast<std::size_t>(role_table[i].role) != i) return false;
    return true;
}
static_assert(rows_stand_in_order(), "role_table: one row per Role, in the order of the enumeration");

/// A set of roles.
struct RoleSet {
    std::array<std::uint64_t, 2> bits{};

    constexpr RoleSet() = default;
    static constexpr RoleSet of_bits(const std::array<std::uint64_t, 2>& bits) {
        RoleSet out;
        out.bits = bits;
        return out;
    }
    constexpr RoleSet(std::initializer_list<Role> roles) {
        for (const Role role : roles) add(role);
    }

    constexpr void add(Role role) {
        const auto bit = static_cast<std::size_t>(role);
        bits[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    constexpr void add(const RoleSet& other) {
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
    }
    constexpr bool has(Role role) const {
        const auto bit = static_cast<std::size_t>(role);
        return (bits[bit / 64] >> bit % 64 & 1) != 0;
    }
    /// Calls `visit` with each role, in the order of the enumeration.
    template <class Visit> constexpr void for_each(Visit visit) const {
        for (std::size_t i = 0; i < bits.size(); ++i)
            for (std::uint64_t rest = bits[i]; rest != 0; rest &= rest - 1)
                visit(static_cast<Role>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }
    constexpr RoleSet common(const RoleSet& other) const {
        RoleSet out;
        for (std::size_t i = 0; i < bits.size(); ++i) out.bits[i] = bits[i] & other.bits[i];
        return out;
    }
    constexpr bool empty() const { return (bits[0] | bits[1]) == 0; }
    constexpr bool within(const RoleSet& other) const {
        return ((bits[0] & ~other.bits[0]) | (bits[1] & ~other.bits[1])) == 0;
    }
    constexpr bool meets(const RoleSet& other) const {
        return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1])) != 0;
    }
};
static_assert(role_table.size() <= 128);

/// The roles whose row of the table passes.
template <class Test> constexpr RoleSet roles_where(Test test) {
    RoleSet out;
    for (const RoleInfo& row : role_table)
        if (test(row)) out.add(row.role);
    return out;
}

/// What the words inside a compound (facts/compound.h) may be: its first, those between, its last.
inline constexpr RoleSet compound_first = {Role::digit, Role::small,   Role::tens,        Role::scale,
                                           Role::weak,  Role::portion, Role::portion_weak};
inline constexpr RoleSet compound_inner = {Role::digit,     Role::small, Role::tens,    Role::tail,
                                           Role::scale,     Role::weak,  Role::article, Role::link,
                                           Role::tens_link, Role::half,  Role::ordinal};
inline constexpr RoleSet compound_last = {Role::digit,
                                          Role::small,
                                          Role::tens,
                                          Role::tail,
                                          Role::scale,
                                          Role::weak,
                                          Role::half,
                                          Role::portion,
                                          Role::fraction,
                                          Role::ordinal,
                                          Role::ordinal_suffix,
                                          Role::counter,
                                          Role::percent,
                                          Role::time_unit,
                                          Role::decade_mark,
                                          Role::century_mark,
                                          Role::age_mark,
                                          Role::denominator_mark,
                                          Role::particle,
                                          Role::fraction_reverse,
                                          Role::reference_behind};
/// Part of one, and its unit right behind it: Viertelliter.
inline constexpr RoleSet compound_portion = {Role::portion, Role::portion_weak};
inline constexpr RoleSet behind_portion = {Role::unit, Role::time_unit};
/// What may begin at the end of a compound and go on behind it: tr "beşten fazla", more than five; de "achtziger Jahre";
/// sv "sexårig flicka"; tr "sekizi çeyrek geçe", a quarter past eight.
inline constexpr RoleSet compound_phrase = {Role::approx_after, Role::range_join, Role::decade_mark,
                                            Role::age_mark, Role::clock_offset};
/// The parts of a compound that are no part of its number.
inline constexpr RoleSet behind_compound = {Role::approx_after, Role::range_join, Role::particle};

}  // namespace factlint
