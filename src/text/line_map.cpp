#include "text/line_map.h"

#include <algorithm>
#include <cassert>

#include "text/line_ends.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

LineMap::LineMap(std::string_view text) : text_(text) {
    starts_.push_back(
        static_cast<std::uint32_t>(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0));
    LineEnds ends(text);
    while (const auto end = ends.next()) starts_.push_back(end->end);
}

Position LineMap::position(std::uint32_t offset) const {
    assert(offset <= text_.size());
    offset = std::max(offset, starts_.front());
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::uint32_t start = *(after - 1);

    Position position;
    position.line = static_cast<std::uint32_t>(after - starts_.begin());
    position.byte_column = 1 + offset - start;
    std::uint32_t at = start;
    while (at < offset) {
        const Decoded decoded = decode(text_, at);
        if (at + decoded.size > offset) break;  // inside a code point: its first byte counts
        position.column += 1;
        position.utf16_column += decoded.code_point > 0xFFFF ? 2 : 1;
        at += decoded.size;
    }
    position.display_column += static_cast<std::uint32_t>(display_width(slice(text_, {start, at})));
    return position;
}

std::uint32_t LineMap::line_at(std::uint32_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), std::max(offset, starts_.front()));
    return static_cast<std::uint32_t>(after - starts_.begin());
}

LineColumn LineCursor::at(std::uint32_t offset) {
    const std::uint32_t line = lines_.line_at(offset), start = lines_.line(line).begin;
    offset = std::max(offset, start);
    if (offset_ == UINT32_MAX || line != here_.line) {
        here_ = {line, 1};
        offset_ = start;
    }
    while (offset_ < offset) {
        const std::uint32_t size = code_point_size(lines_.text(), offset_);
        if (offset_ + size > offset) break;  // inside a code point: its first byte counts
        offset_ += size;
        ++here_.column;
    }
    while (offset_ > offset) {
        offset_ -= decode_before(lines_.text(), offset_).size;
        --here_.column;
    }
    return here_;
}

Span LineMap::line(std::uint32_t line) const {
    assert(1 <= line && line <= line_count());
    const std::uint32_t begin = starts_[line - 1];
    std::uint32_t end = line < line_count() ? starts_[line] : static_cast<std::uint32_t>(text_.size());
    const auto ends_with = [&](char byte) { return end > begin && text_[end - 1] == byte; };
    if (ends_with('\n')) --end;
    if (ends_with('\r')) --end;
    return {begin, end};
}

}  // namespace factlint
