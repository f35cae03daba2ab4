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

std::optional<std::uint64_t> read_size(std::string_view flag, const std::string& text,
                                       std::uint64_t otherwise) {
    struct Suffix {
        std::string_view name;
        std::uint64_t size;
    };
    constexpr std::uint64_t kilo = 1000, kibi = 1024, least = 1'000'000, most = std::uint64_t{1} << 50;
    constexpr Suffix suffixes[] = {
        {"", 1},       {"KB", kilo},         {"MB", kilo * kilo},        {"GB", kilo * kilo * kilo},
        {"KiB", kibi}, {"MiB", kibi * kibi}, {"GiB", kibi * kibi * kibi}};
    if (text.empty()) return otherwise;
    std::uint64_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, count);
    const std::string_view rest(stop, static_cast<std::size_t>(end - stop));
    for (const Suffix& suffix : suffixes)
        if (error == std::errc() && rest == suffix.name && count <= most / suffix.size &&
            count * suffix.size >= least)
            return count * suffix.size;
    write_problem(fmt::format("{} takes a size of 1 MB or more, such as 512MB or 2GB, not {}", flag, text));
    return std::nullopt;
}

std::optional<unsigned> read_threads(const std::string& text) {
    constexpr unsigned most_threads = 1024;
    return read_count("--threads", text, most_threads, std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace factlint
