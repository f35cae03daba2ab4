// What the words of a stretch of text tell of its language.
#pragma once

#include <optional>
#include <string_view>

#include "facts/language.h"

namespace factlint {

// Each function word (LanguageData::detect) counts once: titles have few. In scripts without spaces each character is one, in
// Hangul the last of each word. O(min(n, 2 KiB)).

/// The language that `text`, letters of another script than those of `host`, is a sentence of; nothing where it is a name.
std::optional<LanguageId> language_in(std::string_view text, LanguageId host);
/// The language of a sentence in quotation marks where both languages have Latin letters: many function words are those of
/// several.
std::optional<LanguageId> language_in_quotes(std::string_view text, LanguageId host);

struct LanguageAround {
    LanguageId language{};
    bool sure = false;  ///< whether or not there are quotations
};
/// What the words outside of quotation marks and brackets are in; nothing where that is `host`, whose letters are Latin or not,
/// or where they do not tell. `document`: what is around the text, where they tell little.
std::optional<LanguageAround> language_around(std::string_view text, LanguageId host, bool latin,
                                              LanguageId document);

}  // namespace factlint
