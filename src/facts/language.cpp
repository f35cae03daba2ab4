#include "facts/language.h"

#include "facts/language_data.h"

namespace factlint {
namespace {

#include "languages.inc"

}  // namespace

std::span<const LanguageData> all_languages() { return languages; }
const LanguageData& data(LanguageId language) { return languages[static_cast<std::size_t>(language)]; }

std::size_t language_count() { return std::size(languages); }
std::string_view tag(LanguageId language) { return data(language).tag; }
std::string_view english_name(LanguageId language) { return data(language).english_name; }

std::span<const std::string_view> scale_words(LanguageId language) { return data(language).scale_words; }

std::optional<LanguageId> find_language(std::string_view bcp47) {
    for (std::string_view wanted = bcp47; !wanted.empty();
         wanted = wanted.substr(0, wanted.rfind('-') == wanted.npos ? 0 : wanted.rfind('-')))
        for (const LanguageData& language : languages)
            if (language.tag == wanted) return language.id;
    return std::nullopt;
}

}  // namespace factlint
