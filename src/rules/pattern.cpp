#include "rules/pattern.h"

#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "rules/pattern_literals.h"
#include "rules/pattern_syntax.h"
#include "text/normal_form.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr int most_instructions = 5000;
constexpr std::int64_t most_memory = 16 << 20;
constexpr std::int64_t no_memory = 64;    ///< RE2 gives up before it compiles anything
constexpr std::size_t short_text = 4096;  ///< RE2 finds and captures in one pass over it

std::string escaped(char32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (; code != 0; code >>= 4) hex.insert(hex.begin(), digits[code & 15]);
    return "\\x{" + hex + "}";
}
std::string members(CodeRange range) { return escaped(range.first) + "-" + escaped(range.last); }

/// What stands between a fact and the text beside it where it is part of a composite.
std::string marks() {
    return "[" + members(Alphabet::all_openings) + members(Alphabet::all_closings) + "]*?";
}

/// The kinds a hole takes: `number` also takes counts.
std::vector<Kind> taken_kinds(const Hole& hole) {
    std::vector<Kind> kinds = hole.kinds;
    const bool number = std::find(kinds.begin(), kinds.end(), Kind::number) != kinds.end();
    if (number && std::find(kinds.begin(), kinds.end(), Kind::count) == kinds.end())
        kinds.push_back(Kind::count);
    return kinds;
}

/// Facts or opening marks of one kind, of the units a hole asks for. Without an alphabet: of any unit.
template <class Of>
std::vector<CodeRange> ranges(CodeRange block, Kind kind, const Hole& hole, const Alphabet* alphabet, Of of) {
    if (hole.units.empty() || !alphabet) return {block};
    std::vector<CodeRange> result;
    for (const std::string& unit : hole.units) {
        const char32_t code = of(*alphabet, kind, unit);
        result.push_back({code, code});
    }
    return result;
}
std::vector<CodeRange> symbols(Kind kind, const Hole& hole, const Alphabet* alphabet) {
    return ranges(Alphabet::symbols(kind), kind, hole, alphabet,
                  [](const Alphabet& of, Kind k, const std::string& unit) { return of.symbol(k, unit); });
}
std::vector<CodeRange> openings(Kind kind, const Hole& hole, const Alphabet* alphabet) {
    return ranges(Alphabet::openings(kind), kind, hole, alphabet,
                  [](const Alphabet& of, Kind k, const std::string& unit) { return of.opening(k, unit); });
}

std::string class_of(const std::vector<CodeRange>& all) {
    std::string text = "[";
    for (const CodeRange range : all) text += members(range);
    return text + "]";
}

/// Composites first: a hole of several kinds takes the whole rather than its first part.
std::string fact_regex(const Hole& hole, const Alphabet* alphabet) {
    std::string composites;
    std::vector<CodeRange> simple;
    for (const Kind kind : taken_kinds(hole)) {
        const std::string close = escaped(Alphabet::closing(kind));
        composites += class_of(openings(kind, hole, alphabet)) + "[^" + close + "]*" + close + "|";
        const auto own = symbols(kind, hole, alphabet);
        simple.insert(simple.end(), own.begin(), own.end());
    }
    return composites + class_of(simple);
}

/// What near_miss tries in place of a typed hole: a few facts of any kind with the words of a broken date or amount
/// between and behind them, and where that is not found, with words before them too.
std::string any_facts_regex(bool words_before) {
    const std::string facts = members(Alphabet::all_openings) + members(Alphabet::all_closings) +
                              members(Alphabet::all_symbols) + escaped(Alphabet::impossible);
    const std::string words = "[^" + facts + ".。、，；;()（）「」]{0,8}?";  // what no date or amount holds
    return (words_before ? words : "") + "(?:[" + facts + "]" + words + "){1,6}?";
}

bool takes(const Hole& hole, char32_t code, const Alphabet& alphabet) {
    const auto contains = [&](CodeRange range) { return range.contains(code); };
    for (const Kind kind : taken_kinds(hole)) {
        const auto simple = symbols(kind, hole, &alphabet);
        const auto composite = openings(kind, hole, &alphabet);
        if (std::any_of(simple.begin(), simple.end(), contains)) return true;
        if (std::any_of(composite.begin(), composite.end(), contains)) return true;
    }
    return false;
}

bool is_text(const Hole& hole) { return hole.kinds.front() == Kind::text; }

