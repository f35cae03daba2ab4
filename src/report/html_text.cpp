#include "report/html_text.h"

#include <algorithm>

#include <fmt/format.h>

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

bool is_control(char character) { return (0 <= character && character < 0x20) || character == 0x7F; }

/// Few fonts of browsers have the control pictures that terminals are shown: "<U+001B>" needs none.
std::string with_controls_named(std::string_view text) {
    std::string out;
    for (const char character : text) {
        if (is_control(character) && character != '\t')
            out += fmt::format("<U+{:04X}>", static_cast<unsigned>(character));
        else
            out += character;
    }
    return out;
}

}  // namespace

std::string html(std::string_view text) {
    std::string out;
    for (const char character : escape_for_terminal(with_controls_named(text))) {
        if (const auto escaped = entity(character); !escaped.empty())
            out += escaped;
        else
            out += character;
    }
    return out;
}

std::string html_lines(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += html(text.substr(0, end));
        if (end == text.size()) return out;
        out += "<br>";
        text.remove_prefix(end + 1);
    }
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
