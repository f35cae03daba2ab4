// JSON and HTML out of any bytes; fingerprints.
#include <boost/test/unit_test.hpp>

#include "report/html_text.h"
#include "report/json_writer.h"
#include "report/render.h"
#include "report/words.h"
#include "text/json_string.h"

namespace factlint::test {
namespace {

std::string json_string(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

Finding finding_at(SourceId source, Span span) {
    Finding finding;
    finding.id = "sum";
    finding.primary = Place{source, span};
    return finding;
}

}  // namespace

BOOST_AUTO_TEST_CASE(json_strings_are_valid_for_any_bytes) {
    using namespace std::string_view_literals;
    BOOST_CHECK_EQUAL(json_string("市 \"a\" \\ /"), "\"市 \\\"a\\\" \\\\ /\"");
    BOOST_CHECK_EQUAL(json_string("\b\f\n\r\t\0\x1f\x7f"sv), "\"\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\"");
    BOOST_CHECK_EQUAL(json_string("\xff"
                                  "a\xe3\x81"),
                      "\"\uFFFDa\uFFFD\uFFFD\"");
    BOOST_CHECK_EQUAL(json_string("\u009b \u202e \u2028"), "\"\\u009b \\u202e \\u2028\"");
    BOOST_CHECK_EQUAL(json_string("\xed\xa0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");
}

BOOST_AUTO_TEST_CASE(json_layouts) {
    const auto write = [](JsonWriter::Layout layout) {
        JsonWriter json(layout);
        json.open('{').key("a").value(std::uint64_t{18446744073709551615U}).key("b").open('[');
        json.value(true).null().raw("{\"x\":1}").value("t").close().key("c").open('[').close();
        json.key("d").open('{').close().close();
        return json.take();
    };
    BOOST_CHECK_EQUAL(write(JsonWriter::Layout::compact),
                      "{\"a\":18446744073709551615,\"b\":[true,null,{\"x\":1},\"t\"],\"c\":[],\"d\":{}}");
    BOOST_CHECK_EQUAL(
        write(JsonWriter::Layout::pretty),
        "{\n  \"a\": 18446744073709551615,\n  \"b\": [\n    true,\n    null,\n    {\"x\":1},\n    \"t\"\n"
        "  ],\n  \"c\": [],\n  \"d\": {}\n}");
}

BOOST_AUTO_TEST_CASE(html_text_injects_nothing) {
    BOOST_CHECK_EQUAL(html("<b a='1' c=\"2\">&amp;"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
    BOOST_CHECK_EQUAL(html("\x1b\n\t\u202e\xff"), "&lt;U+001B&gt;&lt;U+000A&gt;\t&lt;U+202E&gt;&lt;0xFF&gt;");
    BOOST_CHECK_EQUAL(html_lines("a\n<b>\n"), "a<br>&lt;b&gt;<br>");
}

BOOST_AUTO_TEST_CASE(slots_are_filled_once) {
    const std::pair<std::string_view, std::string> slots[] = {{"a", "{{b}}"}, {"b", "B"}};
    BOOST_CHECK_EQUAL(fill("{{a}}-{{b}}{{b}} {{c}} {{", slots), "{{b}}-BB {{c}} {{");
}

BOOST_AUTO_TEST_CASE(words_for_counts_and_steps) {
    BOOST_CHECK_EQUAL(counted(1, "claim"), "1 claim");
    BOOST_CHECK_EQUAL(counted(0, "claim"), "0 claims");
    BOOST_CHECK_EQUAL(counted(2, "entry", "entries"), "2 entries");
    BOOST_CHECK_EQUAL(describe(Step{"a + b", "430", {}, {}, "", {}}), "a + b: 430");
    BOOST_CHECK_EQUAL(describe(Step{"430", "430", {}, {}, "", {}}), "430");
    BOOST_CHECK_EQUAL(describe(Step{"a", "about 10", "9", {}, "", {}}), "a: about 10 [9, ∞]");
}

BOOST_AUTO_TEST_CASE(fingerprints_stay_while_lines_move) {
    Sources sources;
    const SourceId before = sources.add("a.md", "12 books");
    const SourceId moved = sources.add("a.md", "A new line.\n12 books");
    const SourceId elsewhere = sources.add("b.md", "12 books");
    const auto of = [&](SourceId source, Span span) {
        return fingerprint(finding_at(source, span), sources);
    };
    const std::string known = of(before, {0, 2});
    BOOST_CHECK_EQUAL(known.size(), 16U);
    BOOST_CHECK_EQUAL(known.find_first_not_of("0123456789abcdef"), std::string::npos);
    BOOST_CHECK_EQUAL(of(moved, {12, 14}), known);
    BOOST_CHECK_NE(of(elsewhere, {0, 2}), known);
    BOOST_CHECK_NE(of(before, {0, 1}), known);

    Finding other = finding_at(before, {0, 2});
    other.message = "said differently";
    BOOST_CHECK_EQUAL(fingerprint(other, sources), known);
    other.related = {{{before, {3, 8}}, ""}};
    BOOST_CHECK_NE(fingerprint(other, sources), known);
    Finding renamed = finding_at(before, {0, 2});
    renamed.id = "total";
    BOOST_CHECK_NE(fingerprint(renamed, sources), known);
}

}  // namespace factlint::test
