#include "check/corpus.h"

#include <algorithm>

#include "check/files.h"
#include "facts/language.h"
#include "read/reader.h"

namespace factlint {
namespace {

/// Joins a sentence with the next one where a fact (6.30 p.m., 第3. 回) lies across the cut.
std::vector<Span> joined_over_facts(const std::vector<Span>& cuts, const Facts& facts) {
    std::vector<Span> result;
    auto fact = facts.items.begin();
    for (const Span cut : cuts) {
        if (!result.empty()) {
            while (fact != facts.items.end() && fact->span.end <= cut.begin) ++fact;
            if (fact != facts.items.end() && fact->span.begin < cut.begin &&
                fact->span.begin >= result.back().begin) {
                result.back().end = cut.end;
                continue;
            }
        }
        result.push_back(cut);
    }
    return result;
}

}  // namespace

LoadedDocument::LoadedDocument(const Sources& sources, SourceId source, std::string_view language,
                               bool identifiers, const Reader* reader)
    : document_((reader ? *reader : reader_for(sources[source].path)).read(sources, source)),
      languages_(languages_of(*document_, language)), facts_(extract(*document_, languages_, identifiers)) {}

LanguageId LoadedDocument::language_of(Span prose) const {
    const auto& blocks = document_->blocks;
    const auto after =
        std::upper_bound(blocks.begin(), blocks.end(), prose.begin,
                         [](std::uint32_t at, const Block& block) { return at < block.prose.begin; });
    return after == blocks.begin()
               ? language()
               : languages_.of(prose, static_cast<std::size_t>(after - blocks.begin()) - 1);
}

const std::optional<DocumentDate>& LoadedDocument::date() const {
    if (!date_) date_ = document_date(*document_, facts_);
    return *date_;
}

std::vector<Span> LoadedDocument::spans_of(Scope scope) const {
    std::vector<Span> spans;
    if (scope == Scope::document) {
        spans.push_back({0, static_cast<std::uint32_t>(prose().size())});
        return spans;
    }
    for (const Block& block : document_->blocks) {
        if (scope == Scope::paragraph) {
            spans.push_back(block.prose);
        } else {
            const auto cuts = sentences(prose(), block.prose);
            spans.insert(spans.end(), cuts.begin(), cuts.end());
        }
    }
    return scope == Scope::sentence ? joined_over_facts(spans, facts_) : spans;
}

const PatternTexts& LoadedDocument::scopes(Scope scope, bool plain, const Alphabet& alphabet) const {
    auto& cached = scopes_[static_cast<std::size_t>(scope)][plain ? 1 : 0];
    if (!cached) {
        cached = std::make_unique<PatternTexts>(prose(), facts_, plain ? nullptr : &alphabet);
        for (const Span span : spans_of(scope))
            cached->add(span, scope == Scope::document ? language() : language_of(span));
    }
    return *cached;
}

Result<SourceId> Corpus::load(const std::string& root, const std::string& path,
                              std::vector<Finding>& findings) {
    return load_decoded(sources_, path, path_on_disk(root, path), declared_encoding(path), findings);
}

void Corpus::declare_encodings(std::string glob, const Encoding& encoding) {
    encodings_.emplace_back(std::move(glob), &encoding);
}

const Encoding* Corpus::declare_encoding(const std::string& path, const Encoding& encoding) {
    return path_encodings_.try_emplace(path, &encoding).first->second;
}

const Encoding* Corpus::declared_encoding(const std::string& path) const {
    const auto found = path_encodings_.find(path);
    if (found != path_encodings_.end()) return found->second;
    for (const auto& [glob, encoding] : encodings_)
        if (glob_match(glob, path)) return encoding;
    return nullptr;
}

const LoadedDocument* Corpus::open(const std::string& root, const std::string& path,
                                   std::vector<Finding>& findings) {
    const auto [entry, is_new] = documents_.try_emplace(path);
    if (is_new) {
        const auto source = declared_encoding(path) ? load(root, path, findings)
                                                    : sources_.load(path, path_on_disk(root, path));
        if (source)
            entry->second = std::make_unique<LoadedDocument>(sources_, *source, "");
        else
            findings.push_back(source.error());
        if (entry->second) {
            const auto& own = entry->second->document().findings;
            findings.insert(findings.end(), own.begin(), own.end());
        }
    }
    return entry->second.get();
}

const LoadedDocument& Corpus::add(SourceId source, std::string_view language, const Reader* reader) {
    return *added_.emplace_back(std::make_unique<LoadedDocument>(sources_, source, language, false, reader));
}

const LoadedDocument& Corpus::provide(const std::string& path, const std::string& text) {
    const SourceId source = sources_.add(path, text);
    data_[path] = source;
    return *(documents_[path] = std::make_unique<LoadedDocument>(sources_, source, ""));
}

const LineMap& Corpus::lines(SourceId source) {
    const auto found = lines_.find(source);
    return found != lines_.end() ? found->second
                                 : lines_.emplace(source, LineMap(sources_.text(source))).first->second;
}

void Corpus::choose_files(std::vector<std::string> exclude, std::optional<std::vector<std::string>> tracked) {
    exclude_ = std::move(exclude);
    tracked_ = std::move(tracked);
}

std::vector<std::string> Corpus::files(const std::string& root, const std::string& glob) const {
    auto paths = expand_glob(root, glob, exclude_);
    if (tracked_)
        std::erase_if(paths, [&](const std::string& path) {
            return !std::binary_search(tracked_->begin(), tracked_->end(), path);
        });
    return paths;
}

const SourceId* Corpus::open_data(const std::string& root, const std::string& path,
                                  std::vector<Finding>& findings) {
    const auto [entry, is_new] = data_.try_emplace(path);
    if (is_new) {
        const auto source = load(root, path, findings);
        if (source)
            entry->second = *source;
        else
            findings.push_back(source.error());
    }
    return entry->second ? &*entry->second : nullptr;
}

}  // namespace factlint
