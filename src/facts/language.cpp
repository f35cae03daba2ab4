#include "facts/language.h"

#include <array>
#include <bit>
#include <vector>

#include "facts/language_data.h"

namespace factlint {
namespace {

#include "languages.inc"

/// The function words of all languages as one open hash table, made when the program is compiled.
struct FunctionWord {
    std::uint64_t hash = 0;
    LanguageBits languages = 0;
};

/// The place of a word, or the free one where it belongs. Precondition: the size is a power of two, a place is free.
constexpr std::size_t place_of(std::span<const FunctionWord> table, std::uint64_t hash) {
    std::size_t place = hash % table.size();
    while (table[place].languages != 0 && table[place].hash != hash) place = (place + 1) % table.size();
    return place;
}

/// How many words there are.
constexpr std::size_t fill(std::span<FunctionWord> table, std::span<const LanguageData> languages) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        for (const std::string_view word : languages[i].detect) {
            std::uint64_t hash = word_hash_seed;
            for (const char byte : word) hash = hash_byte(hash, byte);
            FunctionWord& row = table[place_of(table, hash)];
            used += row.languages == 0 ? 1 : 0;
            row.hash = hash;
            row.languages |= LanguageBits{1} << i;
        }
    }
    return used;
}

constexpr std::array<FunctionWord, 2048> built_in_words = [] {
    std::array<FunctionWord, 2048> table{};
    if (fill(table, built_in) > table.size() / 2) throw "more function words than the table takes";
    return table;
}();
static_assert(std::size(built_in) <= most_languages);

/// What is in use: what is compiled in, or that with a project's languages. Set before anything is recognised, and then no
/// more.
struct InUse {
    std::span<const LanguageData> languages = built_in;
    std::span<const FunctionWord> words = built_in_words;
};
InUse& in_use() {
    static constinit InUse use;
    return use;
}

}  // namespace

void use_languages(std::span<const LanguageData> wanted) {
    static std::vector<FunctionWord> words;
    std::size_t count = 1;
    for (const LanguageData& language : wanted) count += language.detect.size();
    words.assign(std::bit_ceil(2 * count), {});
    fill(words, wanted);
    in_use() = {wanted, words};
}

LanguageBits languages_with(std::uint64_t word_hash) {
    return in_use().words[place_of(in_use().words, word_hash)].languages;
}

std::span<const LanguageData> all_languages() { return in_use().languages; }
const LanguageData& data(LanguageId language) {
    return in_use().languages[static_cast<std::size_t>(language)];
}

std::size_t language_count() { return in_use().languages.size(); }
std::string_view tag(LanguageId language) { return data(language).tag; }
std::string_view english_name(LanguageId language) { return data(language).english_name; }

bool covers(LanguageId language, Kind kind) {
    return (data(language).kinds >> static_cast<unsigned>(kind) & 1) != 0;
}

std::span<const std::string_view> scale_words(LanguageId language) { return data(language).scale_words; }

std::optional<FoundSlip> find_slip(LanguageId language, std::string_view numeral) {
    std::optional<FoundSlip> first;
    for (const auto& [written, meant] : data(language).slips)
        if (const std::size_t at = numeral.find(written); at != numeral.npos && (!first || at < first->at))
            first = {at, written, meant};
    return first;
}

std::optional<LanguageId> find_language(std::string_view bcp47) {
    for (std::string_view wanted = bcp47; !wanted.empty();
         wanted = wanted.substr(0, wanted.rfind('-') == wanted.npos ? 0 : wanted.rfind('-')))
        for (const LanguageData& language : all_languages())
            if (language.tag == wanted) return language.id;
    return std::nullopt;
}

}  // namespace factlint
