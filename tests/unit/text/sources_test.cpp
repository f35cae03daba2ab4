#include <boost/test/unit_test.hpp>

#include "text/sources.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

using namespace factlint;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("factlint-sources-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string file(const char* name, const std::string& content) const {
        std::ofstream(path / name, std::ios::binary) << content;
        return (path / name).string();
    }
};

void check_unreadable(const std::string& path, std::string_view reason) {
    Sources sources;
    const auto loaded = sources.load("named.md", path);
    BOOST_REQUIRE(!loaded);
    const Finding& finding = loaded.error();
    BOOST_TEST(finding.id == "unreadable-file");
    BOOST_TEST((finding.concern == Concern::input));
    BOOST_TEST(finding.path == "named.md");
    BOOST_TEST(finding.message == "cannot read named.md: " + std::string(reason));
    BOOST_TEST(sources.size() == 0U);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sources, Folder)

BOOST_AUTO_TEST_CASE(a_file_is_read_byte_for_byte) {
    const std::string content("\xEF\xBB\xBF a\r\n\0\xFF", 9);
    Sources all;
    const auto id = all.load("a.md", file("a.md", content));
    BOOST_REQUIRE(bool(id));
    BOOST_TEST(all.text(*id) == content);
    BOOST_TEST(all[*id].path == "a.md");
    BOOST_TEST(all.text(Place{*id, {4, 5}}) == "a");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_an_empty_source) {
    Sources all;
    const auto id = all.load("e", file("e", ""));
    BOOST_REQUIRE(bool(id));
    BOOST_TEST(all.text(*id).empty());
}

BOOST_AUTO_TEST_CASE(views_survive_what_is_added_later) {
    Sources all;
    const std::string_view first = all.text(all.add("a", "x"));
    for (int i = 0; i < 1000; ++i) all.add("b", "y");
    BOOST_TEST(first == "x");
}

BOOST_AUTO_TEST_CASE(what_has_no_size_is_read_to_its_end) {
    Sources all;
    const auto id = all.load("status", "/proc/self/status");
    BOOST_REQUIRE(bool(id));
    BOOST_TEST(all.text(*id).find("Name:") == 0U);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_says_why) {
    check_unreadable((path / "nowhere").string(), "there is no such file");
    check_unreadable(path.string(), "it is a directory");
    const std::string locked = file("locked", "x");
    fs::permissions(locked, fs::perms::none);
    if (::geteuid() == 0)
        BOOST_TEST_MESSAGE("skipped: the superuser may read every file");
    else
        check_unreadable(locked, "permission denied");
}

BOOST_AUTO_TEST_CASE(a_file_of_four_gibibytes_is_refused) {
    const std::string large = file("large", "");
    BOOST_REQUIRE(::truncate(large.c_str(), off_t{1} << 32) == 0);  // sparse: takes no room
    check_unreadable(large, "it is larger than 4 GiB - 1");
}

BOOST_AUTO_TEST_SUITE_END()
