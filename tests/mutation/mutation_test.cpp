// The worked example, mutated: every single change of a fact that a claim owns must break a claim that owns it, no
// claim that does not, and leave a finding where the change is.
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/check.h"
#include "mutants.h"
#include "read/reader.h"
#include "support/cases.h"

namespace factlint::test {
namespace {

const std::vector<std::string> document_paths = {"facts/defence-talks/article.en.md",
                                                 "facts/defence-talks/article.ja.md",
                                                 "facts/defence-talks/article.vi.md"};

using Texts = std::map<std::string, std::string>;

/// A claim in one document ("" for all of them).
using ClaimKey = std::pair<std::string, std::string>;

struct Checked {
    Report report;
    Sources sources;
};

class Example {
  public:
    Example() {
        for (const std::string& path : document_paths)
            texts_[path] = read_file(repository_path(path)).value();
        rules_text_ = read_file(repository_path("rules/examples/defence-talks.yaml")).value();
    }

    const Texts& texts() const { return texts_; }

    void check(const Texts& texts, Checked& out) const {
        const SourceId id = out.sources.add("rules/examples/defence-talks.yaml", rules_text_);
        const Rules rules = load_rules(out.sources, {id});
        Corpus corpus(out.sources);
        std::vector<const LoadedDocument*> documents;
        for (const auto& [path, text] : texts) documents.push_back(&corpus.provide(path, text));
        out.report = check_documents(rules, corpus, documents, repository_path(""), true);
    }

  private:
    Texts texts_;
    std::string rules_text_;
};

ClaimKey key(const ClaimResult& claim) { return {claim.id, claim.across ? "" : claim.documents.front()}; }

std::map<ClaimKey, Verdict> verdicts(const Report& report) {
    std::map<ClaimKey, Verdict> result;
    for (const ClaimResult& claim : report.claims) result[key(claim)] = claim.verdict;
    return result;
}

/// Where a claim reads, in one document, and which claims.
using Owners = std::map<Span, std::set<ClaimKey>>;

Owners owners_in(const Checked& checked, const std::string& path) {
    Owners owners;
    for (const ClaimResult& claim : checked.report.claims)
        for (const Place& place : claim.places)
            if (checked.sources[place.source].path == path) owners[place.span].insert(key(claim));
    return owners;
}

/// Claims that own anything the changed bytes touch.
std::set<ClaimKey> owners_of(const Owners& owners, const std::vector<Span>& changed) {
    std::set<ClaimKey> result;
    for (const auto& [span, claims] : owners)
        for (const Span& change : changed)
            if (span.overlaps(change)) result.insert(claims.begin(), claims.end());
    return result;
}

bool finding_at(const Checked& checked, const std::string& path, const std::vector<Span>& changed) {
    const auto touches = [&](const Place& place) {
        if (checked.sources[place.source].path != path) return false;
        return std::any_of(changed.begin(), changed.end(), [&](Span span) {
            return place.span.begin <= span.end && span.begin <= place.span.end;
        });
    };
    for (const Finding& finding : checked.report.findings) {
        if (finding.primary && touches(*finding.primary)) return true;
        for (const Related& related : finding.related)
            if (touches(related.place)) return true;
    }
    return false;
}

struct Tally {
    int caught = 0;
    int total = 0;
};

class MutationTest {
  public:
    explicit MutationTest(const Example& example) : example_(example) {
        example.check(example.texts(), baseline_);
        before_ = verdicts(baseline_.report);
    }

    bool baseline_holds() const {
        bool holds = true;
        for (const ClaimResult& claim : baseline_.report.claims) {
            if (claim.verdict == Verdict::holds) continue;
            holds = false;
            std::printf("unmutated: %s (%s) does not hold: %s%s\n", claim.id.c_str(),
                        claim.documents.front().c_str(), claim.message.c_str(), claim.reason.c_str());
        }
        for (const Finding& finding : baseline_.report.findings) {
            holds = false;
            std::printf("unmutated: %s: %s\n", finding.id.c_str(), finding.message.c_str());
        }
        return holds;
    }

