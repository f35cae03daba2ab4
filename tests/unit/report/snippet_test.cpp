// Where carets stand: the case files of tests/cases/report, a table of columns, and lines of any length.
#include <boost/test/unit_test.hpp>

#include "report/excerpts.h"
#include "report/snippet.h"
#include "support/cases.h"
#include "text/utf8.h"

namespace factlint::test {
namespace {

constexpr std::uint32_t width = 100;

struct Bracket {
    std::string_view text;
    bool opens, primary;
};
constexpr Bracket brackets[] = {
    {"⟦", true, true}, {"⟧", false, true}, {"⟨", true, false}, {"⟩", false, false}};

/// Reads "a ⟦b|label⟧" into the text "a b" and its marks.
struct Marked {
    std::string text;
    std::vector<Mark> marks;

    explicit Marked(std::string_view source) {
        std::vector<Mark> open;
        bool in_label = false;
        while (!source.empty()) {
            const auto bracket = std::find_if(std::begin(brackets), std::end(brackets),
                                              [&](const Bracket& b) { return source.starts_with(b.text); });
            const std::size_t size = bracket == std::end(brackets) ? 1 : bracket->text.size();
            const auto at = static_cast<std::uint32_t>(text.size());
            if (bracket == std::end(brackets) && !open.empty() && source.front() == '|') {
                in_label = true;
                open.back().span.end = at;
            } else if (bracket == std::end(brackets)) {
                (in_label ? open.back().label : text) += source.front();
            } else if (bracket->opens) {
                open.push_back({{at, at}, bracket->primary, {}});
            } else {
                if (!in_label) open.back().span.end = at;
                in_label = false;
                marks.push_back(open.back());
                open.pop_back();
            }
            source.remove_prefix(size);
        }
    }
};

Finding finding_of(const Marked& marked, SourceId source) {
    Finding finding;
    for (const Mark& mark : marked.marks) {
        if (mark.primary) {
            finding.primary = Place{source, mark.span};
            finding.label = mark.label;
        } else {
            finding.related.push_back({{source, mark.span}, mark.label});
        }
    }
    return finding;
}

std::string shown(const Case& item) {
    const Marked marked(item.text("source"));
    Sources sources;
    const SourceId source = sources.add("text", marked.text);
    Places places(sources);
    const std::string columns = item.attribute("source", "columns");
    const SnippetStyle style{
        {}, Ink::error, 2, columns.empty() ? UINT32_MAX : static_cast<std::uint32_t>(std::stoul(columns))};
    const auto quoted = excerpts(finding_of(marked, source), places, std::min(width, style.width));
    return snippet(quoted.front().rows, sources.text(source), style);
}

struct Row {
    std::string_view text;
    std::uint32_t begin, end;   ///< bytes
    std::uint32_t first, last;  ///< columns from 0
};

constexpr Row rows[] = {
    {"abc", 1, 2, 1, 2},
    {"市は12", 6, 8, 4, 6},
    {"１２冊", 3, 9, 2, 6},
    {"\u00e9\u0301x", 4, 5, 1, 2},
    {"👨‍👩‍👧1", 18, 19, 2, 3},
    {"🇯🇵🇻🇳7", 16, 17, 4, 5},
    {"\t1", 1, 2, 4, 5},
    {"ab\t1", 3, 4, 4, 5},
    {"abcd\t1", 5, 6, 8, 9},
    {"市\t1", 4, 5, 4, 5},
    {"a\x1b"
     "1",
     2, 3, 2, 3},
    {"\xff"
     "1",
     1, 2, 6, 7},
    {"abc", 3, 3, 3, 4},
    {"", 0, 0, 0, 1},
    {"e\u0301", 1, 3, 0, 1},
};

}  // namespace

BOOST_AUTO_TEST_CASE(snippets_of_the_case_files) { BOOST_CHECK_EQUAL(for_each_case("report", shown), 0); }

BOOST_AUTO_TEST_CASE(columns_of_a_span) {
    for (const Row& row : rows) {
        const auto size = static_cast<std::uint32_t>(row.text.size());
        const auto [first, last] = cell_text(row.text, {0, size}).columns({row.begin, row.end});
        BOOST_CHECK_MESSAGE(first == row.first && last == row.last, row.text << ": [" << first << ", " << last
                                                                             << ") instead of [" << row.first
                                                                             << ", " << row.last << ")");
    }
}

BOOST_AUTO_TEST_CASE(carets_stand_under_their_text) {
    // The independent measure: what stands before the caret on its line is as wide as what is quoted before the mark.
    const std::string_view pieces[] = {"市立", "e\u0301", "👩‍🚒", "ﾊﾟ", "ａ", "x", "한글", "🇯🇵", "…"};
    for (const std::string_view before : pieces)
        for (const std::string_view marked : pieces) {
            const std::string text = std::string("1 ") + std::string(before) + std::string(marked) + " end";
            const auto begin = static_cast<std::uint32_t>(2 + before.size());
            const auto end = begin + static_cast<std::uint32_t>(marked.size());
            const auto [first, last] =
                cell_text(text, {0, static_cast<std::uint32_t>(text.size())}).columns({begin, end});
            BOOST_CHECK_EQUAL(first, display_width(std::string_view(text).substr(0, begin)));
            BOOST_CHECK_EQUAL(last, display_width(std::string_view(text).substr(0, end)));
        }
}

BOOST_AUTO_TEST_CASE(windows_of_long_lines) {
    for (const std::string_view piece : {"市", "e\u0301", "👨‍👩‍👧", "x", "\xff"}) {
        std::string text;
        while (text.size() < 300'000) text += piece;
        const auto middle = static_cast<std::uint32_t>(text.size() / piece.size() / 2 * piece.size());
        text.insert(middle, "12");
        const auto size = static_cast<std::uint32_t>(text.size());
        Sources sources;
        const SourceId source = sources.add("long", std::move(text));
        for (const std::uint32_t begin : {0U, middle, size - 1}) {
            Places places(sources);
            const auto quoted = excerpt(places, source, {{{begin, begin + 1}, true, {}}}, width);
            BOOST_REQUIRE_EQUAL(quoted.size(), 1U);
            const factlint::Row& row = quoted.front();
            BOOST_CHECK(row.window.begin <= begin && begin < row.window.end);
            BOOST_CHECK_EQUAL(row.cut_before, row.window.begin > 0);
            BOOST_CHECK_EQUAL(row.cut_after, row.window.end < size);
            const std::size_t columns = display_width(cell_text(sources.text(source), row.window).text);
            BOOST_CHECK_LE(columns, width);
            BOOST_CHECK_GE(columns, width - 10);
            const auto at_cluster = [&](std::uint32_t at) {
                return at <= middle ? at % piece.size() == 0
                                    : at == size || (at - middle - 2) % piece.size() == 0;
            };
            BOOST_CHECK(at_cluster(row.window.begin) || row.window.begin == middle + 1);
            BOOST_CHECK(at_cluster(row.window.end) || row.window.end == middle + 1);
        }
    }
}

BOOST_AUTO_TEST_CASE(places_beyond_the_text_are_shown_at_its_end) {
    Sources sources;
    const SourceId source = sources.add("short", "12");
    Places places(sources);
    const auto quoted = excerpts(std::vector<Place>{{source, {5, 9}}}, places, width);
    BOOST_CHECK(quoted.front().first == (Span{2, 2}));
}

}  // namespace factlint::test
