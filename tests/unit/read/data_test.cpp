#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>

#include "read/csv.h"
#include "read/json_tree.h"
#include "read/pointer.h"
#include "read/toml_tree.h"
#include "read/yaml_tree.h"
#include "support/cases.h"

using namespace factlint;
namespace fs = std::filesystem;

namespace {

/// "430 number 9..12", "USD text 20..23", or "bad-data 3..4: message".
std::string shown(const Result<Located>& result) {
    const Span span = result ? result->span : result.error().primary->span;
    const std::string place = std::to_string(span.begin) + ".." + std::to_string(span.end);
    if (!result) return result.error().id + ' ' + place + ": " + result.error().message;
    return result->text + (result->number ? " number " : " text ") + place;
}

Result<Located> at_json_pointer(const Sources& sources, SourceId id, std::string_view pointer) {
    Findings findings;
    const Tree tree = read_json(sources, id, findings);
    return tree.nodes.empty() ? Result<Located>(findings.back()) : at_pointer(sources, tree, pointer);
}

std::string json(std::string text, std::string_view pointer) {
    Sources sources;
    const SourceId id = sources.add("a.json", std::move(text));
    return shown(at_json_pointer(sources, id, pointer));
}

std::string yaml(std::string text, std::string_view pointer) {
    Sources sources;
    Findings findings;
    return shown(at_pointer(
        sources, read_yaml(sources, sources.add("a.yaml", std::move(text)), findings).at(0), pointer));
}

std::string toml(std::string text, std::string_view pointer) {
    Sources sources;
    Findings findings;
    return shown(
        at_pointer(sources, read_toml(sources, sources.add("a.toml", std::move(text)), findings), pointer));
}

std::string csv(std::string text, std::string_view row, std::string_view column, std::string path = "a.csv") {
    Sources sources;
    const SourceId id = sources.add(std::move(path), std::move(text));
    return shown(at_csv_cell(sources, id, row, column));
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

/// What `name` of the pair gives for data row `row`, from 1; nullopt where the JSON has none.
std::optional<std::string> json_cell(const Sources& sources, SourceId id, std::size_t row,
                                     const std::string& name) {
    const auto located = at_json_pointer(sources, id, "/" + std::to_string(row - 1) + "/" + name);
    return located ? std::optional(located->text) : std::nullopt;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_pointer)

BOOST_AUTO_TEST_CASE(values_keep_their_literal_and_place) {
    const std::string text = R"({"total": 430.10, "a/b": {"~": [true, "3\u5104\n", null]}, "": 1e400})";
    BOOST_TEST(json(text, "/total") == "430.10 number 10..16");
    BOOST_TEST(json(text, "/a~1b/~0/0") == "true text 32..36");
    BOOST_TEST(json(text, "/a~1b/~0/1") == "3億\n text 39..48");
    BOOST_TEST(json(text, "/a~1b/~0/2") == "null text 51..55");
    BOOST_TEST(json(text, "/") == "1e400 number 63..68");
    BOOST_TEST(json(" -0.5 ", "") == "-0.5 number 1..5");
    BOOST_TEST(json("\xEF\xBB\xBF[7]", "/0") == "7 number 4..5");
    BOOST_TEST(json(R"(["\ud83d\ude00"])", "/0") == "😀 text 2..14");
}

BOOST_AUTO_TEST_CASE(yaml_and_toml_alike) {
    const std::string text =
        "a: {b: [1.50, 'it''s', \"x\\n\", 0x1F]}\nc: |\n  long\nd: &e plain\nf: *e\ng:\n";
    BOOST_TEST(yaml(text, "/a/b/0") == "1.50 number 8..12");
    BOOST_TEST(yaml(text, "/a/b/1") == "it's text 15..20");
    BOOST_TEST(yaml(text, "/a/b/2") == "x\n text 24..27");
    BOOST_TEST(yaml(text, "/a/b/3") == "31 number 30..34");
    BOOST_TEST(yaml(text, "/f").starts_with("plain text"));
    BOOST_TEST(yaml(text, "/g").starts_with("null text"));
    BOOST_TEST(yaml(text, "/a/b/4") == "data-not-found 7..8: '/a/b/4' does not exist");
    const std::string package =
        "[package]\nversion = \"1.2\"\nsize = 1_000\nday = 2025-11-02\nlong = \"\"\"\nx\"\"\"\n";
    BOOST_TEST(toml(package, "/package/version") == "1.2 text 21..24");
    BOOST_TEST(toml(package, "/package/size") == "1000 number 33..38");
    BOOST_TEST(toml(package, "/package/day") == "2025-11-02 text 45..55");
    BOOST_TEST(toml(package, "/package/long") == "x text 66..68");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_said) {
    BOOST_TEST(json(R"({"a": [1]})", "/b") == "data-not-found 0..1: '/b' does not exist");
    BOOST_TEST(json(R"({"a": [1]})", "/a/01") == "data-not-found 6..7: '/a/01' does not exist");
    BOOST_TEST(json(R"({"a": [1]})", "/a/0/x") == "data-not-found 7..8: '/a/0/x' does not exist");
    BOOST_TEST(json(R"({"a": [1]})", "/a") == "data-not-found 6..7: '/a' is a list, not a value");
    for (const std::string_view pointer : {"a", "/~", "/~2"})
        BOOST_TEST(json("1", pointer).find("is no JSON Pointer") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_has_help) {
    Sources sources;
    const SourceId id = sources.add("a.json", R"({"total": [1, 2], "none": {}, "item": {"a": 1}})");
    const auto help = [&](std::string_view pointer) {
        return at_json_pointer(sources, id, pointer).error().help;
    };
    BOOST_TEST(help("/totla/1") == "did you mean `total`?");
    BOOST_TEST(help("/x") == "expected one of `total`, `none`, `item`");
    BOOST_TEST(help("/total/2") == "the items of the list there are 0 to 1");
    BOOST_TEST(help("/none/a") == "the object there is empty");
    BOOST_TEST(help("/total/0/a") == "before `a` stands a value that has nothing below it");
}

BOOST_AUTO_TEST_CASE(a_key_of_the_path_stands_once) {
    BOOST_TEST(json(R"({"a": 1, "a": 2})", "/a") == "bad-data 9..10: the key 'a' is given twice");
    BOOST_TEST(json(R"({"a": 1, "\u0061": 2})", "/a") == "bad-data 9..10: the key 'a' is given twice");
    BOOST_TEST(json(R"({"a": 1, "b": {"a": 2}})", "/a") == "1 number 6..7");
}

BOOST_AUTO_TEST_CASE(the_whole_file_is_checked) {
    BOOST_TEST(json("1 2", "") == "bad-data 2..3: text stands after the end of the value");
    BOOST_TEST(json(R"({"a": 1, "b": 01})", "/a") == "bad-data 14..15: expected a value");
    BOOST_TEST(json(R"(["\ud83d"])", "/0") == "bad-data 2..3: this escape is no character");
    BOOST_TEST(json("", "") == "bad-data 0..0: expected a value");
    BOOST_TEST(json("[\"\xFF\"]", "/0") == "bad-data 2..3: this byte is not UTF-8");
    BOOST_TEST(json("\"", "") == "bad-data 1..1: the string is never closed");
}

BOOST_AUTO_TEST_CASE(nesting_has_a_limit) {
    BOOST_TEST(json(nested(512), "/x").starts_with("data-not-found"));
    BOOST_TEST(json(nested(100'000), "/x") == "bad-data 513..514: the nesting is deeper than 512");
}

BOOST_AUTO_TEST_CASE(json_parsing_suite) {
    const auto folder = test::shared_path("suites/json-parsing/test_parsing");
    if (!folder) return;
    std::size_t accepted = 0, refused = 0;
    for (const auto& entry : fs::directory_iterator(*folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("i_")) continue;
        const bool is_json =
            !json(test::read_file(entry.path().string()).value(), "/nowhere").starts_with("bad-data");
        BOOST_TEST(is_json == name.starts_with("y_"), name);
        ++(is_json ? accepted : refused);
    }
    BOOST_TEST_MESSAGE(accepted << " accepted, " << refused << " refused");
    BOOST_TEST(accepted > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(csv_cell)

const std::string orders = "id,amount,note\r\n7,19.90,\"a, \"\"b\"\"\"\r\n\r\n8,\"20\",c\r\n8,21";

BOOST_AUTO_TEST_CASE(cells_keep_their_text_and_place) {
    BOOST_TEST(csv(orders, "7", "amount") == "19.90 number 18..23");
    BOOST_TEST(csv(orders, "7", "note") == "a, \"b\" text 25..33");
    BOOST_TEST(csv(orders, "#2", "amount") == "20 text 41..43");
    BOOST_TEST(csv(orders, "#3", "#2") == "21 number 50..52");
    BOOST_TEST(csv("\xEF\xBB\xBF"
                   "a\tb\n1\t2,5\n",
                   "1", "b", "a.tsv") == "2,5 text 9..12");
    BOOST_TEST(csv("a,b\n,3\n", "", "b") == "3 number 5..6");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_said) {
    BOOST_TEST(csv(orders, "9", "amount") == "data-not-found 0..0: there is no row '9'");
    BOOST_TEST(csv(orders, "8", "amount") == "data-not-found 48..49: there is more than one row '8'");
    BOOST_TEST(csv(orders, "7", "sum") == "data-not-found 0..2: there is no column 'sum'");
    BOOST_TEST(csv("a,a\n1,2\n", "1", "a") == "data-not-found 2..3: there is more than one column 'a'");
    BOOST_TEST(csv(orders, "#3", "note") == "data-not-found 50..52: row '#3' ends before column 'note'");
    BOOST_TEST(csv("", "#1", "#1") == "data-not-found 0..0: there is no column '#1'");
    BOOST_TEST(csv("a\n1\n", "#0", "a") == "data-not-found 0..0: there is no row '#0'");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_has_help) {
    Sources sources;
    const SourceId id = sources.add("a.csv", orders);
    BOOST_TEST(at_csv_cell(sources, id, "zero", "amount").error().help ==
               "a row is named by its first cell, or #3 is the third below the first row");
    BOOST_TEST(at_csv_cell(sources, id, "7", "sum").error().help ==
               "a column is named as in the first row, or #3 is the third");
    BOOST_TEST(at_csv_cell(sources, id, "7", "amuont").error().help == "did you mean `amount`?");
    BOOST_TEST(at_csv_cell(sources, id, "#4", "amount").error().help == "the last is #3");
    const Finding several = at_csv_cell(sources, id, "8", "amount").error();
    BOOST_REQUIRE(several.related.size() == 1U);
    BOOST_TEST(sources.text(several.related.front().place) == "8");
    BOOST_TEST(!at_csv_cell(sources, id, "#3", "note").error().help.empty());
}

BOOST_AUTO_TEST_CASE(dialects_are_those_of_tables) {
    BOOST_TEST(csv("id;amount\n7;1,5\n8;2,5\n", "8", "amount") == "2,5 text 18..21");
    BOOST_TEST(csv("id|amount\n7|1\n8|2\n", "8", "amount") == "2 number 16..17");
    BOOST_TEST(csv("id\tamount\n7\t1\n8\t2\n", "8", "amount", "a.txt") == "2 number 16..17");
    BOOST_TEST(csv("id,amount\r7,1\r8,2\r", "8", "amount") == "2 number 16..17");
    BOOST_TEST(csv("id;amount\n\"7\n;\";\"1\"\n8;2\n", "7\n;", "amount", "a.csv.gz") == "1 text 17..18");
}

BOOST_AUTO_TEST_CASE(quotes_must_close) {
    BOOST_TEST(csv("a\n\"1\n", "#1", "a") == "bad-data 2..3: the quote that opens here is never closed");
    BOOST_TEST(csv("a\n\"1\"2\n", "#1", "a") ==
               "bad-data 5..6: text stands between a closing quote and the end of its cell");
}

BOOST_AUTO_TEST_CASE(csv_spectrum_suite) {
    const auto folder = test::shared_path("suites/csv-spectrum/csvs");
    if (!folder) return;
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(*folder)) {
        const fs::path pair = entry.path().parent_path().parent_path() / "json" / entry.path().stem();
        Sources sources;
        const SourceId table = *sources.load("a.csv", entry.path().string());
        const SourceId expected = *sources.load("a.json", pair.string() + ".json");
        for (const std::string name :
             {"a", "b", "c", "first", "last", "address", "city", "zip", "key", "val"})
            for (std::size_t row = 1;; ++row) {
                const auto cell = json_cell(sources, expected, row, name);
                if (!cell) break;
                const auto located = at_csv_cell(sources, table, "#" + std::to_string(row), name);
                BOOST_REQUIRE_MESSAGE(located, entry.path() << ": " << shown(located));
                BOOST_TEST(located->text == *cell, entry.path());
                ++compared;
            }
    }
    BOOST_TEST_MESSAGE(compared << " cells compared");
    BOOST_TEST(compared > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
