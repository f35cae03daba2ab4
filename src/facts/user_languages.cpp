#include "facts/user_languages.h"

#include <algorithm>
#include <deque>
#include <map>

#include "facts/generate/language_source.h"
#include "facts/generate/tables.h"
#include "facts/language_data.h"
#include "value/generate/unit_source.h"

namespace factlint {
namespace {

struct LanguageFile {
    std::string_view tag;
    std::string_view text;
};

#include "language_files.inc"

constexpr std::string_view shared_tag = "und";
/// What the tables of one language take: places of 16 bits for a sense of each word, forwards, backwards and without its
/// accents, and for spellings that are exact.
constexpr std::size_t most_words = 15'000;
constexpr std::size_t most_exact_bytes = 50'000;

/// A language as it stands in the file compiled in; empty where there is none with this tag.
generate::LanguageSource built_in_source(std::string_view tag) {
    const auto file = std::find_if(std::begin(language_files), std::end(language_files),
                                   [&](const LanguageFile& one) { return one.tag == tag; });
    if (file == std::end(language_files)) return {};
    Sources sources;
    Findings none;  // it was read when the program was built
    const SourceId source = sources.add(std::string(tag), std::string(file->text));
    const auto tree = yaml::read(sources, source, none);
    return generate::read_language(*tree->root, source, none);
}

/// A language with the arrays that its data views. Stays where it is.
struct Compiled {
    generate::LanguageSource source;
    generate::Tables tables;

    Compiled(generate::LanguageSource&& language, const generate::LanguageSource& shared)
        : source(std::move(language)), tables(generate::compile(source, shared)) {}
};

class Additions {
  public:
    explicit Additions(Findings& findings) : findings_(findings) {}

    void read(const Sources& sources, std::span<const SourceId> files) {
        std::deque<yaml::Tree> trees;
        std::vector<std::pair<SourceId, const yaml::Node*>> languages;
        for (const SourceId file : files) {
            auto tree = yaml::read(sources, file, findings_);
            if (!tree || !tree->root) continue;
            const yaml::Node* root = trees.emplace_back(std::move(*tree)).root;
            if (is_unit_file(*root))
                add_units_of(*root, file);
            else if (generate::is_language_file(*root))
                languages.emplace_back(file, root);
            else
                complain("wrong-type", {file, root->span}, "neither a language nor a file of units",
                         "a language has the key `language`, a file of units the key `class`");
        }
        add_units(std::move(units_));  // the words of a language may name them
        for (const auto& [file, root] : languages) add_language(*root, file);
    }

    void use() {
        static std::deque<Compiled> compiled;
        static std::vector<LanguageData> all;
        static std::vector<LanguageData> regional;
        const generate::LanguageSource shared = sources_of(shared_tag);
        std::vector<LanguageData> wanted(all_languages().begin(), all_languages().end());
        std::vector<LanguageData> written(regional_writings().begin(), regional_writings().end());
        for (auto& [tag, source] : changed_) {
            if (tag == shared_tag) continue;
            Compiled& made = compiled.emplace_back(std::move(source), shared);
            const auto known =
                std::find_if(wanted.begin(), wanted.end(),
                             [&tag = tag](const LanguageData& language) { return language.tag == tag; });
            const auto id = static_cast<LanguageId>(known - wanted.begin());
            const LanguageData data = generate::data_of(made.source, made.tables, id);
            if (known == wanted.end())
                wanted.push_back(data);
            else
                *known = data;
            std::erase_if(written, [&](const LanguageData& writing) { return writing.id == id; });
            for (const LanguageData& writing : generate::regional_of(made.source, made.tables, data))
                written.push_back(writing);
        }
        all = std::move(wanted);
        regional = std::move(written);
        use_languages(all, regional);
    }

  private:
    void complain(std::string id, Place place, std::string message, std::string help = {}) {
        findings_.push_back(problem(std::move(id), place, std::move(message), std::move(help)));
    }

    void add_units_of(const yaml::Node& root, SourceId file) {
        static std::deque<std::string> ids;
        for (UnitSource& unit : read_units(root, file, findings_)) {
            const bool again =
                std::any_of(units_.begin(), units_.end(), [&](const Unit& row) { return row.id == unit.id; });
            if (find_unit(unit.id) || again)
                complain("duplicate-unit", unit.place, "there is a unit " + quoted(unit.id) + " already");
            unit.row.id = ids.emplace_back(std::move(unit.id));
            units_.push_back(unit.row);
        }
        if (all_units().size() + units_.size() > UINT16_MAX)
            complain("too-many", {file, root.span}, "more units than there is room for");
    }

    /// The source of a language as it is to be, its first change made from what is built in.
    generate::LanguageSource& sources_of(std::string_view tag) {
        const auto [entry, is_new] = changed_.try_emplace(std::string(tag));
        if (is_new) entry->second = built_in_source(tag);
        return entry->second;
    }

    void add_language(const yaml::Node& root, SourceId file) {
        const Place place{file, yaml::find_value(root, "language")->span};
        const generate::LanguageSource own = generate::read_language(root, file, findings_);
        const auto tag = own.settings.find("language");
        if (tag == own.settings.end() || tag->second.empty())
            return complain("wrong-type", place, "expected the tag of a language, as in BCP 47");
        generate::LanguageSource& language = sources_of(tag->second);
        generate::merge(language, own);
        if (tag->second == shared_tag)
            for (const LanguageData& each : all_languages()) sources_of(each.tag);
        else
            check(language, place);
    }
    void check(const generate::LanguageSource& language, Place place) {
        std::string missing;
        for (const std::string_view name : generate::missing_settings(language))
            missing += (missing.empty() ? "" : ", ") + quoted(name);
        if (!missing.empty())
            complain("missing-setting", place, "missing settings: " + missing,
                     "a language that is not built in states them");
        for (const std::string_view slip : generate::stray_slips(language))
            complain("bad-word", place, quoted(slip) + " is written for no scale word",
                     "a slip is mapped to a word under `scale`");
        std::size_t exact_bytes = 0;
        for (const generate::Word& word : language.words)
            exact_bytes += word.exact_case ? word.text.size() + 1 : 0;
        if (language.words.size() > most_words || exact_bytes > most_exact_bytes)
            complain("too-many", place, "more words than there is room for");
        if (all_languages().size() + changed_.size() > most_languages)
            complain("too-many", place, "more than 64 languages");
    }

    Findings& findings_;
    std::vector<Unit> units_;
    std::map<std::string, generate::LanguageSource> changed_;  ///< by tag
};

}  // namespace

void add_user_languages(const Sources& sources, std::span<const SourceId> files, Findings& findings) {
    Findings own;
    Additions additions(own);
    additions.read(sources, files);
    if (own.empty()) additions.use();
    findings.insert(findings.end(), own.begin(), own.end());
}

}  // namespace factlint
