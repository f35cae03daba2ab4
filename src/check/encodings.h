// What rule files say of the encodings of data files.
#pragma once

#include "check/corpus.h"

namespace factlint {

/// Tells the corpus of every `encoding:` of `rules`, before any file is read. A file that is said to be in two encodings is
/// the finding `encoding-conflict`, and stays in the first. Paths with {stem} are told when they are known.
void declare_encodings(const RuleFile& rules, Corpus& corpus, std::vector<Finding>& findings);

/// The same for one file.
void declare_encoding(const std::string& path, const DeclaredEncoding& encoding, Corpus& corpus,
                      std::vector<Finding>& findings);

}  // namespace factlint
