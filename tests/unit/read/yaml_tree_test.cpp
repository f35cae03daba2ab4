// The suite yaml-test-suite (../shared/suites/yaml) and what holds for every YAML text.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "read/json_tree.h"
#include "read/tree_dump.h"
#include "read/yaml_tree.h"
#include "support/cases.h"
#include "text/yaml.h"
#include "tree_invariants.h"
#include "tree_reading.h"
#include "value/number.h"

using namespace factlint;
using test::repeated;
namespace fs = std::filesystem;

namespace {

struct Reading : test::TreeReading {
    explicit Reading(std::string text) : TreeReading("a.yaml", std::move(text), read_yaml) {}
    bool refused() const {
        return std::any_of(findings.begin(), findings.end(),
                           [](const Finding& finding) { return finding.concern == Concern::input; });
    }
};

std::string shown(std::string text) { return test::shown(Reading(std::move(text))); }

// The suite

struct SuiteCase {
    std::string name;
    std::string yaml;
    std::optional<std::string> json;
    bool fails = false;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// The suite shows white space that would not be seen.
std::string without_signs(std::string text) {
    replace_all(text, "␣", " ");
    for (const std::string_view tab : {"————»", "———»", "——»", "—»", "»"}) replace_all(text, tab, "\t");
    replace_all(text, "⇔", "\xEF\xBB\xBF");
    replace_all(text, "↵", "");
    replace_all(text, "←", "\r");
    replace_all(text, "∎\n", "");
    return text;
}

std::vector<SuiteCase> cases_of(const fs::path& path) {
    Sources sources;
    Findings findings;
    const SourceId id = *sources.load(path.filename().string(), path.string());
    const auto file = yaml::read(sources, id, findings);
    BOOST_REQUIRE_MESSAGE(file, path);
    std::vector<SuiteCase> cases;
    for (const yaml::Node* item : file->root->items) {
        if (yaml::find_value(*item, "skip")) return {};
        SuiteCase a_case;
        a_case.name = path.stem().string() + '/' + std::to_string(cases.size());
        a_case.yaml = without_signs(yaml::find_value(*item, "yaml")->text);
        a_case.fails = yaml::find_value(*item, "fail") != nullptr;
        const yaml::Node* json = yaml::find_value(*item, "json");
        const bool has_own = json || yaml::find_value(*item, "tree");
        if (json && json->kind == yaml::NodeKind::scalar)
            a_case.json = json->text;
        else if (!has_own && !cases.empty())
            a_case.json = cases.back().json;
        cases.push_back(std::move(a_case));
    }
    return cases;
}

/// The values of a stream of JSON.
std::vector<Tree> values_of(const Sources& sources, SourceId id) {
    std::vector<Tree> values;
    const std::string_view text = sources.text(id);
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t begin = 0; text.find_first_not_of(" \n", begin) != std::string_view::npos;) {
        Findings findings;
        Tree tree;
        tree.source = id;
        read_json(sources, {id, {begin, size}}, tree, findings);
        std::uint32_t end = size;
        if (tree.nodes.empty()) {
            end = findings.back().primary->span.begin;
            if (end == begin) return {};
            findings.clear();
            read_json(sources, {id, {begin, end}}, tree, findings);
        }
        if (tree.nodes.empty()) return {};
        values.push_back(std::move(tree));
        begin = end;
    }
    return values;
}

/// The object itself where it has none.
TreeIndex member(const Tree& tree, TreeIndex object, std::string_view key) {
    const TreeNode* found = find_member(tree, object, key);
    return found ? static_cast<TreeIndex>(found - tree.nodes.data()) : object;
}

bool same(const Tree& a, TreeIndex i, const Tree& b, TreeIndex j) {
    if (a[i].kind != b[j].kind || a[i].count != b[j].count) return false;
    if (a[i].kind == TreeKind::number) return Number::parse(a[i].text) == Number::parse(b[j].text);
    if (a[i].kind != TreeKind::list && a[i].kind != TreeKind::object) return a[i].text == b[j].text;
    for (TreeIndex x = i + 1, y = j + 1; x < a[i].end; x = a[x].end, y = b[y].end)
        if (!same(a, x, b, a[x].key == b[y].key ? y : member(b, j, a[x].key))) return false;
    return true;
}

bool says(const Reading& reading, const std::string& json) {
    Sources sources;
    const auto expected = values_of(sources, sources.add("a.json", json));
    if (reading.refused() || reading.trees.size() != expected.size()) return false;
    for (std::size_t i = 0; i < expected.size(); ++i)
        if (!same(reading.trees[i], 0, expected[i], 0)) return false;
    return true;
}

struct Score {
    std::size_t passed = 0;
    std::size_t total = 0;
    std::string failed;

