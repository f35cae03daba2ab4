// File: an open file or standard input, read in pieces.
#pragma once

#include <string>

#include <sys/stat.h>
#include <sys/types.h>

#include "text/finding.h"

namespace factlint {

/// Closes what it opened on every way out.
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

  private:
    File() = default;
    int descriptor_ = -1;
    bool owned_ = true;
};

/// The finding `unreadable-file`: why, and what to do about it. `error`: an errno.
Finding unreadable(const std::string& path, int error);

}  // namespace factlint
