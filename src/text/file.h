// File: an open file or standard input, read in pieces, decompressed where it is compressed.
#pragma once

#include <memory>
#include <string>

#include <sys/stat.h>
#include <sys/types.h>

#include "text/compression.h"
#include "text/finding.h"

namespace factlint {

/// Closes what it opened on every way out. What is read of *.gz and *.zst is what is inside (compression.h); its size on
/// disk stays that of the compressed file.
class File {
  public:
    explicit File(const std::string& path);
    static File standard_input();
    ~File();
    File(File&& other) noexcept;
    File& operator=(File&&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    bool status(struct stat& into) const { return ::fstat(descriptor_, &into) == 0; }
    /// Bytes read, 0 at the end, negative with errno on failure.
    ssize_t read_some(char* into, std::size_t room) const;
    /// What is wrong with compressed data, where read_some failed for that.
    std::string_view fault() const {
        return decompressor_ ? std::string_view(decompressor_->fault()) : std::string_view{};
    }

  private:
    File() = default;
    int descriptor_ = -1;
    bool owned_ = true;
    std::unique_ptr<Decompressor> decompressor_;
};

/// The finding `unreadable-file`: why, and what to do about it. `error`: an errno.
Finding unreadable(const std::string& path, int error);
/// The same of a file that was being read.
Finding unreadable(const std::string& path, const File& file, int error);

}  // namespace factlint
