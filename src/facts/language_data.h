// LanguageData: one facts/languages/<tag>.yaml as recognition uses it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "facts/language.h"
#include "facts/lexicon.h"

namespace factlint {

/// A word that is written for another by mistake: 憶 for 億. Read as that one, and a finding of the check.
struct Slip {
    std::string_view written;
    std::string_view meant;
};

enum class DateOrder : std::uint8_t { year_month_day, day_month_year, month_day_year };

struct LanguageData {
    std::string_view tag;
    std::string_view english_name;
    LanguageId id{};     ///< of a regional writing: that of the language
    char decimal = '.';  ///< in digits: 1.5
    char group = ',';    ///< in digits: 1,234
    bool group_by_space =
        false;  ///< also with plain spaces: 1 234 567 (no-break spaces group in every language)
    bool group_by_both = false;   ///< 1,234 and 1.234 are the same: the other sign groups three digits, too
    std::uint8_t noun_words = 1;  ///< words of a head noun: 160 operations, 160 hoạt động
    bool noun_capital = false;    ///< nouns are written with a capital: 160 Operationen
    bool spaced = true;           ///< words are separated by spaces
    bool ordinal_words = false;   ///< every word of an ordinal is one: vigésimo quinto, not twenty-fifth
    bool compounds = false;       ///< numerals are written as one word: dreihundertdreißig
    bool elliptic_digit = false;  ///< a lone last digit has the place below its scale: 三万五 is 35000
    std::uint8_t lone_scale =
        3;  ///< the largest power whose scale word alone is one of it: 千 is 1000, 万 and thousand nothing
    bool year_alone = false;     ///< a year needs no preposition: 1985 wurde er Minister
    bool inverted_tens = false;  ///< a unit stands before its tens, in words of their own: خمسة وعشرون
    bool ordinal_hours = false;    ///< hours are counted: الخامسة is five o'clock behind "at"
    bool postpositions = false;    ///< words that lead to a year stand behind it: 1996 में
    bool case_endings = false;     ///< so do the endings of cases: 2014'te
    bool apart_endings = false;    ///< the ending of an ordinal may stand apart from its digits: 18 वीं
    bool doubled_numbers = false;  ///< 5-5 लाख is five for each, no range and no score
    bool led_hours = false;        ///< "5 heures" is a duration unless a word before it makes it a time
    bool small_months = false;     ///< names of months begin with a small letter: 3 mai
    bool links_one = false;        ///< the word that links tens joins one and eleven only: vingt et un
    bool dash_dates = false;       ///< a hyphen stands between day and month: ngày 2-9
    DateOrder date_order = DateOrder::year_month_day;  ///< of 3/4/2025
    /// What leads to a year, a day or an hour stands behind it.
    bool leads_behind() const { return postpositions || case_endings; }
    Lexicon lexicon;
    /// The scanner's tables (facts/scanner.h): the ASCII signs and the beginnings of words that can start a fact, how long
    /// those are that hold more than letters (bit n - 1: n bytes; the row is start_sizes_row), and which characters of three bytes
    /// begin such words.
    std::string_view signs;
    std::span<const std::uint64_t> starts;
    std::span<const std::uint8_t> start_sizes;
    std::span<const std::uint64_t> characters;
    std::span<const std::string_view> detect;       ///< frequent function words, folded, for detect_language
    std::span<const std::string_view> scripts;      ///< "Hiragana", "Han": what decides in detect_language
    std::span<const std::string_view> scale_words;  ///< million, 億: as written behind digits
    /// Rows of seven, Monday first, each in one style; `marks` are those of brackets, (金).
    std::span<const std::string_view> weekday_words;
    std::span<const std::string_view> weekday_marks;
    std::span<const Slip> slips;                ///< of scale words
    std::span<const std::string_view> regions;  ///< of a regional writing: who writes so; GB, AU
    /// A noun may stand between a part and its whole, un enfant sur cinq: a word has Role::fraction_join and Role::ratio_join.
    bool noun_in_ratio = false;
    std::uint32_t kinds = 0;  ///< of facts that its own words can state, a bit for each Kind
};

/// FNV-1a, byte by byte: begin with word_hash_seed.
inline constexpr std::uint64_t word_hash_seed = 0xCBF29CE484222325U;
constexpr std::uint64_t hash_byte(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
}

/// A set of languages, one bit each.
using LanguageBits = std::uint64_t;
inline constexpr std::size_t most_languages = 64;
/// The languages that have the word of this hash among LanguageData::detect. O(1).
LanguageBits languages_with(std::uint64_t word_hash);

std::span<const LanguageData> all_languages();
/// Languages as some regions write them: their settings differ, and nothing else. The ids behind those of all languages.
std::span<const LanguageData> regional_writings();
/// Takes these languages, which must outlive all work, in the place of those that are there; the id of each is its index.
/// Only before anything is recognised: not thread-safe.
void use_languages(std::span<const LanguageData> wanted, std::span<const LanguageData> regional);
const LanguageData& data(LanguageId language);

}  // namespace factlint
