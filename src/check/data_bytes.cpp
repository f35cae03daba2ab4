#include "check/data_bytes.h"

#include <array>
#include <cerrno>

#include "check/files.h"
#include "text/compression.h"

namespace factlint {

/// 0 where the file system does not tell.
std::uint64_t size_on_disk(const std::string& path) {
    const File file(path);
    struct stat status {};
    return file.is_open() && file.status(status) && S_ISREG(status.st_mode)
               ? static_cast<std::uint64_t>(status.st_size)
               : 0;
}

namespace {

constexpr std::uint64_t largest_whole = std::uint64_t{16} << 20;

/// Text that is decoded is decoded as a whole.
bool is_encoded(const Corpus& corpus, const std::string& path, const std::string& disk_path) {
    if (const Encoding* declared = corpus.declared_encoding(path)) return declared->name != "utf-8";
    std::array<char, 4> start{};
    const File file(disk_path);
    const ssize_t size = file.is_open() ? file.read_some(start.data(), start.size()) : 0;
    return size > 0 && encoding_of_mark({start.data(), static_cast<std::size_t>(size)});
}

/// `error`: an errno where reading fails before the end.
std::size_t read_fully(const File& file, char* buffer, std::size_t size, int& error) {
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got = file.read_some(buffer + filled, size - filled);
        if (got < 0) error = errno;
        if (got <= 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

}  // namespace

bool DataBytes::open(Corpus& corpus, const std::string& root, const std::string& path,
                     std::vector<Finding>& findings) {
    path_ = path;
    disk_path_ = path_on_disk(root, path);
    size_ = size_on_disk(disk_path_);
    if (size_ > largest_whole && !is_compressed(path) && !is_encoded(corpus, path, disk_path_)) return true;
    const SourceId* source = corpus.open_data(root, path, findings);
    if (!source) return false;
    source_ = *source;
    text_ = corpus.sources().text(*source);
    size_ = text_.size();
    return true;
}

ReadBytes DataBytes::read() {
    if (source_) return bytes_of(text_);
    file_ = std::make_unique<File>(disk_path_);
    return [this](char* buffer, std::size_t size) { return read_fully(*file_, buffer, size, error_); };
}

std::optional<Finding> DataBytes::failure() const {
    return error_ == 0 ? std::nullopt : std::optional(unreadable(path_, error_));
}

}  // namespace factlint
