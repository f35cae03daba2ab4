#include "check/check.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/bind.h"
#include "check/claim_values.h"
#include "check/claims.h"
#include "check/data_files.h"
#include "check/encodings.h"
#include "check/files.h"
#include "check/suppress.h"
#include "check/table/row_split.h"
#include "check/tables.h"
#include "facts/language.h"
#include "text/listing.h"

namespace factlint {
namespace {

/// Brackets in a pattern that were meant as such, and are none.
std::string help_for_groups(const FactDefinition& definition) {
    const auto* finds = std::get_if<std::vector<Find>>(&definition.where);
    if (finds == nullptr) return {};
    for (const Find& find : *finds)
        if (const auto& group = find.pattern.idle_group())
            return quoted(*group) +
                   " is a group of the pattern and no bracket of the text, which is written \\( and \\)";
    return {};
}

/// `where`: what it was not found in, where that is no other file that the definition names.
Finding not_found(const FactDefinition& definition, const std::string& why, const std::string& where) {
    Finding finding;
    finding.id = "fact-not-found";
    finding.severity = Severity::warning;
    finding.message = definition.name + ": " + why + (where.empty() ? "" : " in " + where);
    finding.primary = definition.place;
    finding.label = "this fact";
    finding.help = help_for_groups(definition);
    return finding;
}

Finding near_miss(const FactDefinition& definition, const Binding& binding, const std::string& path) {
    Finding finding = not_found(definition, binding.missing, path);
    finding.message += "; its pattern stands here with another kind of value: " + binding.near_miss_text;
    finding.related.push_back({definition.place, "what the rule asks for"});
    finding.primary = binding.near_miss;
    finding.label = "not what " + definition.name + " asks for";
    return finding;
}

/// The documents in which a fact was looked for in vain: one finding for all of them.
using Missing = std::map<const FactDefinition*, std::vector<std::string>>;

void report_missing(const Missing& missing, std::vector<Finding>& findings) {
    for (const auto& [definition, paths] : missing) {
        const std::string many = paths.size() < 2 ? "" : std::to_string(paths.size()) + " documents: ";
        findings.push_back(not_found(*definition, std::string(not_found_here), many + listing(paths)));
    }
}

Finding conflict(const FactDefinition& definition, const std::vector<const BoundValue*>& values,
                 const Operands& operands) {
    Finding finding;
    finding.id = "fact-conflict";
    finding.message = values.front()->variable + " is stated with values that do not agree: ";
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Place place = operands.items[values[i]->value.origin].place;
        finding.message += (i == 0 ? "" : ", ") + describe(values[i]->value);
        if (i + 1 < values.size())
            finding.related.push_back({place, describe(values[i]->value)});
        else
            finding.primary = place;
    }
    finding.label = describe(values.back()->value);
    finding.help =
        "mend one of them, or give " + definition.name + " `all: true` if it may have several values";
    return finding;
}

void report_bindings(const Bindings& bindings, const std::string& path, const Operands& operands,
                     Missing& missing, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < bindings.facts.size(); ++i) {
        const FactDefinition& definition = bindings.rules->facts[i];
        const Binding& binding = bindings.facts[i];
        if (binding.matches.empty()) {
            if (definition.optional || binding.missing == "stream") continue;
            if (binding.near_miss)
                findings.push_back(near_miss(definition, binding, path));
            else if (binding.missing == not_found_here)
                missing[&definition].push_back(path);
            else
                findings.push_back(not_found(definition, binding.missing, ""));
            continue;
        }
        if (definition.all) continue;
        std::set<std::string> variables;
        for (const BoundMatch& match : binding.matches)
            for (const BoundValue& value : match.values) variables.insert(value.variable);
        for (const std::string& variable : variables) {
            std::vector<const BoundValue*> values;
            for (const BoundMatch& match : binding.matches)
                for (const BoundValue& value : match.values)
                    if (value.variable == variable) values.push_back(&value);
            const auto differing = conflicting(values);
            if (!differing.empty()) findings.push_back(conflict(definition, differing, operands));
        }
    }
}

void report_impossible(const LoadedDocument& document, std::vector<Finding>& findings) {
    for (const Fact& fact : document.facts().items) {
        if (!fact.has(Fact::impossible)) continue;
        Finding finding;
        finding.id = "impossible-date";
        finding.severity = Severity::warning;
        finding.primary = document.place(fact.span);
        finding.message = "there is no such date: " + std::string(slice(document.prose(), fact.span));
        finding.label = "not in the calendar";
        findings.push_back(std::move(finding));
    }
}

