// Rules and documents in, verdicts and findings out: tests/cases/check.
#include <boost/test/unit_test.hpp>

#include "check/check.h"
#include "support/cases.h"
#include "text/line_map.h"

namespace {

using namespace factlint;
using test::Case;
using test::Section;

constexpr std::string_view verdicts[] = {"holds", "BROKEN", "not checked"};
constexpr std::string_view severities[] = {"note", "warning", "error"};

std::string where(const Place& place, const Sources& sources) {
    const Position at = LineMap(sources.text(place.source)).position(place.span.begin);
    return sources[place.source].path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string shown(const ClaimResult& claim) {
    std::string text = claim.id + " " + std::string(verdicts[static_cast<std::size_t>(claim.verdict)]);
    const std::string& detail = claim.verdict == Verdict::not_checked ? claim.reason : claim.message;
    return text + ": " + detail + "\n";
}

std::string shown(const Finding& finding, const Sources& sources) {
    std::string text = std::string(severities[static_cast<std::size_t>(finding.severity)]) + " " + finding.id;
    if (finding.primary) text += " at " + where(*finding.primary, sources);
    text += ": " + finding.message + "\n";
    for (const Related& related : finding.related)
        text += "  also " + where(related.place, sources) + " " + related.message + "\n";
    for (const Fix& fix : finding.fixes) text += "  either " + fix.message + "\n";
    return text;
}

std::string run(const Case& test_case) {
    Sources sources;
    std::vector<SourceId> rule_ids;
    for (const Section& section : test_case.sections)
        if (section.name == "rules")
            rule_ids.push_back(sources.add(section.attribute("path", "rules.yaml"), section.text));
    const Rules rules = load_rules(sources, rule_ids);
    Corpus corpus(sources);
    std::vector<const LoadedDocument*> documents;
    for (const Section& section : test_case.sections) {
        if (section.name != "document" && section.name != "file") continue;
        const auto& provided = corpus.provide(section.attribute("path", "a.en.md"), section.text + "\n");
        if (section.name == "document") documents.push_back(&provided);
    }
    const Report report = check_documents(rules, corpus, documents, "/nonexistent", true);
    std::string text;
    for (const ClaimResult& claim : report.claims) text += shown(claim);
    for (const Finding& finding : report.findings) text += shown(finding, sources);
    text += std::to_string(report.summary.numbers_owned) + " of " +
            std::to_string(report.summary.numbers_read) + " numbers owned";
    if (report.summary.suppressed > 0)
        text += ", " + std::to_string(report.summary.suppressed) + " suppressed";
    return text + "\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(cases) { BOOST_TEST(test::for_each_case("check", run) == 0); }