    void run(const std::string& path) {
        const std::string& text = example_.texts().at(path);
        const std::string language(language_of_path(path));
        const Owners owners = owners_in(baseline_, path);
        for (const auto& [span, claims] : owners) {
            const std::string written(slice(text, span));
            for (const Mutant& mutant : mutants(written, language)) {
                std::string changed = text;
                changed.replace(span.begin, span.size(), mutant.text);
                const Span now{span.begin, span.begin + static_cast<std::uint32_t>(mutant.text.size())};
                judge(path, changed, mutant.kind + ": " + written + " -> " + mutant.text,
                      owners_of(owners, {span}), {now});
            }
        }
        swap_operands(path, text, owners);
    }

    bool finish() const {
        int caught = 0, total = 0;
        for (const auto& [path, tally] : tallies_) {
            std::printf("%s: %d of %d mutants caught\n", path.c_str(), tally.caught, tally.total);
            caught += tally.caught;
            total += tally.total;
        }
        std::printf("caught %d of %d mutants\n", caught, total);
        return caught == total && total > 0;
    }

  private:
    /// Two facts that one claim reads, each written where the other stood.
    void swap_operands(const std::string& path, const std::string& text, const Owners& owners) {
        for (auto a = owners.begin(); a != owners.end(); ++a)
            for (auto b = std::next(a); b != owners.end(); ++b) {
                const Span first = a->first, second = b->first;
                if (first.overlaps(second) || slice(text, first) == slice(text, second)) continue;
                std::vector<ClaimKey> both;
                std::set_intersection(a->second.begin(), a->second.end(), b->second.begin(), b->second.end(),
                                      std::back_inserter(both));
                if (both.empty() || !same_kind(first, second, path)) continue;
                const std::string one(slice(text, first)), other(slice(text, second));
                std::string changed = text;
                changed.replace(second.begin, second.size(), one);
                changed.replace(first.begin, first.size(), other);
                const auto moved = static_cast<std::uint32_t>(second.begin + other.size() - one.size());
                judge(path, changed, "swap: " + one + " <-> " + other, owners_of(owners, {first, second}),
                      {{first.begin, first.begin + static_cast<std::uint32_t>(other.size())},
                       {moved, moved + static_cast<std::uint32_t>(one.size())}});
            }
    }

    /// Whether both are read as facts of one kind: swapping a date with a sum of money is no slip.
    bool same_kind(Span a, Span b, const std::string& path) {
        if (kinds_.empty() || kinds_path_ != path) {
            kinds_.clear();
            kinds_path_ = path;
            Sources sources;
            const LoadedDocument document(sources, sources.add(path, example_.texts().at(path)), "");
            for (const Fact& fact : document.facts().items)
                kinds_[document.place(fact.span).span] = fact.kind;
        }
        const auto first = kinds_.find(a), second = kinds_.find(b);
        return first != kinds_.end() && second != kinds_.end() && first->second == second->second;
    }

    void judge(const std::string& path, const std::string& changed, const std::string& what,
               const std::set<ClaimKey>& owning, const std::vector<Span>& where) {
        Texts texts = example_.texts();
        texts[path] = changed;
        Checked after;
        example_.check(texts, after);
        bool caught = false;
        std::string stranger;
        for (const auto& [claim, verdict] : verdicts(after.report)) {
            const auto was = before_.find(claim);
            if (was == before_.end() || was->second != Verdict::holds || verdict == Verdict::holds) continue;
            if (owning.contains(claim))
                caught = true;
            else if (verdict == Verdict::broken)
                stranger = claim.first;
        }
        const bool placed = finding_at(after, path, where);
        Tally& tally = tallies_[path];
        ++tally.total;
        if (caught && placed && stranger.empty()) {
            ++tally.caught;
            return;
        }
        std::printf("%s: %s: %s\n", path.c_str(), what.c_str(),
                    !caught   ? "no claim that owns it noticed"
                    : !placed ? "no finding stands there"
                              : ("breaks " + stranger + ", which does not read it").c_str());
    }

    const Example& example_;
    Checked baseline_;
    std::map<ClaimKey, Verdict> before_;
    std::map<std::string, Tally> tallies_;
    std::map<Span, Kind> kinds_;
    std::string kinds_path_;
};

}  // namespace
}  // namespace factlint::test

int main() {
    using namespace factlint::test;
    const Example example;
    MutationTest test(example);
    const bool holds = test.baseline_holds();
    for (const std::string& path : document_paths) test.run(path);
    return test.finish() && holds ? 0 : 1;
}
