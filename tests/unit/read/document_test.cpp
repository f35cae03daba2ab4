#include <boost/test/unit_test.hpp>

#include <rapidcheck.h>

#include <string>

#include "invariants.h"
#include "read/reader.h"

using namespace factlint;

namespace {

std::unique_ptr<Document> read(Sources& sources, std::string path, std::string text) {
    const SourceId id = sources.add(std::move(path), std::move(text));
    return reader_for(sources[id].path).read(sources, id);
}

std::string repeated(std::string_view unit, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += unit;
    return text;
}

/// What the bytes on disk are for the first place of `words` in the prose.
std::string on_disk(std::string_view markdown, std::string_view words) {
    Sources sources;
    const auto document = read(sources, "a.md", std::string(markdown));
    const std::size_t at = document->prose.find(words);
    if (at == std::string_view::npos) return "not in the prose";
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span = document->to_source({begin, begin + static_cast<std::uint32_t>(words.size())});
    return std::string(slice(markdown, span));
}

bool has_finding(const Document& document, std::string_view id) {
    for (const Finding& finding : document.findings)
        if (finding.id == id) return true;
    return false;
}

rc::Gen<std::string> markdown() {
    const auto pieces = rc::gen::elementOf(std::vector<std::string>{"3億",
                                                                    "米ドル",
                                                                    "430 million ",
                                                                    "\n",
                                                                    "\n\n",
                                                                    "\r\n",
                                                                    "\r",
                                                                    "  \n",
                                                                    "\\\n",
                                                                    "*",
                                                                    "**",
                                                                    "_",
                                                                    "`",
                                                                    "``",
                                                                    "~~",
                                                                    "&amp;",
                                                                    "&#8211;",
                                                                    "&lt",
                                                                    "&nbsp;",
                                                                    "[",
                                                                    "](x)",
                                                                    "](<y\n> 'z')",
                                                                    "![",
                                                                    "<b>",
                                                                    "</b>",
                                                                    "<br>",
                                                                    "<sup>",
                                                                    "<!-- factlint-ignore a: b -->",
                                                                    "<!--",
                                                                    "-->",
                                                                    "> ",
                                                                    "- ",
                                                                    "1. ",
                                                                    "# ",
                                                                    "    ",
                                                                    "\t",
                                                                    "| ",
                                                                    " | ",
                                                                    "|---|---|\n",
                                                                    "```\n",
                                                                    "---\n",
                                                                    "title: 5\n",
                                                                    "<http://x.y/2>",
                                                                    "<div>\n",
                                                                    "\\",
                                                                    "\\*",
                                                                    std::string(1, '\0'),
                                                                    "\xFF",
                                                                    "\xEF\xBB\xBF",
                                                                    "[r]: z\n",
                                                                    "[r]"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(pieces), [](const auto& parts) {
        std::string text;
        for (const std::string& part : parts) text += part;
        return text;
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document)

BOOST_AUTO_TEST_CASE(spans_map_to_the_bytes_that_say_it) {
    BOOST_TEST(on_disk("aid of 3億**米ドル**!", "3億米ドル") == "3億**米ドル");
    BOOST_TEST(on_disk("aid of 3億**米ドル**!", "億米") == "億**米");
    BOOST_TEST(on_disk("a 5&nbsp;km b", "5\u00A0km") == "5&nbsp;km");
    BOOST_TEST(on_disk("a 5&nbsp;km b", "\u00A0") == "&nbsp;");
    BOOST_TEST(on_disk("a 5&nbsp;km b", "km") == "km");
    BOOST_TEST(on_disk("1995&#8211;2025", "1995–2025") == "1995&#8211;2025");
    BOOST_TEST(on_disk("[13**0** million](x/5 \"6\") USD", "130 million USD") ==
               "13**0** million](x/5 \"6\") USD");
    BOOST_TEST(on_disk("> 130\n> million", "130\nmillion") == "130\n> million");
    BOOST_TEST(on_disk("| a |\n|---|\n| 3億 \\| 4億 |", "| 4億") == "| 4億");
    BOOST_TEST(on_disk("x `abc` y", "\uFFFC") == "abc");
    BOOST_TEST(on_disk("x `abc` 7", "\uFFFC 7") == "abc` 7");
    BOOST_TEST(on_disk("a [b](c\n'd\ne')\nf", "b\nf") == "b](c\n'd\ne')\nf");
}

BOOST_AUTO_TEST_CASE(between_blocks_stands_nothing) {
    Sources sources;
    const auto document = read(sources, "a.md", "# 1\n\n2");
    BOOST_TEST(document->prose == "1\n2");
    BOOST_TEST((document->to_source({1, 2}).empty()));
    BOOST_TEST((document->to_source({0, 3}) == Span{2, 6}));
    BOOST_TEST((document->to_source({3, 3}) == Span{6, 6}));
}

BOOST_AUTO_TEST_CASE(every_markdown_keeps_the_promises) {
    BOOST_TEST(rc::check("broken_promise", [] {
        Sources sources;
        const auto document = read(sources, "a.md", *markdown());
        RC_ASSERT(test::broken_promise(*document, sources) == "");
        for (const Block& block : document->blocks)
            RC_ASSERT(test::broken_sentences(document->prose, block.prose,
                                             sentences(document->prose, block.prose)) == "");
    }));
}

BOOST_AUTO_TEST_CASE(every_plain_text_keeps_the_promises) {
    BOOST_TEST(rc::check("broken_promise", [] {
        Sources sources;
        const auto document = read(sources, "a.txt", *markdown());
        RC_ASSERT(test::broken_promise(*document, sources) == "");
        RC_ASSERT(document->prose.data() == sources.text(document->source).data());
    }));
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_a_finding) {
    for (const std::string unit : {">", "- ", "> - "}) {
        Sources sources;
        const auto document = read(sources, "a.md", "before\n\n" + repeated(unit, 10'000) + "x\n");
        BOOST_TEST(has_finding(*document, "limit"));
        BOOST_TEST(document->prose.starts_with("before"));
    }
    Sources sources;
    BOOST_TEST(!has_finding(*read(sources, "a.md", repeated(">", 100) + "x"), "limit"));
}

BOOST_AUTO_TEST_CASE(a_table_of_empty_cells_is_a_finding) {
    const std::string wide = repeated("|a", 2'000) + "|\n" + repeated("|---", 2'000) + "|\n";
    Sources sources;
    BOOST_TEST(has_finding(*read(sources, "a.md", wide + repeated("|\n", 20'000)), "limit"));
    BOOST_TEST(!has_finding(*read(sources, "a.md", wide), "limit"));
}

BOOST_AUTO_TEST_CASE(hostile_markup_comes_to_an_end) {
    for (const std::string unit : {"[", "![", "*a_", "<!--", "`a``", "&", "<a ", "~~~ ", "[a](", "\\", "](",
                                   "<", "<?", "a**b", "<!-- -", "|", "^", "[a]: b\n"}) {
        Sources sources;
        const auto document = read(sources, "a.md", repeated(unit, 20'000));
        BOOST_TEST(test::broken_promise(*document, sources) == "");
    }
}

BOOST_AUTO_TEST_CASE(a_long_line_of_plain_text_is_not_copied) {
    Sources sources;
    const auto document = read(sources, "a.txt", repeated("430 million USD ", 1 << 20));
    BOOST_TEST(document->blocks.size() == 1U);
    BOOST_TEST(document->decoded.capacity() < 64U);
    BOOST_TEST(document->prose.data() == sources.text(document->source).data());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(reader)

BOOST_AUTO_TEST_CASE(every_row_of_the_table_reads) {
    for (const Reader& reader : readers()) {
        BOOST_TEST_CONTEXT(reader.name) {
            BOOST_TEST(reader_named(reader.name) == &reader);
            BOOST_TEST(!reader.description.empty());
            for (const std::string_view extension : reader.extensions)
                BOOST_TEST(&reader_for("a" + std::string(extension)) == &reader);
            Sources sources;
            const auto document = reader.read(sources, sources.add("a", "430 million"));
            BOOST_TEST(document->prose == "430 million");
            BOOST_TEST(document->blocks.size() == 1U);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_no_row_names_is_plain_text) {
    BOOST_TEST(reader_for("LICENSE").name == "text");
    BOOST_TEST(reader_for("").name == "text");
    BOOST_TEST(reader_for("a.MD").name == "markdown");
    BOOST_TEST((reader_named("nothing") == nullptr));
}

BOOST_AUTO_TEST_CASE(language_in_a_path) {
    BOOST_TEST(language_of_path("a/b.ja.md") == "ja");
    BOOST_TEST(language_of_path("b.pt-BR.txt") == "pt-BR");
    for (const std::string_view path :
         {"b.md", "ja.md", ".ja.md", "a.ja/b.md", "b.old.md", "b.1.md", "b.ja-.md", "b.JA.md", ""})
        BOOST_TEST(language_of_path(path) == "");
}

BOOST_AUTO_TEST_SUITE_END()
