// Sources owns every byte that factlint reads; everything else holds spans or views into it.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "text/result.h"
#include "text/span.h"

namespace factlint {

/// One file, standard input, or one document of a stream. `text`: the bytes on disk, of *.gz and *.zst what is inside.
struct Source {
    std::string path;  ///< as the user named it, relative to the project root, '/' separated
    std::string text;
    std::uint64_t base = 0;          ///< offset of text[0] in the file, for files read as blocks
    std::uint32_t lines_before = 0;  ///< likewise the lines that end before it
};

/// Append-only; references and views stay valid for its lifetime. Adding is not thread-safe, reading is.
class Sources {
  public:
    SourceId add(std::string path, std::string text, std::uint64_t base = 0, std::uint32_t lines_before = 0);
    /// Reads a whole file. Errors (finding `unreadable-file`): missing, a directory, no permission, damaged, over 4 GiB - 1.
    Result<SourceId> load(std::string path, const std::string& path_on_disk);

    const Source& operator[](SourceId id) const { return sources_[static_cast<std::size_t>(id)]; }
    std::string_view text(SourceId id) const { return (*this)[id].text; }
    std::string_view text(Place place) const { return slice(text(place.source), place.span); }
    /// Drops the sources from index `count` on: a stream is done with a document. Views of their text become invalid.
    void forget_from(std::size_t count) { sources_.resize(count); }
    std::size_t size() const { return sources_.size(); }

  private:
    std::deque<Source> sources_;
};

}  // namespace factlint
