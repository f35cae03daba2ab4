#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "facts/language.h"
#include "facts/script.h"

namespace factlint {
namespace {

/// A text is looked at up to here; less of it where that is clear.
constexpr std::size_t most_bytes = 4096;
constexpr std::size_t first_bytes = 512;
using Votes = std::array<int, most_languages>;  ///< by language

/// Votes of Latin words; letters of Latin words and of other scripts, these by block and, weighed, in all.
struct Count {
    Votes words{};
    std::array<int, script_blocks.size()> letters{};
    int latin = 0;
    int other = 0;
};

void vote(LanguageBits languages, Votes& votes) {
    for (LanguageBits rest = languages; rest != 0; rest &= rest - 1)
        ++votes[static_cast<std::size_t>(std::countr_zero(rest))];
}

void count_letter(const ScriptBlock& block, Count& count) {
    count.other += block.weight;
    ++count.letters[static_cast<std::size_t>(&block - script_blocks.data())];
}

/// Counts the letters of the word at `at` and lets it vote; returns its end.
std::uint32_t count_word(std::string_view text, std::uint32_t at, Count& count) {
    const HashedWord word = hash_letters(text, at);
    count.latin += word.letters;
    if (const LanguageBits languages = languages_with(word.hash);
        languages != 0 && !is_part_of_name(text, at, word.end))
        vote(languages, count.words);
    return word.end;
}

/// The votes of the scripts. One that has less than an eighth of the letters is a quotation or a name: a title in kana makes
/// no Chinese text Japanese.
Votes script_votes(const Count& count) {
    Votes votes{};
    const int all = std::accumulate(count.letters.begin(), count.letters.end(), 0);
    for (std::size_t i = 0; i < script_blocks.size(); ++i)
        for (const LanguageData& language : all_languages())
            if (count.letters[i] * 8 > all && writes(language, script_blocks[i].script))
                votes[static_cast<std::size_t>(language.id)] += count.letters[i] * script_blocks[i].weight;
    return votes;
}

/// Counts from `at` on at least to `end`; returns the end of the last word.
std::uint32_t count_letters(std::string_view text, std::uint32_t at, std::size_t end, Count& count) {
    while (at < end) {
        if (is_ascii(text[at])) {
            at = is_ascii_letter(text[at]) ? count_word(text, at, count) : at + 1;
            continue;
        }
        const Decoded decoded = decode_quickly(text, at);
        const ScriptBlock* block = script_block(decoded.code_point);
        if (block == nullptr && is_letter(text, at)) {
            at = count_word(text, at, count);
            continue;
        }
        if (block != nullptr) count_letter(*block, count);
        at += decoded.size;
    }
    return at;
}

std::size_t scripts_of(std::size_t language) { return all_languages()[language].scripts.size(); }

/// The language with the most votes; `otherwise` where there are none or it has as many. Of two with as many votes the one
/// with fewer scripts: Han alone is Chinese, not Japanese.
LanguageId winner(const Votes& votes, LanguageId otherwise) {
    const auto kept = static_cast<std::size_t>(otherwise);
    std::size_t best = kept;
    for (std::size_t i = 0; i < language_count(); ++i) {
        const bool simpler = votes[i] == votes[best] && best != kept && scripts_of(i) < scripts_of(best);
        if (votes[i] > votes[best] || simpler) best = i;
    }
    return static_cast<LanguageId>(best);
}

/// Whether more text would hardly say otherwise.
bool is_clear(const Votes& votes) {
    constexpr int enough = 16;
    constexpr int ahead = 3;
    int first = 0;
    int second = 0;
    for (std::size_t i = 0; i < language_count(); ++i) {
        second = std::max(second, std::min(first, votes[i]));
        first = std::max(first, votes[i]);
    }
    return first >= enough && first >= ahead * second;
}

}  // namespace

LanguageId detect_language(std::string_view text, LanguageId otherwise, int least) {
    text = text.substr(0, most_bytes);
    Count count;
    Votes votes{};
    std::uint32_t at = 0;
    for (std::size_t end = first_bytes; at < text.size(); end *= 2) {
        at = count_letters(text, at, std::min(end, text.size()), count);
        // A Latin name has about three times the letters that a kanji word has.
        votes = count.other * 3 > count.latin ? script_votes(count) : count.words;
        if (is_clear(votes)) break;
    }
    const LanguageId best = winner(votes, otherwise);
    const bool words = count.other * 3 <= count.latin && writes(data(otherwise), "Latin");
    return words && votes[static_cast<std::size_t>(best)] < least ? otherwise : best;
}

}  // namespace factlint
