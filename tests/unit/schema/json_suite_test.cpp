// JSON-Schema-Test-Suite (../shared/suites/json-schema): every case of drafts 2020-12 and 7, printed as passed/total.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "read/json_tree.h"
#include "schema/json_schema.h"
#include "support/cases.h"

using namespace factlint;
namespace fs = std::filesystem;

namespace {

struct Score {
    std::size_t passed = 0;
    std::size_t total = 0;

    Score& operator+=(const Score& other) {
        passed += other.passed;
        total += other.total;
        return *this;
    }
};

std::ostream& operator<<(std::ostream& out, const Score& score) {
    return out << score.passed << '/' << score.total;
}

/// http://localhost:1234/ as the folder `remotes` of the suite.
class Remotes {
  public:
    Remotes(std::string folder, Sources& sources) : folder_(std::move(folder)), sources_(sources) {}

    const Tree* find(std::string_view uri) {
        constexpr std::string_view server = "http://localhost:1234/";
        if (!uri.starts_with(server)) return nullptr;
        const auto [known, is_new] = trees_.try_emplace(std::string(uri));
        if (!is_new) return known->second.get();
        const std::string path = folder_ + "/" + std::string(uri.substr(server.size()));
        if (!fs::is_regular_file(path)) return nullptr;
        Findings findings;
        known->second = std::make_unique<Tree>(read_json(sources_, *sources_.load(path, path), findings));
        return known->second.get();
    }

  private:
    std::string folder_;
    Sources& sources_;
    std::map<std::string, std::unique_ptr<Tree>> trees_;
};

TreeIndex member(const Tree& tree, TreeIndex object, std::string_view key) {
    const TreeNode* const node = find_member(tree, object, key);
    BOOST_REQUIRE(node != nullptr);
    return static_cast<TreeIndex>(node - tree.nodes.data());
}

template <class Visit> void for_each_item(const Tree& tree, TreeIndex list, Visit visit) {
    for (TreeIndex at = list + 1; at < tree[list].end; at = tree[at].end) visit(at);
}

/// Both ways of checking agree, and every error has a place in the tree and in the schema.
bool is_valid(const schema::JsonSchema& schema, const Tree& tree, TreeIndex data) {
    const bool accepted = schema::accepts(schema, tree, data);
    const schema::Validation validation = schema::validate(schema, tree, data);
    BOOST_TEST(validation.valid() == accepted);
    BOOST_TEST(validation.count == validation.errors.size());
    BOOST_TEST(schema::validate(schema, tree, data, 0).count == validation.count);
    for (const schema::SchemaError& error : validation.errors) {
        BOOST_TEST(!error.message.empty());
        BOOST_TEST(!error.keyword.empty());
        BOOST_TEST(tree[data].span.contains(error.span));
    }
    return accepted;
}

struct Suite {
    std::string folder;
    schema::Options options;
    bool show_failures = true;

    Score run_file(const fs::path& path);
    Score run_folder(const std::string& name);

  private:
    Score run_group(Sources& sources, const Tree& tree, TreeIndex group, const std::string& name) const;
};

Score Suite::run_group(Sources& sources, const Tree& tree, TreeIndex group, const std::string& name) const {
    const std::string text(sources.text(tree.place(member(tree, group, "schema"))));
    Findings findings;
    const Tree schema_tree = read_json(sources, sources.add("schema.json", text), findings);
    const auto compiled = schema::compile(schema_tree, options, findings);
    Score score;
    const auto show = [&](TreeIndex test, const std::string& what) {
        if (!show_failures) return;
        std::cout << "    " << name << ": " << tree[member(tree, group, "description")].text << ": "
                  << tree[member(tree, test, "description")].text << ": " << what << '\n';
    };
    for_each_item(tree, member(tree, group, "tests"), [&](TreeIndex test) {
        ++score.total;
        if (!compiled) return show(test, "schema refused: " + findings.front().message);
        const bool expected = tree[member(tree, test, "valid")].text == "true";
        if (is_valid(*compiled, tree, member(tree, test, "data")) == expected)
            ++score.passed;
        else
            show(test, expected ? "is valid" : "is not valid");
    });
    return score;
}

Score Suite::run_file(const fs::path& path) {
    Sources sources;
    Remotes remotes(folder + "/remotes", sources);
    options.resolve = [&](std::string_view uri) { return remotes.find(uri); };
    Findings findings;
    const Tree tree = read_json(sources, *sources.load(path.string(), path.string()), findings);
    BOOST_REQUIRE(!tree.nodes.empty());
    Score score;
    for_each_item(tree, 0,
                  [&](TreeIndex group) { score += run_group(sources, tree, group, path.stem().string()); });
    return score;
}

Score Suite::run_folder(const std::string& name) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder + "/" + name))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    Score sum;
    for (const fs::path& file : files) {
        const Score score = run_file(file);
        std::cout << name << '/' << file.stem().string() << ": " << score << '\n';
        sum += score;
    }
    return sum;
}

/// The least that passes of a draft: a fall below is a failure.
struct Floors {
    std::size_t required = 0;
    std::size_t optional = 0;
    std::size_t format = 0;
};

void run_draft(const std::string& name, schema::Draft draft, const Floors& floors) {
    const auto folder = test::shared_path("suites/json-schema");
    if (!folder) return;
    Suite suite{*folder, {}, true};
    suite.options.draft = draft;
    const Score required = suite.run_folder(name);
    const Score optional = suite.run_folder(name + "/optional");
    suite.options.assert_formats = true;
    const Score format = suite.run_folder(name + "/optional/format");
    std::cout << "JSON-Schema-Test-Suite " << name << ": required " << required << ", optional " << optional
              << ", format " << format << '\n';
    BOOST_TEST(required.passed == required.total);
    BOOST_TEST(required.total >= floors.required);
    BOOST_TEST(optional.passed >= floors.optional);
    BOOST_TEST(format.passed >= floors.format);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_schema_test_suite)

BOOST_AUTO_TEST_CASE(draft_2020_12) {
    run_draft("draft2020-12", schema::Draft::draft2020_12, {1299, 162, 764});
}
BOOST_AUTO_TEST_CASE(draft_7) { run_draft("draft7", schema::Draft::draft7, {927, 114, 676}); }

BOOST_AUTO_TEST_SUITE_END()
