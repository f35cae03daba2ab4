// TOML against expectations of our own and against toml++.
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

#include <rapidcheck.h>
#include <toml++/toml.h>

#include "read/toml_tree.h"
#include "read/tree_dump.h"
#include "tree_invariants.h"
#include "tree_reading.h"
#include "value/number.h"

using namespace factlint;
using test::repeated;

namespace {

struct Reading : test::TreeReading {
    explicit Reading(std::string text) : TreeReading("a.toml", std::move(text), read_toml) {}
};

std::string shown(std::string text) { return test::shown(Reading(std::move(text))); }

/// "number 12", "text 2025-11-02", or the message.
std::string value(const std::string& written) {
    const Reading reading("a = " + written);
    if (reading.tree().nodes.size() != 2) return reading.findings.empty() ? "?" : reading.findings[0].message;
    const char* kinds[] = {"null", "boolean", "number", "text", "list", "object"};
    return std::string(kinds[static_cast<int>(reading.tree()[1].kind)]) + ' ' +
           std::string(reading.tree()[1].text);
}

// toml++, the second opinion

bool same(const Tree& tree, TreeIndex index, const toml::node& node);

bool same_table(const Tree& tree, TreeIndex index, const toml::table& table) {
    if (tree[index].kind != TreeKind::object || tree[index].count != table.size()) return false;
    for (const auto& [key, value] : table) {
        const TreeNode* member = find_member(tree, index, key.str());
        if (!member || !same(tree, static_cast<TreeIndex>(member - tree.nodes.data()), value)) return false;
    }
    return true;
}

bool same_array(const Tree& tree, TreeIndex index, const toml::array& array) {
    if (tree[index].kind != TreeKind::list || tree[index].count != array.size()) return false;
    TreeIndex at = index + 1;
    for (const toml::node& item : array) {
        if (!same(tree, at, item)) return false;
        at = tree[at].end;
    }
    return true;
}

bool same(const Tree& tree, TreeIndex index, const toml::node& node) {
    const TreeNode& ours = tree[index];
    if (const auto* table = node.as_table()) return same_table(tree, index, *table);
    if (const auto* array = node.as_array()) return same_array(tree, index, *array);
    if (const auto* text = node.as_string()) return ours.kind == TreeKind::text && ours.text == text->get();
    if (const auto* flag = node.as_boolean())
        return ours.kind == TreeKind::boolean && (ours.text == "true") == flag->get();
    if (const auto* integer = node.as_integer())
        return ours.kind == TreeKind::number && Number::parse(ours.text) == Number(integer->get());
    if (node.is_floating_point()) return ours.kind == TreeKind::number || ours.text.find_first_of("in") < 2;
    return ours.kind == TreeKind::text;
}

/// What the two say differently of `text`.
std::string difference(const std::string& text) {
    const Reading ours(text);
    try {
        const toml::table theirs = toml::parse(std::string_view(text));
        if (ours.tree().nodes.empty()) return "only toml++ takes it: " + dump(ours.findings);
        return same_table(ours.tree(), 0, theirs) ? "" : "it says something else: " + dump(ours.tree());
    } catch (const toml::parse_error& error) {
        const bool too_large = error.description().find("representable") != std::string_view::npos ||
                               error.description().find("could not be interpreted") != std::string_view::npos;
        if (ours.tree().nodes.empty() || too_large) return {};
        return "only toml++ refuses it: " + std::string(error.description());
    }
}

rc::Gen<std::string> lines(std::vector<std::string> pieces) {
    const auto parts = rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(pieces)));
    return rc::gen::map(parts, [](const auto& chosen) {
        std::string text;
        for (const std::string& part : chosen) text += part;
        return text;
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(toml_tree)

BOOST_AUTO_TEST_CASE(values_keep_their_literal_and_place) {
    BOOST_TEST(shown("é = 1").starts_with("finding bad-data 0..1 a key is expected here"));
    BOOST_TEST(shown("\"é\" = 1_000 # c\nb.c = [ 1.50,\n  {d = 'x'}, ]\n") ==
               "object 0..46 of 2\n"
               "  \"é\" 0..4: number 7..12 1000\n"
               "  \"b\" 17..18: object 17..18 of 1\n"
               "    \"c\" 19..20: list 23..45 of 2\n"
               "      number 25..29 1.50\n"
               "      object 33..42 of 1\n"
               "        \"d\" 34..35: text 38..41 \"x\"\n");
}

BOOST_AUTO_TEST_CASE(tables_in_any_order) {
    BOOST_TEST(shown("[a.b]\nx = 1\n[[t]]\nn = 1\n[[t]]\n[t.u]\nm = 2\n[a]\ny = 3\n") ==
               "object 0..52 of 2\n"
               "  \"a\" 43..44: object 42..45 of 2\n"
               "    \"b\" 3..4: object 0..5 of 1\n"
               "      \"x\" 6..7: number 10..11 1\n"
               "    \"y\" 46..47: number 50..51 3\n"
               "  \"t\" 14..15: list 12..17 of 2\n"
               "    object 12..17 of 1\n"
               "      \"n\" 18..19: number 22..23 1\n"
               "    object 24..29 of 1\n"
               "      \"u\" 33..34: object 30..35 of 1\n"
               "        \"m\" 36..37: number 40..41 2\n");
}

BOOST_AUTO_TEST_CASE(words) {
    for (const std::string written : {"0", "-17", "1.50", "3e8", "5E-2", "99999999999999999999", "1e999"})
        BOOST_TEST(value(written).starts_with("number "), written);
    BOOST_TEST(value("+1_000") == "number 1000");
    BOOST_TEST(value("1_0.0_1e+0_6") == "number 10.01e06");
    BOOST_TEST(value("0xdead_BEEF") == "number 3735928559");
    BOOST_TEST(value("0o17") == "number 15");
    BOOST_TEST(value("0b101") == "number 5");
    for (const std::string written : {"2025-11-02", "2025-11-02T10:00:00Z", "2025-11-02 10:00:00.123+09:00",
                                      "07:30:00", "2024-02-29", "inf", "-nan"})
        BOOST_TEST(value(written) == "text " + written);
    for (const std::string written :
         {"01", "1_", "_1", "1__0", ".5", "5.", "1.e2", "0x", "+0x1", "2025-02-29", "24:00:00", "2025-11-02T",
          "True", "yes", "1e", "0b2", "", "1 2", "2025-1-2"})
        BOOST_TEST(!value(written).starts_with("number "), written);
}

BOOST_AUTO_TEST_CASE(strings) {
    BOOST_TEST(value(R"("a\tb\u00e9\U0001F600\\")") == "text a\tbé😀\\");
    BOOST_TEST(value(R"('C:\dir')") == "text C:\\dir");
    BOOST_TEST(value("\"\"\"\nx \\\n\n  y\"\"\"") == "text x y");
    BOOST_TEST(value("\"\"\"\"a\"\"\"\"\"") == "text \"a\"\"");
    BOOST_TEST(value("'''\r\n''a'''''") == "text ''a''");
    BOOST_TEST(value("\"\"") == "text ");
    BOOST_TEST(value(R"("\q")") == "unknown escape");
    BOOST_TEST(value(R"("\ud800")") == "this escape is no character");
    BOOST_TEST(value("\"a\nb\"") == "the quote that opens here is not closed on its line");
}

BOOST_AUTO_TEST_CASE(faults_have_their_place) {
    BOOST_TEST(shown("a = 1\nb.c = 2\nb.c.d = 3\n") == "finding bad-data 16..17 the key 'c' is given twice / "
                                                       "a key or table is defined once; remove or rename one "
                                                       "of the two\n  8..9 given first\n");
    BOOST_TEST(shown("[a]\n[a]\n").starts_with("finding bad-data 5..6 the key 'a' is given twice"));
    BOOST_TEST(shown("a = [1, 2\n").starts_with("finding bad-data 4..5 the bracket"));
    BOOST_TEST(shown("a = 1 b = 2\n").starts_with("finding bad-data 6..7 text stands behind"));
    BOOST_TEST(shown("a = \xFF\n").starts_with("finding bad-data 4..5 this byte is not UTF-8"));
    BOOST_TEST(shown("\xEF\xBB\xBF"
                     "a = 1\r\n") == "object 0..10 of 1\n  \"a\" 3..4: number 7..8 1\n");
    BOOST_TEST(shown("") == "object 0..0 of 0\n");
}

BOOST_AUTO_TEST_CASE(the_tree_is_that_of_tomlplusplus) {
    const std::vector<std::string> statements = {"a = 1\n",
                                                 "b = 2\n",
                                                 "a.b = 3\n",
                                                 "a.b.c = 4\n",
                                                 "b.a = 5\n",
                                                 "[a]\n",
                                                 "[b]\n",
                                                 "[a.b]\n",
                                                 "[a.b.c]\n",
                                                 "[[a]]\n",
                                                 "[[a.b]]\n",
                                                 "[[b]]\n",
                                                 "c = {a = 1, b.c = 2}\n",
                                                 "b = [{a = 1}, {}]\n",
                                                 "[c]\n",
                                                 "[c.b]\n",
                                                 "c.b.d = 1\n",
                                                 "# x\n",
                                                 "\n",
                                                 "b = {}\n",
                                                 "a = []\n",
                                                 "\"a\" = 1\n",
                                                 "[b.a]\n",
                                                 "[[b.a]]\n",
                                                 "[b.a.c]\n"};
    BOOST_TEST(rc::check("statements", [&] { RC_ASSERT(difference(*lines(statements)) == ""); }));
    const std::vector<std::string> pieces = {
        "a",          "b",         ".",   " = ",   "1",           "-2",     "0x1F", "1.5", "e3",
        "true",       "inf",       "'x'", "\"y\"", "\"\\u00e9\"", "\"\"\"", "'''",  "[",   "]",
        "[[",         "]]",        "{",   "}",     ",",           "\n",     "\r\n", " ",   "#",
        "2025-11-02", "T10:00:00", "Z",   "_",     "0",           "\\\n",   "é"};
    BOOST_TEST(rc::check("pieces", [&] { RC_ASSERT(difference("a = " + *lines(pieces)) == ""); }));
}

BOOST_AUTO_TEST_CASE(hostile_texts_come_to_an_end) {
    for (const std::string unit :
         {"[",     "{a=", "a.", "[a.", "\"",    "'",  "\"\"\"", "\\",          "#", "a=1\n", "[[a]]\n",
          "[a]\n", "\n",  " ",  "\t",  "a={},", "1_", "a=[",    "[a.a.a.a]\n", "=", "a"}) {
        for (const std::string begin : {"", "a = [", "a = \"\"\"", "a = '", "a = {", "["}) {
            const Reading reading(begin + repeated(unit, (1 << 20) / unit.size()));
            BOOST_TEST(test::broken_tree(reading.tree(), reading.sources) == "", begin + unit);
        }
    }
    BOOST_TEST(shown("a = " + repeated("[", 1000)).find("the nesting is deeper than 512") !=
               std::string::npos);
    BOOST_TEST(shown(repeated("a.", 1000) + "a = 1").find("the nesting is deeper than 512") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
