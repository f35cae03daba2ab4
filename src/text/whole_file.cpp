#include "text/whole_file.h"

#include <cerrno>
#include <cstdint>
#include <limits>

#include "text/file.h"

namespace factlint {
namespace {

constexpr std::uint64_t largest_file = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t growth_of_a_stream = std::size_t{1} << 16;

/// Reads to the end; `expected` is the size the file system told, 0 for pipes. Returns an errno, 0 on success.
int read_all(const File& file, std::size_t expected, std::string& text) {
    // One byte more than expected, so that the read that meets the end of the file needs no second buffer.
    text.resize(expected + 1);
    std::size_t filled = 0;
    for (;;) {
        const ssize_t got = file.read_some(text.data() + filled, text.size() - filled);
        if (got < 0) return errno;
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > largest_file) return EFBIG;
        if (filled == text.size()) text.resize(filled + filled / 2 + growth_of_a_stream);
    }
    text.resize(filled);
    return 0;
}

}  // namespace

Result<std::string> whole_file(const std::string& path, const std::string& path_on_disk) {
    const File file(path_on_disk);
    struct stat status {};
    if (!file.is_open() || !file.status(status)) return unreadable(path, errno);
    if (S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > largest_file) return unreadable(path, EFBIG);
    std::string text;
    const int error = read_all(file, size, text);
    if (error != 0) return unreadable(path, file, error);
    return text;
}

}  // namespace factlint
