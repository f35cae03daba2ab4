#include "cli/progress.h"

#include <filesystem>

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
constexpr std::uint64_t megabyte = 1'000'000;

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
    if (is_due()) show(fmt::format("file {} of {}, {}", done_, total_, shortened(path)));
}

void Progress::within(const std::string& path, std::uint64_t bytes) {
    if (!is_due()) return;
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    const std::string of = error || size < bytes ? "" : fmt::format(" of {}", size / megabyte);
    show(fmt::format("file {} of {}, {}, {}{} MB", done_ + 1, total_, shortened(path), bytes / megabyte, of));
}

void Progress::document(std::uint64_t bytes) {
    ++done_;
    bytes_ += bytes;
    if (is_due()) show(fmt::format("{} documents, {} MB", done_, bytes_ / megabyte));
}

void Progress::show(const std::string& text) {
    shown_ = true;
    due_ = Clock::now() + next_after;
    write_error(fmt::format("{}factlint: {}", clear_line, escape_for_terminal(text)));
}

}  // namespace factlint
