// Languages and units of a project: files in the form of facts/languages/*.yaml and facts/units/*.yaml, named by the key
// `languages` of factlint.yaml.
#pragma once

#include <span>

#include "text/problem.h"
#include "text/sources.h"

namespace factlint {

/// Reads the files and takes what they say into use: units first, then languages. A file whose `language` is built in
/// changes that one, `und` changes what all share, any other tag is a language of its own. Where anything is wrong all of
/// it is said in `findings`, with its place, and no language is taken into use.
///
/// Once, before anything is recognised: not thread-safe. O(words of the languages that change).
void add_user_languages(const Sources& sources, std::span<const SourceId> files, Findings& findings);

}  // namespace factlint
