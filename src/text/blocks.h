// BlockReader: plain text of any size, a block at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "text/file.h"
#include "text/result.h"

namespace factlint {

/// Some paragraphs of a text.
struct TextBlock {
    std::string text;
    std::uint64_t base = 0;          ///< offset of text[0] in the file
    std::uint32_t lines_before = 0;  ///< lines of the file that end before text[0]
    bool first = true, last = false;
};

/// Blocks end behind the last empty line of about 256 KiB; where there is none, behind the last line, and a line of
/// more than 64 MiB is cut. What was read of a block before is not kept.
class BlockReader {
  public:
    static constexpr std::size_t block_size = 1u << 18;

    /// Errors (finding `unreadable-file`): missing, a directory, no permission.
    static Result<BlockReader> open(const std::string& path, const std::string& path_on_disk);
    static BlockReader standard_input() { return BlockReader("-", File::standard_input()); }

    /// The next block; an empty file has one. None behind the last, or where reading failed.
    std::optional<TextBlock> next();
    /// Why reading failed, where it did.
    const std::optional<Finding>& failure() const { return failure_; }

  private:
    BlockReader(std::string path, File file) : path_(std::move(path)), file_(std::move(file)) {}
    /// Reads until `rest_` has `size` bytes or the file ends.
    void fill(std::size_t size);
    std::size_t cut();

    std::string path_;
    File file_;
    std::string rest_;  ///< read, and not yet given
    bool at_end_ = false;
    std::optional<TextBlock> before_;  ///< the last block, without its text
    std::optional<Finding> failure_;
};

}  // namespace factlint
