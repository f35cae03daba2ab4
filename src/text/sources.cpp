#include "text/sources.h"

#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace factlint {
namespace {

constexpr std::uint64_t largest_source = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t growth_of_a_stream = std::size_t{1} << 16;

/// Closes the descriptor on every way out.
class File {
  public:
    explicit File(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~File() {
        if (is_open()) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    bool status(struct stat& into) const { return ::fstat(descriptor_, &into) == 0; }
    /// Bytes read, 0 at the end, negative with errno on failure.
    ssize_t read_some(char* into, std::size_t room) const {
        ssize_t got = 0;
        do got = ::read(descriptor_, into, room);
        while (got < 0 && errno == EINTR);
        return got;
    }

  private:
    int descriptor_;
};

struct Advice {
    int error;
    std::string_view reason;
    std::string_view help;
};

constexpr Advice advices[] = {
    {ENOENT, "there is no such file", "check the spelling and the folder the path starts from"},
    {EISDIR, "it is a directory", "name its files, or a glob such as '**/*.md'"},
    {EACCES, "permission denied", "make the file readable for the user that runs factlint"},
    {EFBIG, "it is larger than 4 GiB - 1", "split the file"},
};

Finding unreadable(const std::string& path, int error) {
    Finding finding;
    finding.id = "unreadable-file";
    finding.concern = Concern::input;
    finding.path = path;
    std::string reason = std::generic_category().message(error);
    for (const Advice& advice : advices) {
        if (advice.error != error) continue;
        reason = advice.reason;
        finding.help = advice.help;
    }
    finding.message = "cannot read " + path + ": " + reason;
    return finding;
}

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

int read_file(const std::string& path, std::string& text) {
    const File file(path);
    struct stat status {};
    if (!file.is_open() || !file.status(status)) return errno;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > largest_source) return EFBIG;
    return read_all(file, size, text);
}

}  // namespace

SourceId Sources::add(std::string path, std::string text, std::uint64_t base) {
    assert(text.size() <= largest_source);
    sources_.push_back({std::move(path), std::move(text), base});
    return static_cast<SourceId>(sources_.size() - 1);
}

Result<SourceId> Sources::load(std::string path, const std::string& path_on_disk) {
    std::string text;
    if (const int error = read_file(path_on_disk, text); error != 0) return unreadable(path, error);
    return add(std::move(path), std::move(text));
}

}  // namespace factlint
