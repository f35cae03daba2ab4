#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "text/transcode.h"
#include "text/utf8.h"

using namespace factlint;
using namespace std::string_literals;

namespace {

/// "text" or "text, 2 from 4".
std::string decoded(std::string_view name, std::string_view bytes) {
    const auto result = decode_text(bytes, *find_encoding(name));
    if (!result) return "no converter";
    if (result->undecodable == 0) return result->text;
    return result->text + ", " + std::to_string(result->undecodable) + " from " +
           std::to_string(result->first);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(transcode)

BOOST_AUTO_TEST_CASE(every_encoding_has_a_converter_and_one_name) {
    std::set<std::string> names;
    for (const Encoding& encoding : encodings()) {
        BOOST_TEST(names.insert(std::string(encoding.name)).second, encoding.name);
        const std::string unit(encoding.name.starts_with("utf-16")   ? "a\0"s
                               : encoding.name.starts_with("utf-32") ? "a\0\0\0"s
                                                                     : "a"s);
        const bool big = encoding.name.ends_with("be");
        const auto result = decode_text(big ? std::string(unit.rbegin(), unit.rend()) : unit, encoding);
        BOOST_REQUIRE_MESSAGE(result, encoding.name);
        BOOST_TEST(result->text == "a", encoding.name);
        BOOST_TEST(find_encoding(encoding.name) == &encoding);
    }
}

BOOST_AUTO_TEST_CASE(names) {
    BOOST_TEST(find_encoding("SHIFT_JIS")->name == "shift_jis");
    BOOST_TEST(find_encoding("Shift-JIS")->name == "shift_jis");
    BOOST_TEST(find_encoding("cp1252")->name == "windows-1252");
    BOOST_TEST(find_encoding("Latin1")->name == "iso-8859-1");
    BOOST_TEST((find_encoding("") == nullptr));
    BOOST_TEST((find_encoding("windows 1252") == nullptr));
    BOOST_TEST(encoding_suggestion("windows-1262") == "did you mean `windows-1252`?");
}

BOOST_AUTO_TEST_CASE(what_files_of_that_name_hold) {
    BOOST_TEST(decoded("windows-1252", "caf\xE9 \x80") == "café €");
    BOOST_TEST(decoded("iso-8859-15", "\xA4") == "€");
    BOOST_TEST(decoded("shift_jis", "\x93\xFA\x96\x7B\x87\x40\xB1") == "日本①ｱ");  // ① is of Windows
    BOOST_TEST(decoded("euc-jp", "\xC6\xFC\xCB\xDC") == "日本");
    BOOST_TEST(decoded("gbk", "\xC8\xD5\x80") == "日\uFFFD, 1 from 3");
    BOOST_TEST(decoded("gb2312", "\xC8\xD5") == "日");
    BOOST_TEST(decoded("big5", "\xA4\xE9") == "日");
    BOOST_TEST(decoded("euc-kr", "\xC7\xD1") == "한");
    BOOST_TEST(decoded("koi8-r", "\xE4\xC1") == "Да");
    BOOST_TEST(decoded("iso-2022-jp", "\x1B$BF|\x1B(B!") == "日!");
}

BOOST_AUTO_TEST_CASE(byte_orders) {
    BOOST_TEST(decoded("utf-16", "\xFF\xFE\x61\0"s) == "a");
    BOOST_TEST(decoded("utf-16", "\xFE\xFF\0\x61"s) == "a");
    BOOST_TEST(decoded("utf-16", "\x61\0"s) == "a");
    BOOST_TEST(decoded("utf-16le", "\xFF\xFE\x61\0"s) == "a");
    BOOST_TEST(decoded("utf-16be", "\0\x61"s) == "a");
    BOOST_TEST(decoded("utf-32", "\xFF\xFE\0\0\x61\0\0\0"s) == "a");
    BOOST_TEST(decoded("utf-16", "\x3D\xD8\0\xDE"s) == "😀");
    BOOST_TEST(encoding_of_mark("\xFF\xFE\x61\0"s)->name == "utf-16le");
    BOOST_TEST(encoding_of_mark("\xFF\xFE\0\0"s)->name == "utf-32le");
    BOOST_TEST((encoding_of_mark("\xEF\xBB\xBF") == nullptr));
    BOOST_TEST((encoding_of_mark("") == nullptr));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_characters) {
    const std::string mark = "\xEF\xBF\xBD";
    BOOST_TEST(decoded("windows-1252", "a\x81\x8D"
                                       "b\x81") == "a" + mark + mark + "b" + mark + ", 2 from 1");
    BOOST_TEST(decoded("windows-1258", "a\xD2"
                                       "a\xEC") == "\u1EA3\u00E1");  // the last letter waits for its accent
    BOOST_TEST(decoded("shift_jis", "\x93\xFA\x93") == "日" + mark + ", 1 from 3");
    BOOST_TEST(decoded("utf-16le", "a\0\0\xD8"
                                   "b\0"s) == "a" + mark + "b, 1 from 1");
    BOOST_TEST(decoded("utf-16le", "a\0b"s) == "a" + mark + ", 1 from 1");
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    for (const Encoding& encoding : encodings()) {
        const auto result = decode_text(all + all, encoding);
        BOOST_TEST(!first_invalid_utf8(result->text).has_value(), encoding.name);
    }
}

BOOST_AUTO_TEST_CASE(files) {
    const auto folder = std::filesystem::temp_directory_path() / "factlint_transcode_test";
    std::filesystem::create_directories(folder);
    const auto write = [&](const std::string& name, const std::string& bytes) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return (folder / name).string();
    };
    Sources sources;
    Findings findings;
    const auto text = [&](const std::string& path, const Encoding* declared) {
        return std::string(sources.text(*load_decoded(sources, "a.csv", path, declared, findings)));
    };
    BOOST_TEST(text(write("utf8", "caf\xC3\xA9"), nullptr) == "café");
    BOOST_TEST(text(write("latin", "caf\xE9"), nullptr) == "caf\xE9");
    BOOST_TEST(text(write("latin", "caf\xE9"), find_encoding("latin1")) == "café");
    BOOST_TEST(findings.empty());
    BOOST_TEST(text(write("utf16", "\xFF\xFE\xE9\0"s), nullptr) == "é");
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST(findings[0].message == "a.csv is read as utf-16le: it has such a byte order mark");
    BOOST_TEST(text(write("windows", "\x81 \x81"), find_encoding("windows-1252")) == "\uFFFD \uFFFD");
    BOOST_REQUIRE(findings.size() == 2U);
    BOOST_TEST(findings[1].message == "2 places of a.csv are no characters of windows-1252");
    BOOST_TEST(!load_decoded(sources, "a.csv", (folder / "none").string(), nullptr, findings));
    std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_SUITE_END()
