#include "check/examples.h"

#include <algorithm>
#include <set>

#include "check/check.h"

namespace factlint {
namespace {

struct Expectation {
    const std::vector<std::string> Example::*claims;
    Verdict verdict;
    std::string_view should;
};
constexpr Expectation expectations[] = {
    {&Example::holds, Verdict::holds, "should hold"},
    {&Example::breaks, Verdict::broken, "should break"},
    {&Example::not_checked, Verdict::not_checked, "should not be checked"}};

constexpr std::string_view verdict_words[] = {"it holds", "it is broken", "it is not checked"};

std::string outcome(const ClaimResult& claim) {
    std::string text(verdict_words[static_cast<std::size_t>(claim.verdict)]);
    const std::string& detail = claim.verdict == Verdict::not_checked ? claim.reason : claim.message;
    return detail.empty() ? text : text + ": " + detail;
}

void compare(const Report& report, const std::string& id, const Expectation& expected,
             std::vector<std::string>& failures) {
    const auto claim = std::find_if(report.claims.begin(), report.claims.end(),
                                    [&](const ClaimResult& result) { return result.id == id; });
    if (claim == report.claims.end())
        failures.push_back("there is no claim " + id);
    else if (claim->verdict != expected.verdict)
        failures.push_back(id + " " + std::string(expected.should) + ", but " + outcome(*claim));
}

/// One rule file as if it were alone: an example is about its own claims.
Report check_example(const RuleFile& rules, const Alphabet& alphabet, const Example& example,
                     Sources& sources) {
    Corpus corpus(sources);
    std::vector<const LoadedDocument*> documents;
    const SourceId text = sources.add("example.md", example.text);
    documents.push_back(&corpus.add(text, example.language));
    for (const auto& [path, content] : example.files) documents.push_back(&corpus.provide(path, content));
    return check_file(rules, alphabet, corpus, documents);
}

}  // namespace

ExamplesReport run_examples(const Rules& rules, Sources& sources) {
    ExamplesReport result;
    for (const auto& file : rules.files) {
        std::set<std::string> broken;
        for (const Example& example : file->examples) {
            const Report report = check_example(*file, rules.alphabet, example, sources);
            ExampleResult& outcome_of = result.examples.emplace_back();
            outcome_of.rule = sources[file->source].path;
            outcome_of.place = example.place;
            for (const Expectation& expected : expectations)
                for (const std::string& id : example.*expected.claims)
                    compare(report, id, expected, outcome_of.failures);
            for (const ClaimResult& claim : report.claims)
                if (claim.verdict == Verdict::broken) broken.insert(claim.id);
        }
        for (const Claim& claim : file->claims)
            if (!broken.contains(claim.id))
                result.never_broken.emplace_back(sources[file->source].path, claim.id);
    }
    return result;
}

}  // namespace factlint
