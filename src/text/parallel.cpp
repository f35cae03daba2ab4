#include "text/parallel.h"

namespace factlint {

Workers::Workers(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back(&Workers::run, this);
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        waiting_.clear();
    }
    given_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void Workers::give(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(work));
    }
    given_.notify_one();
}

void Workers::run() {
    for (;;) {
        std::unique_lock lock(mutex_);
        given_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
        if (closed_) return;
        const std::function<void()> work = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        work();
    }
}

}  // namespace factlint
