#include "facts/fold.h"

#include <boost/test/unit_test.hpp>

#include "facts/language_data.h"

namespace factlint {
namespace {

std::string folded(std::string_view text, Case letter_case = Case::lower) {
    std::string out;
    for (std::uint32_t at = 0; at < text.size();) {
        const Folded step = fold(text, at, letter_case);
        out += step.view();
        at += step.taken;
    }
    return out;
}

BOOST_AUTO_TEST_CASE(case_width_and_composition_do_not_matter) {
    BOOST_TEST(folded("TRIỆU") == folded("trie\u0323\u0302u"));
    BOOST_TEST(folded("Đồng") == folded("đồng"));
    BOOST_TEST(folded("ＵＳＤ") == "usd");
    BOOST_TEST(folded("ト\u3099ル") == "ドル");
    BOOST_TEST(folded("ハ\u309Aン") == "パン");
    BOOST_TEST(folded("US", Case::keep) == "US");
}

BOOST_AUTO_TEST_CASE(devanagari_is_compared_without_nukta_and_with_one_sign_of_nasals) {
    BOOST_TEST(folded("हज\u093Cार") == "हजार");
    BOOST_TEST(folded("ह\u095Bार") == "हजार");
    BOOST_TEST(folded("पाँच") == "पांच");
    BOOST_TEST(folded("कि॰मी॰") == "कि.मी.");
    BOOST_TEST(letters_end("सौ।", 0) == 6U);
    BOOST_TEST(letters_end("दो\u200Dनों", 0) == 18U);
}

BOOST_AUTO_TEST_CASE(signs_have_one_form) {
    BOOST_TEST(folded("−5‐6") == "-5-6");
    BOOST_TEST(folded("1\u00A0000\u202F000\u3000") == "1 000 000 ");
    BOOST_TEST(folded("mil\u00ADlion") == "million");
    BOOST_TEST(folded("３．５％〜￥") == "3.5%~¥");
}

BOOST_AUTO_TEST_CASE(arabic_is_compared_without_what_is_often_left_out) {
    BOOST_TEST(folded("أربعةٌ") == folded("اربعه"));
    BOOST_TEST(folded("إحـــدى") == folded("احدي"));
    BOOST_TEST(folded("مئة") == folded("مي\u0654ة"));
    BOOST_TEST(folded("٪،٫") == "%,.");
    BOOST_TEST(folded("\u202B5\u202C\u200F") == "5");
}

BOOST_AUTO_TEST_CASE(digits_of_several_scripts) {
    std::uint32_t size = 0;
    BOOST_TEST(digit_at("７", 0, size) == 7);
    BOOST_TEST(size == 3U);
    BOOST_TEST(digit_at("٣", 0, size) == 3);
    BOOST_TEST(digit_at("९", 0, size) == 9);
    BOOST_TEST(digit_at("x", 0, size) == -1);
    BOOST_TEST(digit_at("", 0, size) == -1);
}

const Lexicon& lexicon(std::string_view tag) { return data(*find_language(tag)).lexicon; }

BOOST_AUTO_TEST_CASE(the_longest_word_wins_and_words_have_ends) {
    BOOST_TEST(lexicon("en").longest("ton of", 0).length == 3U);
    BOOST_TEST(lexicon("en").longest("tonality", 0).length == 0U);
    BOOST_TEST(lexicon("en").longest("More  than five", 0).length == 10U);
    BOOST_TEST(lexicon("ja").longest("米ドル", 0).length == 9U);
    BOOST_TEST(lexicon("ja").longest("一部", 0).length == 6U);
    BOOST_TEST(lexicon("ja").longest("一部", 0, Stops::ignore).length == 3U);
}

BOOST_AUTO_TEST_CASE(a_sense_may_ask_for_its_spelling) {
    const Lexicon& words = lexicon("en");
    const Match match = words.longest("MB", 0);
    BOOST_REQUIRE(!match.senses.empty());
    std::size_t fitting = 0;
    for (const Sense& sense : match.senses) fitting += words.spelled(sense, "MB", 0) ? 1 : 0;
    BOOST_TEST(fitting == 1U);
}

}  // namespace
}  // namespace factlint
