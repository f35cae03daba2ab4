// JSON Lines: one JSON value on each line of a source.
#pragma once

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
    /// Of a text that is no Source; places in it are of `id`.
    JsonLines(std::string_view text, SourceId id);

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
    std::string_view text_;
    Tree tree_;
    Span line_;
    std::uint32_t next_ = 0;
    std::uint32_t line_number_ = 0;
};

}  // namespace factlint
