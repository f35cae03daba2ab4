#include <boost/test/unit_test.hpp>

#include "facts/language_data.h"
#include "facts/temporal.h"
#include "facts/temporal_template.h"

namespace factlint {
namespace {

Run run_of(std::string_view text, std::string_view language) {
    Run run(text, data(find_language(language).value()));
    run.start_at(0, 0);
    return run;
}

BOOST_AUTO_TEST_CASE(a_space_in_the_template_allows_white_space_and_no_space_forbids_it) {
    Run spaced = run_of("2025 - 11", "en");
    Slots slots;
    BOOST_TEST(match_template(spaced, 0, "Y-G", slots) == 0U);
    BOOST_TEST(match_template(spaced, 0, "Y - G", slots) == 3U);
    BOOST_TEST(slots.year == 2025);
    BOOST_TEST(slots.month == 11);
}

BOOST_AUTO_TEST_CASE(an_optional_element_is_given_back_where_the_rest_needs_it) {
    Run run = run_of("2 November", "en");
    Slots slots;
    BOOST_TEST(match_template(run, 0, "D? D W", slots) == 2U);
    BOOST_TEST(slots.day == 2);
}

BOOST_AUTO_TEST_CASE(a_failed_match_leaves_no_trace_of_optional_elements) {
    Run run = run_of("late spring", "en");
    Slots slots;
    BOOST_TEST(match_template(run, 0, "L? Y", slots) == 0U);
    BOOST_TEST(slots.part == -1);
}

BOOST_AUTO_TEST_CASE(hours_of_a_part_of_the_day) {
    BOOST_TEST(hour_of_day(12, 0) == 0);
    BOOST_TEST(hour_of_day(12, 12) == 12);
    BOOST_TEST(hour_of_day(5, 12) == 17);
    BOOST_TEST(hour_of_day(17, 12) == 17);
    BOOST_TEST(hour_of_day(1, 24) == 13);
    BOOST_TEST(hour_of_day(11, 24) == 11);
    BOOST_TEST(hour_of_day(10, 36) == 22);
    BOOST_TEST(hour_of_day(1, 36) == 1);
    BOOST_TEST(hour_of_day(7, -1) == 7);
}

}  // namespace
}  // namespace factlint
