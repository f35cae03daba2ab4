#include "read/json_lines.h"

#include <algorithm>

#include "read/encoding.h"
#include "read/json_tree.h"

namespace factlint {

JsonLines::JsonLines(const Sources& sources, SourceId id)
    : sources_(sources), next_(byte_order_mark_size(sources.text(id))) {
    tree_.source = id;
}

bool JsonLines::next(Findings& findings) {
    const std::string_view text = sources_.text(tree_.source);
    while (next_ < text.size()) {
        line_ = {next_, static_cast<std::uint32_t>(std::min(text.find('\n', next_), text.size()))};
        next_ = line_.end + 1;
        ++line_number_;
        if (slice(text, line_).find_first_not_of(" \t\r") == std::string_view::npos) continue;
        read_json(sources_, {tree_.source, line_}, tree_, findings);
        return true;
    }
    return false;
}

}  // namespace factlint
