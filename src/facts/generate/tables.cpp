#include "facts/generate/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "facts/fold.h"
#include "facts/generate/coverage.h"
#include "facts/generate/latin.h"
#include "facts/generate/settings.h"
#include "facts/generate/trie.h"
#include "facts/scanner.h"

namespace factlint::generate {
namespace {

bool same(const Sense& a, const Sense& b) {
    return a.role == b.role && a.value == b.value && a.exponent == b.exponent && a.spelling == b.spelling;
}

Sense sense_of(Tables& tables, const Word& word) {
    Sense sense{word.role, word.exponent, 0, word.value};
    if (word.exact_case) {
        sense.spelling = static_cast<std::uint16_t>(tables.spellings.size());
        tables.spellings += decomposed(word.text) + '\0';
    }
    return sense;
}

void add_word(Trie& trie, const std::string& spelled, const Sense& sense) {
    std::vector<Sense>& senses = trie.senses_of(spelled);
    if (std::none_of(senses.begin(), senses.end(), [&](const Sense& other) { return same(sense, other); }))
        senses.push_back(sense);
}

void add_word(Trie& words, Trie& backwards, Tables& tables, const Word& word) {
    const std::string spelled = folded(word.text);
    const Sense sense = sense_of(tables, word);
    const bool backwards_only = word.role == Role::lead_stop || word.role == Role::age_prefix;
    if (!backwards_only) add_word(words, spelled, sense);
    if (info(word.role).leads) add_word(backwards, {spelled.rbegin(), spelled.rend()}, sense);
}

void set(std::vector<std::uint64_t>& bits, std::uint32_t bit) {
    bits[bit / 64] |= std::uint64_t{1} << bit % 64;
}

std::uint64_t bytes_at(const std::string& text, std::size_t at, std::size_t count) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < count && at + i < text.size(); ++i)
        out |= std::uint64_t{static_cast<unsigned char>(text[at + i])} << 8 * i;
    return out;
}

bool is_character(const std::string& text, std::size_t at) {
    return at < text.size() && is_character_lead(static_cast<unsigned char>(text[at]));
}

/// How many bytes of a word with only letters `form` begins with.
std::size_t count_letters(const std::string& form) {
    bool letter = false;
    return static_cast<std::size_t>(std::find_if(form.begin(), form.end(),
                                                 [&](char c) {
                                                     const auto byte = static_cast<unsigned char>(c);
                                                     if (byte < 0x80 || byte > 0xBF)
                                                         letter = is_word_lead(byte);
                                                     return !letter;
                                                 }) -
                                    form.begin());
}

/// Arabic is looked up as it is folded: the first word as it is stored.
void mark_folded(Tables& tables, const std::string& form) {
    const std::string word = folded(form).substr(0, form.find_first_of(" -"));
    const std::size_t size = std::min(word.size(), longest_beginning);
    set(tables.starts, start_bit(bytes_at(word, 0, size), size));
}

void mark_start(Tables& tables, const std::string& form) {
    if (is_arabic_lead(form[0])) return mark_folded(tables, form);
    const auto first = static_cast<unsigned char>(form[0]);
    if (is_character(form, 0)) {
        const std::uint32_t character = wide_character(bytes_at(form, 0, 3));
        set(tables.characters, character_bit(bytes_at(form, 0, 3)));
        set(tables.starts,
            pair_bit(character, is_character(form, 3) ? wide_character(bytes_at(form, 3, 3)) : 0));
        return;
    }
    const bool sign = first < 0x80 && !is_word_lead(first) && !is_ascii_digit(form[0]);
    if (sign && tables.signs.find(form[0]) == std::string::npos) tables.signs += form[0];
    const std::size_t size = std::min(form.size(), longest_beginning);
    set(tables.starts, start_bit(bytes_at(form, 0, size), size));
    const std::size_t letters = count_letters(form);
    if (letters >= size) return;
    set(tables.starts, open_bit(bytes_at(form, 0, letters), letters));
    tables.start_sizes[start_sizes_row(bytes_at(form, 0, size), letters)] |=
        static_cast<std::uint8_t>(1U << (size - 1));
}

