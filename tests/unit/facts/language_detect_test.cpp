#include <boost/test/unit_test.hpp>

#include "facts/language.h"

namespace factlint {
namespace {

std::string_view detected(std::string_view text, std::string_view otherwise = "en") {
    return tag(detect_language(text, find_language(otherwise).value()));
}

BOOST_AUTO_TEST_CASE(by_script) {
    BOOST_TEST(detected("橋は来年の春に開通する。") == "ja");
    BOOST_TEST(detected("新しい API の GitHub リポジトリを公開した。") == "ja");
}

BOOST_AUTO_TEST_CASE(by_function_words) {
    BOOST_TEST(detected("The bridge will open in the spring of next year.", "ja") == "en");
    BOOST_TEST(detected("Cây cầu sẽ được khánh thành vào mùa xuân và là công trình của tỉnh.") == "vi");
}

BOOST_AUTO_TEST_CASE(what_says_nothing_is_in_the_other_language) {
    BOOST_TEST(detected("", "vi") == "vi");
    BOOST_TEST(detected("2025: 42 %", "ja") == "ja");
    BOOST_TEST(detected("Kubernetes", "vi") == "vi");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf_8_do_not_stop_it) {
    BOOST_TEST(detected("\xFF\xC0 the \x80 of", "ja") == "en");
}

}  // namespace
}  // namespace factlint
