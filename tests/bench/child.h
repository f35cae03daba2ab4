// One run of another program: how long it took and how much memory it had.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace factlint::bench {

struct Run {
    double wall = 0;       ///< seconds from before the start to after the end
    double processor = 0;  ///< seconds, user and system
    std::size_t peak = 0;  ///< resident bytes; never below those of the caller at the start
};

/// Nothing where the program cannot be started or takes more processor time. Output goes to /dev/null.
std::optional<Run> run(const std::vector<std::string>& command, unsigned most_seconds = 60);

}  // namespace factlint::bench
