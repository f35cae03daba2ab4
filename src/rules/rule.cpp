#include "rules/rule.h"

#include "rules/claims_reader.h"
#include "rules/context.h"
#include "rules/examples_reader.h"
#include "rules/facts_reader.h"
#include "rules/variables.h"

namespace factlint {
namespace {

using yaml::Node;

constexpr std::string_view supported_version = "1";

/// The parts of a file that can be read only when others are known.
struct FileDraft {
    const Node* facts = nullptr;
    const Node* claims = nullptr;
    const Node* tests = nullptr;
};

void skip_version(Context&, const Node&, FileDraft&) {}

void read_title(Context& context, const Node& node, FileDraft&) {
    if (const auto text = read_text(context, node)) context.file.title = std::string(*text);
}

void read_file_language(Context& context, const Node& node, FileDraft&) {
    const auto language = node.kind == yaml::NodeKind::scalar ? find_writing(node.text) : std::nullopt;
    if (!language) return report_language(context, node);
    context.file.language = node.text;
    context.language = *language;
}

void read_documents(Context& context, const Node& node, FileDraft&) {
    for (const Node* glob : read_texts(context, node))
        context.file.documents.push_back({glob->text, context.place(*glob)});
}

template <const Node* FileDraft::*member> void keep(Context&, const Node& node, FileDraft& draft) {
    draft.*member = &node;
}

constexpr Key<FileDraft> file_keys[] = {
    {"factlint", skip_version, true, "begin with `factlint: 1`, the version of the format"},
    {"title", read_title},
    {"documents", read_documents},
    {"lang", read_file_language},
    {"facts", keep<&FileDraft::facts>},
    {"claims", keep<&FileDraft::claims>},
    {"tests", keep<&FileDraft::tests>},
};

/// Columns of a table make claims of their own.
bool states_something(const RuleFile& file, const FileDraft& draft) {
    return draft.claims || std::any_of(file.facts.begin(), file.facts.end(), [](const FactDefinition& fact) {
               const auto* table = std::get_if<Table>(&fact.where);
               return table && (!table->columns.empty() || !table->schema.empty());
           });
}

/// A file of another version has other keys: nothing else is said about it.
bool supported(Context& context, const Node& root) {
    const Node* version = root.kind == yaml::NodeKind::mapping ? find_value(root, "factlint") : nullptr;
    if (!version || version->kind == yaml::NodeKind::null) return true;
    if (version->kind == yaml::NodeKind::scalar && version->text == supported_version) return true;
    context.report(*version, "unsupported-version", "this factlint reads version 1 of rule files",
                   version->kind == yaml::NodeKind::scalar ? "found " + quoted(version->text)
                                                           : "write `factlint: 1`");
    return false;
}

void read_file(Context& context, const Node& root) {
    if (!supported(context, root)) return;
    FileDraft draft;
    read_mapping(context, root, "a rule file", file_keys, draft);
    if (draft.facts) read_facts(context, *draft.facts);
    make_variables(context);
    if (root.kind == yaml::NodeKind::mapping && !states_something(context.file, draft))
        context.findings.push_back(problem("missing-key",
                                           {context.file.source, {root.span.begin, root.span.begin}},
                                           "a rule file needs the key `claims`", "a list of what must hold"));
    if (!draft.claims) return;
    auto claims = read_claims(context, *draft.claims);
    compile_claims(context, std::move(claims));
    if (draft.tests) read_examples(context, *draft.tests);
}

void ask_units(const RuleFile& file, Alphabet& alphabet) {
    const auto ask = [&](const std::vector<Find>& finds) {
        for (const Find& find : finds) find.pattern.ask(alphabet);
    };
    for (const FactDefinition& fact : file.facts)
        if (const auto* finds = std::get_if<std::vector<Find>>(&fact.where)) ask(*finds);
    for (const Claim& claim : file.claims) ask(claim.find);
}

/// Aliases read one node several times; what is wrong with it is said once.
void add_once(Findings& all, Findings found) {
    std::stable_sort(found.begin(), found.end(),
                     [](const Finding& a, const Finding& b) { return a.primary < b.primary; });
    for (Finding& finding : found) {
        const bool repeated = !all.empty() && all.back().primary == finding.primary &&
                              all.back().id == finding.id && all.back().message == finding.message;
        if (!repeated) all.push_back(std::move(finding));
    }
}

std::unique_ptr<RuleFile> load(const Sources& sources, SourceId source, Findings& all) {
    auto file = std::make_unique<RuleFile>();
    file->source = source;
    Findings found;
    if (const auto tree = yaml::read(sources, source, found)) {
        Context context{sources, *file, found};
        if (const auto english = find_language(file->language)) context.language = *english;
        read_file(context, *tree->root);
    }
    const bool good = found.empty();
    add_once(all, std::move(found));
    return good ? std::move(file) : nullptr;
}

}  // namespace

std::string FactDefinition::variable(const Hole& hole) const {
    return all || hole.name.empty() ? name : name + "." + hole.name;
}

Rules load_rules(const Sources& sources, const std::vector<SourceId>& ids) {
    Rules rules;
    for (const SourceId id : ids) {
        auto file = load(sources, id, rules.findings);
        if (!file) continue;
        ask_units(*file, rules.alphabet);
        rules.files.push_back(std::move(file));
    }
    return rules;
}

}  // namespace factlint
