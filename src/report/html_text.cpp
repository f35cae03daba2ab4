#include "report/html_text.h"

#include <algorithm>

#include "text/escape.h"

namespace factlint {
namespace {

std::string_view entity(char character) {
    switch (character) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

}  // namespace

std::string html(std::string_view text) {
    std::string out;
    for (const char character : escape_for_terminal(text)) {
        if (const auto escaped = entity(character); !escaped.empty())
            out += escaped;
        else
            out += character;
    }
    return out;
}

std::string fill(std::string_view page, std::span<const std::pair<std::string_view, std::string>> slots) {
    std::string out;
    for (;;) {
        const std::size_t open = page.find("{{");
        const std::size_t close = page.find("}}", open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        const std::string_view name = page.substr(open + 2, close - open - 2);
        const auto slot = std::find_if(slots.begin(), slots.end(),
                                       [name](const auto& known) { return known.first == name; });
        out += page.substr(0, open);
        out += slot == slots.end() ? page.substr(open, close + 2 - open) : std::string_view(slot->second);
        page.remove_prefix(close + 2);
    }
    return out.append(page);
}

}  // namespace factlint
