#include <boost/test/unit_test.hpp>

#include <initializer_list>
#include <string_view>
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

using Found = std::vector<std::pair<std::size_t, std::size_t>>;

/// Row and tokens of each match at the beginning of the run; with `longest` of those alone that none before beats.
Found matches(Run& run, const TemplateTrie<64>& trie, TemplateAutomaton& automaton,
              Longest* longest = nullptr) {
    Found found;
    const Longest none;
    TemplateMatcher matcher(run, 0, trie, automaton);
    matcher.for_each(longest != nullptr ? *longest : none,
                     [&](std::size_t row, std::size_t tokens, const Slots&) {
                         found.emplace_back(row, tokens);
                         if (longest != nullptr) *longest = {tokens, row};
                     });
    return found;
}

TemplateTrie<64> trie_of(std::initializer_list<Pattern> patterns) {
    TemplateTrie<64> trie;
    std::int16_t row = 0;
    for (const Pattern pattern : patterns) trie.add(row++, pattern);
    return trie;
}

BOOST_AUTO_TEST_CASE(what_is_beaten_already_is_not_filled) {
    const auto trie = trie_of({"Y-G", "Y"});
    TemplateAutomaton automaton;
    Run run = run_of("2025-11", "en");
    Longest longest;
    BOOST_TEST((matches(run, trie, automaton, &longest) == Found{{0, 3}}));
}

BOOST_AUTO_TEST_CASE(an_automaton_that_knows_its_states_matches_as_one_that_makes_them) {
    const auto trie = trie_of({"Q j? W.? ,? j? U", "W.? Q"});
    const std::pair<std::string_view, Found> texts[] = {
        {"5 June 2014", {{0, 3}}}, {"June 5 people", {{1, 2}}}, {"5 of June, 2014", {{0, 5}}}};
    TemplateAutomaton automaton;
    Run run = run_of("", "en");
    for (int i = 0; i < 2; ++i)
        for (const auto& [text, wanted] : texts) {
            run.open(text, run.language());
            BOOST_TEST_CONTEXT(text) BOOST_TEST((matches(run, trie, automaton) == wanted));
        }
}

BOOST_AUTO_TEST_CASE(of_two_templates_that_are_the_same_the_first_counts) {
    const auto trie = trie_of({"Y-G", "Y-G"});
    TemplateAutomaton automaton;
    Run run = run_of("2025-11", "en");
    BOOST_TEST((matches(run, trie, automaton) == Found{{0, 3}}));
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
