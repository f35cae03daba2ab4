// Work on several inputs at once, with results in the order of the inputs.
#pragma once

#include <cstddef>
#include <deque>
#include <future>
#include <utility>

namespace factlint {

/// Gives what `next` returns (an optional, empty behind the last) to `work`, at most `threads` at a time, and each result
/// in order to `take`, on this thread; stops where that gives false. With one thread, or one input, all is done on this
/// one.
template <class Next, class Work, class Take>
void work_in_order(std::size_t threads, Next next, Work work, Take take) {
    auto input = next();
    if (!input) return;
    auto following = next();
    if (threads <= 1 || !following) {
        while (take(work(*input)) && following) {
            input = std::move(following);
            following = next();
        }
        return;
    }
    std::deque<std::future<decltype(work(*input))>> running;
    while (input || !running.empty()) {
        while (input && running.size() < threads) {
            running.push_back(std::async(std::launch::async, work, std::move(*input)));
            input = std::move(following);
            following = input ? next() : decltype(input){};
        }
        auto result = running.front().get();
        running.pop_front();
        if (!take(std::move(result))) return;  // what still runs is waited for
    }
}

}  // namespace factlint