/// 3憶円 is read as 3億円, and said to be.
void report_slips(const LoadedDocument& document, std::vector<Finding>& findings) {
    for (const Fact& fact : document.facts().items) {
        if (fact.parts != 0 || fact.number_length == 0) continue;
        const std::string_view numeral = slice(document.prose(), fact.number());
        const auto slip = find_slip(fact.language, numeral);
        if (!slip) continue;
        const auto begin = static_cast<std::uint32_t>(fact.number().begin + slip->at);
        const Place place = document.place({begin, begin + static_cast<std::uint32_t>(slip->written.size())});
        const std::string written(slip->written);
        const std::string meant(slip->meant);
        Finding finding;
        finding.id = "wrong-character";
        finding.severity = Severity::warning;
        finding.primary = place;
        finding.message = std::string(numeral) + " is written with " + written + " and read with " + meant;
        finding.label = "not " + meant;
        finding.fixes.push_back({written + " → " + meant, {{place, meant}}});
        findings.push_back(std::move(finding));
    }
}

DocumentResult document_result(const LoadedDocument& document, const Sources& sources,
                               const std::vector<ClaimResult>& claims) {
    DocumentResult result;
    result.path = sources[document.source()].path;
    result.language = std::string(tag(document.language()));
    result.bytes = sources.text(document.source()).size();
    std::set<Span> owned;
    for (const ClaimResult& claim : claims)
        for (const Place& place : claim.places)
            if (place.source == document.source()) owned.insert(place.span);
    const auto& items = document.facts().items;
    for (std::size_t i = 0; i < items.size(); i += 1u + items[i].parts) {
        const Fact& fact = items[i];
        ++result.numbers_read;
        const Span span = document.place(fact.span).span;
        const auto after = owned.lower_bound(Span{span.begin, 0});
        if (after != owned.end() && after->overlaps(span)) ++result.numbers_owned;
    }
    return result;
}

void summarise(Report& report) {
    Summary& summary = report.summary;
    for (const ClaimResult& claim : report.claims)
        ++(claim.verdict == Verdict::holds    ? summary.claims_held
           : claim.verdict == Verdict::broken ? summary.claims_broken
                                              : summary.claims_not_checked);
    for (const Finding& finding : report.findings)
        ++(finding.severity == Severity::error     ? summary.errors
           : finding.severity == Severity::warning ? summary.warnings
                                                   : summary.notes);
    for (const DocumentResult& document : report.documents) {
        summary.numbers_read += document.numbers_read;
        summary.numbers_owned += document.numbers_owned;
    }
    for (const DataResult& data : report.data) summary.rows += data.rows;
    summary.documents = static_cast<std::uint32_t>(report.documents.size());
    summary.data_files = static_cast<std::uint32_t>(report.data.size());
}

/// By place, then id; findings without a place last.
void sort_findings(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.primary.has_value() != b.primary.has_value()) return a.primary.has_value();
        if (a.primary && *a.primary != *b.primary) return *a.primary < *b.primary;
        return a.id < b.id;
    });
}

class Run {
  public:
    Run(const Alphabet& alphabet, Corpus& corpus, std::string root, bool stream, TableLook look = {})
        : corpus_(corpus),
          schemas_(corpus, root), context_{alphabet, corpus,           operands_, std::move(root),
                                           stream,   report_.findings, look} {}

    void declare(const RuleFile& rules) { declare_encodings(rules, corpus_, report_.findings); }

    void check(const RuleFile& rules, const std::vector<const LoadedDocument*>& documents) {
        if (!context_.stream) read_tables(rules, nullptr, table_reading());
        if (!context_.stream && !needs_document(rules)) return check_alone(rules);
        std::vector<Bindings> bindings;
        bindings.reserve(documents.size());
        Missing missing;
        for (const LoadedDocument* document : documents) {
            if (!context_.stream) read_tables(rules, document, table_reading());
            bindings.push_back(bind(rules, document, context_));
            report_bindings(bindings.back(), corpus_.sources()[document->source()].path, operands_, missing,
                            report_.findings);
            check_claims(bindings.back(), context_, {report_.claims, report_.findings});
            documents_.insert(document);
        }
        report_missing(missing, report_.findings);
        std::vector<const Bindings*> all;
        for (const Bindings& each : bindings) all.push_back(&each);
        if (!all.empty()) check_across(rules, all, context_, {report_.claims, report_.findings});
    }

    void lint(const CheckRequest& request) {
        std::set<std::string> read;
        for (const DataResult& known : report_.data) read.insert(known.path);
        DataContext data{corpus_, request.root, schemas_, report_.findings, context_.look};
        for (const std::string& path : request.data)
            if (!read.contains(path) && data_format_for(path))
                report_.data.push_back(check_data({path}, data));
    }

    /// Rules that no document is asked about.
    void check_alone(const RuleFile& rules) {
        const Bindings bindings = bind(rules, nullptr, context_);
        Missing missing;
        report_bindings(bindings, "", operands_, missing, report_.findings);
        check_claims(bindings, context_, {report_.claims, report_.findings});
    }

    TableReading table_reading() {
        return {schemas_, context_, {report_.claims, report_.findings}, report_.data};
    }

    std::vector<Finding>& findings() { return report_.findings; }

