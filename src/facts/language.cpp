#include "facts/language.h"

#include <array>

#include "facts/language_data.h"

namespace factlint {
namespace {

#include "languages.inc"

/// The function words of all languages as one open hash table, made when the program is compiled.
struct FunctionWord {
    std::uint64_t hash = 0;
    LanguageBits languages = 0;
};
constexpr std::size_t table_size = 2048;

constexpr std::array<FunctionWord, table_size> function_words = [] {
    std::array<FunctionWord, table_size> table{};
    std::size_t used = 0;
    for (std::size_t i = 0; i < std::size(languages); ++i) {
        for (const std::string_view word : languages[i].detect) {
            std::uint64_t hash = word_hash_seed;
            for (const char byte : word) hash = hash_byte(hash, byte);
            std::size_t place = hash % table_size;
            while (table[place].languages != 0 && table[place].hash != hash) place = (place + 1) % table_size;
            used += table[place].languages == 0 ? 1 : 0;
            table[place].hash = hash;
            table[place].languages |= LanguageBits{1} << i;
        }
    }
    if (used > table_size / 2) throw "more function words than the table takes";
    return table;
}();
static_assert(std::size(languages) <= 64);

}  // namespace

LanguageBits languages_with(std::uint64_t word_hash) {
    std::size_t place = word_hash % table_size;
    while (function_words[place].languages != 0 && function_words[place].hash != word_hash)
        place = (place + 1) % table_size;
    return function_words[place].languages;
}

std::span<const LanguageData> all_languages() { return languages; }
const LanguageData& data(LanguageId language) { return languages[static_cast<std::size_t>(language)]; }

std::size_t language_count() { return std::size(languages); }
std::string_view tag(LanguageId language) { return data(language).tag; }
std::string_view english_name(LanguageId language) { return data(language).english_name; }

bool covers(LanguageId language, Kind kind) {
    return (data(language).kinds >> static_cast<unsigned>(kind) & 1) != 0;
}

std::span<const std::string_view> scale_words(LanguageId language) { return data(language).scale_words; }

std::optional<LanguageId> find_language(std::string_view bcp47) {
    for (std::string_view wanted = bcp47; !wanted.empty();
         wanted = wanted.substr(0, wanted.rfind('-') == wanted.npos ? 0 : wanted.rfind('-')))
        for (const LanguageData& language : languages)
            if (language.tag == wanted) return language.id;
    return std::nullopt;
}

}  // namespace factlint
