#include "child.h"

#include <chrono>
#include <csignal>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace factlint::bench {
namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

bool spawn(const std::vector<std::string>& command, pid_t& child) {
    std::vector<char*> arguments;
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const int error = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0;
}

}  // namespace

std::optional<Run> run(const std::vector<std::string>& command, unsigned most_seconds) {
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (!spawn(command, child)) return std::nullopt;
    const rlimit limit{most_seconds, most_seconds};
    prlimit(child, RLIMIT_CPU, &limit, nullptr);
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child || WIFSIGNALED(status) || WEXITSTATUS(status) == 127)
        return std::nullopt;
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return Run{wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
               static_cast<std::size_t>(usage.ru_maxrss) * 1024};
}

}  // namespace factlint::bench
