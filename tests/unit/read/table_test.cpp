// Rows of delimited text: csv-spectrum (../shared/suites/csv-spectrum), and what holds for all bytes.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "read/json_tree.h"
#include "read/table.h"

using namespace factlint;
namespace fs = std::filesystem;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// What a table says, and where: cells as text, offsets and lines of rows, faults.
struct Reading {
    Rows rows;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
    std::vector<std::pair<RowFault::Kind, std::uint64_t>> faults;
    std::uint64_t lines = 0;
};

Reading read(std::string_view text, std::size_t block = std::size_t{1} << 18, Dialect dialect = {}) {
    Reading reading;
    RowReader reader(bytes_of(text), dialect, block);
    RowBatch batch;
    std::string scratch;
    while (reader.next(batch)) {
        for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
            auto& cells = reading.rows.emplace_back();
            for (std::uint32_t column = 0; column < batch.width(row); ++column)
                cells.emplace_back(cell_text(batch.raw(batch.cell(row, column)), {dialect.quote}, scratch));
            const std::uint32_t begin = batch.cell(row, 0).begin;
            reading.places.emplace_back(batch.base + begin,
                                        batch.lines_before + count_line_ends(batch.text.substr(0, begin)));
        }
        for (const RowFault& fault : batch.faults)
            reading.faults.emplace_back(fault.kind, batch.base + fault.begin);
    }
    reading.lines = reader.lines();
    return reading;
}

std::string bytes_of_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The objects of a JSON array as rows below their keys.
Rows expected_rows(const Tree& tree) {
    Rows rows;
    for (TreeIndex object = 1; object < tree[0].end; object = tree[object].end) {
        std::vector<std::string> keys, cells;
        for (TreeIndex member = object + 1; member < tree[object].end; member = tree[member].end) {
            keys.emplace_back(tree[member].key);
            cells.emplace_back(tree[member].text);
        }
        if (rows.empty()) rows.push_back(keys);
        rows.push_back(cells);
    }
    return rows;
}

}  // namespace

BOOST_AUTO_TEST_CASE(csv_spectrum) {
    const fs::path suite = "../shared/suites/csv-spectrum";
    if (!fs::exists(suite)) {
        std::cout << "csv-spectrum: " << suite << " is absent, skipped\n";
        return;
    }
    int passed = 0, total = 0;
    for (const auto& entry : fs::directory_iterator(suite / "csvs")) {
        const std::string name = entry.path().stem().string();
        Sources sources;
        Findings findings;
        const SourceId json = sources.add(name, bytes_of_file(suite / "json" / (name + ".json")));
        const Tree tree = read_json(sources, json, findings);
        BOOST_REQUIRE(findings.empty());
        const Reading reading = read(bytes_of_file(entry.path()));
        ++total;
        if (reading.rows == expected_rows(tree) && reading.faults.empty())
            ++passed;
        else
            std::cout << "csv-spectrum: " << name << " differs\n";
    }
    std::cout << "csv-spectrum: " << passed << " of " << total << "\n";
    BOOST_TEST(total == 12);
    BOOST_TEST(passed >= 11);  // the telephone number of location_coordinates.json is not that of its CSV
}

BOOST_AUTO_TEST_CASE(rows_and_places) {
    const Reading reading = read("a,b\r\n\"x\r\ny\",2\n\n3,\"q\"\"q\"\r4,5");
    const Rows rows = {{"a", "b"}, {"x\r\ny", "2"}, {"3", "q\"q"}, {"4", "5"}};
    BOOST_TEST((reading.rows == rows));
    const std::vector<std::pair<std::uint64_t, std::uint64_t>> places = {{0, 0}, {5, 1}, {15, 4}, {24, 5}};
    BOOST_TEST((reading.places == places));
    BOOST_TEST(reading.lines == 6);
    BOOST_TEST(reading.faults.empty());
}

BOOST_AUTO_TEST_CASE(line_ends_are_counted_in_texts_of_any_length) {
    std::string text;
    std::uint64_t ends = 0;
    for (std::size_t i = 0; i < 10000; ++i) {
        const std::string_view part = i % 7 == 0 ? "\r\n" : i % 11 == 0 ? "\r" : i % 3 == 0 ? "\n" : "x";
        const bool joins = part == "\n" && text.ends_with('\r');
        text += part;
        ends += part != "x" && !joins ? 1 : 0;
        if (i % 17 == 0 || i < 300) BOOST_REQUIRE_EQUAL(count_line_ends(text), ends);
    }
    BOOST_TEST(count_line_ends(std::string(100003, '\n')) == 100003);
}