    void ignore(const CheckRequest& request) {
        report_.summary.suppressed +=
            suppress_data(request.ignored, request.root, corpus_.sources(), report_);
    }

    /// `rule_files`: how many were run.
    Report finish(std::size_t rule_files) {
        report_.summary.rule_files = static_cast<std::uint32_t>(rule_files);
        for (const LoadedDocument* document : documents_) {
            report_impossible(*document, report_.findings);
            report_slips(*document, report_.findings);
            report_.documents.push_back(document_result(*document, corpus_.sources(), report_.claims));
            report_.summary.suppressed += suppress(*document, report_.findings);
        }
        sort_findings(report_.findings);
        summarise(report_);
        return std::move(report_);
    }

  private:
    struct BySource {
        bool operator()(const LoadedDocument* a, const LoadedDocument* b) const {
            return a->source() < b->source();
        }
    };
    Corpus& corpus_;
    SchemaFiles schemas_;
    Report report_;
    Operands operands_;
    BindContext context_;
    std::set<const LoadedDocument*, BySource> documents_;
};

}  // namespace

std::vector<ListedDocument> list_documents(const RuleFile& rules, const CheckRequest& request,
                                           std::vector<Finding>& findings) {
    std::vector<ListedDocument> listed;
    for (const std::string& path : request.documents) listed.push_back({path, "named"});
    for (std::size_t i = 0; !request.override_documents && i < rules.documents.size(); ++i) {
        const auto& [glob, place] = rules.documents[i];
        if (!stays_inside(glob)) {
            findings.push_back(leaves_root(glob, *place));
            continue;
        }
        const auto matched = expand_glob(request.root, glob, request.exclude);
        if (matched.empty())
            findings.push_back(
                matches_nothing(glob, place, "name the documents with --documents, or mend `documents:`"));
        for (const std::string& path : matched) listed.push_back({path, glob});
    }
    const auto by_path = [](const ListedDocument& a, const ListedDocument& b) { return a.path < b.path; };
    const auto same_path = [](const ListedDocument& a, const ListedDocument& b) { return a.path == b.path; };
    std::stable_sort(listed.begin(), listed.end(), by_path);
    listed.erase(std::unique(listed.begin(), listed.end(), same_path), listed.end());
    if (request.only_tracked)
        std::erase_if(listed, [&](const ListedDocument& document) {
            return !std::binary_search(request.only.begin(), request.only.end(), document.path);
        });
    return listed;
}

std::vector<ListedDocument> list_data(const RuleFile& rules, const Corpus& corpus, const std::string& root) {
    std::vector<ListedDocument> listed;
    for (const FactDefinition& fact : rules.facts) {
        const auto* table = std::get_if<Table>(&fact.where);
        const auto* at = std::get_if<At>(&fact.where);
        if (!table && !at) continue;
        const std::string& path = table ? table->path : at->path;
        if (!table || has_stem(path) || !is_glob(path)) {
            listed.push_back({path, fact.name});
            continue;
        }
        for (const std::string& file : corpus.files(root, path)) listed.push_back({file, fact.name});
    }
    return listed;
}

std::vector<const LoadedDocument*> documents_of(const RuleFile& rules, Corpus& corpus,
                                                const CheckRequest& request, std::vector<Finding>& findings) {
    std::vector<const LoadedDocument*> documents;
    for (const ListedDocument& listed : list_documents(rules, request, findings))
        if (const LoadedDocument* document = corpus.open(request.root, listed.path, findings))
            documents.push_back(document);
    return documents;
}

void choose_files(const CheckRequest& request, Corpus& corpus) {
    corpus.choose_files(request.exclude, request.only_tracked ? std::optional(request.only) : std::nullopt);
}

Report check(const Rules& rules, Corpus& corpus, const CheckRequest& request) {
    Run run(rules.alphabet, corpus, request.root, false, request.look);
    run.findings() = rules.findings;
    choose_files(request, corpus);
    for (const auto& file : rules.files) run.declare(*file);
    for (const auto& file : rules.files)
        run.check(*file, documents_of(*file, corpus, request, run.findings()));
    run.lint(request);
    if (request.look.split) request.look.split->write(corpus, request.root, run.findings());
    run.ignore(request);
    return run.finish(rules.files.size());
}

Report check_documents(const Rules& rules, Corpus& corpus,
                       const std::vector<const LoadedDocument*>& documents, const std::string& root,
                       bool other_files) {
    Run run(rules.alphabet, corpus, root, !other_files);
    run.findings() = rules.findings;
    for (const auto& file : rules.files) run.declare(*file);
    for (const auto& file : rules.files) run.check(*file, documents);
    return run.finish(rules.files.size());
}

Report check_file(const RuleFile& rules, const Alphabet& alphabet, Corpus& corpus,
                  const std::vector<const LoadedDocument*>& documents) {
    Run run(alphabet, corpus, ".", false);
    run.check(rules, documents);
    return run.finish(1);
}

}  // namespace factlint
