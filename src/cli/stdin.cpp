#include "cli/stdin.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace factlint {
namespace {

constexpr std::size_t longest_line = 64u << 20;

ssize_t read_some(char* into, std::size_t size) {
    ssize_t got = 0;
    do got = read(STDIN_FILENO, into, size);
    while (got < 0 && errno == EINTR);
    return got;
}

}  // namespace

std::string read_stdin() {
    std::string text;
    std::array<char, 1u << 16> buffer;
    for (ssize_t got; (got = read_some(buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    return text;
}

void for_each_line(const std::function<bool(std::string_view, std::uint64_t, bool)>& each) {
    std::string line;
    std::uint64_t number = 0;
    bool too_long = false;
    const auto finish = [&] {
        ++number;
        const bool blank = !too_long && line.find_first_not_of(" \t\r") == std::string::npos;
        const bool go_on =
            blank || each(too_long ? std::string_view() : std::string_view(line), number, too_long);
        line.clear();
        too_long = false;
        return go_on;
    };
    std::array<char, 1u << 16> buffer;
    for (ssize_t got; (got = read_some(buffer.data(), buffer.size())) > 0;) {
        std::string_view rest(buffer.data(), static_cast<std::size_t>(got));
        for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos;
             rest.remove_prefix(end + 1)) {
            if (!too_long) line.append(rest.substr(0, end));
            if (!finish()) return;
        }
        if (!too_long) line.append(rest);
        if (line.size() > longest_line) {
            line.clear();
            line.shrink_to_fit();
            too_long = true;
        }
    }
    if (!line.empty() || too_long) finish();
}

}  // namespace factlint
