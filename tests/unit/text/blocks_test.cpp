#include "text/blocks.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using factlint::BlockReader;
using factlint::TextBlock;

std::vector<TextBlock> blocks_of(const std::string& text) {
    const std::string path = (std::filesystem::temp_directory_path() / "factlint_blocks.txt").string();
    std::ofstream(path, std::ios::binary) << text;
    std::vector<TextBlock> blocks;
    auto reader = BlockReader::open(path, path);
    BOOST_REQUIRE(reader);
    while (auto block = reader->next()) blocks.push_back(std::move(*block));
    BOOST_TEST(!reader->failure().has_value());
    std::filesystem::remove(path);
    return blocks;
}

/// The blocks are the text, and say where each begins.
void check_places(const std::vector<TextBlock>& blocks, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        BOOST_TEST(blocks[i].base == all.size());
        BOOST_TEST(blocks[i].lines_before ==
                   static_cast<std::uint32_t>(std::count(all.begin(), all.end(), '\n')));
        BOOST_TEST(blocks[i].first == (i == 0));
        BOOST_TEST(blocks[i].last == (i + 1 == blocks.size()));
        all += blocks[i].text;
    }
    BOOST_TEST((all == text));
}

std::string times(const std::string& unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    return text;
}

constexpr std::size_t much = 3 * BlockReader::block_size;

}  // namespace

BOOST_AUTO_TEST_CASE(a_small_text_is_one_block) {
    for (const std::string text : {"", "one line", "two\n\nparagraphs\n"}) {
        const auto blocks = blocks_of(text);
        BOOST_TEST(blocks.size() == 1U);
        check_places(blocks, text);
    }
}

BOOST_AUTO_TEST_CASE(blocks_end_behind_an_empty_line) {
    for (const std::string paragraph :
         {"Some words.\nMore words.\n\n", "Some words.\r\nMore words.\r\n\r\n"}) {
        const std::string text = times(paragraph, much);
        const auto blocks = blocks_of(text);
        BOOST_TEST(blocks.size() >= 3U);
        check_places(blocks, text);
        for (const TextBlock& block : blocks) BOOST_TEST(block.text.starts_with("Some"));
    }
}

BOOST_AUTO_TEST_CASE(without_empty_lines_blocks_end_behind_a_line) {
    const std::string text = times("12 34 567\n", much);
    const auto blocks = blocks_of(text);
    BOOST_TEST(blocks.size() >= 3U);
    check_places(blocks, text);
    for (const TextBlock& block : blocks) BOOST_TEST((block.text.empty() || block.text.starts_with("12")));
}

BOOST_AUTO_TEST_CASE(a_longer_line_is_kept_whole) {
    const std::string text = times("word ", much) + "\n" + times("12 34\n", much);
    const auto blocks = blocks_of(text);
    check_places(blocks, text);
    BOOST_TEST(blocks.front().text.size() > BlockReader::block_size);
    BOOST_TEST(blocks.front().text.ends_with("\n"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_opened_is_a_finding) {
    const auto reader = BlockReader::open("nothing.txt", "/nowhere/nothing.txt");
    BOOST_REQUIRE(!reader);
    BOOST_TEST(reader.error().id == "unreadable-file");
    BOOST_TEST(!BlockReader::open("a folder", "/"));
}