/// Words in a text hole can be facts as well; digits there may be part of a name.
void check_text_hole(const Hole& hole, LanguageId language, Place place, Findings& findings) {
    if (!is_text(hole)) return;
    const auto end = hole.place.end - 1;
    const Span span{end - static_cast<std::uint32_t>(hole.text_pattern.size()), end};
    auto tokens = tokenize(hole.text_pattern, inside(place, span), findings);
    for (PatternToken& token : tokens)
        if (token.kind == PatternTokenKind::digits) token.kind = PatternTokenKind::any;
    check_literals(hole.text_pattern, tokens, language, inside(place, span), findings);
}

RE2::Options options(std::int64_t memory = most_memory) {
    RE2::Options result;
    result.set_log_errors(false);
    result.set_max_mem(memory);
    return result;
}

/// A regex that is compiled when first searched for. RE2 has two ways to find where a match begins: for long texts it
/// compiles the regex a second time, backwards; behind a lazy `.*?` it reads a short text once.
class Search {
  public:
    Search() = default;
    /// `groups`: that `regex` opens. `anchored`: it matches at the start of a text alone.
    Search(const std::string& regex, int groups, bool anchored)
        : regex_("(" + regex + ")"), groups_(static_cast<std::size_t>(groups) + 2), anchored_(anchored) {}

    explicit operator bool() const { return !regex_.empty(); }

    /// The groups of the first match from `from` on, the whole match as group 1; empty where there is none.
    std::vector<re2::StringPiece> find(std::string_view text, std::size_t from) {
        if (from > text.size() || (anchored_ && from > 0)) return {};
        const bool from_start = anchored_ || text.size() <= short_text;
        auto& compiled = from_start ? from_start_ : anywhere_;
        if (!compiled)
            compiled =
                std::make_unique<RE2>(from_start && !anchored_ ? "(?s:.*?)" + regex_ : regex_, options());
        std::vector<re2::StringPiece> groups(groups_);
        const auto anchor = from_start ? RE2::ANCHOR_START : RE2::UNANCHORED;
        if (!compiled->Match({text.data(), text.size()}, from, text.size(), anchor, groups.data(),
                             static_cast<int>(groups_)))
            groups.clear();
        return groups;
    }

  private:
    std::string regex_;
    std::size_t groups_ = 0;
    bool anchored_ = false;
    std::unique_ptr<RE2> from_start_, anywhere_;
};

/// RE2's own words, in the manner of the other messages.
std::string_view describe(RE2::ErrorCode code) {
    switch (code) {
        case RE2::ErrorMissingBracket: return "this class is not closed: expected `]`";
        case RE2::ErrorMissingParen: return "this group is not closed: expected `)`";
        case RE2::ErrorUnexpectedParen: return "this `)` closes no group";
        case RE2::ErrorTrailingBackslash: return "the pattern ends in a backslash";
        case RE2::ErrorRepeatArgument: return "there is nothing to repeat here";
        case RE2::ErrorRepeatSize: return "the repetition is too large: expected at most 1000";
        case RE2::ErrorRepeatOp: return "a repetition is repeated";
        case RE2::ErrorBadPerlOp: return "RE2 has no lookaround, backreferences or possessive repetition";
        case RE2::ErrorBadUTF8: return "the pattern is not UTF-8";
        case RE2::ErrorBadNamedCapture: return "this group has a bad name";
        case RE2::ErrorBadCharClass:
        case RE2::ErrorBadCharRange: return "this class or range has no meaning";
        case RE2::ErrorBadEscape: return "this escape has no meaning";
        default: return "the pattern cannot be read";
    }
}

}  // namespace

struct Pattern::State {
    std::string text;
    Place place;
    std::vector<Hole> holes;
    std::string required;
    bool typed = false;
    std::vector<int> groups;  ///< of each hole, in a Search
    int group_count = 0;
    std::string_view end;   ///< what closes a quotation, so that more can stand behind the pattern
    bool anchored = false;  ///< matches at the start of a text alone
    std::optional<std::string> idle_group;  ///< its text
    Search exact;                           ///< made with the alphabet, by match
    Search relaxed[2];                      ///< every typed hole takes any facts; made by near_miss

    /// The pattern for RE2 with `regex_of(hole)` in place of each hole.
    template <class RegexOf> std::string regex_with(RegexOf regex_of) const {
        std::string regex;
        std::uint32_t at = 0;
        for (const Hole& hole : holes) {
            regex += slice(text, {at, hole.place.begin});
            regex += regex_of(hole);
            at = hole.place.end;
        }
        return composed(regex.append(text, at).append(end));
    }
    /// The same with a group around what each hole takes, and `typed_hole(hole)` for typed holes.
    template <class TypedHole> std::string grouped(TypedHole typed_hole) const {
        return regex_with([&](const Hole& hole) {
            if (is_text(hole)) return "(" + hole.text_pattern + ")";
            return "(?:" + marks() + "(" + typed_hole(hole) + ")" + marks() + ")";
        });
    }
    template <class TypedHole> Search search(TypedHole typed_hole) const {
        return {grouped(typed_hole), group_count, anchored};
    }

