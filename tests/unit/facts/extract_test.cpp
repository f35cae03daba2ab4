// Properties of recognition in every language: what is written is read again, whatever the bytes.
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "facts/extract.h"
#include "facts/language_data.h"
#include "text/utf8.h"
#include "unit/facts/invariants.h"

namespace factlint {
namespace {

Facts read(std::string_view text, LanguageId language) {
    Facts facts;
    extract_text(text, language, facts);
    return facts;
}

/// Digits in groups of three, as the language writes them.
std::string grouped(const std::string& digits, char group) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) out += group;
        out += digits[i];
    }
    return out;
}

rc::Gen<std::string> digits(int most) {
    return rc::gen::map(
        rc::gen::pair(rc::gen::inRange(1, 10),
                      rc::gen::resize(most - 1, rc::gen::container<std::string>(rc::gen::inRange('0', ':')))),
        [](const std::pair<int, std::string>& parts) { return std::to_string(parts.first) + parts.second; });
}

std::string full_width(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) append_utf8(out, static_cast<char32_t>(c - '!' + 0xFF01));
    return out;
}

/// Every language and every one as a region writes it.
std::vector<LanguageId> all_writings() {
    std::vector<LanguageId> writings;
    for (std::size_t i = 0; i < all_languages().size() + regional_writings().size(); ++i)
        writings.push_back(static_cast<LanguageId>(i));
    return writings;
}

std::string only_value(const std::string& text, LanguageId language) {
    const Facts facts = read(text, language);
    return facts.items.size() == 1 ? value_text(facts, 0) : std::to_string(facts.items.size()) + " facts";
}

BOOST_AUTO_TEST_CASE(grouped_digits_are_read_as_written) {
    for (const LanguageId writing : all_writings()) {
        const LanguageData& language = data(writing);
        BOOST_TEST(rc::check(std::string(language.tag), [&] {
            const std::string integer =
                *rc::gen::suchThat(digits(25), [](const auto& d) { return d.size() != 4; });
            const std::string text = grouped(integer, language.group);
            RC_ASSERT(only_value(text, writing) == integer);
            RC_ASSERT(only_value(full_width(text), writing) == integer);
        }));
    }
}

BOOST_AUTO_TEST_CASE(decimals_are_read_as_written) {
    for (const LanguageId writing : all_writings()) {
        const LanguageData& language = data(writing);
        BOOST_TEST(rc::check(std::string(language.tag), [&] {
            const std::string integer =
                *rc::gen::suchThat(digits(15), [](const auto& d) { return d.size() > 4; });
            const std::string decimals = *digits(6);
            const std::string text = grouped(integer, language.group) + language.decimal + decimals;
            RC_ASSERT(only_value(text, writing) == Number::parse(integer + "." + decimals)->to_string());
        }));
    }
}

BOOST_AUTO_TEST_CASE(scale_words_multiply) {
    for (const LanguageData& language : all_languages())
        for (const std::string_view word : language.scale_words) {
            const std::string text = std::string("7") + (language.spaced ? " " : "") + std::string(word);
            const Facts facts = read(text, language.id);
            BOOST_TEST_CONTEXT(text) {
                BOOST_REQUIRE(facts.items.size() == 1U);
                BOOST_TEST(facts.items[0].payload == 7);
                BOOST_TEST(int{facts.items[0].exponent} == int{facts.items[0].last_digit});
                BOOST_TEST(int{facts.items[0].exponent} >= 3);
            }
        }
}

