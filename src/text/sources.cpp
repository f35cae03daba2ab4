#include "text/sources.h"

#include <cerrno>
#include <limits>
#include <optional>
#include <utility>

#include "text/file.h"

namespace factlint {
namespace {

constexpr std::uint64_t largest_source = std::numeric_limits<std::uint32_t>::max();
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
        if (filled > largest_source) return EFBIG;
        if (filled == text.size()) text.resize(filled + filled / 2 + growth_of_a_stream);
    }
    text.resize(filled);
    return 0;
}

std::optional<Finding> read_file(const std::string& path, const std::string& path_on_disk,
                                 std::string& text) {
    const File file(path_on_disk);
    struct stat status {};
    if (!file.is_open() || !file.status(status)) return unreadable(path, errno);
    if (S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > largest_source) return unreadable(path, EFBIG);
    const int error = read_all(file, size, text);
    return error == 0 ? std::nullopt : std::optional(unreadable(path, file, error));
}

}  // namespace

SourceId Sources::add(std::string path, std::string text, std::uint64_t base, std::uint32_t lines_before) {
    assert(text.size() <= largest_source);
    sources_.push_back({std::move(path), std::move(text), base, lines_before});
    return static_cast<SourceId>(sources_.size() - 1);
}

Result<SourceId> Sources::load(std::string path, const std::string& path_on_disk) {
    std::string text;
    if (auto finding = read_file(path, path_on_disk, text)) return *finding;
    return add(std::move(path), std::move(text));
}

}  // namespace factlint
