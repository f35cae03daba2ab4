#include "report/ink.h"

#include <algorithm>
#include <array>

#include "text/escape.h"

namespace factlint {
namespace {

/// Parameters of SGR (ECMA-48, 8.3.117), in the order of Ink.
constexpr std::array<std::string_view, 7> codes = {"", "1", "1;31", "1;33", "1;34", "1;32", "1;36"};

}  // namespace

std::string Paint::operator()(Ink ink, std::string_view text) const {
    const std::string_view code = codes[static_cast<std::size_t>(ink)];
    if (!on || code.empty() || text.empty()) return std::string(text);
    std::string painted = "\x1b[";
    painted.append(code).append("m").append(text).append("\x1b[0m");
    return painted;
}

std::string one_line(std::string_view text) {
    std::string shown = escape_for_terminal(text);
    std::replace(shown.begin(), shown.end(), '\t', ' ');
    return shown;
}

}  // namespace factlint
