// Quotations: what is found, wherever it stands; and that a paragraph states what its parts state alone.
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "facts/extract.h"
#include "facts/quotation.h"
#include "unit/facts/fact_line.h"
#include "unit/facts/invariants.h"

namespace factlint {
namespace {

/// "ja: en<The bridge …>": what a text is in and what is quoted in it.
std::string found_in(std::string_view text, std::string_view document = "en") {
    const LanguageId otherwise = find_language(document).value();
    std::vector<Quotation> quotations;
    std::string out(
        tag(QuotationFinder().find({text, detect_language(text, otherwise), otherwise}, quotations)));
    out += ':';
    for (const Quotation& one : quotations)
        out += ' ' + std::string(tag(one.language)) + '<' + std::string(slice(text, one.prose)) + '>';
    return out;
}

BOOST_AUTO_TEST_CASE(sentences_in_another_script) {
    BOOST_TEST(found_in("彼は「The bridge cost 1.5 million dollars and it is old.」と書いた。", "ja") ==
               "ja: en<The bridge cost 1.5 million dollars and it is old.>");
    BOOST_TEST(found_in("記事はThe bridge was closed in March 2021. 3人が死んだ。") ==
               "ja: en<The bridge was closed in March 2021>");
    BOOST_TEST(found_in("The sign of the temple says 「この寺は3年前に再建された」, and it is old.") ==
               "en: ja<この寺は3年前に再建された>");
}

BOOST_AUTO_TEST_CASE(names_and_titles_are_none) {
    for (const std::string_view text :
         {"iPhone 12 Pro Maxを3台、USD 500で買った。", "彼はThe Lord of the Ringsを3回読んだ。",
          "Mount Fuji (富士山, Fujisan) is the tallest of the mountains in Japan.",
          "The bank (株式会社東京三菱銀行新宿支店) is in the city of Tokyo.",
          "Le film « The Lord of the Rings: The Two Towers » est dans les salles."}) {
        const std::string found = found_in(text);
        BOOST_TEST(found.size() == 3U, found);
    }
}

BOOST_AUTO_TEST_CASE(what_is_around_is_the_language) {
    constexpr std::string_view quoted = "The bridge was opened on March 3, 2021 and it cost 1.5 million";
    BOOST_TEST(found_in("该报刊登：“" + std::string(quoted) + "”。") ==
               "zh: en<" + std::string(quoted) + ">");
    BOOST_TEST(found_in("De burgemeester zei \"" + std::string(quoted) + "\" en dat is het.") ==
               "nl: en<" + std::string(quoted) + ">");
    BOOST_TEST(found_in("Le maire : « " + std::string(quoted) + " ».", "fr") ==
               "fr: en< " + std::string(quoted) + " >");
}

/// Text is skimmed in pieces of fixed size.
BOOST_AUTO_TEST_CASE(they_are_found_wherever_they_stand) {
    for (std::size_t moved = 0; moved < 70; ++moved) {
        const std::string latin = std::string(moved, 'x') +
                                  " the sign of the temple is in the hall, \"三億円で橋が建ち、人が来た\" is";
        BOOST_TEST(found_in(latin) == "en: ja<三億円で橋が建ち、人が来た>");
        const std::string han =
            std::string(moved, '-') + "橋について彼は、「The bridge is on the hill.」と書いた。";
        BOOST_TEST(found_in(han) == "ja: en<The bridge is on the hill.>");
    }
}

std::vector<std::string> lines_of(const Facts& facts, std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < facts.items.size(); ++i)
        lines.push_back(std::string(tag(facts.items[i].language)) + ' ' + test::fact_line(facts, i, text));
    return lines;
}

std::vector<std::string> read(const std::string& text, std::string_view declared = "") {
    Document document;
    document.prose = text;
    document.blocks.resize(1);
    document.blocks[0].prose = {0, static_cast<std::uint32_t>(text.size())};
    if (!declared.empty()) {
        document.languages.emplace_back(declared);
        document.language = 1;
    }
    return lines_of(extract(document), text);
}

rc::Gen<std::string> one_of(std::vector<std::string> sentences) {
    return rc::gen::elementOf(std::move(sentences));
}
rc::Gen<std::string> english() {
    return one_of({"The bridge was opened on March 3, 2021 and it cost 1.5 million dollars.",
                   "More than 300 of the 1,200 houses were destroyed in less than two hours.",
                   "I have been a teacher for 35 years and I was born on 12 May 1984.",
                   "It was built between 1995 and 2001 for about $3.2bn, and it is 1.5 km long."});
}
rc::Gen<std::string> other() {
    return one_of({"この寺は令和3年に再建され、費用は約2億円だった。",
                   "売上は3割増え、5月5日に三千人が来た。", "这座桥的造价是1.3亿美元，于2021年3月3日通车。",
                   "参加的人有三千五百个，其中百分之五是学生。",
                   "다리는 2021년 3월 3일에 개통되었고 3천5백만 원이 들었다.",
                   "पुल 3 मार्च 2021 को खोला गया और इस पर 2.5 करोड़ रुपये खर्च हुए।",
                   "افتتح الجسر في عام 2021 وبلغت كلفته خمسة ملايين دولار من المال."});
}

BOOST_AUTO_TEST_CASE(a_paragraph_states_what_its_parts_state) {
    BOOST_TEST(rc::check("two scripts", [] {
        const bool latin_first = *rc::gen::arbitrary<bool>();
        const std::string first = latin_first ? *english() : *other();
        const std::string second = latin_first ? *other() : *english();
        const auto [open, close] = *rc::gen::elementOf(std::vector<std::pair<std::string, std::string>>{
            {" \"", "\" "}, {" “", "” "}, {"「", "」"}, {" «", "» "}, {" ", " "}});
        const std::string text = first + open + second + close + first;
        std::vector<std::string> stated = read(first);
        const std::vector<std::string> alone = stated;
        for (const std::string& line : read(second)) stated.push_back(line);
        stated.insert(stated.end(), alone.begin(), alone.end());
        RC_ASSERT(read(text) == stated);
    }));
}

BOOST_AUTO_TEST_CASE(a_declared_language_is_not_that_of_what_is_quoted) {
    const std::string quoted = "橋は「The bridge cost 1.5 million dollars in 2021 and it is long.」と2人。";
    BOOST_TEST(read(quoted, "ja") == read(quoted), boost::test_tools::per_element());
    for (const std::string& line : read("The bridge cost 1.5 million dollars in 2021 and it is long.", "ja"))
        BOOST_TEST(line.starts_with("en "));
}

BOOST_AUTO_TEST_CASE(a_part_may_say_what_it_is_in) {
    const std::string text = "彼は「1.5 million」と3人に言った。";
    Document document;
    document.prose = text;
    document.languages = {"en", "ja"};
    document.blocks.resize(1);
    document.blocks[0].prose = {0, static_cast<std::uint32_t>(text.size())};
    const auto begin = static_cast<std::uint32_t>(text.find("1.5"));
    document.inline_languages = {{{begin, begin + 11}, 1}};
    for (const std::uint16_t declared : {std::uint16_t{0}, std::uint16_t{2}}) {
        document.language = declared;
        const std::vector<std::string> lines = lines_of(extract(document), text);
        BOOST_TEST(lines ==
                       (std::vector<std::string>{"en number 1500000 | 1.5 million", "ja count 3 人 | 3人"}),
                   boost::test_tools::per_element());
        const Facts forced = extract(document, {.language = "ja", .identifiers = false});
        BOOST_TEST(forced.items[0].payload != 1500000);
    }
}

/// Quadratic work would not end within the test's patience.
BOOST_AUTO_TEST_CASE(hostile_paragraphs_end) {
    for (const std::string_view unit :
         {"\"", " \"a", "「", "“", "«", "(", "橋 ", "橋The ", "The 橋", "12 ", "橋 12 ", "x 12 ", "\xE3",
          "\xC2\xAB", "the of and in \"", "ᄀ", "\xE2\x80\x9C", "、", "、\"x"}) {
        std::string text;
        while (text.size() < 400'000) text += unit;
        for (const std::string_view beginning : {"", "橋は架かった。", "The bridge of the town is in the "}) {
            const std::string whole = std::string(beginning) + text;
            Document document;
            document.prose = whole;
            document.blocks.resize(1);
            document.blocks[0].prose = {0, static_cast<std::uint32_t>(whole.size())};
            BOOST_TEST(test::broken_promise(extract(document), whole) == "");
        }
    }
}

}  // namespace
}  // namespace factlint
