#include "check/claims.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/claim_values.h"
#include "check/derivation.h"
#include "check/repair.h"
#include "check/tables.h"
#include "expr/expression.h"
#include "expr/origins.h"
#include "facts/language.h"
#include "read/reader.h"
#include "rules/truth.h"

namespace factlint {
namespace {

/// One evaluation: the value, read as a verdict.
struct Assessment {
    Verdict verdict = Verdict::holds;
    std::string reason;             ///< not checked: why
    std::string message;            ///< broken by values that do not go together (USD + EUR)
    std::optional<Concern> failed;  ///< it could not be evaluated, and whose fault that is
};

/// quantity('…') whose text is only known when the claim is evaluated.
const Stated* read_literal(std::string_view text, expr::Arena& arena) {
    StatedParts parts;
    const StatedTruth truth =
        read_truth({arena.text(text), std::nullopt, ""}, find_language("en").value_or(LanguageId{}), parts);
    return truth.value && truth.value->parts.empty() ? arena.stated(*truth.value) : nullptr;
}

class Evaluation {
  public:
    Evaluation(const Claim& claim, ClaimValues values) : claim_(claim), values_(std::move(values)) {}

    Assessment run() { return run(values_); }

    bool broken_with(const Override& replacement) {
        ClaimValues changed = values_;
        changed.replaced = replacement;
        return run(changed).verdict != Verdict::holds;
    }

    std::vector<expr::Decision> decisions(expr::Arena& arena) {
        return expr::decisions(*claim_.assertion, bindings(values_, arena), arena);
    }

    const ClaimValues& values() const { return values_; }
    void replace(const Override& replacement) { values_.replaced = replacement; }

  private:
    static expr::Bindings bindings(const ClaimValues& values, expr::Arena& arena) {
        return {[&values, &arena](std::string_view name) { return values.lookup(name, arena); },
                read_literal};
    }

    Assessment run(const ClaimValues& values) const {
        expr::Arena arena;
        return verdict_of(expr::evaluate(*claim_.assertion, bindings(values, arena), arena), values);
    }

    Assessment verdict_of(const expr::Value& value, const ClaimValues& values) const {
        if (const bool* truth = std::get_if<bool>(&value.data))
            return {*truth ? Verdict::holds : Verdict::broken, "", "", {}};
        if (const auto* unknown = std::get_if<expr::Unknown>(&value.data))
            return unknown->name.empty()
                       ? Assessment{}
                       : Assessment{Verdict::not_checked, values.missing(unknown->name), "", {}};
        if (const auto* error = std::get_if<expr::Error>(&value.data)) {
            if (error->cause == expr::Error::Cause::document)
                return {Verdict::broken, "", std::string(error->message), {}};
            const bool limit = error->cause == expr::Error::Cause::limit;
            return {Verdict::not_checked, std::string(error->message), "",
                    limit ? Concern::input : Concern::rule};
        }
        return {Verdict::not_checked, "the expression is " + expr::describe(value) + ", not true or false",
                "", Concern::rule};
    }

    const Claim& claim_;
    ClaimValues values_;
};

std::vector<std::uint32_t> origins_of(const std::vector<expr::Decision>& decisions) {
    expr::Origins origins;
    for (const expr::Decision& decision : decisions)
        for (const auto* side : {&decision.left, &decision.right})
            for (const std::uint32_t origin : side->origins) origins.add(origin);
    return origins.take();
}

bool is_equality(const std::vector<expr::Decision>& decisions) {
    using Relation = expr::Decision::Relation;
    return std::all_of(decisions.begin(), decisions.end(), [](const expr::Decision& decision) {
        return decision.relation == Relation::equal || decision.relation == Relation::call;
    });
}

class ClaimChecker {
  public:
    ClaimChecker(const Claim& claim, const BindContext& context, ClaimOutput output)
        : claim_(claim), context_(context), output_(output) {}

    /// Of one row, which is known to break the claim.
    Finding explain(const ClaimValues& values) {
        places_ = places_of(values);
        Evaluation evaluation(claim_, values);
        expr::Arena arena;
        const Assessment outcome = evaluation.run();
        const auto decisions = evaluation.decisions(arena);
        if (!origins_of(decisions).empty())  // cells that decide nothing are not what the reader looks for
            std::erase_if(places_, [&](const Place& read) {
                return std::find(values.row_places.begin(), values.row_places.end(), read) !=
                       values.row_places.end();
            });
        Finding finding = broken_finding(evaluation, outcome, decisions, "");
        if (claim_.says.empty() || !finding.message.starts_with(": ")) return finding;
        finding.message.erase(0, 2);
        return finding;
    }

