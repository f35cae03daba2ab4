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
    BOOST_TEST(detected("这座桥将于明年春天通车。") == "zh");
    BOOST_TEST(detected("這座橋將於明年春天通車，《となり》是電影的名字，其他的文字都是漢字。") == "zh");
    BOOST_TEST(detected("다리는 내년 봄에 개통한다.") == "ko");
    BOOST_TEST(detected("यह पुल अगले साल GitHub पर खुलेगा।") == "hi");
    BOOST_TEST(detected("يُفتتح الجسر في ربيع العام المقبل.") == "ar");
}

BOOST_AUTO_TEST_CASE(han_alone_is_in_the_language_of_the_document) {
    BOOST_TEST(detected("市立図書館", "ja") == "ja");
    BOOST_TEST(detected("市立圖書館", "en") == "zh");
}

BOOST_AUTO_TEST_CASE(by_function_words) {
    BOOST_TEST(detected("The bridge will open in the spring of next year.", "ja") == "en");
    BOOST_TEST(detected("Le pont fut ouvert au public et la mairie en paya la moitié.") == "fr");
    BOOST_TEST(detected("El puente se abrió al público y la alcaldía pagó la mitad.") == "es");
    BOOST_TEST(detected("Il ponte fu aperto al pubblico e il comune ne pagò la metà.") == "it");
    BOOST_TEST(detected("A ponte foi aberta ao público e a prefeitura pagou metade do custo.") == "pt");
    BOOST_TEST(detected("Cây cầu sẽ được khánh thành vào mùa xuân và là công trình của tỉnh.") == "vi");
}

/// Words that are those of two languages count for both: "met" is Dutch for "with".
BOOST_AUTO_TEST_CASE(short_sentences) {
    BOOST_TEST(detected("He met 1,200 people.") == "en");
    BOOST_TEST(detected("We met 1,200 visitors.") == "en");
    BOOST_TEST(detected("Als we in december openen, is de brug 3 weken te laat.") == "nl");
    BOOST_TEST(detected("Het bedrag ligt tussen de 20 en 30 euro.") == "nl");
    BOOST_TEST(detected("Bron kostade 2 miljarder i dollar.") == "sv");
    BOOST_TEST(detected("Ich treffe dich um 7 Uhr.") == "de");
    BOOST_TEST(detected("Zwei Schiffe, gebaut an der Weser.") == "de");
    BOOST_TEST(detected("Köprü yaklaşık 17 km uzaklıkta.") == "tr");
    BOOST_TEST(detected("Vợ chồng ông bị bắt vào ngày 19 tháng 6 năm 1953.") == "vi");
    BOOST_TEST(detected("Lan chỉ 20 tuổi.") == "vi");
}

BOOST_AUTO_TEST_CASE(what_says_nothing_is_in_the_other_language) {
    BOOST_TEST(detected("", "vi") == "vi");
    BOOST_TEST(detected("2025: 42 %", "ja") == "ja");
    BOOST_TEST(detected("Kubernetes", "vi") == "vi");
}

BOOST_AUTO_TEST_CASE(tags_with_a_region) {
    const auto english = find_language("en");
    BOOST_TEST((find_language("EN-gb") == english && find_language("en-x-GB") == english));
    const auto british = find_writing("en-GB");
    BOOST_TEST((british && british != english && language_of(*british) == *english));
    BOOST_TEST(tag(*british) == "en");
    BOOST_TEST((find_writing("en-Latn-gb") == british && find_writing("en-001") == british));
    BOOST_TEST((find_writing("en-US") == english && find_writing("en-x-GB") == english));
    BOOST_TEST(
        (find_writing("es-MX") == find_writing("es-419") && find_writing("es-MX") != find_writing("es-PA")));
    BOOST_TEST(!find_writing("xx-GB"));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf_8_do_not_stop_it) {
    BOOST_TEST(detected("\xFF\xC0 the \x80 of", "ja") == "en");
}

}  // namespace
}  // namespace factlint
