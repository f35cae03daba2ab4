#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>
#include <set>

#include "check/table/column_profile.h"

using namespace factlint;

namespace {

constexpr std::size_t budget = 1 << 16;

ProfiledColumn profile(const std::vector<std::string>& cells, std::size_t slots = budget) {
    ColumnProfile column("c");
    for (const std::string& cell : cells) column.add(cell, slots);
    return column.result();
}

/// Cells of one way of writing, among them some that state nothing.
std::vector<std::string> draw_cells() {
    const auto digits = [](int most) { return std::to_string(*rc::gen::inRange(0, most)); };
    const auto pair = [](int least, int most) {
        const std::string text = std::to_string(*rc::gen::inRange(least, most));
        return text.size() == 1 ? "0" + text : text;
    };
    const int writing = *rc::gen::inRange(0, 9);
    const auto draw = [&]() -> std::string {
        switch (writing) {
            case 0: return digits(50);
            case 1: return "-" + digits(999) + "." + digits(99);
            case 2: return digits(9) + "," + pair(10, 99) + "0.5";
            case 3: return "2024-" + pair(1, 13) + "-" + pair(1, 29);
            case 4: return pair(1, 29) + "/" + pair(1, 13) + "/2024";
            case 5: return *rc::gen::element<std::string>("yes", "no");
            case 6: return *rc::gen::element<std::string>("USD", "EUR", "日本円", "it's");
            case 7: return "AB-" + pair(10, 99);
            default:
                return *rc::gen::container<std::string>(rc::gen::element('a', ' ', '7', '-', '.', '/', 'e'));
        }
    };
    std::vector<std::string> cells(*rc::gen::inRange<std::size_t>(1, 30));
    const bool gaps = *rc::gen::arbitrary<bool>();
    for (std::string& cell : cells)
        cell = gaps && *rc::gen::inRange(0, 5) == 0 ? *rc::gen::element<std::string>("", "NA", "-") : draw();
    return cells;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(profiles)

BOOST_AUTO_TEST_CASE(cells_satisfy_their_own_profile) {
    const bool holds = rc::check("every cell is what its column's profile says", [] {
        const std::vector<std::string> cells = draw_cells();
        const ProfiledColumn found = profile(cells);
        std::vector<Finding> findings;
        const ColumnCheck check(found.column, findings);
        RC_ASSERT(findings.empty());
        CellValue value;
        std::string scratch;
        for (const std::string& cell : cells) RC_ASSERT(check.check(cell, value, scratch) == CellFault::none);
        if (found.column.unique)
            RC_ASSERT(std::set<std::string>(cells.begin(), cells.end()).size() == cells.size());
    });
    BOOST_TEST(holds);
}

BOOST_AUTO_TEST_CASE(the_narrowest_type) {
    struct Row {
        std::vector<std::string> cells;
        ColumnType type;
        std::string_view format;
    };
    const Row rows[] = {
        {{"1", "-2", "300"}, ColumnType::integer, ""},
        {{"1", "2.5"}, ColumnType::number, ""},
        {{"1", "1e3"}, ColumnType::number, ""},
        {{"01", "02"}, ColumnType::string, ""},
        {{"+81", "+44"}, ColumnType::string, ""},
        {{"1,234", "12"}, ColumnType::number, ""},
        {{"1,23", "12"}, ColumnType::number, ""},
        {{"1,23", "1.5"}, ColumnType::string, ""},
        {{"2024-02-29"}, ColumnType::date, ""},
        {{"2023-02-29"}, ColumnType::string, ""},
        {{"31/01/2024"}, ColumnType::date, "%d/%m/%Y"},
        {{"01/31/2024"}, ColumnType::date, "%m/%d/%Y"},
        {{"01/02/2024"}, ColumnType::date, "%d/%m/%Y"},
        {{"31/01/2024", "01/31/2024"}, ColumnType::string, ""},
        {{"true", "false"}, ColumnType::boolean, ""},
        {{"true", "yes"}, ColumnType::string, ""},
        {{"", "NA"}, ColumnType::string, ""},
        {{"", ""}, ColumnType::any, ""},
        {{"a@b.org"}, ColumnType::string, "email"},
    };
    for (const Row& row : rows) {
        const ProfiledColumn found = profile(row.cells);
        BOOST_TEST_CONTEXT(row.cells.front()) {
            BOOST_TEST(static_cast<int>(found.column.type) == static_cast<int>(row.type));
            BOOST_TEST(found.column.format == row.format);
        }
    }
    BOOST_TEST(profile({"01/02/2024"}).remark == "or %m/%d/%Y: no day is after the 12th");
    BOOST_TEST(profile({"1,234"}).remark == "or decimal_char: ',': no cell tells");
}

BOOST_AUTO_TEST_CASE(limits_are_values) {
    const Column numbers = profile({"10", "9", "1e2", "-0.50"}).column;
    BOOST_TEST(*numbers.minimum == "-0.5");
    BOOST_TEST(*numbers.maximum == "100");
    const Column dates = profile({"02/01/2024", "31/12/2023"}).column;
    BOOST_TEST(*dates.minimum == "31/12/2023");
    const Column long_ones = profile({"12345678901234567890", "123456789012345678901"}).column;
    BOOST_TEST(*long_ones.minimum == "12345678901234567890");
    BOOST_TEST(*long_ones.maximum == "123456789012345678901");
}

BOOST_AUTO_TEST_CASE(uniqueness_stays_within_its_memory) {
    std::vector<std::string> cells;
    for (int i = 0; i < 1000; ++i) cells.push_back(std::to_string(i));
    BOOST_TEST(profile(cells).column.unique);
    const ProfiledColumn unknown = profile(cells, 512);
    BOOST_TEST(!unknown.column.unique);
    BOOST_TEST(unknown.remark == "too many values to see whether all differ");
    cells.push_back("7");
    BOOST_TEST(!profile(cells).column.unique);
}

BOOST_AUTO_TEST_CASE(names_of_tables) {
    BOOST_TEST(table_name("data/orders.csv") == "orders");
    BOOST_TEST(table_name("data/2024 orders.csv.gz") == "_2024_orders");
    BOOST_TEST(table_name("in.csv") == "in_table");
    BOOST_TEST(table_name("row.csv") == "row_table");
}

BOOST_AUTO_TEST_SUITE_END()