    void add(bool ok, const std::string& name) {
        passed += ok ? 1 : 0;
        ++total;
        if (!ok) failed += ' ' + name;
    }
};

std::ostream& operator<<(std::ostream& out, const Score& score) {
    return out << score.passed << '/' << score.total
               << (score.failed.empty() ? "" : " (not" + score.failed + ")");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(yaml_tree)

BOOST_AUTO_TEST_CASE(yaml_test_suite) {
    const auto folder = test::shared_path("suites/yaml/src");
    if (!folder) return;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(*folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    Score same_json, accepted, refused;
    for (const fs::path& path : files) {
        for (const SuiteCase& a_case : cases_of(path)) {
            const Reading reading(a_case.yaml);
            BOOST_TEST(test::broken_trees(reading.trees, reading.sources) == "", a_case.name);
            if (a_case.fails)
                refused.add(reading.refused(), a_case.name);
            else if (a_case.json)
                same_json.add(says(reading, *a_case.json), a_case.name);
            else
                accepted.add(!reading.refused(), a_case.name);
        }
    }
    std::cout << "yaml-test-suite: same as JSON " << same_json << ", accepted without JSON " << accepted
              << ", refused " << refused << '\n';
    BOOST_TEST(same_json.passed == same_json.total);
    BOOST_TEST(accepted.passed == accepted.total);
    BOOST_TEST(refused.passed == refused.total);
}

/// Every JSON text is a YAML text that says the same, but for keys given twice, which both find.
BOOST_AUTO_TEST_CASE(json_is_yaml) {
    const auto folder = test::shared_path("suites/json-parsing/test_parsing");
    if (!folder) return;
    Score score;
    for (const auto& entry : fs::directory_iterator(*folder)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with("y_")) continue;
        const std::string json = test::read_file(entry.path().string()).value();
        score.add(says(Reading(json), json), name);
    }
    std::cout << "JSONTestSuite as YAML: " << score << '\n';
    BOOST_TEST(score.passed == score.total);
}

BOOST_AUTO_TEST_CASE(values_keep_their_literal_and_place) {
    BOOST_TEST(shown("a: 1.50\n\"b\": [x, 'it''s', ~]\n") == "object 0..28 of 2\n"
                                                             "  \"a\" 0..1: number 3..7 1.50\n"
                                                             "  \"b\" 8..11: list 13..28 of 3\n"
                                                             "    text 14..15 \"x\"\n"
                                                             "    text 17..24 \"it's\"\n"
                                                             "    null 26..27\n");
    BOOST_TEST(shown("- |\n  a\n  b\n- c\n  d # e\n-\n") == "list 0..25 of 3\n"
                                                            "  text 2..11 \"a\\nb\\n\"\n"
                                                            "  text 14..19 \"c d\"\n"
                                                            "  null 25..25\n");
}

BOOST_AUTO_TEST_CASE(plain_scalars_are_those_of_the_core_schema) {
    const auto value = [](const std::string& plain) {
        const Reading reading("[" + plain + "]");
        BOOST_REQUIRE(!reading.refused() && reading.trees.size() == 1 && reading.trees[0].nodes.size() == 2);
        const TreeNode& node = reading.trees[0].nodes[1];
        const char* kinds[] = {"null", "boolean", "number", "text"};
        return std::string(kinds[static_cast<int>(node.kind)]) + ' ' + std::string(node.text);
    };
    for (const std::string plain : {"null", "Null", "NULL", "~"}) BOOST_TEST(value(plain) == "null ");
    for (const std::string plain : {"true", "True", "TRUE"}) BOOST_TEST(value(plain) == "boolean true");
    for (const std::string plain : {"1.50", "-0.0", "3e8", "12345678901234567890123", "0", "-7E-3"})
        BOOST_TEST(value(plain) == "number " + plain);
    BOOST_TEST(value("+12") == "number 12");
    BOOST_TEST(value("012") == "number 12");
    BOOST_TEST(value("-00.50") == "number -0.50");
    BOOST_TEST(value(".5") == "number 0.5");
    BOOST_TEST(value("5.") == "number 5");
    BOOST_TEST(value("1.e3") == "number 1e3");
    BOOST_TEST(value("000") == "number 0");
    BOOST_TEST(value("0o17") == "number 15");
    BOOST_TEST(value("0x1F") == "number 31");
    BOOST_TEST(value("0xFFFFFFFFFFFFFFFFFFFF") == "number 1208925819614629174706175");
    for (const std::string plain :
         {"no", "yes",  "off", "nULL", "2025-11-02", "1_000", "190:20:30", ".inf", "-.INF", ".nan", "0o8",
          "0x", "-0x1", ".",   "-",    "+",          "1e",    "1.2.3",     "e3",   ".e3",   "0b1"})
        BOOST_TEST(value(plain == "-" || plain == "." || plain == "+" ? plain + "a" : plain) ==
                   "text " + (plain == "-" || plain == "." || plain == "+" ? plain + "a" : plain));
    BOOST_TEST(value("\"12\"") == "text 12");
    BOOST_TEST(value("!!str 12") == "text 12");
    BOOST_TEST(value("!!int \"12\"") == "number 12");
    BOOST_TEST(value("!mine 12") == "text 12");
    BOOST_TEST(value("! 12") == "text 12");
}

BOOST_AUTO_TEST_CASE(aliases_stand_where_they_are_written) {
    BOOST_TEST(shown("a: &x {b: 1}\nc: *x\n*y : &y 2\n").find("bad-data") != std::string::npos);
    BOOST_TEST(shown("a: &x {b: 1}\nc: *x\n") == "object 0..18 of 2\n"
                                                 "  \"a\" 0..1: object 6..12 of 1\n"
                                                 "    \"b\" 7..8: number 10..11 1\n"
                                                 "  \"c\" 13..14: object 16..18 of 1\n"
                                                 "    \"b\" 7..8: number 10..11 1\n");
    BOOST_TEST(shown("&k a: 1\nb: *k\n? &l [x, &m y]\n: *m\nc: *l\n") ==
               "object 0..39 of 4\n"
               "  \"a\" 3..4: number 6..7 1\n"
               "  \"b\" 8..9: text 11..13 \"a\"\n"
               "  \"[x, &m y]\" 19..28: text 31..33 \"y\"\n"
               "  \"c\" 34..35: list 37..39 of 2\n"
               "    text 20..21 \"x\"\n"
               "    text 26..27 \"y\"\n");
}

BOOST_AUTO_TEST_CASE(documents_of_a_stream) {
    BOOST_TEST(shown("").empty());
    BOOST_TEST(shown("# nothing\n").empty());
    BOOST_TEST(shown("---\n---\n1\n...\n--- a\n") == "null 3..3\nnumber 8..9 1\ntext 18..19 \"a\"\n");
    BOOST_TEST(
        shown("1\n---\n[\n") ==
        "number 0..1 1\n"
        "finding bad-data 6..7 the bracket that opens here is never closed / write the closing bracket\n");
}

BOOST_AUTO_TEST_CASE(faults_have_their_place) {
    BOOST_TEST(shown("a: b: c\n") == "finding bad-data 4..5 a key cannot stand here: a tab or another key "
                                     "stands before it / quote the value "
                                     "if it contains \": \"; indent with spaces\n");
    BOOST_TEST(shown("a:\n  - b\n c: d\n").starts_with("finding bad-data 10..11"));
    BOOST_TEST(shown("a: 1\na: 2\n").find("finding duplicate-key 5..6 the key `a` is given twice") !=
               std::string::npos);
    BOOST_TEST(shown("a: \"b\nc: d\n").starts_with("finding bad-data"));
    BOOST_TEST(shown("a: @b\n").starts_with("finding bad-data 3..4 a value cannot begin with @"));
    BOOST_TEST(shown("a: \"\\q\"\n").starts_with("finding bad-data 4..5 unknown escape"));
    BOOST_TEST(shown("a: \xFF\n").starts_with("finding bad-data 3..4 this byte is not UTF-8"));
    BOOST_TEST(shown("a: &x [*x]\n").starts_with("finding alias-cycle 7..9"));
    BOOST_TEST(shown("a: \"\\ud83d\\ude00\"\n").find("😀") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(limits_are_findings) {
    for (const std::string unit : {"[", "{a: ", "- ", "? ", "[a: "})
        BOOST_TEST(shown(repeated(unit, 100'000)).find("the nesting is deeper than 512") != std::string::npos,
                   unit);
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int j = 0; j < 9; ++j) bomb.append(", ").append(before);
        bomb += "]\n";
    }
    BOOST_TEST(shown(bomb).find("finding alias-bomb") != std::string::npos);
    std::string chain = "- &a0 x\n";
    for (int i = 1; i < 1000; ++i)
        chain += "- &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
    BOOST_TEST(shown(chain).find("aliases nest values deeper than 512") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(hostile_texts_come_to_an_end) {
    for (const std::string unit :
         {"[",      "]",    "{",       "&a ",     "*a ",   "!a ",          "- ",    "-\n", "? ", ": ",
          "a: ",    "a:\n", "\"",      "'",       "\\",    "|\n",          ">\n ",  "#",   "%",  "---\n",
          "...\n",  "\t",   "\n",      " \n",     "a\n",   "a\n\n",        "- a\n", "[],", ",",  "[a,",
          "\"\\\n", "&a\n", "--- |\n", "a: &a\n", "? a\n", "%TAG !a! b\n", "- [\n", "{a,", "\r"}) {
        for (const std::string begin : {"", "[", "{", "a: ", "\"", "- |\n", "? "}) {
            const std::string text = begin + repeated(unit, (1 << 20) / unit.size());
            const auto start = std::chrono::steady_clock::now();
            const Reading reading(text);
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
            BOOST_TEST(test::broken_trees(reading.trees, reading.sources) == "", begin + unit);
            if (took.count() > 0.5) BOOST_TEST_MESSAGE(begin + unit << ": " << took.count() << " s");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
