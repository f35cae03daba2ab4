// Tables: a LanguageSource compiled into the arrays that LanguageData views, and those as C++.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "facts/generate/language_source.h"
#include "facts/language_data.h"
#include "facts/lexicon.h"

namespace factlint::generate {

struct Tables {
    std::vector<TrieCell> cells;
    std::vector<TrieCell> backwards;
    std::vector<Sense> senses;
    std::string spellings;
    std::string signs;
    std::vector<std::uint64_t> openings;
    std::vector<std::uint64_t> starts;
    std::vector<std::uint8_t> start_sizes;
    std::vector<std::uint64_t> characters;
    bool proclitics = false;  ///< Lexicon::proclitics
};

/// Words of `shared` (facts/languages/und.yaml) are in every language.
Tables compile(const LanguageSource& source, const LanguageSource& shared);
/// Arrays named `<tag>_…`, then one LanguageData initialiser named `<tag>_data`.
void write_language(std::ostream& out, const LanguageSource& source, const Tables& tables, int index);

}  // namespace factlint::generate
