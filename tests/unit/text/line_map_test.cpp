#include <boost/test/unit_test.hpp>

#include "text/line_map.h"

#include <string>

using namespace factlint;

namespace {

std::string shown(std::string_view text, std::size_t offset) {
    const Position p = LineMap(text).position(static_cast<std::uint32_t>(offset));
    std::string out;
    for (const auto number : {p.line, p.byte_column, p.column, p.utf16_column, p.display_column})
        out += (out.empty() ? "" : " ") + std::to_string(number);
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_map)

BOOST_AUTO_TEST_CASE(every_kind_of_column) {
    const std::string text = "x\n援助 👩\u200D👧 o\u0302 5";
    BOOST_TEST(shown(text, text.find("援")) == "2 1 1 1 1");
    BOOST_TEST(shown(text, text.find("助")) == "2 4 2 2 3");
    BOOST_TEST(shown(text, text.find("👩")) == "2 8 4 4 6");
    BOOST_TEST(shown(text, text.find("o")) == "2 20 8 10 9");
    BOOST_TEST(shown(text, text.find("5")) == "2 24 11 13 11");
}

BOOST_AUTO_TEST_CASE(an_offset_inside_a_code_point_is_that_code_point) {
    BOOST_TEST(shown("助成", 4) == "1 5 2 2 3");
}

BOOST_AUTO_TEST_CASE(a_cursor_says_what_the_map_says_in_any_order) {
    const std::string_view text = "\xEF\xBB\xBF"
                                  "a\u3042b\r\n\U0001F600c\n\nd";
    const LineMap lines(text);
    LineCursor cursor(lines);
    for (const std::uint32_t offset : {3u, 4u, 7u, 8u, 4u, 3u, 10u, 14u, 15u, 16u, 10u, 17u, 5u, 0u}) {
        const LineColumn here = cursor.at(offset);
        BOOST_TEST(here.line == lines.position(offset).line, offset);
        BOOST_TEST(here.column == lines.position(offset).column, offset);
    }
}

BOOST_AUTO_TEST_CASE(a_carriage_return_may_be_the_last_byte) {
    const LineMap lines("\r\n\n\r");
    BOOST_TEST(lines.line_count() == 4u);
    BOOST_TEST(lines.line(3).end == 3u);
    BOOST_TEST(lines.line(4).begin == 4u);
}

BOOST_AUTO_TEST_CASE(lines_end_at_lf_crlf_and_lone_cr) {
    const std::string_view text = "a\r\nb\rc\nd";
    const LineMap map(text);
    BOOST_TEST(map.line_count() == 4U);
    const std::string_view expected[] = {"a", "b", "c", "d"};
    for (std::uint32_t line = 1; line <= 4; ++line) {
        BOOST_TEST(slice(text, map.line(line)) == expected[line - 1]);
        BOOST_TEST(map.position(map.line(line).begin).line == line);
        BOOST_TEST(map.position(map.line(line).begin).column == 1U);
    }
    BOOST_TEST(shown(text, 2) == "1 3 3 3 3");  // the LF of CRLF ends line 1
}

BOOST_AUTO_TEST_CASE(a_final_line_end_opens_an_empty_line) {
    const LineMap map("a\n");
    BOOST_TEST(map.line_count() == 2U);
    BOOST_TEST(map.line(2).empty());
    BOOST_TEST(shown("a\n", 2) == "2 1 1 1 1");
    BOOST_TEST(shown("", 0) == "1 1 1 1 1");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_belongs_to_no_column) {
    const std::string_view text = "\xEF\xBB\xBF"
                                  "ab\nc";
    BOOST_TEST(shown(text, 0) == "1 1 1 1 1");
    BOOST_TEST(shown(text, 3) == "1 1 1 1 1");
    BOOST_TEST(shown(text, 4) == "1 2 2 2 2");
    BOOST_TEST(slice(text, LineMap(text).line(1)) == "ab");
    BOOST_TEST(shown(text, 6) == "2 1 1 1 1");
}

BOOST_AUTO_TEST_CASE(invalid_bytes_are_one_column_each) {
    BOOST_TEST(shown("\xFF\xE3\x81x", 3) == "1 4 4 4 4");
}

BOOST_AUTO_TEST_SUITE_END()
