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
    /// `total`: how many files there are, 0 of a stream; `output_is_seen`: whether results go to standard output.
    Progress(std::uint64_t total, bool output_is_seen);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// A file is done: "factlint: file 12 of 340, notes/may.md".
    void next(const std::string& path);
    /// So many bytes of the next one are: "factlint: file 13 of 340, big.txt, 120 of 800 MB".
    void within(const std::string& path, std::uint64_t bytes);
    /// A document of a stream is: "factlint: 12000 documents, 34 MB".
    void document(std::uint64_t bytes);

  private:
    using Clock = std::chrono::steady_clock;
    bool is_due() const { return on_ && Clock::now() >= due_; }
    void show(const std::string& text);
    bool on_;
    bool shown_ = false;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    std::uint64_t bytes_ = 0;  ///< of a stream
    Clock::time_point due_;
};

}  // namespace factlint
