// Progress: how far long work is, for somebody who waits at a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace factlint {

/// One line of standard error that is written over and in the end removed. Silent in the first second, and where
/// standard error is no terminal or standard output is one that is being written to.
class Progress {
  public:
    /// `total`: how many files there are; `output_is_seen`: whether results go to standard output.
    Progress(std::uint64_t total, bool output_is_seen);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// The next file begins: "factlint: 12 of 340 files, now notes/may.md".
    void next(const std::string& path);

  private:
    using Clock = std::chrono::steady_clock;
    bool on_;
    bool shown_ = false;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    Clock::time_point due_;
};

}  // namespace factlint
