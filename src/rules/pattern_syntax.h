// The syntax of patterns: RE2 with typed holes, cut into tokens so that holes and literals are known before RE2 is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern.h"
#include "text/problem.h"

namespace factlint {

enum class PatternTokenKind : std::uint8_t {
    literal,  ///< one character that stands for itself; `code`
    hole,
    digits,  ///< \d, [0-9], [[:digit:]]: only ever matches digits
    any,     ///< ., a class, \w, \p{…}, \b, ^, $: neither a literal nor structure
    open,    ///< ( with its flags
    close,
    alternation,
    quantifier,  ///< * + ? {2,3}, with a lazy ?
};

struct PatternToken {
    PatternTokenKind kind{};
    Span span;          ///< in the pattern
    char32_t code = 0;  ///< of a literal
};

/// Never fails: what RE2 would refuse comes out as some token; a `{` that is neither a quantifier nor a hole, or
/// is not closed, is a finding with its place relative to `place`. O(pattern).
std::vector<PatternToken> tokenize(std::string_view pattern, Place place, Findings& findings);

/// The hole in braces at `span`. nullopt with a finding: unknown kind or unit, bad name, kinds that do not go together.
std::optional<Hole> parse_hole(std::string_view pattern, Span span, Place place, Findings& findings);

/// Characters in a row that stand for themselves. `depth`: of groups around them.
struct LiteralRun {
    std::string text;                 ///< UTF-8
    std::vector<std::uint32_t> from;  ///< offset in the pattern for each byte of `text`
    std::uint32_t end = 0;            ///< offset in the pattern behind the last character
    std::uint32_t depth = 0;
    bool cut_before = false;  ///< letters may go on before it (a class, a group, an optional character)
    bool cut_behind = false;
};
std::vector<LiteralRun> literal_runs(const std::vector<PatternToken>& tokens);

/// Whether one of several alternatives may match without the others: `a|b`, but not `(?:a|b)`.
bool has_alternatives(const std::vector<PatternToken>& tokens);
/// Whether matches begin where the text begins: `^a`, but neither `^?a` nor `^a|b`.
bool is_anchored(std::string_view pattern, const std::vector<PatternToken>& tokens);
/// Whether a \Q goes on to the end of the pattern.
bool ends_in_quotation(std::string_view pattern, const std::vector<PatternToken>& tokens);
/// The first group that changes nothing of what the pattern matches, `(` with `)`, without alternatives or a quantifier: most
/// likely brackets of the text were meant. nullopt where there is none.
std::optional<Span> idle_group(std::string_view pattern, const std::vector<PatternToken>& tokens);
/// Whether `token` opens a group that has a number.
bool captures(std::string_view pattern, const PatternToken& token);

/// A regex with each Unicode property (\pL, \p{Han}) replaced by one character: as good for finding errors, and read
/// many times faster.
struct LightRegex {
    std::string regex;
    std::size_t properties = 0;  ///< that were replaced
};
/// nullopt where repetitions are counted or a property is not a common one or beside a hyphen: then only compiling the
/// regex tells how large it is, and whether it can be read. O(regex).
std::optional<LightRegex> without_properties(std::string_view regex);

/// At most so many instructions has the program of a pattern of `bytes` bytes for which without_properties gave
/// `properties`. The largest things are `\pL` with 1,197 and `.` with 12.
constexpr std::size_t instructions_at_most(std::size_t bytes, std::size_t properties) {
    return 12 * bytes + 1200 * properties;
}

/// The part of a place that a span inside it names.
inline Place inside(Place place, Span span) {
    return {place.source, {place.span.begin + span.begin, place.span.begin + span.end}};
}

}  // namespace factlint
