// DataBytes: what is in a data file, as it is read: a Source where it is small, else block after block from the disk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/corpus.h"
#include "read/table.h"
#include "text/file.h"

namespace factlint {

class DataBytes {
  public:
    DataBytes() = default;
    DataBytes(const DataBytes&) = delete;  ///< what read() gives points into it
    DataBytes& operator=(const DataBytes&) = delete;

    /// Files of up to 16 MiB, compressed and encoded ones, and those that are not on disk become Sources. False, with a finding,
    /// where it cannot be read.
    bool open(Corpus& corpus, const std::string& root, const std::string& path,
              std::vector<Finding>& findings);
    const std::optional<SourceId>& source() const { return source_; }
    std::uint64_t size() const { return size_; }
    /// From the first byte on; one at a time.
    ReadBytes read();
    /// Why it could not be read to its end, where it could not.
    std::optional<Finding> failure() const;

  private:
    std::string path_, disk_path_;
    std::uint64_t size_ = 0;
    std::optional<SourceId> source_;
    std::string_view text_;       ///< of `source_`
    std::unique_ptr<File> file_;  ///< that the reader at hand reads
    int error_ = 0;               ///< an errno
};

/// 0 where the file system does not tell.
std::uint64_t size_on_disk(const std::string& path);

}  // namespace factlint
