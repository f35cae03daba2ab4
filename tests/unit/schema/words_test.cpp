#include <boost/test/unit_test.hpp>

#include "build.h"
#include "support/cases.h"

using namespace factlint;

namespace {

/// Section `column`: the spec of build.h. `cells`: one a line; each gives what it is or what `describe` says of it.
std::string describe_case(const test::Case& a_case) {
    std::vector<Finding> findings;
    const ColumnCheck check(test::column_of(a_case.text("column")), findings);
    std::string out = test::messages(findings);
    if (a_case.section("cells") == nullptr) return out;
    const std::string cells = a_case.text("cells") + "\n";
    for (std::size_t at = 0; at < cells.size();) {
        const std::size_t end = cells.find('\n', at);
        const std::string cell = cells.substr(at, end - at);
        CellValue value;
        std::string scratch;
        const CellFault fault = check.check(cell, value, scratch);
        out += fault == CellFault::none ? "ok\n" : check.describe(fault, cell) + "\n";
        at = end + 1;
    }
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(cases) { BOOST_TEST(test::for_each_case("schema", describe_case) == 0); }
