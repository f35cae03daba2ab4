#include "text/listing.h"

#include <boost/test/unit_test.hpp>

using factlint::listing;

BOOST_AUTO_TEST_CASE(a_listing_names_three_and_counts_the_rest) {
    BOOST_TEST(listing({}) == "");
    BOOST_TEST(listing({"a"}) == "a");
    BOOST_TEST(listing({"a", "b", "c"}) == "a, b, c");
    BOOST_TEST(listing({"a", "b", "c", "d"}) == "a, b, c, d");
    BOOST_TEST(listing({"a", "b", "c", "d", "e"}) == "a, b, c and 2 more");
}
