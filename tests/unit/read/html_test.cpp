#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

#include <gumbo.h>
#include <rapidcheck.h>

#include "invariants.h"
#include "read/reader.h"

using namespace factlint;

namespace {

std::unique_ptr<Document> read(Sources& sources, std::string page) {
    return reader_named("html")->read(sources, sources.add("a.html", std::move(page)));
}

std::string repeated(std::string_view unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    return text;
}

/// What the bytes on disk are for the first place of `words` in the prose.
std::string on_disk(const std::string& page, std::string_view words) {
    Sources sources;
    const auto document = read(sources, page);
    const std::size_t at = document->prose.find(words);
    if (at == std::string_view::npos) return "not in the prose";
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span = document->to_source({begin, begin + static_cast<std::uint32_t>(words.size())});
    return std::string(slice(page, span));
}

bool has_finding(const Document& document, std::string_view id) {
    for (const Finding& finding : document.findings)
        if (finding.id == id) return true;
    return false;
}

const std::vector<std::string> texts_and_inlines = {"3億",
                                                    "430 million ",
                                                    "x",
                                                    "\n",
                                                    " ",
                                                    "&amp;",
                                                    "&nbsp;",
                                                    "&copy",
                                                    "&#x33;",
                                                    "&#150;",
                                                    "&bogus;",
                                                    "&",
                                                    "< ",
                                                    "<b>",
                                                    "</b>",
                                                    "<i class='>'>",
                                                    "</i>",
                                                    "</span>",
                                                    "<a b=c>",
                                                    "</x>",
                                                    "<br>",
                                                    "<!-- 7 -->",
                                                    "<!-->",
                                                    "<? 8 ?>",
                                                    "</3>",
                                                    "<p>",
                                                    "</p>",
                                                    "<div>",
                                                    "</div>",
                                                    "<ul><li>",
                                                    "<li>",
                                                    "</ul>",
                                                    "<h2>",
                                                    "</h2>",
                                                    "<hr>",
                                                    "<dl><dt>",
                                                    "</dl>",
                                                    "<img alt='9'>",
                                                    "<wbr/>",
                                                    "<script>1<b></script>",
                                                    "<code>2</code>",
                                                    "<s>5</s>",
                                                    "<span hidden>4</span>",
                                                    "<style>6</style>",
                                                    "<blockquote>",
                                                    "</blockquote>"};

const std::vector<std::string> all_else = {"<table>",
                                           "</table>",
                                           "<tr>",
                                           "<td colspan=3 rowspan=2>",
                                           "</td>",
                                           "<caption>",
                                           "<tbody>",
                                           "<code>",
                                           "</code>",
                                           "<del>",
                                           "<pre>",
                                           "</pre>",
                                           "<div hidden>",
                                           "<p lang=ja>",
                                           "<svg>",
                                           "</svg>",
                                           "<title>",
                                           "</title>",
                                           "<!--",
                                           "-->",
                                           "<a b='",
                                           "'>",
                                           "<sup>",
                                           "</html>",
                                           "<html lang=vi>",
                                           "<meta charset=x>",
                                           "<meta name=description content='1 &lt; 2'>",
                                           "<![CDATA[",
                                           "]]>",
                                           "<textarea>",
                                           "<ruby>",
                                           "<rt>",
                                           "\xFF",
                                           std::string(1, '\0'),
                                           "\r\n",
                                           "\f",
                                           "<?xml?>",
                                           "\xEF\xBB\xBF",
                                           "<script>",
                                           "&#0;",
                                           "<time pubdate datetime=2024>",
                                           "<!-- factlint-ignore a: b -->",
                                           "<math/>",
                                           "<img alt='&nbsp3' >"};

rc::Gen<std::string> page(std::vector<std::string> pieces) {
    const auto parts = rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(pieces)));
    return rc::gen::map(parts, [](const auto& chosen) {
        std::string text;
        for (const std::string& part : chosen) text += part;
        return text;
    });
}

bool is_left_out(const GumboElement& element) {
    return element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE ||
           element.tag == GUMBO_TAG_CODE || element.tag == GUMBO_TAG_S ||
           gumbo_get_attribute(&element.attributes, "hidden") != nullptr;
}

void append_text(const GumboNode& node, std::string& text) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) text += node.v.text.text;
    if (node.type != GUMBO_NODE_ELEMENT || is_left_out(node.v.element)) return;
    const auto* alt = gumbo_get_attribute(&node.v.element.attributes, "alt");
    if (alt && node.v.element.tag == GUMBO_TAG_IMG) text += alt->value;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        append_text(*static_cast<const GumboNode*>(children.data[i]), text);
}

std::string text_by_gumbo(std::string_view page) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    std::string text;
    append_text(*output->root, text);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return text;
}

