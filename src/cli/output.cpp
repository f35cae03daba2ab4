#include "cli/output.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

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

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
    std::error_code ignored;
    const auto folder = std::filesystem::path(path_).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    error_ = descriptor_ < 0 ? errno : 0;
    if (error_ != 0) complain(path_, error_);
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)), error_(other.error_) {
}

bool OutputFile::write(std::string_view bytes) {
    if (error_ != 0) return false;
    error_ = write_all(descriptor_, bytes);
    if (error_ != 0) complain(path_, error_);
    return error_ == 0;
}

bool write_file(const std::string& path, std::string_view bytes) { return OutputFile(path).write(bytes); }

void write_error(std::string_view message) { write_all(STDERR_FILENO, message); }

void write_problem(std::string_view message) { write_error("factlint: " + terminal_line(message)); }

void write_problems(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) write_problem(finding.message);
}

std::uint32_t output_columns() {
    constexpr std::uint32_t most = 100, least = 30;
    winsize size{};
    if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return most;
    return std::clamp<std::uint32_t>(size.ws_col, least, most);
}

bool use_colour(std::string_view flag) {
    if (flag != "auto") return flag == "always";
    if (is_set("FORCE_COLOR")) return true;
    if (is_set("NO_COLOR")) return false;
    return isatty(STDOUT_FILENO) == 1;
}

}  // namespace factlint
