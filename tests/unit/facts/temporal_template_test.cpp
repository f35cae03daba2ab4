#include <boost/test/unit_test.hpp>

#include <tuple>
#include <utility>
#include <vector>

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

/// Tokens of the longest match of one template, 0 where there is none; `slots` are filled by it.
std::size_t match(Run& run, Pattern pattern, Slots& slots) {
    TemplateTrie<64> trie;
    trie.add(0, pattern);
    TemplateAutomaton automaton;
    std::size_t longest = 0;
    TemplateMatcher matcher(run, 0, trie, automaton);
    matcher.for_each({}, [&](std::size_t, std::size_t tokens, const Slots& filled) {
        if (tokens > longest) slots = filled;
        longest = std::max(longest, tokens);
    });
    return longest;
}

BOOST_AUTO_TEST_CASE(a_space_in_the_template_allows_white_space_and_no_space_forbids_it) {
    Run spaced = run_of("2025 - 11", "en");
    Slots slots;
    BOOST_TEST(match(spaced, "Y-G", slots) == 0U);
    BOOST_TEST(match(spaced, "Y - G", slots) == 3U);
    BOOST_TEST(slots.year == 2025);
    BOOST_TEST(slots.month == 11);
}

BOOST_AUTO_TEST_CASE(an_optional_element_is_given_back_where_the_rest_needs_it) {
    Run run = run_of("2 November", "en");
    Slots slots;
    BOOST_TEST(match(run, "D? D W", slots) == 2U);
    BOOST_TEST(slots.day == 2);
}

BOOST_AUTO_TEST_CASE(a_failed_match_leaves_no_trace_of_optional_elements) {
    Run run = run_of("late spring", "en");
    Slots slots;
    BOOST_TEST(match(run, "L? Y", slots) == 0U);
    BOOST_TEST(slots.part == -1);
}

BOOST_AUTO_TEST_CASE(a_number_in_words_takes_all_its_tokens) {
    Run run = run_of("twenty-second of July 1995", "en");
    Slots slots;
    BOOST_TEST(match(run, "O j? W Y", slots) == 6U);
    BOOST_TEST(slots.day == 22);
    BOOST_TEST(slots.month == 7);
}

BOOST_AUTO_TEST_CASE(what_is_beaten_already_is_not_filled) {
    TemplateTrie<64> trie;
    trie.add(0, "Y-G");
    trie.add(1, "Y");
    TemplateAutomaton automaton;
    Run run = run_of("2025-11", "en");
    std::vector<std::size_t> found;
    Longest longest;
    TemplateMatcher matcher(run, 0, trie, automaton);
    matcher.for_each(longest, [&](std::size_t row, std::size_t tokens, const Slots&) {
        found.push_back(row);
        longest = {tokens, row};
    });
    BOOST_TEST(found == std::vector<std::size_t>{0});
}

BOOST_AUTO_TEST_CASE(an_automaton_that_knows_its_states_matches_as_one_that_makes_them) {
    TemplateTrie<64> trie;
    trie.add(0, "Q j? W.? ,? j? U");
    trie.add(1, "W.? Q");
    TemplateAutomaton automaton;
    Run run = run_of("", "en");
    for (int i = 0; i < 2; ++i)
        for (const auto& [text, row, tokens] :
             {std::tuple("5 June 2014", 0, 3), std::tuple("June 5 people", 1, 2),
              std::tuple("5 of June, 2014", 0, 5)}) {
            run.open(text, run.language());
            std::vector<std::pair<int, int>> found;
            TemplateMatcher matcher(run, 0, trie, automaton);
            matcher.for_each({}, [&](std::size_t of_row, std::size_t taken, const Slots&) {
                found.emplace_back(static_cast<int>(of_row), static_cast<int>(taken));
            });
            BOOST_TEST_CONTEXT(text) BOOST_TEST((found == std::vector{std::pair(row, tokens)}));
        }
}

BOOST_AUTO_TEST_CASE(of_two_templates_that_are_the_same_the_first_counts) {
    TemplateTrie<64> trie;
    trie.add(0, "Y-G");
    trie.add(1, "Y-G");
    Run run = run_of("2025-11", "en");
    std::vector<std::size_t> found;
    TemplateAutomaton automaton;
    TemplateMatcher(run, 0, trie, automaton).for_each({}, [&](std::size_t row, std::size_t, const Slots&) {
        found.push_back(row);
    });
    BOOST_TEST(found == std::vector<std::size_t>{0});
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
