#include "rules/pattern_literals.h"

#include <algorithm>

#include "facts/describe.h"
#include "facts/extract.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// A flag group that makes letters match in any case: `(?i)`, `(?si:`.
bool ignores_case(std::string_view pattern, const PatternToken& token) {
    const std::string_view text = slice(pattern, token.span);
    return text.starts_with("(?") && !text.starts_with("(?P") &&
           text.substr(0, text.find('-')).find('i') != std::string_view::npos;
}

/// Letters of scripts with spaces between words, where a literal may be the beginning of a longer word.
constexpr bool is_word_letter(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code < 0x2000);
}

/// The part of a run whose words are whole.
Span whole_words(const LiteralRun& run) {
    Span span{0, static_cast<std::uint32_t>(run.text.size())};
    while (run.cut_before && !span.empty() && is_word_letter(decode(run.text, span.begin).code_point))
        span.begin += decode(run.text, span.begin).size;
    while (run.cut_behind && !span.empty() && is_word_letter(decode_before(run.text, span.end).code_point))
        span.end -= decode_before(run.text, span.end).size;
    return span;
}

std::string hole_for(const Facts& facts, std::size_t index, std::string_view text) {
    const Fact& fact = facts.items[index];
    const std::string unit = unit_text(facts, index, text);
    const bool with_unit = !unit.empty() && fact.kind != Kind::number && !is_temporal(fact.kind);
    return "`{:" + std::string(name(fact.kind)) + (with_unit ? " " + unit : "") + "}`";
}

void check_run(const LiteralRun& run, LanguageId language, Place place, Findings& findings) {
    const Span whole = whole_words(run);
    const std::string_view text = slice(run.text, whole);
    Facts facts;
    extract_text(text, language, facts);
    for (std::size_t i = 0; i < facts.items.size(); i += 1 + facts.items[i].parts) {
        const Fact& fact = facts.items[i];
        if (fact.kind == Kind::identifier) continue;
        const auto source = [&](std::uint32_t at) {
            at += whole.begin;
            return at < run.from.size() ? run.from[at] : run.end;
        };
        const std::string word = quoted(slice(text, fact.span));
        findings.push_back(problem("literal-fact",
                                   inside(place, {source(fact.span.begin), source(fact.span.end)}),
                                   word + " is read as a " + std::string(name(fact.kind)) +
                                       " before patterns are tried, so these characters never match",
                                   "write the hole " + hole_for(facts, i, text)));
    }
}

}  // namespace

std::string required_literal(std::string_view pattern, const std::vector<PatternToken>& tokens) {
    if (has_alternatives(tokens)) return {};
    for (const PatternToken& token : tokens)
        if (ignores_case(pattern, token)) return {};
    std::string longest;
    for (const LiteralRun& run : literal_runs(tokens)) {
        for (std::size_t begin = 0; run.depth == 0 && begin < run.text.size();) {
            const std::size_t end = std::min(run.text.find(' ', begin), run.text.size());
            if (end - begin > longest.size()) longest = run.text.substr(begin, end - begin);
            begin = end + 1;
        }
    }
    return longest;
}

void check_literals(std::string_view pattern, const std::vector<PatternToken>& tokens, LanguageId language,
                    Place place, Findings& findings) {
    for (const PatternToken& token : tokens)
        if (token.kind == PatternTokenKind::digits)
            findings.push_back(
                problem("literal-fact", inside(place, token.span),
                        quoted(slice(pattern, token.span)) +
                            " matches digits, but numbers are read as facts before patterns are tried",
                        "write a hole, for example `{:number}`"));
    for (const LiteralRun& run : literal_runs(tokens)) check_run(run, language, place, findings);
}

}  // namespace factlint
