// LineMap turns byte offsets of one source into lines and columns, for reports and editors only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace factlint {

/// All counts start at 1. A byte order mark at offset 0 belongs to no column.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t byte_column = 1;
    std::uint32_t column = 1;  ///< in code points: what JSON reports and messages use
    std::uint32_t utf16_column = 1;
    std::uint32_t display_column = 1;
};

/// Line and column in code points, from 1.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// Lines end at LF, CRLF or a lone CR. Holds a view: the text must outlive it.
class LineMap {
  public:
    explicit LineMap(std::string_view text);

    /// O(log lines + length of the line up to `offset`). Precondition: offset <= text.size().
    Position position(std::uint32_t offset) const;
    std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
    /// The bytes of line `line` (from 1) without its end.
    Span line(std::uint32_t line) const;

    /// The line that holds `offset`. O(log lines).
    std::uint32_t line_at(std::uint32_t offset) const;
    std::string_view text() const { return text_; }

  private:
    std::string_view text_;
    std::vector<std::uint32_t> starts_;
};

/// Lines and columns of offsets near each other: it walks from the last one, so a line of 200 MB with a million facts in
/// order costs one pass. O(log lines + distance on the line).
class LineCursor {
  public:
    explicit LineCursor(const LineMap& lines) : lines_(lines) {}
    LineColumn at(std::uint32_t offset);

  private:
    const LineMap& lines_;
    std::uint32_t offset_ = UINT32_MAX;
    LineColumn here_;
};

}  // namespace factlint
