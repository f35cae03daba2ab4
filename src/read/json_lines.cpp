#include "read/json_lines.h"

#include <algorithm>

#include "read/encoding.h"
#include "read/json_tree.h"

namespace factlint {

JsonLines::JsonLines(const Sources& sources, SourceId id)
    : JsonLines(sources, Place{id, {0, static_cast<std::uint32_t>(sources.text(id).size())}}) {}

JsonLines::JsonLines(const Sources& sources, Place lines)
    : text_(sources.text(lines.source).substr(0, lines.span.end)), next_(lines.span.begin) {
    tree_.source = lines.source;
    if (next_ == 0) next_ = byte_order_mark_size(text_);
}

bool JsonLines::skip() {
    while (next_ < text_.size()) {
        line_ = {next_, static_cast<std::uint32_t>(std::min(text_.find('\n', next_), text_.size()))};
        next_ = line_.end + 1;
        ++line_number_;
        if (slice(text_, line_).find_first_not_of(" \t\r") != std::string_view::npos) return true;
    }
    return false;
}

const Tree& JsonLines::read(Findings& findings) {
    read_json(text_, line_, tree_, findings);
    return tree_;
}

std::optional<Span> LineParts::next() {
    if (at_ >= text_.size()) return std::nullopt;
    const std::size_t end = text_.find('\n', std::min(at_ + size_, text_.size()));
    const Span part{at_, static_cast<std::uint32_t>(std::min(end, text_.size() - 1) + 1)};
    at_ = part.end;
    return part;
}

}  // namespace factlint
