// Any bytes as a rule file: no crash, no hang, every place inside the file, and every pattern that loads matches the file
// itself with progress.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "facts/extract.h"
#include "rules/rule.h"

using namespace factlint;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void check_places(const std::vector<Finding>& findings, std::size_t size) {
    for (const Finding& finding : findings) {
        require(!finding.message.empty());
        if (finding.primary)
            require(finding.primary->span.begin <= finding.primary->span.end &&
                    finding.primary->span.end <= size);
    }
}

void match_all(const Pattern& pattern, const std::string& prose, const Facts& facts,
               const Alphabet& alphabet) {
    PatternTexts texts(prose, facts, pattern.typed() ? &alphabet : nullptr);
    const auto size = static_cast<std::uint32_t>(prose.size());
    texts.add({0, size}, {});
    const PatternText text = texts[0];
    std::uint32_t from = 0;
    while (const auto match = pattern.match(text, alphabet, from)) {
        require(match->end > from && match->prose.begin <= match->prose.end && match->prose.end <= size);
        for (const HoleMatch& hole : match->holes)
            require(hole.prose.begin <= hole.prose.end && hole.prose.end <= size);
        from = match->end;
    }
    pattern.near_miss(text, alphabet);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Rules rules = load_rules(sources, {sources.add("rules.yaml", text)});
    check_places(rules.findings, size);
    require(rules.files.empty() == !rules.findings.empty());
    dump(rules, sources);
    Facts facts;
    extract_text(text, *find_language("ja"), facts);
    for (const auto& file : rules.files)
        for (const FactDefinition& fact : file->facts)
            if (const auto* finds = std::get_if<std::vector<Find>>(&fact.where))
                for (const Find& find : *finds) match_all(find.pattern, text, facts, rules.alphabet);
    return 0;
}
