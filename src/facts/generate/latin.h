// Latin letters with marks, decomposed: the table behind facts/fold.h, from the Unicode data in utf8proc.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace factlint::generate {

/// The rows of `latin_decompositions` as C++.
void write_latin_decompositions(std::ostream& out);
/// A word as it is stored in the trie: lower case, Latin letters decomposed, Arabic plain (facts/fold.h).
std::string folded(const std::string& word);
/// Latin letters decomposed, case kept: what exact spellings are compared with.
std::string decomposed(const std::string& word);
/// A word without the marks over its letters; a cedilla stays.
std::string without_accents(const std::string& word);
/// All the ways its first characters may be written: cases, composed and decomposed.
std::vector<std::string> written_forms(const std::string& word);

}  // namespace factlint::generate
