#include <boost/test/unit_test.hpp>

#include "text/escape.h"
#include "text/suggest.h"
#include "text/utf8.h"

#include <rapidcheck.h>

#include <string>

using namespace factlint;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(escape)

BOOST_AUTO_TEST_CASE(what_is_harmless_stays) {
    const std::string_view text = "130 triệu USD\t1億3,000万 👩\u200D👧 e\u0301";
    BOOST_TEST(escape_for_terminal(text) == text);
}

BOOST_AUTO_TEST_CASE(what_could_steer_a_terminal_is_shown) {
    BOOST_TEST(escape_for_terminal("\x1B[31m") == "␛[31m");
    BOOST_TEST(escape_for_terminal("a\0b\r\n\x7F"sv) == "a␀b␍␊␡");
    BOOST_TEST(escape_for_terminal("\u009B31m") == "<U+009B>31m");
    BOOST_TEST(escape_for_terminal("\u202E0001") == "<U+202E>0001");
    BOOST_TEST(escape_for_terminal("\u2066x\u2069\u200F\uFEFF") == "<U+2066>x<U+2069><U+200F><U+FEFF>");
    BOOST_TEST(escape_for_terminal("\xE3\x81!") == "<0xE3><0x81>!");
}

BOOST_AUTO_TEST_CASE(nothing_dangerous_is_left_of_any_bytes) {
    BOOST_TEST(rc::check("escape_for_terminal", [] {
        const std::string escaped = escape_for_terminal(*rc::gen::arbitrary<std::string>());
        RC_ASSERT(!first_invalid_utf8(escaped));
        for (std::size_t at = 0; at < escaped.size();) {
            const Decoded decoded = decode(escaped, at);
            const char32_t c = decoded.code_point;
            RC_ASSERT(c == '\t' || (c >= 0x20 && !(0x7F <= c && c < 0xA0)));
            at += decoded.size;
        }
    }));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(suggest)

BOOST_AUTO_TEST_CASE(slips_are_recognised) {
    constexpr std::string_view keys[] = {"assert", "severity", "says", "why", "id"};
    BOOST_TEST(nearest("asert", keys).value() == "assert");
    BOOST_TEST(nearest("assret", keys).value() == "assert");
    BOOST_TEST(nearest("severty", keys).value() == "severity");
    BOOST_TEST(nearest("says", keys).value() == "says");
    BOOST_TEST(nearest("wyh", keys).value() == "why");
}

BOOST_AUTO_TEST_CASE(what_is_too_far_is_no_slip) {
    constexpr std::string_view keys[] = {"assert", "says"};
    BOOST_TEST(!nearest("tolerance", keys));
    BOOST_TEST(!nearest("", keys));
    BOOST_TEST(!nearest("anything", {}));
}

BOOST_AUTO_TEST_CASE(of_several_alike_the_first) {
    constexpr std::string_view keys[] = {"cat", "bat"};
    BOOST_TEST(nearest("rat", keys).value() == "cat");
}

BOOST_AUTO_TEST_SUITE_END()
