// Every byte at every place of a word, beside the comparison of one byte with another.
#include "text/byte_marks.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

using namespace factlint;

BOOST_AUTO_TEST_SUITE(byte_marks)

BOOST_AUTO_TEST_CASE(the_first_mark_is_the_first_byte_that_is_meant) {
    for (int byte = 0; byte < 256; ++byte) {
        for (std::size_t place = 0; place < 8; ++place) {
            std::string text(8, 'a');
            text[place] = static_cast<char>(byte);
            const std::uint64_t word = eight_bytes(text, 0);
            BOOST_TEST_CONTEXT("byte " << byte << " at " << place) {
                const std::uint64_t quotes = marks_of(word, '"'), controls = marks_below(word, ' ');
                BOOST_TEST((quotes != 0) == (byte == '"'));
                BOOST_TEST((controls != 0) == (byte < ' '));
                if (quotes != 0) BOOST_TEST(bytes_before(quotes) == place);
                if (controls != 0) BOOST_TEST(bytes_before(controls) == place);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(of_several_marks_the_first_is_exact) {
    for (const std::string_view text : {"ab\"\"#\" !", "ab\"#####", "ab\"!!\"\"\""})
        BOOST_TEST(bytes_before(marks_of(eight_bytes(text, 0), '"')) == 2U);
}

BOOST_AUTO_TEST_CASE(zeros_stand_behind_the_text_and_behind_the_first_bytes) {
    const std::string text = "123456789";
    for (std::size_t at = 0; at <= text.size() + 8; ++at) {
        std::string wanted = text.substr(std::min(at, text.size()), 8);
        wanted.resize(8);
        BOOST_TEST(eight_bytes_or_zeros(text, at) == eight_bytes(wanted, 0));
    }
    for (std::size_t count = 0; count <= 8; ++count) {
        std::string wanted = text.substr(0, count);
        wanted.resize(8);
        BOOST_TEST(first_bytes(eight_bytes(text, 0), count) == eight_bytes(wanted, 0));
    }
}

BOOST_AUTO_TEST_SUITE_END()
