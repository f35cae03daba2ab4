#include "cli/progress.h"

#include <unistd.h>

#include <fmt/format.h>

#include "cli/output.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::chrono::milliseconds first_after(1000), next_after(200);
constexpr std::string_view clear_line = "\r\x1b[K";
constexpr std::size_t longest_name = 40;

/// The end of a path says more than its beginning.
std::string shortened(const std::string& path) {
    if (path.size() <= longest_name) return path;
    std::size_t from = path.size() - longest_name;
    while (from < path.size() && is_continuation(path[from])) ++from;
    return "…" + path.substr(from);
}

}  // namespace

Progress::Progress(std::uint64_t total, bool output_is_seen)
    : on_(isatty(STDERR_FILENO) == 1 && !(output_is_seen && isatty(STDOUT_FILENO) == 1)), total_(total),
      due_(Clock::now() + first_after) {}

Progress::~Progress() {
    if (shown_) write_error(clear_line);
}

void Progress::next(const std::string& path) {
    ++done_;
    if (!on_ || Clock::now() < due_) return;
    shown_ = true;
    due_ = Clock::now() + next_after;
    write_error(fmt::format("{}factlint: file {} of {}, {}", clear_line, done_, total_,
                            escape_for_terminal(shortened(path))));
}

}  // namespace factlint
