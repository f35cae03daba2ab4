#include <boost/test/unit_test.hpp>

#include "facts/describe.h"
#include "facts/extract.h"
#include "rules/rule.h"
#include "support/cases.h"
#include "text/escape.h"
#include "text/line_map.h"
#include "text/yaml.h"

using namespace factlint;
using namespace factlint::test;

namespace {

std::string_view name(Severity severity) {
    constexpr std::string_view names[] = {"note", "warning", "error"};
    return names[static_cast<std::size_t>(severity)];
}

/// `line:column-end severity id: message / help`, one finding a line.
std::string described(const std::vector<Finding>& findings, const Sources& sources) {
    std::string out;
    for (const Finding& finding : findings) {
        if (finding.primary) {
            const LineMap lines(sources.text(finding.primary->source));
            const Position begin = lines.position(finding.primary->span.begin);
            out += std::to_string(begin.line) + ":" + std::to_string(begin.column) + " ";
        }
        out += std::string(name(finding.severity)) + " " + finding.id + ": " + finding.message;
        if (!finding.help.empty()) out += " / " + finding.help;
        if (finding.primary && !finding.primary->span.empty()) {
            const std::string_view shown = sources.text(*finding.primary);
            out += "\n    ^ " + escape_for_terminal(shown.substr(0, shown.find('\n')));
        }
        for (const Related& related : finding.related) {
            const LineMap lines(sources.text(related.place.source));
            out += "\n    " + std::to_string(lines.position(related.place.span.begin).line) + ": " +
                   related.message;
        }
        out += "\n";
    }
    return out;
}

/// Section `input`: a rule file. Gives its findings, or with the attribute `dump` what was read.
std::string load(const Case& item) {
    Sources sources;
    std::vector<SourceId> ids;
    for (const Section& section : item.sections)
        if (section.name == "input") ids.push_back(sources.add("rules.yaml", section.text));
    const Rules rules = load_rules(sources, ids);
    std::string out = described(rules.findings, sources);
    if (item.attribute("input", "dump") == "yes") out += dump(rules, sources);
    return out.empty() ? "ok" : out;
}

std::string described(const PatternMatch& match, const Pattern& pattern, const Facts& facts,
                      std::string_view prose) {
    std::string out = "[" + escape_for_terminal(slice(prose, match.prose)) + "]";
    for (const HoleMatch& taken : match.holes) {
        const Hole& hole = pattern.holes()[taken.hole];
        out += " " + (hole.name.empty() ? "_" : hole.name) + "=[" +
               escape_for_terminal(slice(prose, taken.prose)) + "]";
        if (taken.fact != PatternText::no_fact)
            out += std::string(name(facts.items[taken.fact].kind)) + " " + value_text(facts, taken.fact);
    }
    return out + "\n";
}

/// Sections `pattern lang=…` and `text`: what the pattern sees, and its matches.
std::string match(const Case& item) {
    Sources sources;
    const std::string text = item.text("pattern"), prose = item.text("text");
    const SourceId source = sources.add("pattern", text);
    const std::string language = item.attribute("pattern", "lang", "en");
    std::vector<Finding> findings;
    const auto pattern =
        Pattern::parse(text, {source, {0, static_cast<std::uint32_t>(text.size())}}, language, findings);
    if (!pattern) return described(findings, sources);

    Facts facts;
    extract_text(prose, find_language(language).value(), facts);
    Alphabet alphabet;
    pattern->ask(alphabet);
    PatternTexts texts(prose, facts, pattern->typed() ? &alphabet : nullptr);
    texts.add({0, static_cast<std::uint32_t>(prose.size())}, {});
    const PatternText seen = texts[0];
    std::string out = to_display(seen) + "\n";
    if (seen.text.find(pattern->required_literal()) == std::string::npos) out += "literal absent\n";
    std::uint32_t from = 0;
    while (const auto found = pattern->match(seen, alphabet, from)) {
        out += described(*found, *pattern, facts, prose);
        BOOST_REQUIRE_GT(found->end, from);
        from = found->end;
    }
    if (const auto near = pattern->near_miss(seen, alphabet); near && from == 0)
        out += "near miss [" + escape_for_terminal(slice(prose, *near)) + "]\n";
    return out;
}

std::string run(const Case& item) { return item.section("pattern") ? match(item) : load(item); }

std::vector<Finding> findings_of(std::string text) {
    Sources sources;
    const SourceId id = sources.add("rules.yaml", std::move(text));
    return load_rules(sources, {id}).findings;
}

std::string only_id(const std::string& text) {
    const auto findings = findings_of(text);
    return findings.size() == 1 ? findings.front().id : std::to_string(findings.size()) + " findings";
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(rules_of_case_files) { BOOST_TEST(for_each_case("rules", run) == 0); }

BOOST_AUTO_TEST_CASE(deep_nesting_is_a_finding) {
    BOOST_TEST(only_id(repeated("[", 10'000)) == "too-deep");
    BOOST_TEST(only_id("facts: " + repeated("{a: ", 10'000)) == "too-deep");
    BOOST_TEST(only_id(repeated("- ", 10'000)) == "too-deep");
    BOOST_TEST(only_id("facts: " + repeated("[", 10'000) + repeated("]", 10'000)) == "too-deep");
    std::string block;
    for (std::size_t i = 0; i < 2'000; ++i) block += std::string(i, ' ') + "a:\n";
    BOOST_TEST(only_id(block) == "too-deep");
}

BOOST_AUTO_TEST_CASE(alias_bombs_are_a_finding) {
    std::string bomb = "factlint: 1\na: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c <= 'z'; ++c) {
        const std::string before = "*" + std::string(1, static_cast<char>(c - 1));
        bomb += std::string(1, c) + ": &" + c + " [" + repeated(before + ", ", 8) + before + "]\n";
    }
    BOOST_TEST(only_id(bomb) == "alias-bomb");
    std::string chain = "factlint: 1\na0: &a0 [x]\n";
    for (int i = 1; i < 1'000; ++i)
        chain +=
            "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
    BOOST_TEST(only_id(chain) == "too-deep");
}

BOOST_AUTO_TEST_CASE(every_prefix_of_a_rule_file_is_read_or_refused) {
    const auto text = read_file(repository_path("rules/examples/defence-talks.yaml"));
    BOOST_REQUIRE(text);
    for (std::size_t size = 0; size < text->size(); size += 97) findings_of(text->substr(0, size));
}

BOOST_AUTO_TEST_CASE(a_broken_file_leaves_the_others) {
    Sources sources;
    const SourceId broken = sources.add("a.yaml", ",");
    const SourceId good = sources.add("b.yaml", "factlint: 1\nclaims: [{id: a, assert: 1 < 2}]\n");
    const Rules rules = load_rules(sources, {broken, good});
    BOOST_TEST(rules.files.size() == 1);
    BOOST_TEST(rules.findings.size() == 1);
}

/// The keys of a mapping of the JSON Schema, which is YAML as well.
static std::vector<std::string> schema_keys(const yaml::Node& schema,
                                            const std::vector<std::string_view>& path) {
    const yaml::Node* node = &schema;
    for (const std::string_view key : path) {
        node = node ? yaml::find_value(*node, key) : nullptr;
        BOOST_REQUIRE_MESSAGE(node, std::string(key));
    }
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < node->items.size(); i += 2) keys.push_back(node->items[i]->text);
    return keys;
}

BOOST_AUTO_TEST_CASE(the_schema_has_the_keys_of_the_reader) {
    Sources sources;
    const auto text = read_file(repository_path("reports/schema/rules.schema.json"));
    BOOST_REQUIRE(text);
    std::vector<Finding> findings;
    const auto tree = yaml::read(sources, sources.add("rules.schema.json", *text), findings);
    BOOST_REQUIRE(tree);
    const auto agree = [&](const std::vector<std::string_view>& path, std::string rule_file) {
        const auto found = findings_of(std::move(rule_file));
        BOOST_REQUIRE(!found.empty());
        std::string listed = found.back().help;
        for (const std::string& key : schema_keys(*tree->root, path)) {
            const auto at = listed.find("`" + key + "`");
            BOOST_TEST(at != std::string::npos, key + " is not read: " + listed);
            if (at != std::string::npos) listed.erase(at, key.size() + 2);
        }
        BOOST_TEST(listed.find('`') == std::string::npos, "not in the schema: " + listed);
    };
    agree({"properties"}, "factlint: 1\nclaims: []\nzzzzzzzzz: 1\n");
    agree({"$defs", "claim", "properties"}, "factlint: 1\nclaims: [{id: a, assert: 1 < 2, zzzzzzzzz: 1}]\n");
    agree({"$defs", "test", "properties"},
          "factlint: 1\nclaims: [{id: a, assert: 1 < 2}]\ntests: [{text: x, holds: a, zzzzzzzzz: 1}]\n");
    agree({"$defs", "definition", "properties"},
          "factlint: 1\nfacts: {a: {value: 1, zzzzzzzzz: 1}}\nclaims: [{id: a, assert: 1 < 2}]\n");
}

BOOST_AUTO_TEST_CASE(the_worked_example_loads) {
    const auto text = read_file(repository_path("rules/examples/defence-talks.yaml"));
    BOOST_REQUIRE(text);
    Sources sources;
    const SourceId id = sources.add("rules/examples/defence-talks.yaml", *text);
    const Rules rules = load_rules(sources, {id});
    BOOST_TEST(described(rules.findings, sources) == "");
    BOOST_TEST(rules.files.size() == 1);
}
