#include "check/explain.h"

#include <algorithm>

#include "check/bind.h"
#include "check/claim_values.h"
#include "check/claims.h"
#include "check/encodings.h"
#include "check/files.h"
#include "check/tables.h"
#include "expr/expression.h"
#include "facts/language.h"
#include "text/escape.h"
#include "text/line_map.h"

namespace factlint {
namespace {

constexpr std::string_view verdict_words[] = {"holds", "is broken", "is not checked"};

/// What the explanation of a claim speaks of.
struct Subject {
    Corpus& corpus;
    const Operands& operands;
    const Alphabet& alphabet;
};

std::string line_of(const Place& place, Corpus& corpus) {
    const Position position = corpus.lines(place.source).position(place.span.begin);
    return corpus.sources()[place.source].path + ":" + std::to_string(position.line) + ":" +
           std::to_string(position.column);
}

std::string explain_fact(const FactDefinition& definition, const Binding& binding,
                         const LoadedDocument& document, const Subject& subject) {
    std::string text = terminal_line("  " + definition.name);
    if (const auto* known = std::get_if<Known>(&definition.where))
        return text + terminal_line("    stated in the rules: " + describe(known->value));
    for (const BoundMatch& match : binding.matches)
        for (const BoundValue& value : match.values)
            text += terminal_line("    " + value.variable + " = " + describe(value.value) +
                                  year_note(subject.operands.items[value.value.origin]) + "   " +
                                  line_of(match.place, subject.corpus));
    if (!binding.matches.empty()) return text;
    text += terminal_line("    " + binding.missing);
    const auto* finds = std::get_if<std::vector<Find>>(&definition.where);
    if (!finds) return text;
    for (const Find& find : *finds) {
        const auto language = find_language(find.language);
        if (language && *language != language_of(document.language())) continue;
        text += terminal_line("    pattern: " + find.pattern.text());
        const std::string_view literal = find.pattern.required_literal();
        if (literal.empty()) continue;
        const PatternTexts& texts =
            document.scopes(definition.scope, !find.pattern.typed(), subject.alphabet);
        for (auto i = texts.find(literal, 0); i < texts.size(); i = texts.find(literal, i + 1))
            text += terminal_line("    was tried on: " + to_display(texts[i]));
    }
    return text;
}

/// Which rows a claim is about, where it is about rows.
std::string rows_of(const Claim& claim) {
    if (claim.each.empty()) return {};
    std::string text = std::string("  each: ") + (claim.by.empty() ? "row" : "group") + " in " + claim.each;
    for (const RowFieldUse& column : claim.by)
        text += (&column == &claim.by.front() ? " by " : ", ") + column.name;
    text += "\n";
    if (claim.where) text += "  where: " + std::string(claim.where->source()) + "\n";
    return text;
}

/// The run of one rule file that explain describes.
struct Explained {
    Operands operands;
    std::vector<Finding> findings;
    std::vector<Bindings> bindings;
    std::vector<ClaimResult> results;

    Explained(const RuleFile& file, const Rules& rules, Corpus& corpus, const CheckRequest& request) {
        BindContext context{rules.alphabet, corpus, operands, request.root, false, findings};
        choose_files(request, corpus);
        for (const auto& each : rules.files) declare_encodings(*each, corpus, findings);
        const auto documents = documents_of(file, corpus, request, findings);
        std::vector<DataResult> data;
        SchemaFiles schemas(corpus, request.root);
        const TableReading reading{schemas, context, {results, findings}, data};
        read_tables(file, nullptr, reading);
        if (!needs_document(file)) bindings.push_back(bind(file, nullptr, context));
        for (const LoadedDocument* document : documents)
            if (needs_document(file)) {
                read_tables(file, document, reading);
                bindings.push_back(bind(file, document, context));
            }
        std::vector<const Bindings*> all;
        for (const Bindings& each : bindings) {
            all.push_back(&each);
            check_claims(each, context, {results, findings});
        }
        if (!all.empty()) check_across(file, all, context, {results, findings});
    }
};

std::string explain_document(const Claim& claim, const Bindings& bindings, const Subject& subject) {
    if (!bindings.document) return {};
    std::string text = "\n" + terminal_line(subject.corpus.sources()[bindings.document->source()].path +
                                            "  (" + std::string(tag(bindings.document->language())) + ")");
    std::vector<std::size_t> shown;
    for (const std::string& variable : claim.assertion->variables())
        for (const VariableSource& source : bindings.rules->variables) {
            if (source.name != variable || std::find(shown.begin(), shown.end(), source.fact) != shown.end())
                continue;
            shown.push_back(source.fact);
            text += explain_fact(bindings.rules->facts[source.fact], bindings.facts[source.fact],
                                 *bindings.document, subject);
        }
    return text;
}

std::string explain_verdict(const ClaimResult& result) {
    std::string text = terminal_line((result.across              ? "all documents"
                                      : result.documents.empty() ? "no document"
                                                                 : result.documents.front()) +
                                     ": " + result.id + " " +
                                     std::string(verdict_words[static_cast<std::size_t>(result.verdict)]) +
                                     ": " + (result.reason.empty() ? result.message : result.reason));
    for (const Step& step : result.derivation) text += terminal_line("    " + step.expr + ": " + step.value);
    return text;
}

}  // namespace

std::string explain_rule(const std::string& id, const Rules& rules, Corpus& corpus,
                         const CheckRequest& request) {
    std::string text;
    for (const auto& file : rules.files) {
        const auto claim = std::find_if(file->claims.begin(), file->claims.end(),
                                        [&](const Claim& one) { return one.id == id; });
        if (claim == file->claims.end()) continue;
        const Explained explained(*file, rules, corpus, request);
        text += terminal_line(id + "  (" + line_of(claim->place, corpus) + ")");
        text += escape_lines(rows_of(*claim) + "  assert: " + std::string(claim->assertion->source()) + "\n");
        if (!claim->why.empty()) text += escape_lines("  why: " + claim->why + "\n");
        for (const Bindings& bindings : explained.bindings)
            text += explain_document(*claim, bindings, {corpus, explained.operands, rules.alphabet});
        text += "\n";
        for (const ClaimResult& result : explained.results)
            if (result.id == id) text += explain_verdict(result);
    }
    return text;
}

}  // namespace factlint
