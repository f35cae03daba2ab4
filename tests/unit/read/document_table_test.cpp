#include <boost/test/unit_test.hpp>

#include <string>

#include "read/document_table.h"
#include "read/reader.h"

using namespace factlint;

namespace {

/// "19.90 number [19.90]" with the bytes on disk, or "data-not-found: message".
std::string cell(const std::string& path, std::string text, std::string_view table, std::string_view row,
                 std::string_view column) {
    Sources sources;
    const auto document = reader_for(path).read(sources, sources.add(path, std::move(text)));
    const auto located = at_document_cell(sources, *document, table, row, column);
    if (!located) return located.error().id + ": " + located.error().message;
    return located->text + (located->number ? " number [" : " text [") +
           std::string(sources.text({document->source, located->span})) + "]";
}

const std::string markdown =
    "| Region | Total |\n|---|---|\n| North | 170 |\n| **South** | 1,200 |\n| North | |\n";
const std::string html =
    "<table><tr><th>Region<th>Year<th>Total<tr><td rowspan=2>North<td>2024<td><p>170</p><tr><td>2025<td>"
    "<b>1</b>80<tr><td>South</table><p>x</p><table><tr><td>a<tr><td>b</table>";

}  // namespace

BOOST_AUTO_TEST_SUITE(document_table)

BOOST_AUTO_TEST_CASE(cells_by_name_and_number) {
    BOOST_TEST(cell("a.md", markdown, "", "South", "Total") == "1,200 text [1,200]");
    BOOST_TEST(cell("a.md", markdown, "#1", "#1", "#2") == "170 number [170]");
    BOOST_TEST(cell("a.md", markdown, "#1", "#2", "Region") == "South text [South]");
    BOOST_TEST(cell("a.html", html, "#1", "North", "Total") == "170 number [170]");
    BOOST_TEST(cell("a.html", html, "#1", "#2", "Total") == "180 number [1</b>80]");
    BOOST_TEST(cell("a.html", html, "#2", "b", "a") == "b text [b]");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_said) {
    BOOST_TEST(cell("a.md", markdown, "", "North", "Total") ==
               "data-not-found: there is more than one row 'North'");
    BOOST_TEST(cell("a.md", markdown, "", "East", "Total") == "data-not-found: there is no row 'East'");
    BOOST_TEST(cell("a.md", markdown, "", "South", "Sum") == "data-not-found: there is no column 'Sum'");
    BOOST_TEST(cell("a.md", markdown, "", "#3", "Total") ==
               "data-not-found: the cell in row '#3' and column 'Total' is empty");
    BOOST_TEST(cell("a.md", markdown, "#2", "#1", "#1") == "data-not-found: there is no table '#2' in a.md");
    BOOST_TEST(cell("a.html", html, "", "#1", "#1") ==
               "data-not-found: there is not one table alone in a.html");
    BOOST_TEST(cell("a.md", "text", "", "#1", "#1") ==
               "data-not-found: there is not one table alone in a.md");
}

BOOST_AUTO_TEST_CASE(cells_of_several_blocks_are_one) {
    Sources sources;
    const auto document = reader_named("html")->read(
        sources, sources.add("a.html", "<table><tr><td>a<table><tr><td>x</table>b<p>c<td>d</table>"));
    const auto tables = tables_of(*document);
    BOOST_REQUIRE(tables.size() == 2U);
    BOOST_REQUIRE(tables[0].cells.size() == 2U);
    BOOST_TEST(slice(document->prose, tables[0].cells[0].prose) == "a\nx\nb\nc");
    BOOST_TEST(slice(document->prose, tables[0].find(0, 1)->prose) == "d");
    BOOST_TEST((tables[0].find(1, 0) == nullptr));
    BOOST_TEST(slice(document->prose, tables[1].cells[0].prose) == "x");
}

BOOST_AUTO_TEST_SUITE_END()