    void check(const ClaimValues& values, ClaimResult& result) {
        places_ = places_of(values);
        for (const Place& place : places_)
            if (seen_.insert(place).second) result.places.push_back(place);
        Evaluation evaluation(claim_, values);
        Assessment outcome = evaluation.run();
        ++result.evaluated;
        if (outcome.verdict != Verdict::broken && !values.across)
            try_conflicting(values, evaluation, outcome, result);
        conclude(evaluation, outcome, result);
    }

  private:
    /// Every place that this evaluation reads, those of the documents only; without duplicates.
    std::vector<Place> places_of(const ClaimValues& values) const {
        std::vector<Place> places = values.row_places;
        std::set<Place> seen(places.begin(), places.end());
        for (const std::string& variable : claim_.assertion->variables())
            for (const BoundValue* value : values.values(variable)) {
                const Place place = context_.operands.items[value->value.origin].place;
                if (place.source != values.rules->source && seen.insert(place).second)
                    places.push_back(place);
            }
        return places;
    }

    /// Statements of one fact that do not agree: the claim is broken if one of them breaks it.
    void try_conflicting(const ClaimValues& values, Evaluation& evaluation, Assessment& outcome,
                         ClaimResult& result) {
        for (const std::string& variable : claim_.assertion->variables()) {
            const FactDefinition* definition = values.definition(variable);
            if (!definition || definition->all) continue;
            for (const BoundValue* value : conflicting(values.values(variable))) {
                ClaimValues alternative = values;
                alternative.replaced = Override{value->value.origin, &value->value};
                Evaluation tried(claim_, alternative);
                const Assessment other = tried.run();
                ++result.evaluated;
                if (other.verdict != Verdict::broken) continue;
                outcome = other;
                evaluation.replace(*alternative.replaced);
                return;
            }
        }
    }

    void conclude(Evaluation& evaluation, const Assessment& outcome, ClaimResult& result) {
        expr::Arena arena;
        const std::string words = in_words(claim_, evaluation.values(), arena);
        if (outcome.verdict == Verdict::not_checked) {
            if (result.evaluated == 1 || result.verdict == Verdict::holds) {
                result.verdict = Verdict::not_checked;
                result.reason = outcome.reason;
                result.message = words;
            }
            if (outcome.failed) report_failure(outcome.reason, *outcome.failed);
            return;
        }
        const auto decisions = evaluation.decisions(arena);
        if (outcome.verdict == Verdict::holds) {
            if (result.verdict == Verdict::holds && result.message.empty()) {
                result.message = words;
                result.derivation = steps(decisions, context_.operands);
            }
            return;
        }
        ++result.broken;
        result.verdict = Verdict::broken;
        result.reason.clear();
        Finding finding = broken_finding(evaluation, outcome, decisions, words);
        result.message = finding.message;
        result.derivation = finding.derivation;
        output_.findings.push_back(std::move(finding));
    }

    Finding broken_finding(Evaluation& evaluation, const Assessment& outcome,
                           const std::vector<expr::Decision>& decisions, const std::string& words) const {
        Finding finding;
        finding.id = claim_.id;
        finding.severity = claim_.severity;
        finding.message = claim_.says.empty() ? "" : words;
        finding.help = claim_.why;
        const auto add = [&](std::string_view separator, const std::string& text) {
            finding.message += finding.message.empty() ? text : std::string(separator) + text;
        };
        if (!outcome.message.empty()) add(": ", outcome.message);
        for (std::size_t i = 0; outcome.message.empty() && i < decisions.size(); ++i)
            add(i == 0 ? ": " : "; ", explain_broken(decisions[i], context_.operands, context_.corpus));
        finding.derivation = steps(decisions, context_.operands);
        place(finding, decisions);
        if (is_equality(decisions))  // a bound has too many single edits that satisfy it to be of help
            finding.fixes =
                repairs(origins_of(decisions), context_.operands,
                        [&](const Override& replacement) { return evaluation.broken_with(replacement); });
        return finding;
    }

