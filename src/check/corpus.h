// Corpus: the documents of one run, each read and recognised once.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/data_value.h"
#include "check/document_date.h"
#include "facts/extract.h"
#include "read/document.h"
#include "read/reader.h"
#include "rules/pattern_text.h"
#include "rules/rule.h"
#include "text/line_map.h"
#include "text/sources.h"
#include "text/transcode.h"

namespace factlint {

/// A document, its facts and, made when first asked for, its pattern texts.
class LoadedDocument {
  public:
    /// `language` overrides detection; `identifiers`: also what is recognised only to be left out; `reader`: instead of
    /// that of the file name.
    LoadedDocument(const Sources& sources, SourceId source, std::string_view language,
                   bool identifiers = false, const Reader* reader = nullptr);

    SourceId source() const { return document_->source; }
    const Document& document() const { return *document_; }
    std::string_view prose() const { return document_->prose; }
    const Facts& facts() const { return facts_; }
    /// Language of most of the text.
    LanguageId language() const { return languages_.document; }
    LanguageId language_of(Span prose) const;
    /// What dates without a year are read beside. O(facts) at the first call.
    const std::optional<DocumentDate>& date() const;
    Place place(Span prose) const { return {source(), document_->to_source(prose)}; }
    /// Sentences never end inside a fact. O(document) at the first call for each argument pair.
    const PatternTexts& scopes(Scope scope, bool plain, const Alphabet& alphabet) const;

  private:
    std::vector<Span> spans_of(Scope scope) const;

    std::unique_ptr<Document> document_;
    Languages languages_;
    Facts facts_;
    mutable std::unique_ptr<PatternTexts> scopes_[3][2];
    mutable std::optional<std::optional<DocumentDate>> date_;  ///< empty until asked for
};

class Corpus {
  public:
    explicit Corpus(Sources& sources) : sources_(sources) {}

    /// The document at `path` (relative to `root`), read at the first call. A failure is reported once, in `findings`.
    const LoadedDocument* open(const std::string& root, const std::string& path,
                               std::vector<Finding>& findings);
    /// A document whose text is already in Sources: standard input, a stream's line, an example.
    const LoadedDocument& add(SourceId source, std::string_view language, const Reader* reader = nullptr);
    /// A file that is not on disk: `open` and `open_data` find it under this path.
    const LoadedDocument& provide(const std::string& path, const std::string& text);
    /// Raw data file, for `at:`, in UTF-8 whatever it is in on disk (text/transcode.h).
    const SourceId* open_data(const std::string& root, const std::string& path,
                              std::vector<Finding>& findings);

    /// Which files globs of rules may name: `exclude` are globs of those left out; `tracked`, sorted, where only those count.
    void choose_files(std::vector<std::string> exclude, std::optional<std::vector<std::string>> tracked);
    /// Files that match, sorted, without those that are left out: expand_glob().
    std::vector<std::string> files(const std::string& root, const std::string& glob) const;

    /// Whether nobody has read the contents of the source before: faults are said by the first who does.
    bool is_first_reading(SourceId source) { return read_.insert(source).second; }

    /// That files matching a glob, or the one at a path, are in an encoding; what is said of a path goes first. Files that
    /// are not on disk are in UTF-8.
    void declare_encodings(std::string glob, const Encoding& encoding);
    /// What the path is declared as from now on: the first that was said counts.
    const Encoding* declare_encoding(const std::string& path, const Encoding& encoding);
    /// Null where nothing is said of it.
    const Encoding* declared_encoding(const std::string& path) const;

    /// Where the lines of a source begin, found at the first call.
    const LineMap& lines(SourceId source);

    /// What data files say.
    DataTrees& trees() { return trees_; }

    Sources& sources() { return sources_; }
    const Sources& sources() const { return sources_; }

  private:
    Result<SourceId> load(const std::string& root, const std::string& path, std::vector<Finding>& findings);

    Sources& sources_;
    std::vector<std::string> exclude_;
    std::optional<std::vector<std::string>> tracked_;
    std::vector<std::pair<std::string, const Encoding*>> encodings_;  ///< by glob
    std::map<std::string, const Encoding*> path_encodings_;
    std::map<std::string, std::unique_ptr<LoadedDocument>> documents_;
    std::vector<std::unique_ptr<LoadedDocument>> added_;
    std::map<std::string, std::optional<SourceId>> data_;
    std::set<SourceId> read_;
    std::map<SourceId, LineMap> lines_;
    DataTrees trees_;
};

}  // namespace factlint
