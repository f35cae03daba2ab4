#include "facts/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "facts/fold.h"
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
static_assert(std::size(built_in) <= most_languages &&
              std::size(built_in_regional) <= UINT8_MAX - most_languages);

/// What is in use: what is compiled in, or that with a project's languages. Set before anything is recognised, and then no
/// more.
struct InUse {
    std::span<const LanguageData> languages = built_in;
    std::span<const LanguageData> regional = built_in_regional;
    std::span<const FunctionWord> words = built_in_words;
};
InUse& in_use() {
    static constinit InUse use;
    return use;
}

bool same_tag(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

/// GB of en-GB and en-Latn-GB, 419 of es-419: two letters or three digits. Empty where there is none.
std::string_view region_of(std::string_view bcp47) {
    std::size_t begin = bcp47.find('-');
    while (begin != bcp47.npos) {
        const std::size_t end = bcp47.find('-', ++begin);
        const std::string_view subtag = bcp47.substr(begin, end == bcp47.npos ? end : end - begin);
        const bool digits = subtag.size() == 3 && '0' <= subtag[0] && subtag[0] <= '9';
        if (subtag.size() == 2 || digits) return subtag;
        if (subtag.size() == 1) return {};  // an extension
        begin = end;
    }
    return {};
}

}  // namespace

void use_languages(std::span<const LanguageData> wanted, std::span<const LanguageData> regional) {
    static std::vector<FunctionWord> words;
    std::size_t count = 1;
    for (const LanguageData& language : wanted) count += language.detect.size();
    words.assign(std::bit_ceil(2 * count), {});
    fill(words, wanted);
    in_use() = {wanted, regional, words};
}

LanguageBits languages_with(std::uint64_t word_hash) {
    return in_use().words[place_of(in_use().words, word_hash)].languages;
}

std::span<const LanguageData> all_languages() { return in_use().languages; }
std::span<const LanguageData> regional_writings() { return in_use().regional; }
const LanguageData& data(LanguageId language) {
    const InUse& use = in_use();
    const auto index = static_cast<std::size_t>(language);
    return index < use.languages.size() ? use.languages[index] : use.regional[index - use.languages.size()];
}

std::size_t language_count() { return in_use().languages.size(); }
std::string_view tag(LanguageId language) { return data(language).tag; }
std::string_view english_name(LanguageId language) { return data(language).english_name; }

bool covers(LanguageId language, Kind kind) {
    return (data(language).kinds >> static_cast<unsigned>(kind) & 1) != 0;
}

std::span<const std::string_view> scale_words(LanguageId language) { return data(language).scale_words; }
std::span<const std::string_view> weekday_words(LanguageId language) { return data(language).weekday_words; }
std::span<const std::string_view> weekday_marks(LanguageId language) { return data(language).weekday_marks; }

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
            if (same_tag(language.tag, wanted)) return language.id;
    return std::nullopt;
}

std::optional<LanguageId> find_writing(std::string_view bcp47) {
    const auto language = find_language(bcp47);
    const std::string_view region = language ? region_of(bcp47) : std::string_view();
    if (region.empty()) return language;
    const auto regional = regional_writings();
    for (std::size_t i = 0; i < regional.size(); ++i) {
        const bool writes_so = std::any_of(regional[i].regions.begin(), regional[i].regions.end(),
                                           [&](std::string_view one) { return same_tag(one, region); });
        if (regional[i].id == *language && writes_so) return static_cast<LanguageId>(language_count() + i);
    }
    return language;
}

LanguageId language_of(LanguageId writing) { return data(writing).id; }

}  // namespace factlint
