// JSON Lines: one JSON value on each line of a source.
#pragma once

#include <optional>
#include <string_view>

#include "read/tree.h"
#include "text/problem.h"

namespace factlint {

/// Goes through the lines of a source, one tree at a time in the same memory:
///
///     JsonLines lines(sources, id);
///     while (lines.next(findings)) use(lines.tree());
///
/// Lines end at LF, before which a CR is white space; blank lines are passed over; a byte order mark may begin the
/// source. Findings as of read_json, but those of one line do not stop the next.
class JsonLines {
  public:
    JsonLines(const Sources& sources, SourceId id);
    /// Of those lines alone, which are whole.
    JsonLines(const Sources& sources, Place lines);

    /// Reads the next line that is not blank; false at the end. O(line).
    bool next(Findings& findings) { return skip() && (read(findings), true); }
    /// Goes on to the next line that is not blank; false at the end.
    bool skip();
    /// Reads that line.
    const Tree& read(Findings& findings);
    /// What the line says, valid up to the next call; without nodes where it is not JSON.
    const Tree& tree() const { return tree_; }
    /// Bytes of the line without its LF.
    Span line() const { return line_; }
    /// Number of that line in the source, from 1.
    std::uint32_t line_number() const { return line_number_; }

  private:
    std::string_view text_;  ///< up to the end of the lines
    Tree tree_;
    Span line_;
    std::uint32_t next_ = 0;
    std::uint32_t line_number_ = 0;
};

/// Divides the lines of a source into parts of about `size` bytes.
class LineParts {
  public:
    LineParts(std::string_view text, std::size_t size) : text_(text), size_(size) {}
    /// The bytes of whole lines; none at the end. O(a line).
    std::optional<Span> next();

  private:
    std::string_view text_;
    std::size_t size_;
    std::uint32_t at_ = 0;
};

}  // namespace factlint
