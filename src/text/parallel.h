// Work on several inputs at once, with results in the order of the inputs.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace factlint {

/// Threads that do one piece of work after the other, those that were given first before the others.
class Workers {
  public:
    explicit Workers(std::size_t threads);
    /// Waits for what was begun; what was not is left undone.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void give(std::function<void()> work);

  private:
    void run();

    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<std::function<void()>> waiting_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

/// Gives what `next` returns (an optional, empty behind the last) to `work`, on so many threads, and each result in order to
/// `take`, on this thread; stops where that gives false. With one thread, or one input, all is done on this one. As many
/// inputs as there are threads wait for one, so that none stands still while the first result is waited for.
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
    using Task = std::packaged_task<decltype(work(*input))()>;
    std::deque<std::future<decltype(work(*input))>> running;
    Workers workers(threads);
    while (input || !running.empty()) {
        while (input && running.size() < 2 * threads) {
            const auto task =
                std::make_shared<Task>([&work, given = std::move(*input)] { return work(given); });
            running.push_back(task->get_future());
            workers.give([task] { (*task)(); });
            input = std::move(following);
            following = input ? next() : decltype(input){};
        }
        auto result = running.front().get();
        running.pop_front();
        if (!take(std::move(result))) return;
    }
}

}  // namespace factlint