/// "in the morning", "the year": a function word begins too many other things; what follows it is found by itself.
bool begins_with_function_word(const std::string& word, const std::set<std::string>& function_words) {
    const std::size_t space = word.find(' ');
    if (space == word.npos || !is_word_lead(static_cast<unsigned char>(word[space + 1])))
        return false;  // US $
    return function_words.count(word.substr(0, space)) != 0;
}

/// Whether what holds the word must be seen whole: dollars 50 is an amount, but the dollar of Canadian dollar is told from
/// it where it is read (read_prefixed_money), as there are hundreds of such names.
bool hides_as_part(const Word& word) {
    constexpr std::size_t longest_sign = 3;
    const bool name = word.role == Role::currency_symbol && word.text.size() > longest_sign;
    return info(word.role).starts && !name;
}

/// Words that hold a word which could start a fact, behind their first part: "ít nhất". The scanner must see the whole.
bool hides_start(const std::string& word, const std::set<std::string>& starting) {
    for (std::size_t space = word.find(' '); space != word.npos; space = word.find(' ', space + 1)) {
        const std::string rest = word.substr(space + 1);
        if (starting.count(rest) != 0 || starting.count(rest.substr(0, rest.find(' '))) != 0) return true;
    }
    return false;
}

/// The beginnings of compounds, long enough for the scanner: dreihu of dreihundert.
void mark_compounds(Tables& tables, const std::string& beginning, const std::vector<std::string>& parts) {
    for (const std::string& form : written_forms(beginning)) mark_start(tables, form);
    if (beginning.size() >= longest_beginning) return;
    for (const std::string& part : parts) mark_compounds(tables, beginning + part, parts);
}

/// The er of 90er is in no compound (facts/compound.cpp).
bool is_behind_digits_only(const Word& word) {
    constexpr RoleSet periods = {Role::decade_mark, Role::century_mark};
    constexpr std::size_t shortest_period = 4;
    return periods.has(word.role) && word.text.size() < shortest_period;
}

std::vector<std::string> words_of(const LanguageSource& source, const std::vector<RoleSet>& roles) {
    std::set<std::string> words;
    for (const Word& word : source.words) {
        if (is_behind_digits_only(word)) continue;
        const auto has = [&](const RoleSet& set) { return set.has(word.role); };
        const bool one_word = word.text.find_first_of(" -0123456789") == word.text.npos;
        if (one_word && std::any_of(roles.begin(), roles.end(), has)) words.insert(word.text);
    }
    return {words.begin(), words.end()};
}

void mark_compounds(Tables& tables, const LanguageSource& source) {
    const std::vector<std::string> parts = words_of(source, {compound_inner, compound_last});
    for (const std::string& first : words_of(source, {compound_first}))
        for (const std::string& part : parts) mark_compounds(tables, first + part, parts);
    const std::vector<std::string> units = words_of(source, {behind_portion});
    for (const std::string& first : words_of(source, {compound_portion}))
        for (const std::string& unit : units) mark_compounds(tables, first + unit, {});
}

/// The word, and behind each of the words that are written onto the next.
void mark_starts(Tables& tables, const std::string& word, const std::vector<std::string>& proclitics) {
    for (const std::string& form : written_forms(word)) mark_start(tables, form);
    for (const std::string& proclitic : proclitics) mark_start(tables, proclitic + word);
}

/// `accents: optional`: words of five letters and more are also written without them. Shorter ones would be other words
/// (às, dès).
void add_plain_forms(LanguageSource& source) {
    const auto setting = source.settings.find("accents");
    if (setting == source.settings.end() || setting->second != "optional") return;
    for (std::size_t i = 0, count = source.words.size(); i < count; ++i) {
        Word word = source.words[i];
        word.text = without_accents(word.text);
        if (word.text != source.words[i].text && word.text.size() >= 5)
            source.words.push_back(std::move(word));
    }
}

