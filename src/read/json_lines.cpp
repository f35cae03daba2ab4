#include "read/json_lines.h"

#include <algorithm>

#include "read/encoding.h"
#include "read/json_tree.h"

namespace factlint {

JsonLines::JsonLines(const Sources& sources, SourceId id) : JsonLines(sources.text(id), id) {}

JsonLines::JsonLines(std::string_view text, SourceId id) : text_(text), next_(byte_order_mark_size(text)) {
    tree_.source = id;
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

}  // namespace factlint
