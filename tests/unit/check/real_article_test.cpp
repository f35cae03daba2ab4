// The rules of the worked example on an article that nobody here wrote; skipped where ../shared is absent.
#include <boost/test/unit_test.hpp>

#include <map>

#include "check/check.h"
#include "support/cases.h"

namespace {

using namespace factlint;

struct Verdicts {
    std::map<std::string, Verdict> claims;
    std::size_t held = 0;
    Report report;
};

Verdicts verdicts_of(const std::string& article) {
    Sources sources;
    const std::string rules_path = "rules/examples/defence-talks.yaml";
    const SourceId id = sources.add(rules_path, test::read_file(test::repository_path(rules_path)).value());
    const Rules rules = load_rules(sources, {id});
    Corpus corpus(sources);
    const auto& document = corpus.provide("defence-talks.ja.txt", test::read_file(article).value());
    Verdicts result;
    result.report = check_documents(rules, corpus, {&document}, ".", true);
    for (const ClaimResult& claim : result.report.claims) {
        result.claims[claim.id] = claim.verdict;
        result.held += claim.verdict == Verdict::holds ? 1 : 0;
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_real_article) {
    const auto article = test::shared_path("articles/defence-talks.ja.txt");
    if (!article) return;
    const Verdicts found = verdicts_of(*article);
    BOOST_TEST(found.held >= 19u);
    BOOST_TEST(found.report.summary.claims_broken == 1u);
    BOOST_CHECK(found.claims.at("one-title") == Verdict::broken);
    for (const char* id : {"aid-adds-up", "added-stated-alike", "identified-within-returned",
                           "operations-known", "files-checked", "anniversary", "past-years", "visit-known",
                           "programme-year", "ceremony-within-visit", "memorandum-before-visit",
                           "understanding-before-vision", "search-agreement-known", "three-points",
                           "expo-after-last", "one-host-name", "one-mia", "one-admm"})
        BOOST_TEST(static_cast<int>(found.claims.at(id)) == static_cast<int>(Verdict::holds), id);
    for (const char* id : {"left-to-identify", "share-identified", "memorandum-weekday", "expo-cycle",
                           "versions-agree/returned"})
        BOOST_TEST(static_cast<int>(found.claims.at(id)) == static_cast<int>(Verdict::not_checked), id);
    for (const ClaimResult& claim : found.report.claims)
        BOOST_TEST((claim.verdict != Verdict::not_checked || !claim.reason.empty()), claim.id);
}

BOOST_AUTO_TEST_CASE(one_person_under_several_titles_is_shown_with_every_place) {
    const auto article = test::shared_path("articles/defence-talks.ja.txt");
    if (!article) return;
    const Verdicts found = verdicts_of(*article);
    for (const Finding& finding : found.report.findings) {
        if (finding.id != "one-title") continue;
        BOOST_TEST(finding.primary.has_value());
        BOOST_TEST(finding.related.size() == 4u);  // five mentions with a title
        BOOST_TEST(finding.message.find("陸軍長官, 国防長官, 大臣") != std::string::npos);
    }
}
