#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/language.h"
#include "facts/scanner.h"
#include "text/utf8.h"

namespace factlint {
namespace {

std::vector<std::uint32_t> places(Scanner& scanner, const std::string& text, std::string_view language) {
    scanner.open(text, data(find_language(language).value()));
    std::vector<std::uint32_t> out;
    const auto size_at = [&](std::uint32_t at) {
        return static_cast<std::uint32_t>(code_point_size(text, at));
    };
    for (std::uint32_t at = scanner.next(0); at < text.size(); at = scanner.next(at + size_at(at)))
        out.push_back(at);
    return out;
}

BOOST_AUTO_TEST_CASE(digits_signs_and_words_that_begin_a_fact_are_places) {
    Scanner scanner;
    BOOST_TEST(places(scanner, "We paid $5 in two months.", "en") == (std::vector<std::uint32_t>{8, 9, 14}));
    BOOST_TEST(places(scanner, "", "en").empty());
    BOOST_TEST(scanner.next(0) == 0U);
}

BOOST_AUTO_TEST_CASE(a_word_divided_by_a_soft_hyphen_is_looked_at) {
    Scanner scanner;
    BOOST_TEST(places(scanner, "sev\u00ADen", "en").front() == 0U);
    BOOST_TEST(places(scanner, "sev", "en").empty());
}

/// Words of other scripts beside them are looked at in another way.
BOOST_AUTO_TEST_CASE(words_of_two_scripts) {
    Scanner scanner;
    for (const std::string_view language : {"hi", "ar"})
        for (const std::string_view other : {"यह", "और", "في", "من"}) {
            const std::string word(other);
            const std::string text = word + " USD " + word + word + " EUR (" + word + " of " + word + ") AUD";
            const std::vector<std::uint32_t> found = places(scanner, text, language);
            for (const char* code : {"USD", "EUR", "AUD"})
                BOOST_TEST_CONTEXT(language << ": " << code << " of " << text)
            BOOST_TEST(std::count(found.begin(), found.end(), text.find(code)) == 1);
        }
}

/// Texts are looked at 64 bytes at a time: where they are cut must not matter.
BOOST_AUTO_TEST_CASE(what_is_found_does_not_depend_on_where_the_text_begins) {
    const std::vector<std::pair<std::string_view, std::string>> texts = {
        {"en", "A dozen people, seven\u00ADteen of them under 18, paid US$ 1.2 million (“twelve hundred”) in "
               "May 2014."},
        {"ja",
         "２０２５年十一月二日の午後五時半、億の単位で約三百二十件、$5と１億3,000万米ドル。千葉の三割五分。"},
        {"vi", "Ngày hai mươi tháng Mười một, khoảng ba triệu rưỡi đồng; ĐẦU NĂM 2021 có một nghìn người."},
        {"de", "Dreihundertdreißig Häuser, am zweiten März, ½ Million und 'n halbes Dutzend."},
        {"ar", "وفي عام ٢٠٢٥ خمسة وعشرون كتابا، ١٥٪ من ألف دولار."},
        {"hi", "लगभग १२ लाख रुपये और बीस दिन। तीन बजे।"},
        {"ko", "약 3천5백만 원, 이십 명과 지구 반 바퀴."}};
    Scanner scanner;
    for (const auto& [language, text] : texts) {
        const std::vector<std::uint32_t> wanted = places(scanner, " " + text, language);
        BOOST_TEST(!wanted.empty());
        for (std::uint32_t shift = 1; shift < 140; ++shift) {
            std::vector<std::uint32_t> found = places(scanner, std::string(shift, ' ') + text, language);
            for (std::uint32_t& at : found) at -= shift - 1;
            BOOST_TEST_CONTEXT(language << " behind " << shift << " spaces") BOOST_TEST(found == wanted);
        }
    }
}

}  // namespace
}  // namespace factlint