    /// Whether every hole that must take a fact finds one behind `from`.
    bool facts_suffice(const PatternText& in, const Alphabet& alphabet, std::uint32_t from) const {
        const auto first = std::lower_bound(
            in.anchors.begin(), in.anchors.end(), from,
            [](const PatternText::Anchor& anchor, std::uint32_t at) { return anchor.at < at; });
        return std::all_of(holes.begin(), holes.end(), [&](const Hole& hole) {
            if (!hole.required || is_text(hole)) return true;
            return std::any_of(first, in.anchors.end(), [&](const PatternText::Anchor& anchor) {
                return anchor.fact != PatternText::no_fact &&
                       takes(hole, decode(in.text, anchor.at).code_point, alphabet);
            });
        });
    }

    void number_groups(const std::vector<PatternToken>& tokens) {
        auto hole = holes.begin();
        for (const PatternToken& token : tokens) {
            if (captures(text, token)) ++group_count;
            if (token.kind != PatternTokenKind::hole) continue;
            groups.push_back(2 + group_count++);
            Findings known;
            const std::string& inner = (hole++)->text_pattern;
            for (const PatternToken& inside : tokenize(inner, {}, known))
                group_count += captures(inner, inside);
        }
    }

    void read_holes(const std::vector<PatternToken>& tokens, Findings& findings) {
        int depth = has_alternatives(tokens) ? 1 : 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].kind == PatternTokenKind::open) ++depth;
            if (tokens[i].kind == PatternTokenKind::close) --depth;
            if (tokens[i].kind != PatternTokenKind::hole) continue;
            auto hole = parse_hole(text, tokens[i].span, place, findings);
            if (!hole) continue;
            const bool quantified =
                i + 1 < tokens.size() && tokens[i + 1].kind == PatternTokenKind::quantifier;
            hole->required = depth == 0 && !quantified;
            if (quantified && text[tokens[i + 1].span.begin] != '?')
                findings.push_back(problem("bad-hole", inside(place, tokens[i + 1].span),
                                           "a hole cannot be repeated",
                                           "match one value and give the fact `all: true`"));
            typed = typed || !is_text(*hole);
            holes.push_back(std::move(*hole));
        }
    }

    /// Lets RE2 read the syntax and no more, unless the pattern may be too large: then only compiling it tells.
    void check_regex(Findings& findings) const {
        const auto light =
            without_properties(regex_with([](const Hole& hole) { return "(" + hole.text_pattern + ")"; }));
        if (light && instructions_at_most(text.size(), light->properties) <= most_instructions)
            return report_syntax(RE2(light->regex, options(no_memory)), findings);
        const RE2 regex(grouped([](const Hole& hole) { return fact_regex(hole, nullptr); }), options());
        report_syntax(regex, findings);
        if (regex.error_code() == RE2::ErrorPatternTooLarge)
            report_size("the pattern is too large for RE2", findings);
        else if (regex.ok() && regex.ProgramSize() > most_instructions)
            report_size("the pattern compiles to " + std::to_string(regex.ProgramSize()) +
                            " instructions, over the limit of " + std::to_string(most_instructions),
                        findings);
    }

    void report_syntax(const RE2& regex, Findings& findings) const {
        if (!regex.ok() && regex.error_code() != RE2::ErrorPatternTooLarge) {
            const std::size_t at = text.find(regex.error_arg());
            const bool found = !regex.error_arg().empty() && at != std::string::npos;
            const Span whole{0, static_cast<std::uint32_t>(text.size())};
            const Span part{static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(at + regex.error_arg().size())};
            findings.push_back(problem("bad-regex", inside(place, found ? part : whole),
                                       std::string(describe(regex.error_code())),
                                       "patterns are RE2: https://github.com/google/re2/wiki/Syntax"));
        }
    }

    void report_size(std::string message, Findings& findings) const {
        findings.push_back(
            problem("pattern-too-large", place, std::move(message),
                    "counted repetitions of large classes such as `\\p{L}{3,60}` grow fast: use `+`"));
    }
};

