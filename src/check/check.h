// check: rules × documents → Report. With report/render.h the public interface of factlint.
#pragma once

#include <string>
#include <vector>

#include "check/corpus.h"
#include "check/report.h"
#include "check/suppress.h"
#include "check/table/table_look.h"
#include "rules/rule.h"

namespace factlint {

/// One run. `documents` overrides what the rule files name; paths are relative to `root`, '/' separated.
struct CheckRequest {
    std::string root = ".";
    std::vector<std::string> documents;  ///< paths, not globs; empty = the rule files' own globs
    std::vector<std::string> data;  ///< paths of data files, looked into even where no rule speaks of them
    bool override_documents = false;
    std::vector<std::string> exclude;  ///< globs left out
    std::vector<std::string> only;     ///< with --tracked: the files git tracks; empty = no such limit
    bool only_tracked = false;
    std::vector<IgnoredData> ignored{};  ///< findings of data files that are left out
    TableLook look{};                    ///< how data is looked at
};

/// Has the globs of tables name the files that the request lets globs of documents name.
void choose_files(const CheckRequest& request, Corpus& corpus);

/// Evaluates every rule of `rules` on its documents. The same input gives the same report. Findings of loading the
/// rules are included. O(bytes of the documents × patterns that occur in them).
Report check(const Rules& rules, Corpus& corpus, const CheckRequest& request);

/// The same for documents already in the corpus: a stream's line or an editor's buffer. `other_files`: whether facts
/// with `in:` and `at:` may be read; without, they are missing with reason "stream".
Report check_documents(const Rules& rules, Corpus& corpus,
                       const std::vector<const LoadedDocument*>& documents, const std::string& root,
                       bool other_files);

/// The documents of one rule file, with the findings of a glob that names none.
std::vector<const LoadedDocument*> documents_of(const RuleFile& rules, Corpus& corpus,
                                                const CheckRequest& request, std::vector<Finding>& findings);

/// A file that a run would read, and the glob that names it.
struct ListedDocument {
    std::string path;
    std::string why;
};
std::vector<ListedDocument> list_documents(const RuleFile& rules, const CheckRequest& request,
                                           std::vector<Finding>& findings);

/// The data files that facts of a rule file read, and the facts; a path with {stem} as it is written. choose_files() goes before.
std::vector<ListedDocument> list_data(const RuleFile& rules, const Corpus& corpus, const std::string& root);

/// One rule file on documents already in the corpus, which is the only place other files come from.
Report check_file(const RuleFile& rules, const Alphabet& alphabet, Corpus& corpus,
                  const std::vector<const LoadedDocument*>& documents);

}  // namespace factlint
