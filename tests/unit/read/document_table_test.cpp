#include <boost/test/unit_test.hpp>

#include <string>

#include "read/document_table.h"
#include "read/reader.h"

using namespace factlint;

namespace {

/// "19.90 [19.90]" with the bytes on disk, or "data-not-found [place]: message (help)".
std::string cell(const std::string& path, std::string text, std::string_view table, std::string_view row,
                 std::string_view column) {
    Sources sources;
    const auto document = reader_for(path).read(sources, sources.add(path, std::move(text)));
    const auto found = at_document_cell(sources, *document, table, row, column);
    if (!found) {
        const Finding& error = found.error();
        const std::string help = error.help.starts_with("did") || error.help.starts_with("the last")
                                     ? " (" + error.help + ")"
                                     : "";
        return error.id + " [" + std::string(sources.text(*error.primary)) + "]: " + error.message + help;
    }
    const Span span = document->to_source(*found);
    return std::string(slice(document->prose, *found)) + " [" +
           std::string(sources.text({document->source, span})) + "]";
}

const std::string markdown =
    "| Region | Total |\n|---|---|\n| North | 170 |\n| **South** | 1,200 |\n| North | |\n";
const std::string html =
    "<table><tr><th>Region<th>Year<th>Total<tr><td rowspan=2>North<td>2024<td><p>170</p><tr><td>2025<td>"
    "<b>1</b>80<tr><td>South</table><p>x</p><table><tr><td>a<tr><td>b</table>";

}  // namespace

BOOST_AUTO_TEST_SUITE(document_table)

BOOST_AUTO_TEST_CASE(cells_by_name_and_number) {
    BOOST_TEST(cell("a.md", markdown, "", "South", "Total") == "1,200 [1,200]");
    BOOST_TEST(cell("a.md", markdown, "#1", "#1", "#2") == "170 [170]");
    BOOST_TEST(cell("a.md", markdown, "#1", "#2", "Region") == "South [South]");
    BOOST_TEST(cell("a.html", html, "#1", "North", "Total") == "170 [170]");
    BOOST_TEST(cell("a.html", html, "#1", "#2", "Total") == "180 [1</b>80]");
    BOOST_TEST(cell("a.html", html, "#2", "b", "a") == "b [b]");
}

BOOST_AUTO_TEST_CASE(tables_by_their_heading) {
    const std::string two = "# Sales\n\n" + markdown + "\n## *Costs* 2025\n\n" + markdown;
    BOOST_TEST(cell("a.md", two, "Costs 2025", "South", "Total") == "1,200 [1,200]");
    BOOST_TEST(cell("a.md", two, "Cost 2025", "South", "Total") ==
               "data-not-found []: there is no table 'Cost 2025' (did you mean `Costs 2025`?)");
    BOOST_TEST(cell("a.md", two + "\nAnd\n\n" + markdown, "Costs 2025", "South", "Total") ==
               "data-not-found [Region]: there is more than one table 'Costs 2025'");
    BOOST_TEST(cell("a.html", "<h2>A</h2>" + html, "A", "b", "a") ==
               "data-not-found [a]: there is more than one table 'A'");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_said) {
    BOOST_TEST(cell("a.md", markdown, "", "North", "Total") ==
               "data-not-found [North]: there is more than one row 'North'");
    BOOST_TEST(cell("a.md", markdown, "", "Suth", "Total") ==
               "data-not-found [Region]: there is no row 'Suth' (did you mean `South`?)");
    BOOST_TEST(cell("a.md", markdown, "", "South", "Totals") ==
               "data-not-found [Region]: there is no column 'Totals' (did you mean `Total`?)");
    BOOST_TEST(cell("a.md", markdown, "", "#4", "Total") ==
               "data-not-found [Region]: there is no row '#4' (the last is #3)");
    BOOST_TEST(cell("a.md", markdown, "", "#3", "Total") ==
               "data-not-found [Region]: the cell in row '#3' and column 'Total' is empty");
    BOOST_TEST(cell("a.md", markdown, "#2", "#1", "#1") ==
               "data-not-found []: there is no table '#2' (the last is #1)");
    BOOST_TEST(cell("a.html", html, "", "#1", "#1") == "data-not-found [a]: a.html has 2 tables: name one");
    BOOST_TEST(cell("a.md", "text", "", "#1", "#1") == "data-not-found []: there is no table in a.md");
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
