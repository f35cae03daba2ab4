#include "sample_reports.h"

#include <boost/test/unit_test.hpp>

namespace factlint::test {
namespace {

constexpr std::string_view japanese =
    "# 市立図書館の一年\n"
    "\n"
    "市立図書館は蔵書を12万冊から16万冊に増やす。新たに購入する3万冊は秋に届く。来館者は昨年、のべ84万人に達"
    "し、前の年の70万人を大きく上回った。\n"
    "分館は7か所あり、うち5か所が駅から歩いて10分以内にある。\n";
constexpr std::string_view english = "# A year at the city library\n"
                                     "\n"
                                     "The city library grows from 120,000 to 150,000 books.\n"
                                     "This autumn 30,000 new books arrive.\n"
                                     "It has 7 branches.\n";
constexpr std::string_view vietnamese = "# Một năm ở thư viện thành phố\r\n"
                                        "\r\n"
                                        "Thư viện thành phố tăng từ 120.000 lên 160.000 cuốn sách.\r\n"
                                        "Thư viện có 8 chi nhánh.\r\n";
constexpr std::string_view rules =
    "factlint: 1\n"
    "claims:\n"
    "  - id: books-add-up\n"
    "    asert: books.before + bought == books.after\n"
    "  - {id: same-branches, across: documents, assert: agree(branches)}\n"
    "  - {id: near-station, assert: near <= branches}\n"
    "  - {id: visitors-grew, assert: change(visitors.before, visitors.after) > 15}\n";
constexpr std::string_view hostile = "<script>alert('12')</script> \x1b[31m12\x1b[0m \xe2\x80\xae"
                                     "21\xe2\x80\xac & \"13\" \xff\xfe 14\tend";

struct Library {
    SampleReport& sample;
    SourceId ja, en, vi, yaml, mail;

    explicit Library(SampleReport& into)
        : sample(into), ja(add("docs/library.ja.md", japanese)), en(add("docs/library.en.md", english)),
          vi(add("docs/library.vi.md", vietnamese)), yaml(add("rules/library.yaml", rules)),
          mail(add("docs/<mail>\x1b.txt", hostile)) {}

