// Files that are compressed: *.gz (RFC 1952) and *.zst (RFC 8878) are read as what is inside.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace factlint {

/// The name of what is inside: "a.csv" of "a.csv.gz". Any other path is its own.
std::string_view name_inside(std::string_view path);
bool is_compressed(std::string_view path);

/// Decompresses what a file descriptor gives, in little memory. Members and frames that follow each other are one text, as
/// for gzip and zstd; check sums are checked.
class Decompressor {
  public:
    /// For the ending of `path`; null where it is not compressed.
    static std::unique_ptr<Decompressor> for_path(std::string_view path);
    ~Decompressor();

    /// Up to `room` bytes; 0 at the end; negative on failure, with errno, and with fault() where it is not the system's:
    /// damaged or cut short, or more than 256 MiB and more than 200 times the size of the file.
    ssize_t read_some(int descriptor, char* into, std::size_t room);

    /// What is wrong with the data and where: "its gzip data is damaged at byte 123 of the compressed file".
    const std::string& fault() const { return fault_; }

    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

  private:
    struct Stream;
    explicit Decompressor(std::unique_ptr<Stream> stream);
    bool refill(int descriptor);
    ssize_t fail(const std::string& what, const std::string& reason = {});
    bool grows_too_much() const;

    std::unique_ptr<Stream> stream_;
    std::string input_;
    std::size_t taken_ = 0;   ///< of `input_`
    std::size_t before_ = 0;  ///< bytes of the file before `input_`
    std::size_t produced_ = 0;
    bool ended_ = false;  ///< the file
    std::string fault_;
};

}  // namespace factlint
