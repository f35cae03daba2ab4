// What literals of a pattern say: which text must occur for it to match, and which of them can never match because the
// extractor takes them first.
#pragma once

#include <string>
#include <vector>

#include "facts/language.h"
#include "rules/pattern_syntax.h"

namespace factlint {

/// The longest literal without spaces that every match contains; empty where there is none. O(tokens).
std::string required_literal(std::string_view pattern, const std::vector<PatternToken>& tokens);

/// A finding `literal-fact` for each literal that would be read as a fact in `language`, and for \d, with the hole to
/// write instead. For patterns with typed holes only: others are matched on the plain text.
void check_literals(std::string_view pattern, const std::vector<PatternToken>& tokens, LanguageId language,
                    Place place, Findings& findings);

}  // namespace factlint
