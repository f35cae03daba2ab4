#include "text/parallel.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace factlint;

namespace {

/// 0, 1, … below `end`.
auto numbers_below(int end) {
    return [next = 0, end]() mutable { return next < end ? std::optional(next++) : std::nullopt; };
}

/// Earlier ones take longer, so that later ones are ready before them.
int slow_double(int number) {
    std::this_thread::sleep_for(std::chrono::microseconds(200 - 10 * (number % 20)));
    return 2 * number;
}

}  // namespace

BOOST_AUTO_TEST_CASE(results_come_in_the_order_of_the_inputs) {
    for (const std::size_t threads : {1, 2, 5}) {
        std::vector<int> taken;
        work_in_order(threads, numbers_below(200), slow_double, [&](int result) {
            taken.push_back(result);
            return true;
        });
        BOOST_REQUIRE(taken.size() == 200);
        for (std::size_t i = 0; i < taken.size(); ++i) BOOST_TEST(taken[i] == static_cast<int>(2 * i));
    }
}

BOOST_AUTO_TEST_CASE(no_input_is_no_work) {
    work_in_order(2, numbers_below(0), slow_double, [](int) -> bool { throw std::logic_error("called"); });
}

BOOST_AUTO_TEST_CASE(it_stops_where_it_is_told_to) {
    std::atomic<int> begun = 0;
    int taken = 0;
    work_in_order(
        2, numbers_below(1000), [&](int number) { return ++begun, number; },
        [&](int) { return ++taken < 3; });
    BOOST_TEST(taken == 3);
    BOOST_TEST(begun < 1000);
}

BOOST_AUTO_TEST_CASE(what_is_thrown_arrives_here) {
    const auto work = [](int number) -> int {
        if (number == 7) throw std::runtime_error("seven");
        return number;
    };
    for (const std::size_t threads : {1, 3})
        BOOST_CHECK_THROW(work_in_order(threads, numbers_below(50), work, [](int) { return true; }),
                          std::runtime_error);
}
