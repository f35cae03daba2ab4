#include <boost/test/unit_test.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <rapidcheck.h>

#include "facts/language.h"
#include "facts/token.h"
#include "facts/word_memory.h"

namespace factlint {
namespace {

BOOST_AUTO_TEST_CASE(a_word_and_the_character_behind_it_are_its_key) {
    const WordKey aid = word_key("the aid rose by a third", 4);
    BOOST_TEST(aid.size == 4U);
    BOOST_TEST(aid.walked == 3U);
    BOOST_TEST(aid.low == word_key("aid ", 0).low);
    BOOST_TEST(aid.low != word_key("aid,", 0).low);
    BOOST_TEST(aid.low != word_key("Aid ", 0).low);
    const WordKey long_word = word_key("internationally known", 0);
    BOOST_TEST(long_word.size == 16U);
    BOOST_TEST(long_word.high == word_key("internationally ", 0).high);
    BOOST_TEST(word_key("triệu đồng", 0).size == 8U);
    BOOST_TEST(word_key("aid", 0).size == 4U);
}

BOOST_AUTO_TEST_CASE(two_characters_of_a_script_without_spaces_are_a_key) {
    BOOST_TEST(word_key("年間に", 0).size == 6U);
    BOOST_TEST(word_key("年12", 0).size == 4U);
    BOOST_TEST(word_key("年か\u3099", 0).size == 0U);
}

BOOST_AUTO_TEST_CASE(what_more_bytes_decide_has_no_key) {
    BOOST_TEST(word_key("12", 0).size == 0U);
    BOOST_TEST(word_key("$5", 0).size == 0U);
    BOOST_TEST(word_key("counterrevolutionary", 0).size == 0U);
}

bool same(const Token& a, const Token& b) {
    return a.span == b.span && a.kind == b.kind && a.gap == b.gap && a.ascii == b.ascii &&
           a.senses.data() == b.senses.data() && a.senses.size() == b.senses.size() &&
           a.roles.bits == b.roles.bits;
}

/// Words, parts of words and what may stand between them; what may be one in a language is in others none.
constexpr std::array fragments = {
    "the",       "of",     "in",   "may",    "May", "per",       " cent",       "per cent",  "million",
    "millions",  "March",  " ",    " ",      " ",   ",",         "-",           ".",         "’",
    "“",         "\n",     "\t",   "\u00AD", "12",  "five",      "năm",         "na\u0306m", "triệu",
    "TRIỆU",     "ngày",   "từ",   "đến",    "Đ",   "年",        "年間",        "か",        "\u3099",
    "月",        "一",     "一緒", "千葉",   "億",  "Millionen", "dreihundert", "zwei",      "und",
    "achtziger", "Jahre",  "من",   "وخمسة",  "،",   "في",        "लाख",         "तीन",       "백",
    "만 원",     "ＵＳＤ", "US$",  "×",      "é"};

BOOST_AUTO_TEST_CASE(what_is_remembered_is_what_is_read_anew) {
    const auto remembering = std::make_unique<Run>();
    const bool holds = rc::check("tokens of a run that remembers", [&] {
        const auto chosen = *rc::gen::container<std::vector<std::string>>(
            rc::gen::map(rc::gen::inRange<std::size_t>(0, fragments.size()),
                         [](std::size_t i) { return std::string(fragments[i]); }));
        std::string text;
        for (const std::string& fragment : chosen) text += fragment;
        const auto index = *rc::gen::inRange<std::size_t>(0, all_languages().size());
        const LanguageData& language = all_languages()[index];
        const auto fresh = std::make_unique<Run>(text, language);
        remembering->open(text, language);
        for (std::size_t i = 0; i < Run::capacity; ++i) {
            RC_ASSERT(same((*remembering)[i], (*fresh)[i]));
            if ((*fresh)[i].kind == TokenKind::end) break;
        }
    });
    BOOST_TEST(holds);
}

}  // namespace
}  // namespace factlint
