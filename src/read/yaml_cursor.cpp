#include "read/yaml_cursor.h"

#include <algorithm>

namespace factlint {

void YamlCursor::begin_line(std::uint32_t begin) {
    const auto size = static_cast<std::uint32_t>(text.size());
    at = line = std::min(begin, size);
    first = static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_not_of(' ', at), size));
    indentation = first - line;
    if (first < size && text[first] == '\t')
        first = static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_not_of(" \t", first), size));
}

bool YamlCursor::skip_separation() {
    const std::uint32_t began = line;
    while (true) {
        skip_blanks();
        const bool comments = peek() == '#' && (is_fresh() || before() == ' ' || before() == '\t');
        if (comments) at = static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", at), text.size()));
        if (!at_break()) return line != began;
        take_break();
    }
}

}  // namespace factlint
