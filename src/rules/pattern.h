// Pattern: an RE2 with typed holes, compiled against an Alphabet.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_text.h"
#include "text/finding.h"

namespace factlint {

struct Hole {
    std::string name;                ///< empty: the fact's own name
    std::vector<Kind> kinds;         ///< `number` also takes counts; {Kind::text} for a text hole
    std::vector<std::string> units;  ///< unit ids or labels; empty = any
    std::string text_pattern;        ///< of a text hole, RE2 without holes
    bool required = false;           ///< every match takes it
    Span place;                      ///< inside the pattern's text
};

/// What one hole took in one match.
struct HoleMatch {
    std::uint32_t hole = 0;
    std::uint32_t fact = PatternText::no_fact;  ///< index into Facts, or no_fact for a text hole
    Span prose;                                 ///< bytes of the prose it took
};

struct PatternMatch {
    Span prose;                    ///< of the whole match
    std::uint32_t end = 0;         ///< where the next search starts in the pattern text
    std::vector<HoleMatch> holes;  ///< holes of alternatives not taken are absent
};

/// Parsed at once, so that holes and errors are known; RE2 compiles it at the first `match`, which is tried only where
/// its language and a required literal occur. Always the same alphabet; not thread-safe.
class Pattern {
  public:
    /// Splits holes from RE2. Findings (unclosed hole, unknown kind, unknown unit, a literal that is a fact, bad regex,
    /// over 5,000 instructions) are appended with places inside `source`, whose pattern starts at `place`.
    /// `language` is the one in which literals are read; an unknown one is read as English.
    static std::optional<Pattern> parse(std::string_view text, Place place, std::string_view language,
                                        std::vector<Finding>& findings);
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;
    ~Pattern();

    const std::string& text() const;
    const std::vector<Hole>& holes() const;
    Place place() const;
    /// A group of it that changes nothing, `({:money})`: brackets of the text were meant, most likely.
    const std::optional<std::string>& idle_group() const;
    /// Whether a hole has a kind other than text: matched on facts, otherwise on the plain text.
    bool typed() const;
    /// A literal every match contains, empty where there is none: a pattern text without it need not be searched. (In
    /// the prose itself it may be cut by a line break.)
    std::string_view required_literal() const;

    void ask(Alphabet& alphabet) const;
    /// The first match in `text` from offset `from` on; behind an empty match the next search starts one character on.
    std::optional<PatternMatch> match(const PatternText& text, const Alphabet& alphabet,
                                      std::uint32_t from) const;
    /// Where the pattern stands in `text` with a value of another kind or unit, or one that cannot be (32日): the bytes
    /// of the prose of the first such value.
    std::optional<Span> near_miss(const PatternText& text, const Alphabet& alphabet) const;

  private:
    struct State;
    explicit Pattern(std::unique_ptr<State>);
    std::unique_ptr<State> state_;
};

}  // namespace factlint
