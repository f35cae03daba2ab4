// Tables: a LanguageSource compiled into the arrays that LanguageData views, when the program is built (main.cpp) and, for
// the languages of a project, when it runs.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "facts/generate/language_source.h"
#include "facts/language_data.h"
#include "facts/lexicon.h"

namespace factlint::generate {

struct Tables {
    std::vector<TrieCell> cells;
    std::vector<TrieCell> backwards;
    std::vector<WordSenses> words;
    std::vector<Sense> senses;
    std::string spellings;
    std::string signs;
    std::vector<std::uint64_t> starts;
    std::vector<std::uint8_t> start_sizes;
    std::vector<std::uint64_t> characters;
    bool proclitics = false;        ///< Lexicon::proclitics
    std::deque<std::string> texts;  ///< what the views below are of
    std::string_view tag, name;
    std::vector<std::string_view> detect, scripts, scale_words, weekday_words, weekday_marks;
    std::vector<Slip> slips;
    std::deque<std::vector<std::string_view>> regions;  ///< of each regional writing
};

/// Words of `shared` (facts/languages/und.yaml) are in every language. Precondition: no setting is missing.
Tables compile(LanguageSource source, const LanguageSource& shared);
/// The language as recognition uses it: views of `tables`, which must stay where it is.
LanguageData data_of(const LanguageSource& source, const Tables& tables, LanguageId id);
/// The language as its regions write it: one for all that have the same settings. Views of `tables`, too.
std::vector<LanguageData> regional_of(const LanguageSource& source, Tables& tables,
                                      const LanguageData& language);

}  // namespace factlint::generate
