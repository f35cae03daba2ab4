#include "rules/claims_reader.h"

#include <map>

#include "rules/facts_reader.h"
#include "rules/names.h"
#include "rules/truth.h"

namespace factlint {
namespace {

using yaml::Node;
using yaml::NodeKind;

constexpr Choice<Severity> severities[] = {
    {"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}};

void read_id(Context& context, const Node& node, ClaimDraft& draft) {
    draft.claim.place = context.place(node);
    const auto text = read_text(context, node);
    if (!text) return;
    draft.claim.id = std::string(*text);
    if (is_kebab_case(*text)) return;
    const std::string better = to_kebab_case(*text);
    context.report(node, "bad-id",
                   quoted(*text) + " is not an id: expected lower-case words joined by hyphens",
                   better.empty() ? "" : "write " + quoted(better));
}

void read_says(Context& context, const Node& node, ClaimDraft& draft) {
    if (const auto text = read_text(context, node)) {
        draft.claim.says = std::string(*text);
        draft.says = &node;
    }
}

void read_why(Context& context, const Node& node, ClaimDraft& draft) {
    if (const auto text = read_text(context, node)) draft.claim.why = std::string(*text);
}

void read_severity(Context& context, const Node& node, ClaimDraft& draft) {
    if (const auto value = read_choice(context, node, severities)) draft.claim.severity = *value;
}

void read_assert(Context& context, const Node& node, ClaimDraft& draft) {
    if (read_text(context, node)) draft.assertion = &node;
}

/// "1 million USD" of `±1 million USD`, as the truths of the file are read.
void read_amount(Context& context, const Node& node, std::string_view text, Claim& claim) {
    StatedParts parts;
    const StatedTruth amount = read_truth({text, {}, {}}, context.language, parts);
    if (amount.value) claim.tolerance = plus_minus(*amount.value);
    if (!claim.tolerance)
        context.report(node, "bad-tolerance",
                       amount.value ? quoted(node.text) + " is no tolerance" : amount.message,
                       "expected a number, or a number with a unit, such as `±5`, `±500 m`, `±0.5 pp`");
}

void read_tolerance(Context& context, const Node& node, ClaimDraft& draft) {
    const auto text = read_text(context, node);
    if (!text) return;
    draft.tolerance = &node;
    if (const auto amount = plus_minus_text(*text)) return read_amount(context, node, *amount, draft.claim);
    draft.claim.tolerance = parse_tolerance(*text);
    if (!draft.claim.tolerance)
        context.report(node, "bad-tolerance", quoted(*text) + " is no tolerance",
                       "expected `stated`, `exact`, `truncated`, `lenient`, `±5 km` or `2%`");
}

void read_across(Context& context, const Node& node, ClaimDraft& draft) {
    const auto text = read_text(context, node);
    if (!text) return;
    draft.claim.across = std::string(*text);
    if (*text != "documents" && text->find("{lang}") == std::string_view::npos)
        context.report(node, "bad-across", quoted(*text) + " groups no documents",
                       "expected `documents`, or a path with `{lang}` such as '{stem}.{lang}.md'");
}

void read_agree_all(Context& context, const Node& node, ClaimDraft& draft) {
    draft.agree_all = read_texts(context, node);
    if (draft.claim.across.empty()) draft.claim.across = "documents";
}

void read_each(Context& context, const Node& node, ClaimDraft& draft) {
    constexpr std::string_view row = "row in ", group = "group in ";
    const auto text = read_text(context, node);
    if (!text) return;
    draft.groups = text->starts_with(group);
    for (const std::string_view start : {row, group})
        if (text->starts_with(start)) draft.claim.each = std::string(text->substr(start.size()));
    const auto& facts = context.file.facts;
    const auto named = std::find_if(facts.begin(), facts.end(), [&](const FactDefinition& fact) {
        return fact.name == draft.claim.each;
    });
    if (named != facts.end() && std::holds_alternative<Table>(named->where)) return;
    std::vector<std::string_view> tables;
    for (const FactDefinition& fact : facts)
        if (std::holds_alternative<Table>(fact.where)) tables.push_back(fact.name);
    context.report(
        node, "bad-each", quoted(*text) + " names no table: expected `row in TABLE` or `group in TABLE`",
        tables.empty() ? "a table is a fact with the key `table`" : suggestion(draft.claim.each, tables));
}

void read_where(Context& context, const Node& node, ClaimDraft& draft) {
    if (read_text(context, node)) draft.where = &node;
}

void read_by(Context& context, const Node& node, ClaimDraft& draft) {
    for (const Node* column : read_texts(context, node))
        draft.claim.by.push_back({column->text, context.place(*column)});
}

/// "95 %" or "0.95".
void read_at_least(Context& context, const Node& node, ClaimDraft& draft) {
    const auto text = read_text(context, node);
    if (!text) return;
    StatedParts parts;
    const StatedTruth truth = read_truth({*text, {}, {}}, context.language, parts);
    if (truth.value && truth.value->kind == Kind::percent)
        draft.claim.at_least = truth.value->number / Number(100);
    else if (truth.value && truth.value->kind == Kind::number)
        draft.claim.at_least = truth.value->number;
    const auto& share = draft.claim.at_least;
    if (share && Number(0) < *share && *share <= Number(1)) return;
    context.report(node, "bad-value", quoted(*text) + " is no share of rows", "expected `95 %` or `0.95`");
}

/// What makes sense for claims about rows alone.
void check_row_keys(Context& context, const Node& node, const ClaimDraft& draft) {
    const Node* by = find_value(node, "by");
    if (draft.groups && !by)
        context.report(*find_value(node, "each"), "missing-key", "nothing says what a group is",
                       "add `by: [COLUMN]`: rows with the same value there are a group");
    if (by && !draft.groups && !draft.claim.each.empty())
        context.report(*by, "useless-key", "`by` means nothing for single rows",
                       "write `each: group in " + draft.claim.each + "`, or leave it out");
    if (!draft.claim.each.empty()) return;
    for (const std::string_view key : {"where", "at_least", "by"})
        if (const Node* value = find_value(node, key))
            context.report(*value, "no-rows", quoted(key) + " needs the key `each`",
                           "write `each: row in TABLE`");
}

void read_own_find(Context& context, const Node& node, ClaimDraft& draft) {
    draft.claim.find = read_find(context, node);
    for (const Find& find : draft.claim.find)
        for (const Hole& hole : find.pattern.holes())
            if (hole.name.empty() && !find.value)
                context.report(node, "unnamed-hole",
                               "the hole " + quoted(slice(find.pattern.text(), hole.place)) + " has no name",
                               "name it, for example `{value" +
                                   find.pattern.text().substr(hole.place.begin + 1, hole.place.size() - 1) +
                                   "`: the expression reads it by that name");
}

void read_claim_scope(Context& context, const Node& node, ClaimDraft& draft) {
    read_scope(context, node, draft.claim.scope);
}

constexpr Key<ClaimDraft> claim_keys[] = {
    {"id", read_id, true, "a name for what must hold, such as `aid-adds-up`"},
    {"says", read_says},
    {"why", read_why},
    {"severity", read_severity},
    {"assert", read_assert},
    {"tolerance", read_tolerance},
    {"across", read_across},
    {"agree_all", read_agree_all},
    {"each", read_each},
    {"where", read_where},
    {"by", read_by},
    {"at_least", read_at_least},
    {"find", read_own_find},
    {"scope", read_claim_scope},
};

/// Exactly one of `assert` and `agree_all` says what must hold.
void check_assertion(Context& context, const Node& node, const ClaimDraft& draft) {
    const Node* assertion = find_value(node, "assert");
    const Node* agreement = find_value(node, "agree_all");
    const Place place = draft.claim.id.empty()
                            ? Place{context.file.source, {node.span.begin, node.span.begin}}
                            : draft.claim.place;
    if (assertion && agreement)
        context.report(*agreement, "several-assertions", "a claim has both `assert` and `agree_all`",
                       "split it into two claims");
    if (!assertion && !agreement)
        context.findings.push_back(problem("missing-key", place, "a claim needs the key `assert`",
                                           "or `agree_all` with a list of facts"));
}

void find_duplicate_ids(Context& context, const std::vector<ClaimDraft>& drafts) {
    std::map<std::string_view, Place> seen;
    for (const ClaimDraft& draft : drafts) {
        if (draft.claim.id.empty()) continue;
        const auto [first, fresh] = seen.try_emplace(draft.claim.id, draft.claim.place);
        if (fresh) continue;
        Finding finding =
            problem("duplicate-id", draft.claim.place, "two claims have the id " + quoted(draft.claim.id),
                    "give one of them another id");
        finding.related.push_back({first->second, "first given here"});
        context.findings.push_back(std::move(finding));
    }
}

}  // namespace

std::vector<ClaimDraft> read_claims(Context& context, const Node& node) {
    std::vector<ClaimDraft> drafts;
    if (node.kind != NodeKind::sequence)
        expected(context, node, "a list of claims");
    else
        for (const Node* item : node.items) {
            ClaimDraft& draft = drafts.emplace_back();
            read_mapping(context, *item, "a claim", claim_keys, draft);
            if (item->kind != NodeKind::mapping) continue;
            check_assertion(context, *item, draft);
            check_row_keys(context, *item, draft);
        }
    find_duplicate_ids(context, drafts);
    return drafts;
}

}  // namespace factlint
