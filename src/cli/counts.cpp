#include "cli/counts.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include <fmt/format.h>

#include "cli/output.h"

namespace factlint {

std::optional<unsigned> read_count(std::string_view flag, const std::string& text, unsigned most,
                                   unsigned otherwise) {
    if (text.empty()) return otherwise;
    unsigned count = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, count);
    if (error == std::errc() && stop == end && count >= 1 && count <= most) return count;
    write_problem(fmt::format("{} takes a number from 1 to {}, not {}", flag, most, text));
    return std::nullopt;
}

std::optional<unsigned> read_threads(const std::string& text) {
    constexpr unsigned most_threads = 1024;
    return read_count("--threads", text, most_threads, std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace factlint