Pattern::Pattern(std::unique_ptr<State> state) : state_(std::move(state)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::optional<Pattern> Pattern::parse(std::string_view text, Place place, std::string_view language,
                                      std::vector<Finding>& findings) {
    const std::size_t before = findings.size();
    auto state = std::make_unique<State>();
    state->text = std::string(text);
    state->place = place;
    const auto tokens = tokenize(state->text, place, findings);
    state->read_holes(tokens, findings);
    if (findings.size() != before) return std::nullopt;
    state->required = composed(factlint::required_literal(state->text, tokens));
    state->anchored = is_anchored(state->text, tokens);
    if (const auto group = factlint::idle_group(state->text, tokens))
        state->idle_group = std::string(slice(state->text, *group));
    if (ends_in_quotation(state->text, tokens)) state->end = "\\E";
    state->number_groups(tokens);
    state->check_regex(findings);
    const auto english = find_language("en");
    const auto reading = find_language(language);
    if (state->typed && (reading || english)) {
        const LanguageId read_in = reading ? *reading : *english;
        check_literals(state->text, tokens, read_in, place, findings);
        for (const Hole& hole : state->holes) check_text_hole(hole, read_in, place, findings);
    }
    if (findings.size() != before) return std::nullopt;
    return Pattern(std::move(state));
}

const std::string& Pattern::text() const { return state_->text; }
const std::vector<Hole>& Pattern::holes() const { return state_->holes; }
Place Pattern::place() const { return state_->place; }
const std::optional<std::string>& Pattern::idle_group() const { return state_->idle_group; }
bool Pattern::typed() const { return state_->typed; }
std::string_view Pattern::required_literal() const { return state_->required; }

void Pattern::ask(Alphabet& alphabet) const {
    for (const Hole& hole : state_->holes)
        for (const std::string& unit : hole.units)
            for (const Kind kind : taken_kinds(hole)) alphabet.ask(kind, unit);
}

namespace {

Span span_of(re2::StringPiece piece, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

Span prose_of(Span span, const PatternText& text) {
    const std::uint32_t begin = text.to_prose(span.begin);
    return {begin, std::max(begin, text.to_prose_end(span.end))};
}

}  // namespace

std::optional<PatternMatch> Pattern::match(const PatternText& text, const Alphabet& alphabet,
                                           std::uint32_t from) const {
    if (!state_->facts_suffice(text, alphabet, from)) return std::nullopt;
    if (!state_->exact)
        state_->exact = state_->search([&](const Hole& hole) { return fact_regex(hole, &alphabet); });
    const auto groups = state_->exact.find(text.text, from);
    if (groups.empty()) return std::nullopt;
    const Span whole = span_of(groups[1], text.text);
    PatternMatch match{prose_of(whole, text), whole.end, {}};
    if (whole.empty()) match.end += std::max<std::uint32_t>(1, decode(text.text, whole.end).size);
    for (std::size_t i = 0; i < state_->holes.size(); ++i) {
        const re2::StringPiece group = groups[static_cast<std::size_t>(state_->groups[i])];
        if (!group.data()) continue;
        const Span span = span_of(group, text.text);
        const auto fact = is_text(state_->holes[i]) ? PatternText::no_fact : text.fact_at(span.begin);
        match.holes.push_back({static_cast<std::uint32_t>(i), fact, prose_of(span, text)});
    }
    return match;
}

std::optional<Span> Pattern::near_miss(const PatternText& text, const Alphabet& alphabet) const {
    if (!state_->typed || text.text.find(state_->required) == std::string::npos) return std::nullopt;
    for (const bool words_before : {false, true}) {
        Search& relaxed = state_->relaxed[words_before ? 1 : 0];
        if (!relaxed) relaxed = state_->search([&](const Hole&) { return any_facts_regex(words_before); });
        const auto groups = relaxed.find(text.text, 0);
        if (groups.empty()) continue;
        std::optional<Span> refused;  // from the first value a hole does not take to the end of the last hole
        for (std::size_t i = 0; i < state_->holes.size(); ++i) {
            const re2::StringPiece group = groups[static_cast<std::size_t>(state_->groups[i])];
            if (!group.data() || is_text(state_->holes[i])) continue;
            const Span span = span_of(group, text.text);
            if (refused)
                refused->end = std::max(refused->end, span.end);
            else if (!takes(state_->holes[i], decode(text.text, span.begin).code_point, alphabet))
                refused = span;
        }
        return prose_of(refused.value_or(span_of(groups[1], text.text)), text);
    }
    return std::nullopt;
}

}  // namespace factlint
