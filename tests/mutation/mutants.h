// Mutants: every single slip of the pen in one written fact: a digit, a power of ten, a scale word, a year or a day, a
// currency, a unit, a number word, and two facts of one claim swapped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace factlint::test {

struct Mutant {
    std::string kind;  ///< "digit", "power of ten", "scale", "currency", "unit", "word"
    std::string text;  ///< the fact as mutated
};

/// All mutants of a fact as written in `language` ("ja", "en", "vi"); never the text itself, no duplicates.
std::vector<Mutant> mutants(std::string_view written, std::string_view language);

}  // namespace factlint::test