rc::Gen<std::string> prose() {
    const auto pieces = rc::gen::elementOf(std::vector<std::string>{
        "3",        "44",      "1,234",   "1.5",    "2025",    " ",          " ",         "-",
        "–",        "〜",      "/",       ":",      ".",       ",",          "、",        "$",
        "€",        "USD",     "%",       "km",     "million", "億",         "万",        "千",
        "百",       "十",      "一",      "二",     "三",      "〇",         "第",        "回",
        "個",       "円",      "米ドル",  "から",   "まで",    "以上",       "未満",      "分の",
        "割",       "半",      "twenty",  "one",    "hundred", "and",        "a",         "half",
        "third",    "first",   "of",      "to",     "from",    "between",    "more than", "years",
        "May",      "nghìn",   "trăm",    "ba",     "mười",    "năm",        "rưỡi",      "triệu",
        "thứ",      "ngày",    "tháng",   "đồng",   "(",       ")",          "#",         "v",
        "x",        "\n",      "年",      "月",     "日",      "時",         "−",         "１",
        "\xC2\xA0", "\xFF",    "é",       "'",      "半年",    "两",         "百分之",    "点",
        "至",       "오",      "십",      "백",     "만",      "년",         "월",        "원",
        "퍼센트",   "부터",    "반",      "ein",    "zwei",    "und",        "zwanzig",   "hundert",
        "tausend",  "ste",     "Mio.",    "Euro",   "halb",    "anderthalb", "vingt",     "quatre",
        "et",       "mille",   "deux",    "un",     "demi",    "tiers",      "euros",     "dólares",
        "y",        "de",      "medio",   "mil",    "cento",   "e",          "meia",      "por ciento",
        "een",      "honderd", "duizend", "en",     "ett",     "tusen",      "fem",       "procent",
        "yüz",      "bin",     "yarım",   "buçuk",  "yüzde",   "lira",       "सौ",        "हज़ार",
        "लाख",      "दो",      "एक",      "साढ़े",    "डेढ़",      "वाँ",         "में से",       "का",
        "से",        "तक",      "बजे",      "सुबह",    "प्रतिशत",  "रुपये",        "किमी",      "मई",
        "साल",      "के दशक",   "१२",      "।",      "़",        "ँ",           "\u200D",    "से ज़्यादा",
        "خمسة",     "عشرون",   "مئة",     "ألف",    "ألفا",    "مليون",      "و",         "ب",
        "ال",       "نصف",     "ساعة",    "يومان",  "دولار",   "بالمئة",     "الثالثة",   "الثلاثون",
        "يناير",    "عام",     "إلى",     "بين",    "أكثر من", "٣",          "٫",         "٪",
        "َ",         "ـ",       "\u200F",  "الساعة", "أحد عشر"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(pieces), [](const auto& parts) {
        std::string out;
        for (const std::string& part : parts) out += part;
        return out;
    });
}

BOOST_AUTO_TEST_CASE(any_text_keeps_the_promises) {
    for (const LanguageData& language : all_languages())
        BOOST_TEST(rc::check(std::string(language.tag), [&] {
            const std::string text = *rc::gen::oneOf(prose(), rc::gen::string<std::string>());
            RC_ASSERT(test::broken_promise(read(text, language.id), text) == "");
        }));
}

/// A vowel sign, virama or nasal belongs to the letter before it.
bool is_mark(char32_t c) {
    return (c >= 0x0900 && c <= 0x0903) || (c >= 0x093A && c <= 0x094F && c != 0x093D);
}

BOOST_AUTO_TEST_CASE(no_fact_ends_inside_a_cluster) {
    const auto pieces = rc::gen::elementOf(std::vector<std::string>{
        "सात", "सौ", "दो", "मई", "लाख", "बजे", "किमी", "रुपये", "साढ़े",    "तीन", "साल", "वाँ", "वीं", "५ ",
        "12 ", " ",  " ",  "ा",  "ी",   "्",   "ं",     "़",    "\u200D", "।",   "-",   "से",  "और"});
    BOOST_TEST(rc::check("hi", [&] {
        std::string text;
        for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(pieces)) text += piece;
        for (const Fact& fact : read(text, *find_language("hi")).items)
            RC_ASSERT(!is_mark(decode(text, fact.span.end).code_point));
    }));
}

BOOST_AUTO_TEST_CASE(a_character_cut_off_at_the_end_is_no_word) {
    for (const LanguageData& language : all_languages())
        for (const std::string_view cut : {"\xE4", "\xE4\xB8", "\xE5\x8D", "\xEC\x9D"})
            BOOST_TEST(read("a " + std::string(cut), language.id).items.empty());
}

/// Kinds whose words all stand inside the span.
bool stands_alone(const Fact& fact) {
    return fact.kind == Kind::percent || fact.kind == Kind::money || fact.kind == Kind::measure;
}

BOOST_AUTO_TEST_CASE(a_span_is_read_as_the_same_fact) {
    for (const LanguageData& language : all_languages())
        BOOST_TEST(rc::check(std::string(language.tag), [&] {
            const std::string text = *prose();
            const Facts facts = read(text, language.id);
            for (std::size_t i = 0; i < facts.items.size(); i += 1U + facts.items[i].parts) {
                if (!stands_alone(facts.items[i])) continue;
                const std::string_view span = slice(text, facts.items[i].span);
                const Facts again = read(span, language.id);
                RC_ASSERT(!again.items.empty());
                RC_ASSERT(again.items[0].kind == facts.items[i].kind);
                RC_ASSERT(again.items[0].unit == facts.items[i].unit);
                RC_ASSERT(value_text(again, 0) == value_text(facts, i));
            }
        }));
}

BOOST_AUTO_TEST_CASE(a_text_may_end_anywhere) {
    for (const std::string_view text :
         {"It was Three", "C'est Zéro", "ba Ba", "5 \xE4", "5 \xE3\x81", "\xEF\xBC", "\xF0\x9F", "\xD9",
          "thứ \xE1", "सौ \xE0\xA4", "ज\xE0\xA4\xBC", "وخمسة \xD8", "خمسةٌ"})
        for (const LanguageData& language : all_languages())
            BOOST_TEST(test::broken_promise(read(text, language.id), text) == "");
}

/// Long runs of what recognition begins at; quadratic work would not end within the test's patience.
BOOST_AUTO_TEST_CASE(hostile_texts_end) {
    for (const std::string_view unit : {"1", "一", "twenty-", "(", "1-", "1,", "1.", "half a ", "第", "$",
                                        "二分の", "và ", "साढ़े ", "सौ का ", "शाम 5 से "}) {
        std::string text;
        while (text.size() < 200'000) text += unit;
        for (const LanguageData& language : all_languages())
            BOOST_TEST(test::broken_promise(read(text, language.id), text) == "");
    }
}

}  // namespace
}  // namespace factlint