    /// The last operand of the first decision is where the reader looks; every other place is related.
    void place(Finding& finding, const std::vector<expr::Decision>& decisions) const {
        std::vector<Place> places;
        std::set<Place> seen;
        const auto add = [&](const Place& read) {
            if (seen.insert(read).second) places.push_back(read);
        };
        for (const std::uint32_t origin : origins_of(decisions)) add(context_.operands.items[origin].place);
        for (const Place& read : places_) add(read);
        const auto in_document = [&](const Place& candidate) {
            return candidate.source != claim_.place.source;
        };
        const auto primary = std::find_if(places.rbegin(), places.rend(), in_document);
        if (primary == places.rend()) {
            finding.primary = claim_.place;
            return;
        }
        finding.primary = *primary;
        for (const Place& other : places)
            if (other != *finding.primary)
                finding.related.push_back({other, std::string(context_.corpus.sources().text(other))});
    }

    void report_failure(const std::string& message, Concern concern) const {
        Finding finding;
        finding.id = concern == Concern::rule ? "rule-error" : "limit-reached";
        finding.concern = concern;
        finding.message = "claim " + claim_.id + " cannot be evaluated: " + message;
        finding.primary = claim_.assertion_place;
        output_.findings.push_back(std::move(finding));
    }

    const Claim& claim_;
    const BindContext& context_;
    ClaimOutput output_;
    std::vector<Place> places_;  ///< of the evaluation at hand
    std::set<Place> seen_;       ///< of all evaluations
};

const Tolerance* tolerance_of(const Claim& claim) { return claim.tolerance ? &*claim.tolerance : nullptr; }

/// "article" for article.ja.md where the template is '{stem}.{lang}.md'; the whole path where it has no language.
std::string group_of(std::string_view path) {
    const std::string_view tag = language_of_path(path);
    const auto slash = path.rfind('/');
    const auto at = tag.empty() ? std::string_view::npos : path.rfind("." + std::string(tag) + ".");
    if (at == std::string_view::npos || (slash != std::string_view::npos && at < slash))
        return std::string(path);
    return std::string(path.substr(0, at));
}

}  // namespace

ClaimResult result_for(const Claim& claim, const RuleFile& rules, const Sources& sources) {
    ClaimResult result;
    result.id = claim.id;
    result.rule = sources[rules.source].path;
    result.severity = claim.severity;
    result.why = claim.why;
    result.rule_place = claim.place;
    return result;
}

Finding explain_row(const Claim& claim, const ClaimValues& values, const BindContext& context) {
    std::vector<ClaimResult> claims;
    std::vector<Finding> findings;
    return ClaimChecker(claim, context, {claims, findings}).explain(values);
}

void check_claims(const Bindings& bindings, BindContext& context, ClaimOutput output) {
    const Sources& sources = context.corpus.sources();
    for (const Claim& claim : bindings.rules->claims) {
        if (!claim.across.empty()) continue;
        if (!claim.each.empty() && !context.stream) {
            if (!needs_only_rows(claim)) check_rows(claim, bindings, context, output);
            continue;
        }
        ClaimResult result = result_for(claim, *bindings.rules, sources);
        if (bindings.document) result.documents = {sources[bindings.document->source()].path};
        ClaimChecker checker(claim, context, output);
        if (!claim.each.empty()) {
            result.verdict = Verdict::not_checked;
            result.reason = "stream";
        } else if (claim.find.empty()) {
            checker.check({bindings.rules, {&bindings}, false, nullptr, {}, tolerance_of(claim)}, result);
        } else {
            const auto matches = find_all(claim.find, claim.scope, "", *bindings.document, context);
            for (const BoundMatch& match : matches)
                checker.check({bindings.rules, {&bindings}, false, &match, {}, tolerance_of(claim)}, result);
            if (matches.empty()) {
                result.verdict = Verdict::not_checked;
                result.reason = "its pattern was not found in " + result.documents.front();
            }
        }
        output.claims.push_back(std::move(result));
    }
}

void check_across(const RuleFile& rules, const std::vector<const Bindings*>& documents, BindContext& context,
                  ClaimOutput output) {
    const Sources& sources = context.corpus.sources();
    for (const Claim& claim : rules.claims) {
        if (claim.across.empty()) continue;
        std::map<std::string, std::vector<const Bindings*>> groups;
        for (const Bindings* bindings : documents) {
            const std::string& path = sources[bindings->document->source()].path;
            groups[claim.across == "documents" ? std::string() : group_of(path)].push_back(bindings);
        }
        for (const auto& [name, group] : groups) {
            ClaimResult result = result_for(claim, rules, sources);
            result.across = true;
            for (const Bindings* bindings : group)
                result.documents.push_back(sources[bindings->document->source()].path);
            ClaimChecker checker(claim, context, output);
            checker.check({&rules, group, true, nullptr, {}, tolerance_of(claim)}, result);
            output.claims.push_back(std::move(result));
        }
    }
}

}  // namespace factlint
