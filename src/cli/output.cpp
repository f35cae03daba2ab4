#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "text/escape.h"

namespace factlint {
namespace {

/// 0, or the errno of the failure.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

void complain(std::string_view what, int error) {
    write_problem("cannot write " + std::string(what) + ": " + std::strerror(error));
}

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
}

}  // namespace

bool write_output(std::string_view bytes) {
    static bool failed = false;
    if (failed) return false;
    const int error = write_all(STDOUT_FILENO, bytes);
    failed = error != 0;
    if (failed) complain("standard output", error);
    return !failed;
}

bool write_file(const std::string& path, std::string_view bytes) {
    std::error_code ignored;
    const auto folder = std::filesystem::path(path).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const int error = file < 0 ? errno : write_all(file, bytes);
    if (file >= 0) close(file);
    if (error != 0) complain(path, error);
    return error == 0;
}

void write_error(std::string_view message) { write_all(STDERR_FILENO, message); }

void write_problem(std::string_view message) { write_error("factlint: " + terminal_line(message)); }

void write_problems(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) write_problem(finding.message);
}

bool use_colour(std::string_view flag) {
    if (flag != "auto") return flag == "always";
    if (is_set("FORCE_COLOR")) return true;
    if (is_set("NO_COLOR")) return false;
    return isatty(STDOUT_FILENO) == 1;
}

}  // namespace factlint
