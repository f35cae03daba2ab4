#include <boost/test/unit_test.hpp>

#include "text/utf8.h"

#include <rapidcheck.h>

#include <string>

using namespace factlint;

namespace {

std::string encoded(char32_t code_point) {
    std::string text;
    append_utf8(text, code_point);
    return text;
}

bool is_scalar(char32_t c) { return c <= 0x10FFFF && !(0xD800 <= c && c <= 0xDFFF); }

/// The definition that the fast validation must agree with.
std::optional<std::size_t> first_invalid_by_decoding(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        if (!decoded.valid) return at;
        at += decoded.size;
    }
    return std::nullopt;
}

/// Bytes that make well-formed and nearly well-formed sequences likely.
rc::Gen<std::string> nearly_utf8() {
    const auto pieces = rc::gen::elementOf(std::vector<std::string>{
        "a", "0123456789abcdef0123456789abcdef", "é", "日本語", "😀", "\xE3", "\x81", "\xED\x9F\xBF",
        "\xED\xA0\x80", "\xF0\x90\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xC0\x80", "\xE0\xA0\x80", "\xE0\x9F\xBF", "\xFF", std::string(1, '\0')});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(pieces), [](const auto& parts) {
        std::string text;
        for (const std::string& part : parts) text += part;
        return text;
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(every_scalar_survives_encoding_and_decoding) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (!is_scalar(c)) continue;
        const std::string text = encoded(c);
        const Decoded forward = decode(text, 0);
        const Decoded backward = decode_before(text, text.size());
        BOOST_REQUIRE(forward.valid && forward.code_point == c && forward.size == text.size());
        BOOST_REQUIRE(backward.valid && backward.code_point == c && backward.size == text.size());
        BOOST_REQUIRE(!first_invalid_utf8(text));
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_scalar_is_encoded_as_the_replacement_character) {
    BOOST_TEST(encoded(0xD800) == "\uFFFD");
    BOOST_TEST(encoded(0x110000) == "\uFFFD");
}

BOOST_AUTO_TEST_CASE(ill_formed_sequences_are_taken_byte_by_byte) {
    for (const std::string_view text :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xE3\x81", "\xF0\x9F\x98", "\xC3"}) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const Decoded decoded = decode(text, at);
            BOOST_TEST(!decoded.valid);
            BOOST_TEST(decoded.size == 1U);
            BOOST_TEST(!decode_before(text, at + 1).valid);
            BOOST_TEST(decode_before(text, at + 1).size == 1U);
        }
        BOOST_TEST(first_invalid_utf8(text).value() == 0U);
    }
}

BOOST_AUTO_TEST_CASE(there_is_nothing_beyond_the_ends) {
    BOOST_TEST(decode("", 0).size == 0U);
    BOOST_TEST(decode("a", 1).size == 0U);
    BOOST_TEST(decode_before("a", 0).size == 0U);
}

BOOST_AUTO_TEST_CASE(the_first_invalid_byte_is_found_at_every_offset) {
    for (const std::string filler : {"a", "é", "日", "😀"})
        for (std::size_t count = 0; count < 80; ++count) {
            std::string text;
            for (std::size_t i = 0; i < count; ++i) text += filler;
            const std::size_t place = text.size();
            for (const char* bad :
                 {"\xFF", "\xE3\x81", "\xE3\x81x", "\x80tail and more of a tail than one block has"})
                BOOST_TEST(first_invalid_utf8(text + bad).value() == place);
        }
}

BOOST_AUTO_TEST_CASE(validation_agrees_with_decoding) {
    BOOST_TEST(rc::check("first_invalid_utf8", [] {
        const std::string text = *nearly_utf8();
        RC_ASSERT(first_invalid_utf8(text) == first_invalid_by_decoding(text));
    }));
}

BOOST_AUTO_TEST_CASE(reading_backwards_meets_the_same_code_points) {
    BOOST_TEST(rc::check("decode_before", [] {
        const std::string text = *nearly_utf8();
        std::u32string forward, backward;
        for (std::size_t at = 0; at < text.size();) {
            const Decoded decoded = decode(text, at);
            forward += decoded.code_point;
            at += decoded.size;
        }
        for (std::size_t at = text.size(); at > 0;) {
            const Decoded decoded = decode_before(text, at);
            backward.insert(backward.begin(), decoded.code_point);
            at -= decoded.size;
        }
        RC_ASSERT(forward == backward);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
