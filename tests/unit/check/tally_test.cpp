// Tallies: exact counts, the first rows, a sample that does not depend on how a table was cut.
#include <boost/test/unit_test.hpp>

#include "check/table/tally.h"

using namespace factlint;

namespace {

void take(Tally& tally, std::uint64_t row) {
    if (!tally.add(row)) return;
    KeptRow kept;
    kept.base = row;
    tally.keep(std::move(kept));
}

std::vector<std::uint64_t> numbers(const Tally& tally) {
    std::vector<std::uint64_t> rows;
    for (const KeptRow& row : tally.rows()) rows.push_back(row.base);
    return rows;
}

}  // namespace

BOOST_AUTO_TEST_CASE(parts_of_a_table_make_the_same_sample) {
    Tally whole(5);
    std::vector<Tally> parts(7, Tally(5));
    for (std::uint64_t row = 0; row < 10'000; ++row) {
        if (row % 3 == 1) continue;
        take(whole, row);
        take(parts[(row / 64) % parts.size()], row);
    }
    Tally merged(5);
    for (std::size_t i = parts.size(); i-- > 0;) merged.merge(std::move(parts[i]));
    BOOST_TEST(merged.count() == whole.count());
    BOOST_TEST(numbers(merged) == numbers(whole), boost::test_tools::per_element());
    BOOST_TEST(numbers(whole).size() == 10u);
    BOOST_TEST(numbers(whole)[4] == 6u);
}
