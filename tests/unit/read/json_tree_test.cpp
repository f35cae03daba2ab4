// The suite JSONTestSuite (../shared/suites/json-parsing) and what holds for every JSON text.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "read/json_lines.h"
#include "read/json_tree.h"
#include "read/tree_dump.h"
#include "support/cases.h"
#include "tree_reading.h"

using namespace factlint;
namespace fs = std::filesystem;

namespace {

struct Reading : test::TreeReading {
    explicit Reading(std::string text)
        : TreeReading("a.json", std::move(text), [](auto&... arguments) { return read_json(arguments...); }) {
    }
};

std::vector<fs::path> files_of(const std::string& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

Reading read(const fs::path& path) { return Reading(test::read_file(path.string()).value()); }

struct Score {
    std::size_t passed = 0;
    std::size_t total = 0;

    void add(bool ok) {
        passed += ok ? 1 : 0;
        ++total;
    }
};

std::ostream& operator<<(std::ostream& out, const Score& score) {
    return out << score.passed << '/' << score.total;
}

/// What is free in the standard and refused here: halves of surrogate pairs, and bytes that are not UTF-8.
bool may_be_refused(std::string_view name) {
    return name.starts_with("i_string_") || name == "i_object_key_lone_2nd_surrogate.json";
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

BOOST_AUTO_TEST_SUITE(json_tree)

BOOST_AUTO_TEST_CASE(json_test_suite) {
    const auto folder = test::shared_path("suites/json-parsing/test_parsing");
    if (!folder) return;
    Score accepted, refused;
    for (const fs::path& path : files_of(*folder)) {
        const std::string name = path.filename().string();
        const bool is_json = !read(path).tree().nodes.empty();
        if (name.starts_with("i_")) {
            std::cout << name << ": " << (is_json ? "accepted" : "refused") << '\n';
            BOOST_TEST(is_json == !may_be_refused(name), name);
            continue;
        }
        BOOST_TEST(is_json == name.starts_with("y_"), name);
        (name.starts_with("y_") ? accepted : refused).add(is_json == name.starts_with("y_"));
    }
    std::cout << "JSONTestSuite: " << accepted << " accepted, " << refused << " refused\n";
    BOOST_TEST(accepted.total > 0U);
}

BOOST_AUTO_TEST_CASE(json_test_suite_transform) {
    const auto folder = test::shared_path("suites/json-parsing/test_transform");
    if (!folder) return;
    Score score;
    for (const fs::path& path : files_of(*folder)) {
        const std::string name = path.filename().string();
        const Reading reading = read(path);
        std::string expected = "one value";
        if (name.find("invalid_codepoint") != std::string::npos) expected = "bad-data";
        if (name.starts_with("object_same_key")) expected = "duplicate-key";
        const std::string found = reading.findings.empty() ? "one value" : reading.findings.front().id;
        BOOST_TEST(found == expected, name);
        score.add(found == expected);
        if (!name.starts_with("number_")) continue;
        const std::string literal = name.substr(7, name.size() - 7 - 5);
        BOOST_TEST(reading.tree()[1].text == (literal == "1e-999" ? "1E-999"
                                              : literal == "1e6"  ? "1E6"
                                                                  : literal));
    }
    std::cout << "JSONTestSuite, transform: " << score << '\n';
}

BOOST_AUTO_TEST_CASE(nesting_has_a_limit) {
    BOOST_TEST(Reading(nested(513)).findings.empty());
    BOOST_TEST(
        dump(Reading(nested(100'000)).findings) ==
        "finding bad-data 513..514 the nesting is deeper than 512 / nest the data less, or split it into "
        "several files\n");
}

BOOST_AUTO_TEST_CASE(duplicates_are_counted_beyond_a_hundred) {
    std::string text = "{\"a\": 0";
    for (int i = 0; i < 1000; ++i) text += ", \"a\": 1";
    const Reading reading(text + "}");
    BOOST_TEST(reading.findings.size() == 101U);
    BOOST_TEST(reading.findings.back().message == "900 more keys are given twice");
    BOOST_TEST(reading.tree()[0].count == 1001U);
}

BOOST_AUTO_TEST_CASE(a_tree_can_be_read_into_again) {
    Sources sources;
    const SourceId first = sources.add("a.json", R"(["\n", "\t"])"), second = sources.add("b.json", "[1]");
    Findings findings;
    Tree tree;
    read_json(sources, {first, {0, 12}}, tree, findings);
    read_json(sources, {second, {0, 3}}, tree, findings);
    BOOST_TEST(findings.empty());
    BOOST_TEST(dump(tree) == "list 0..3 of 1\n  number 1..2 1\n");
    BOOST_TEST((tree.source == second));
}

BOOST_AUTO_TEST_SUITE_END()
