#include "text/file.h"

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace factlint {
namespace {

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

}  // namespace

File::File(const std::string& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), decompressor_(Decompressor::for_path(path)) {}

File File::standard_input() {
    File file;
    file.descriptor_ = STDIN_FILENO;
    file.owned_ = false;
    return file;
}

File::~File() {
    if (owned_ && is_open()) ::close(descriptor_);
}

File::File(File&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), owned_(other.owned_),
      decompressor_(std::move(other.decompressor_)) {}

ssize_t File::read_some(char* into, std::size_t room) const {
    if (decompressor_) return decompressor_->read_some(descriptor_, into, room);
    ssize_t got = 0;
    do got = ::read(descriptor_, into, room);
    while (got < 0 && errno == EINTR);
    return got;
}

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

Finding unreadable(const std::string& path, const File& file, int error) {
    Finding finding = unreadable(path, error);
    if (file.fault().empty()) return finding;
    finding.message = "cannot read " + path + ": " + std::string(file.fault());
    finding.help = "make the file anew, or check what is inside";
    return finding;
}

}  // namespace factlint
