#include "text/line_ends.h"

#include <algorithm>

namespace factlint {

LineEnds::LineEnds(std::string_view text, std::size_t from)
    : text_(text), at_(from), line_feed_(find('\n')), carriage_return_(find('\r')) {}

std::size_t LineEnds::find(char byte) const { return std::min(text_.find(byte, at_), text_.size()); }

std::optional<Span> LineEnds::next() {
    // Both are kept, so that a file without carriage returns is searched for one only once.
    if (line_feed_ < at_) line_feed_ = find('\n');
    if (carriage_return_ < at_) carriage_return_ = find('\r');
    const std::size_t begin = std::min(line_feed_, carriage_return_);
    if (begin >= text_.size()) return std::nullopt;
    const bool is_pair = begin == carriage_return_ && line_feed_ == begin + 1 && line_feed_ < text_.size();
    at_ = begin + (is_pair ? 2 : 1);
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
}

}  // namespace factlint
