// Languages: data files compiled in (facts/languages/*.yaml) and those of a project (user_languages.h), found by BCP 47 tag
// or detected from text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "facts/fact.h"
#include "text/span.h"

namespace factlint {

std::size_t language_count();
std::string_view tag(LanguageId language);  ///< "ja"
std::string_view english_name(LanguageId language);
/// Whether the language has words for facts of this kind; signs and codes that all share do not count.
bool covers(LanguageId language, Kind kind);
/// "ja", "ja-JP", "zh-Hant" → the nearest language built in.
std::optional<LanguageId> find_language(std::string_view bcp47);
/// The same, with what its region writes otherwise: the day first in en-GB. Read with it; its tag is that of the language.
std::optional<LanguageId> find_writing(std::string_view bcp47);
/// en of en-GB; of a language itself.
LanguageId language_of(LanguageId writing);
/// By script first, then function words; never fails (falls back to `otherwise`). `least`: so many function words it
/// takes to be another language than `otherwise`, where both have Latin letters. O(min(n, 4 KiB)).
LanguageId detect_language(std::string_view text, LanguageId otherwise, int least = 1);

/// A stretch of prose that is in another language than what is around it.
struct Quotation {
    Span prose;
    LanguageId language{};
};

/// A word that stands in a numeral for another by mistake: 憶 for 億.
struct FoundSlip {
    std::size_t at = 0;  ///< byte of the numeral
    std::string_view written, meant;
};
/// The first of a numeral. O(its length).
std::optional<FoundSlip> find_slip(LanguageId language, std::string_view numeral);

/// The scale words of a language as written after digits ("million", "triệu", "億"), for edits of one word. O(1).
std::span<const std::string_view> scale_words(LanguageId language);
/// The weekdays of a language in rows of seven, Monday first, each row in one style (Mon, Tue …), for edits of one word;
/// weekday_marks: as they stand in brackets, (金). O(1).
std::span<const std::string_view> weekday_words(LanguageId language);
std::span<const std::string_view> weekday_marks(LanguageId language);

}  // namespace factlint