/// Without white space and marks, which only this reader writes.
std::string bare(std::string text) {
    for (std::size_t at; (at = text.find("\uFFFC")) != std::string::npos;) text.erase(at, 3);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'; });
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(spans_map_to_the_bytes_that_say_it) {
    BOOST_TEST(on_disk("<p>aid of 3億<b>米ドル</b>!", "3億米ドル") == "3億<b>米ドル");
    BOOST_TEST(on_disk("<p>aid of 3億<b>米ドル</b>!", "億米") == "億<b>米");
    BOOST_TEST(on_disk("<p>a 5&nbsp;km b", "5\u00A0km") == "5&nbsp;km");
    BOOST_TEST(on_disk("<p>a 5&nbsp;km b", "\u00A0") == "&nbsp;");
    BOOST_TEST(on_disk("<p>a 5&nbspkm b", "km") == "km");
    BOOST_TEST(on_disk("<p>130 <!-- x -->\n  million", "130 million") == "130 <!-- x -->\n  million");
    BOOST_TEST(on_disk("<p>130\n  million", "million") == "million");
    BOOST_TEST(on_disk("<p>x <code>abc</code> 7", "\uFFFC 7") == "<code>abc</code> 7");
    BOOST_TEST(on_disk("<img alt='of 3&#20740;'>", "3億") == "3&#20740;");
}

BOOST_AUTO_TEST_CASE(every_page_keeps_the_promises) {
    std::vector<std::string> pieces = texts_and_inlines;
    pieces.insert(pieces.end(), all_else.begin(), all_else.end());
    BOOST_TEST(rc::check("broken_promise", [&] {
        Sources sources;
        const auto document = read(sources, *page(pieces));
        RC_ASSERT(test::broken_promise(*document, sources) == "");
        for (const Block& block : document->blocks)
            RC_ASSERT(test::broken_sentences(document->prose, block.prose,
                                             sentences(document->prose, block.prose)) == "");
    }));
}

BOOST_AUTO_TEST_CASE(the_text_is_that_of_a_browser) {
    BOOST_TEST(rc::check("text of gumbo", [] {
        const std::string text = *page(texts_and_inlines);
        Sources sources;
        const auto document = read(sources, text);
        RC_ASSERT(bare(std::string(document->prose)) == bare(text_by_gumbo(text)));
    }));
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_a_finding) {
    for (const std::string unit : {"<div>", "<b>", "<x-y>", "<ul><li>", "<table><tr><td>", "<svg>"}) {
        Sources sources;
        const auto document = read(sources, "<p>before</p>" + repeated(unit, 1 << 20) + "x");
        BOOST_TEST(has_finding(*document, "limit"), unit);
        BOOST_TEST(document->prose.starts_with("before"));
    }
    Sources sources;
    const auto document = read(sources, repeated("<div>", 510 * 5) + "x");
    BOOST_TEST(document->findings.empty());
    BOOST_TEST(document->prose == "x");
}

BOOST_AUTO_TEST_CASE(what_ends_by_itself_is_not_nested) {
    for (const std::string unit :
         {"<p>a", "<li>a", "<dt>a<dd>b", "<br>", "<h1>a", "<tr><td>a", "<img>", "<svg/>"}) {
        Sources sources;
        const auto document = read(sources, "<table>" + repeated(unit, 20'000));
        BOOST_TEST(!has_finding(*document, "limit"), unit);
    }
}

BOOST_AUTO_TEST_CASE(more_languages_than_people_speak_are_a_finding) {
    std::string page;
    for (int i = 1000; i < 3000; ++i) page += "<p lang=x" + std::to_string(i) + ">a";
    Sources sources;
    const auto document = read(sources, page);
    BOOST_TEST(document->findings.size() == 1U);
    BOOST_TEST(has_finding(*document, "limit"));
    BOOST_TEST(document->languages.size() == 1000U);
    BOOST_TEST(document->blocks.back().language == 0U);
}

BOOST_AUTO_TEST_CASE(hostile_pages_come_to_an_end) {
    for (const std::string unit : {"<",           "&",
                                   "<!--",        "--!",
                                   "<a ",         "<a b=",
                                   "<a b='",      "</",
                                   "<!",          "<?",
                                   "<script>",    "</script",
                                   "<title>",     "<![CDATA[",
                                   "&#0",         "&#x",
                                   "&a;",         "&abc",
                                   "<p hidden>",  "<td colspan=9999 rowspan=9999>",
                                   "<table><td>", "<b></i>",
                                   "<b><p></b>",  "<li><ul>",
                                   "<code>",      "</code><code>",
                                   " \n",         "<br>",
                                   "<rt>",        "a<sup>"}) {
        Sources sources;
        const auto begin = std::chrono::steady_clock::now();
        const auto document = read(sources, repeated(unit, 1 << 20));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        BOOST_TEST(test::broken_promise(*document, sources) == "", unit);
        BOOST_TEST_MESSAGE(unit << ' ' << took.count() << " s");
    }
}

BOOST_AUTO_TEST_SUITE_END()
