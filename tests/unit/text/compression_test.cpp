#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <rapidcheck.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "text/blocks.h"
#include "text/compression.h"
#include "text/sources.h"

using namespace factlint;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("factlint-compression-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream(path / name, std::ios::binary) << content;
        return (path / name).string();
    }
};

std::string gzip(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

std::string zstd(const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size()));
    ZSTD_freeCCtx(context);
    return out;
}

struct Kind {
    std::string ending;
    std::string (*compress)(const std::string&);
};
const Kind kinds[] = {{".gz", gzip}, {".zst", zstd}};

/// What is inside, or the message of the finding.
std::string loaded(const Folder& folder, const std::string& name, const std::string& bytes) {
    Sources sources;
    const auto source = sources.load(name, folder.file(name, bytes));
    if (source) return std::string(sources.text(*source));
    BOOST_TEST(source.error().id == "unreadable-file");
    BOOST_TEST((source.error().concern == Concern::input));
    BOOST_TEST(source.error().path == name);
    return source.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compression)

BOOST_AUTO_TEST_CASE(names) {
    BOOST_TEST(name_inside("a/b.csv.gz") == "a/b.csv");
    BOOST_TEST(name_inside("b.json.zst") == "b.json");
    BOOST_TEST(name_inside("b.csv") == "b.csv");
    BOOST_TEST(name_inside(".gz") == ".gz");
    BOOST_TEST(!is_compressed("gz"));
}

BOOST_AUTO_TEST_CASE(what_is_inside_is_read) {
    const Folder folder;
    std::string large;
    for (int i = 0; i < 200'000; ++i) large += std::to_string(i * 7919 % 100'003) + ",";
    for (const Kind& kind : kinds) {
        for (const std::string& text : {std::string(), std::string("a,b\n1,2\n"), large}) {
            BOOST_TEST((loaded(folder, "a.csv" + kind.ending, kind.compress(text)) == text));
            const std::string twice = kind.compress(text) + kind.compress(text);
            BOOST_TEST((loaded(folder, "a.csv" + kind.ending, twice) == text + text));
        }
    }
    BOOST_TEST(loaded(folder, "a.csv.gz", gzip("x") + std::string(512, '\0')) == "x");
}

BOOST_AUTO_TEST_CASE(damage_is_said_with_its_place) {
    const Folder folder;
    BOOST_TEST(loaded(folder, "a.gz", "a,b\n") == "cannot read a.gz: its gzip data is damaged at byte 2 of "
                                                  "the compressed file: incorrect header check");
    BOOST_TEST(loaded(folder, "a.gz", "") ==
               "cannot read a.gz: its gzip data ends too early at byte 0 of the compressed file");
    BOOST_TEST(loaded(folder, "a.zst", "a,b\n1,2\n")
                   .find("its zstd data is damaged at byte 0 of the compressed file") != std::string::npos);
    for (const Kind& kind : kinds) {
        const std::string whole = kind.compress("some text to be read, 430 million");
        const std::string name = "a" + kind.ending;
        for (std::size_t size = 0; size < whole.size(); ++size)
            BOOST_TEST(
                loaded(folder, name, whole.substr(0, size))
                    .ends_with("ends too early at byte " + std::to_string(size) + " of the compressed file"));
        std::string wrong = whole;
        wrong[wrong.size() - 1] ^= 1;
        BOOST_TEST(loaded(folder, name, wrong).find("is damaged at byte") != std::string::npos);
        BOOST_TEST(loaded(folder, name, whole + "x").starts_with("cannot read a."));
    }
}

BOOST_AUTO_TEST_CASE(any_byte_may_be_wrong) {
    const Folder folder;
    const std::string text = "some text to be read, 430 million, 430 million";
    for (const Kind& kind : kinds)
        BOOST_TEST(rc::check(kind.ending, [&] {
            std::string bytes = kind.compress(text);
            const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
            bytes[at] = *rc::gen::arbitrary<char>();
            loaded(folder, "a" + kind.ending, bytes);
        }));
}

BOOST_AUTO_TEST_CASE(what_grows_too_much_is_a_finding) {
    const Folder folder;
    const std::string zeros(300u << 20, '0');
    for (const Kind& kind : kinds)
        BOOST_TEST(loaded(folder, "a" + kind.ending, kind.compress(zeros))
                       .find("grows to more than 200 times its size") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(plain_text_comes_in_blocks) {
    const Folder folder;
    std::string text;
    for (int i = 0; text.size() < 2 * BlockReader::block_size; ++i)
        text += "line " + std::to_string(i) + "\n\n";
    auto reader = BlockReader::open("a.txt.gz", folder.file("a.txt.gz", gzip(text)));
    BOOST_REQUIRE(reader);
    std::string together;
    while (const auto block = reader->next()) {
        BOOST_TEST(block->base == together.size());
        together += block->text;
    }
    BOOST_TEST((together == text));
    auto cut = BlockReader::open("b.txt.gz", folder.file("b.txt.gz", gzip(text).substr(0, 100)));
    while (cut->next()) {
    }
    BOOST_REQUIRE(cut->failure());
    BOOST_TEST(cut->failure()->message ==
               "cannot read b.txt.gz: its gzip data ends too early at byte 100 of the compressed file");
}

BOOST_AUTO_TEST_SUITE_END()