/// `ordinal_endings`: what makes an ordinal of any number word: बीस, बीसवाँ.
void add_ordinals(LanguageSource& source) {
    constexpr RoleSet numbers = {Role::digit, Role::small, Role::tens, Role::scale, Role::weak};
    for (std::size_t i = 0, count = source.words.size(); i < count; ++i) {
        const Word word = source.words[i];
        if (!numbers.has(word.role) || is_ascii(word.text[0])) continue;
        for (const std::string& ending : source.lists["ordinal_endings"])
            source.words.push_back({word.text + ending, Role::ordinal, word.value, word.exponent, false});
    }
}

/// Each is a word for what the one that is meant says, where the numeral reader allows it.
void add_slips(LanguageSource& source) {
    for (const auto& [written, meant] : source.slips)
        if (const Word* scale = scale_word(source, meant))
            source.words.push_back({written, Role::scale_attached, scale->value, scale->exponent, false});
}

bool is_compounding(const LanguageSource& source) {
    const auto setting = source.settings.find("compounds");
    return setting != source.settings.end() && setting->second == "true";
}

std::string_view keep(Tables& tables, std::string text) { return tables.texts.emplace_back(std::move(text)); }

/// How much of a word is written like another: bytes that both begin and end with.
std::size_t likeness(const std::string& a, const std::string& b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t front = 0, back = 0;
    while (front < most && a[front] == b[front]) ++front;
    while (back < most - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
    return front + back;
}

using Forms = std::vector<std::string>;

double shortness(const std::string& form, const Forms& all) {
    std::size_t longest = 1;
    for (const std::string& other : all) longest = std::max(longest, other.size());
    return static_cast<double>(form.size()) / static_cast<double>(longest);
}

/// The way to write one weekday that is most like the way another is written: Tue for Mon, 周日 for 周一.
const std::string& form_like(const std::string& form, const Forms& its_forms, const Forms& forms) {
    constexpr double abbreviated = 0.35;
    const auto rank = [&](const std::string& other) {
        const double shorter = shortness(form, its_forms) - shortness(other, forms);
        return std::pair(likeness(form, other), std::abs(shorter) <= abbreviated);
    };
    const std::string* best = &forms.front();
    for (const std::string& other : forms)
        if (rank(other) > rank(*best)) best = &other;
    return *best;
}

/// Rows of the seven weekdays, Monday first, each in one style.
std::vector<std::string_view> weekday_rows(Tables& tables, const LanguageSource& source, Role role) {
    std::array<Forms, 7> forms;
    for (const Word& word : source.words)
        if (word.role == role) forms[static_cast<std::size_t>(word.value - 1)].push_back(word.text);
    std::vector<std::string_view> rows;
    if (std::ranges::any_of(forms, [](const Forms& of_day) { return of_day.empty(); })) return rows;
    std::set<std::vector<std::string>> seen;
    for (const Forms& of_day : forms) {
        for (const std::string& form : of_day) {
            std::vector<std::string> row;
            for (const Forms& other : forms)
                row.push_back(&other == &of_day ? form : form_like(form, of_day, other));
            if (!seen.insert(row).second) continue;
            for (const std::string& word : row) rows.push_back(keep(tables, word));
        }
    }
    return rows;
}

/// What detect_language and edits of reports look at: lists, the scale words that stand behind digits, thousand and above,
/// and the weekdays, as they are written.
void add_texts(Tables& tables, const LanguageSource& source) {
    const auto list = [&](const char* key) {
        const auto found = source.lists.find(key);
        return found == source.lists.end() ? std::vector<std::string>{} : found->second;
    };
    tables.tag = keep(tables, source.settings.at("language"));
    tables.name = keep(tables, source.settings.at("name"));
    for (const std::string& word : list("detect")) tables.detect.push_back(keep(tables, folded(word)));
    for (const std::string& script : list("scripts")) tables.scripts.push_back(keep(tables, script));
    for (const Word& word : source.words)
        if (word.role == Role::scale && word.value == 1 && word.exponent >= 3)
            tables.scale_words.push_back(keep(tables, word.text));
    for (const auto& [written, meant] : source.slips)
        tables.slips.push_back({keep(tables, written), keep(tables, meant)});
    if (const auto weekdays = list("weekdays"); weekdays.size() % 7 == 0)  // where they are counted: thứ hai
        for (const std::string& word : weekdays) tables.weekday_words.push_back(keep(tables, word));
    if (tables.weekday_words.empty()) tables.weekday_words = weekday_rows(tables, source, Role::weekday);
    tables.weekday_marks = weekday_rows(tables, source, Role::weekday_mark);
}

}  // namespace