    SourceId add(std::string path, std::string_view text) {
        return sample.sources.add(std::move(path), std::string(text));
    }
    Place at(SourceId source, std::string_view needle, int nth = 0) const {
        return place_of(sample.sources, source, needle, nth);
    }
};

std::vector<Step> books_arithmetic(const Library& library) {
    return {{"books.before + bought",
             "120000 冊 + 30000 冊 = 150000 冊",
             {},
             {},
             "冊",
             {library.at(library.ja, "12万冊"), library.at(library.ja, "3万冊")}},
            {"books.after", "160000 冊", {}, {}, "冊", {library.at(library.ja, "16万冊")}}};
}

Finding broken_sum(const Library& library) {
    Finding finding;
    finding.id = "books-add-up";
    finding.message =
        "The library grows from 120000 to 160000 books after 30000 are bought: 120000 冊 + 30000 冊 = "
        "150000 冊, but line 3 states 160000 冊 (10000 冊 more)";
    finding.primary = library.at(library.ja, "16万冊");
    finding.label = "states 160000 冊";
    finding.related = {{library.at(library.ja, "12万冊"), "before: 120000 冊"},
                       {library.at(library.ja, "3万冊"), "bought: 30000 冊"}};
    finding.derivation = books_arithmetic(library);
    finding.help = "The catalogue is printed from these figures.";
    finding.fixes = {{"16万冊 → 15万冊", {{library.at(library.ja, "16万冊"), "15万冊"}}},
                     {"", {{library.at(library.ja, "3万冊"), "4万冊"}}}};
    return finding;
}

Finding disagreeing_versions(const Library& library) {
    Finding finding;
    finding.id = "same-branches";
    finding.severity = Severity::warning;
    finding.message = "Every version counts the same branches: docs/library.vi.md states 8, the others 7";
    finding.primary = library.at(library.vi, "8");
    finding.label = "8 here";
    finding.related = {{library.at(library.ja, "7か所"), "7 here"}, {library.at(library.en, "7"), "7"}};
    finding.fixes = {{"8 → 7", {{library.at(library.vi, "8"), "7"}}}};
    return finding;
}

Finding unknown_key(const Library& library) {
    Finding finding;
    finding.id = "unknown-key";
    finding.concern = Concern::rule;
    finding.message = "a claim has no key `asert`";
    finding.primary = library.at(library.yaml, "asert");
    finding.label = "expected one of id, says, assert, severity, why";
    finding.help = "did you mean `assert`?";
    return finding;
}

Finding hostile_number(const Library& library) {
    Finding finding;
    finding.id = "fact-conflict";
    finding.message = "\x1b[2Jcodes</title><script>alert(1)</script> disagree: 12 and \xe2\x80\xae"
                      "21";
    finding.primary = library.at(library.mail, "12", 1);
    finding.label = "12 \x07";
    finding.related = {{library.at(library.mail, "21"), "reads 21"},
                       {library.at(library.mail, "\xff\xfe"), "no text"},
                       {library.at(library.mail, "14"), "14 behind what is no text"}};
    return finding;
}

Finding silent_glob() {
    Finding finding;
    finding.id = "no-documents";
    finding.severity = Severity::warning;
    finding.concern = Concern::input;
    finding.message = "`letters/*.md` matches no file";
    finding.path = "rules/letters.yaml";
    finding.help = "name the documents with --documents,\nor mend `documents:`";
    return finding;
}

Finding hint() {
    Finding finding;
    finding.id = "skipped-file";
    finding.severity = Severity::note;
    finding.message = "docs/photo.png is no text and was left out";
    return finding;
}

ClaimResult claim(const Library& library, std::string_view id, SourceId document, Verdict verdict) {
    ClaimResult result;
    result.id = id;
    result.rule = "rules/library.yaml";
    result.documents = {library.sample.sources[document].path};
    result.verdict = verdict;
    result.evaluated = 1;
    result.broken = verdict == Verdict::broken ? 1 : 0;
    const bool named = std::string_view(rules).find(id) != std::string_view::npos;
    result.rule_place = named ? library.at(library.yaml, id) : library.at(library.yaml, "claims");
    return result;
}

std::vector<ClaimResult> claims(const Library& library) {
    ClaimResult sum = claim(library, "books-add-up", library.ja, Verdict::broken);
    sum.message = "The library grows from 120000 to 160000 books after 30000 are bought";
    sum.why = "The catalogue is printed from these figures.";
    sum.derivation = books_arithmetic(library);
    sum.places = {library.at(library.ja, "12万冊"), library.at(library.ja, "16万冊"),
                  library.at(library.ja, "3万冊")};

    ClaimResult english_sum = claim(library, "books-add-up", library.en, Verdict::holds);
    english_sum.message = "The library grows from 120000 to 150000 books after 30000 are bought";
    english_sum.derivation = {{"books.before + bought",
                               "120000 + 30000 = 150000",
                               {},
                               {},
                               "",
                               {library.at(library.en, "120,000"), library.at(library.en, "30,000")}},
                              {"books.after", "150000", {}, {}, "", {library.at(library.en, "150,000")}}};
    english_sum.places = {library.at(library.en, "120,000"), library.at(library.en, "150,000"),
                          library.at(library.en, "30,000")};

    ClaimResult vietnamese_sum = claim(library, "books-add-up", library.vi, Verdict::not_checked);
    vietnamese_sum.message =
        "The library grows from 120000 to 160000 books after (bought not stated) are bought";
    vietnamese_sum.reason = "`bought` was not found";

    ClaimResult branches = claim(library, "same-branches", library.ja, Verdict::broken);
    branches.across = true;
    branches.severity = Severity::warning;
    branches.documents = {"docs/library.en.md", "docs/library.ja.md", "docs/library.vi.md"};
    branches.message = "Every version counts the same branches";
    branches.places = {library.at(library.ja, "7か所"), library.at(library.en, "7"),
                       library.at(library.vi, "8")};

    ClaimResult near = claim(library, "near-station", library.ja, Verdict::holds);
    near.message = "5 of 7 branches are near a station";
    near.places = {library.at(library.ja, "5か所"), library.at(library.ja, "7か所")};
    ClaimResult english_near = claim(library, "near-station", library.en, Verdict::not_checked);
    english_near.reason = "`near` was not found";
    ClaimResult vietnamese_near = claim(library, "near-station", library.vi, Verdict::not_checked);
    vietnamese_near.reason = "`near` was not found";

    ClaimResult visitors = claim(library, "visitors-grew", library.ja, Verdict::holds);
    visitors.message = "Visitors grew by more than 15 %";
    visitors.derivation = {{"change(visitors.before, visitors.after)",
                            "20 %",
                            "19.2857",
                            "20.7246",
                            "percent",
                            {library.at(library.ja, "70万人"), library.at(library.ja, "84万人")}}};
    visitors.places = {library.at(library.ja, "84万人"), library.at(library.ja, "70万人")};
    ClaimResult vietnamese_visitors = claim(library, "visitors-grew", library.vi, Verdict::not_checked);
    vietnamese_visitors.reason = "`bought` was not found";

    return {sum,          english_sum,     vietnamese_sum, branches,           near,
            english_near, vietnamese_near, visitors,       vietnamese_visitors};
}

}  // namespace

Place place_of(const Sources& sources, SourceId source, std::string_view needle, int nth) {
    const std::string_view text = sources.text(source);
    std::size_t at = text.find(needle);
    while (nth-- > 0 && at != std::string_view::npos) at = text.find(needle, at + 1);
    BOOST_REQUIRE_MESSAGE(at != std::string_view::npos, "no such text: " << needle);
    const auto begin = static_cast<std::uint32_t>(at);
    return {source, {begin, begin + static_cast<std::uint32_t>(needle.size())}};
}

void make_library(SampleReport& sample) {
    const Library library(sample);
    Report& report = sample.report;
    report.claims = claims(library);
    report.findings = {broken_sum(library),  disagreeing_versions(library),
                       unknown_key(library), hostile_number(library),
                       silent_glob(),        hint()};
    report.documents = {{"docs/library.en.md", "en", english.size(), 4, 4},
                        {"docs/library.ja.md", "ja", japanese.size(), 8, 7},
                        {"docs/library.vi.md", "vi", vietnamese.size(), 3, 1},
                        {"docs/<mail>\x1b.txt", "en", hostile.size(), 1204, 0}};
    report.summary = {4, 2, 3, 2, 4, 3, 2, 1, 2, 1219, 12};
}

void make_clean(SampleReport& sample) {
    const SourceId source = sample.sources.add("notes.md", "Two of 3 lamps: 2 lit, 1 dark.");
    ClaimResult claim;
    claim.id = "lamps";
    claim.rule = "rules/lamps.yaml";
    claim.documents = {"notes.md"};
    claim.message = "2 lit and 1 dark lamps are all 3";
    claim.evaluated = 1;
    claim.places = {place_of(sample.sources, source, "3"), place_of(sample.sources, source, "2"),
                    place_of(sample.sources, source, "1")};
    claim.rule_place = {sample.sources.add("rules/lamps.yaml", "claims:\n  - id: lamps\n"), {16, 21}};
    sample.report.claims = {claim};
    sample.report.documents = {{"notes.md", "en", 30, 4, 3}};
    sample.report.summary = {1, 1, 1, 0, 0, 0, 0, 0, 0, 4, 3};
}

void make_empty(SampleReport&) {}

}  // namespace factlint::test
