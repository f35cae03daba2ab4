// Pattern text: the text that rule patterns see. Each fact of a sentence is one private-use character, so that one RE2
// match binds typed values and nothing smaller can be taken (design, section 3, "Holes and patterns").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"

namespace factlint {

/// Which private-use character stands for which kind and unit. Built from all loaded rules before any document is
/// matched: every kind has a character for "any other unit", and one for each unit or label that some hole asks for.
class Alphabet {
  public:
    /// Asks for a character of its own for facts of `kind` whose unit text (unit_text(), "USD", "個") is `unit`.
    void ask(Kind kind, std::string_view unit);

    char32_t symbol(Kind kind, std::string_view unit) const;
    /// All characters of a kind: those of `units` only, or every one where `units` is empty. As RE2 class members.
    std::vector<char32_t> symbols(Kind kind, const std::vector<std::string>& units) const;
    static char32_t opening(Kind composite);
    static char32_t closing(Kind composite);

  private:
    std::vector<std::pair<Kind, std::string>> asked_;
};

/// One scope (a sentence, a paragraph, a document) as patterns see it, with the way back.
struct PatternText {
    std::string text;   ///< facts replaced, wrapped lines joined, private-use and invalid bytes of the document U+FFFD
    /// Ascending in `at`: the bytes of `text` from `at` on stand for prose from `prose` on; `fact` is the index of the
    /// fact that the character at `at` is (or opens), no_fact for copied text.
    struct Anchor {
        std::uint32_t at = 0;
        std::uint32_t prose = 0;
        std::uint32_t fact = no_fact;
    };
    static constexpr std::uint32_t no_fact = UINT32_MAX;
    std::vector<Anchor> anchors;
    std::uint32_t prose_end = 0;

    /// The prose offset that offset `at` of `text` stands for. O(log anchors).
    std::uint32_t to_prose(std::uint32_t at) const;
    /// The fact whose character starts at `at`, or no_fact.
    std::uint32_t fact_at(std::uint32_t at) const;
};

/// `scope` is a span of `prose`; `facts` all facts of the document. With `plain` no fact is replaced. Reuses `out`.
void make_pattern_text(std::string_view prose, Span scope, const Facts& facts, const Alphabet& alphabet, bool plain,
                       PatternText& out);

}  // namespace factlint