Tables compile(LanguageSource source, const LanguageSource& shared) {
    Tables tables;
    add_plain_forms(source);
    add_ordinals(source);
    add_slips(source);
    add_texts(tables, source);
    tables.spellings = std::string(1, '\0');
    tables.starts.assign(start_table_bits / 64, 0);
    tables.characters.assign(character_bits / 64, 0);
    tables.start_sizes.assign(256, 0);
    Trie words;
    Trie backwards;
    std::set<std::string> starting;
    std::set<std::string> function_words;
    const std::array<const LanguageSource*, 2> both = {&source, &shared};
    for (const LanguageSource* from : both) {
        for (const Word& word : from->words) {
            if (hides_as_part(word)) starting.insert(word.text);
            if (word.role == Role::function_word) function_words.insert(word.text);
        }
    }
    const std::vector<std::string> proclitics = words_of(source, {RoleSet{Role::proclitic}});
    for (const LanguageSource* from : both) {
        for (const Word& word : from->words) {
            add_word(words, backwards, tables, word);
            if (!info(word.role).starts && !hides_start(word.text, starting)) continue;
            if (word.role != Role::stop && begins_with_function_word(word.text, function_words)) continue;
            mark_starts(tables, word.text, proclitics);
        }
    }
    if (is_compounding(source)) mark_compounds(tables, source);
    tables.proclitics = !proclitics.empty();
    tables.cells = words.pack(tables.words, tables.senses);
    tables.backwards = backwards.pack(tables.words, tables.senses);
    return tables;
}

LanguageData data_of(const LanguageSource& source, const Tables& tables, LanguageId id) {
    LanguageData data;
    for (const Setting& setting : settings())
        if (const auto text = source.settings.find(std::string(setting.name)); text != source.settings.end())
            set(data, setting, text->second);
    // a scale word alone is one of it where no space or article sets it apart from another
    if (source.settings.count("lone_scale") == 0 && data.spaced) data.lone_scale = 0;
    data.tag = tables.tag;
    data.english_name = tables.name;
    data.id = id;
    data.lexicon = {tables.cells,  tables.backwards, tables.words,
                    tables.senses, tables.spellings, tables.proclitics};
    data.signs = tables.signs;
    data.starts = tables.starts;
    data.start_sizes = tables.start_sizes;
    data.characters = tables.characters;
    data.detect = tables.detect;
    data.scripts = tables.scripts;
    data.scale_words = tables.scale_words;
    data.slips = tables.slips;
    data.weekday_words = tables.weekday_words;
    data.weekday_marks = tables.weekday_marks;
    data.noun_in_ratio = std::ranges::any_of(tables.words, [](const WordSenses& word) {
        return word.roles.has(Role::fraction_join) && word.roles.has(Role::ratio_join);
    });
    data.kinds = covered_kinds(source);
    return data;
}

std::vector<LanguageData> regional_of(const LanguageSource& source, Tables& tables,
                                      const LanguageData& language) {
    std::map<std::map<std::string, std::string>, std::vector<std::string_view>> writings;
    for (const auto& [region, settings] : source.regions) writings[settings].push_back(keep(tables, region));
    std::vector<LanguageData> out;
    for (auto& [settings, regions] : writings) {
        LanguageData& data = out.emplace_back(language);
        for (const auto& [name, text] : settings) set(data, *find_setting(name), text);
        data.regions = tables.regions.emplace_back(std::move(regions));
    }
    return out;
}

}  // namespace factlint::generate