BOOST_AUTO_TEST_CASE(a_fault_costs_its_row_alone) {
    const Reading open = read("a,b\n1,\"two\n3,4\n");
    BOOST_TEST((open.rows == Rows{{"a", "b"}, {"1", "\"two"}, {"3", "4"}}));
    const Reading late = read("\n\r\n\na,b\n1,2\n", 2);
    BOOST_TEST((late.rows == Rows{{"a", "b"}, {"1", "2"}}));
    BOOST_TEST((open.faults.size() == 1 && open.faults[0].first == RowFault::Kind::unclosed_quote));
    const Reading behind = read("a,b\n\"x\"y,2\n3,4\n");
    BOOST_TEST((behind.rows == Rows{{"a", "b"}, {"xy", "2"}, {"3", "4"}}));
    BOOST_TEST((behind.faults.size() == 1 && behind.faults[0].second == 7));
}

BOOST_AUTO_TEST_CASE(dialects) {
    BOOST_TEST(sniff_dialect("a.csv", "a;b\n1,5;2\n").delimiter == ';');
    BOOST_TEST(sniff_dialect("a.csv", "a\tb\n1\t2\n").delimiter == '\t');
    BOOST_TEST(sniff_dialect("a.csv", "a|b\n1|2\n").delimiter == '|');
    BOOST_TEST(sniff_dialect("a.csv", "a\n1\n").delimiter == ',');
    BOOST_TEST(sniff_dialect("a.csv", "name,when\n\"x;y;z\",2\n").delimiter == ',');
    BOOST_TEST(sniff_dialect("a.tsv", "a,b\n").delimiter == '\t');
}

/// Whatever the size of the blocks: the same rows, places, lines and faults.
BOOST_AUTO_TEST_CASE(blocks_do_not_show) {
    const bool holds = rc::check("blocks do not show", [] {
        const auto text = *rc::gen::container<std::string>(
            rc::gen::element('a', 'b', ',', ',', '"', '"', '\n', '\n', '\r', ' '));
        const auto block = *rc::gen::inRange<std::size_t>(1, 80);
        const Reading whole = read(text), parts = read(text, block);
        RC_ASSERT(whole.rows == parts.rows);
        RC_ASSERT(whole.places == parts.places);
        RC_ASSERT(whole.lines == parts.lines);
        RC_ASSERT(whole.faults == parts.faults);
    });
    BOOST_TEST(holds);
}

namespace {

/// A row's cells with their text, and how it is written: some of the cells in quotes.
std::pair<std::vector<std::string>, std::string> draw_row() {
    const auto plain = rc::gen::element('a', 'b', ' ', '0', '-');
    const auto any = rc::gen::element('a', '0', ',', '"', '\n', '\r');
    std::pair<std::vector<std::string>, std::string> row;
    const int width = *rc::gen::inRange(1, 8);
    for (int i = 0; i < width; ++i) {
        if (i > 0) row.second += ',';
        const bool quoted = *rc::gen::weightedElement<bool>({{5, false}, {1, true}});
        std::string& cell = row.first.emplace_back(*rc::gen::container<std::string>(quoted ? any : plain));
        if (!quoted && width == 1) cell += 'x';  // an empty line is no row
        if (quoted) row.second += '"';
        for (const char c : cell) row.second.append(quoted && c == '"' ? 2 : 1, c);
        if (quoted) row.second += '"';
    }
    return row;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_written_is_read) {
    const bool holds = rc::check("what is written is read", [] {
        Rows rows;
        std::string text;
        const int count = *rc::gen::inRange(0, 12);
        for (int i = 0; i < count; ++i) {
            auto [cells, line] = draw_row();
            rows.push_back(std::move(cells));
            text += line + *rc::gen::element<std::string>("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n\r\n");
        }
        const Reading reading = read(text, *rc::gen::inRange<std::size_t>(1, 200));
        RC_ASSERT(reading.rows == rows);
        RC_ASSERT(reading.faults.empty());
        RC_ASSERT(reading.lines == count_line_ends(text));
    });
    BOOST_TEST(holds);
}
