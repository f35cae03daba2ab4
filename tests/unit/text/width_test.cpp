#include <boost/test/unit_test.hpp>

#include "text/utf8.h"

#include <string>

using factlint::display_width;

BOOST_AUTO_TEST_SUITE(width)

BOOST_AUTO_TEST_CASE(scripts) {
    BOOST_TEST(display_width("") == 0U);
    BOOST_TEST(display_width("130 million") == 11U);
    BOOST_TEST(display_width("1億3,000万") == 10U);
    BOOST_TEST(display_width("１３０") == 6U);
    BOOST_TEST(display_width("ﾄﾞﾙ") == 3U);
    BOOST_TEST(display_width("한국어") == 6U);
    BOOST_TEST(display_width("tỷ đồng") == 7U);
}

BOOST_AUTO_TEST_CASE(combining_marks_take_no_column) {
    BOOST_TEST(display_width("e\u0301") == 1U);
    BOOST_TEST(display_width("ty\u0309 \u0111o\u0302\u0300ng") == 7U);
    BOOST_TEST(display_width("か\u3099") == 2U);
    BOOST_TEST(display_width("\u1112\u1161\u11AB") == 2U);  // Jamo of 한
}

BOOST_AUTO_TEST_CASE(emoji_sequences_are_one_cell_pair) {
    BOOST_TEST(display_width("😀") == 2U);
    BOOST_TEST(display_width("👩\u200D👩\u200D👧") == 2U);
    BOOST_TEST(display_width("👍🏽") == 2U);
    BOOST_TEST(display_width("❤\uFE0F") == 2U);
    BOOST_TEST(display_width("❤") == 1U);
    BOOST_TEST(display_width("1\uFE0F\u20E3") == 2U);
    BOOST_TEST(display_width("🇯🇵🇻🇳") == 4U);
}

BOOST_AUTO_TEST_CASE(ambiguous_is_narrow) { BOOST_TEST(display_width("±×…①") == 4U); }

BOOST_AUTO_TEST_CASE(tabs_go_to_the_next_multiple_of_four) {
    BOOST_TEST(display_width("\t") == 4U);
    BOOST_TEST(display_width("a\tb") == 5U);
    BOOST_TEST(display_width("億\t") == 4U);
    BOOST_TEST(display_width("abcd\t") == 8U);
}

BOOST_AUTO_TEST_CASE(controls_and_invalid_bytes_take_one) {
    BOOST_TEST(display_width(std::string_view("\0\x1B", 2)) == 2U);
    BOOST_TEST(display_width("\xFF\x80") == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
