// The ends of lines, one after the other: LF, CRLF or a lone CR.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace factlint {

/// Holds a view: the text must outlive it. All calls together O(n), at the speed of memchr where lines are long.
class LineEnds {
  public:
    explicit LineEnds(std::string_view text, std::size_t from = 0);

    /// The bytes of the next line end; the next line begins at their end. None after the last.
    std::optional<Span> next();

  private:
    std::size_t find(char byte) const;

    std::string_view text_;
    std::size_t at_;
    std::size_t line_feed_;  ///< the first of each at or after `at_`, text_.size() where there is none
    std::size_t carriage_return_;
};

}  // namespace factlint
