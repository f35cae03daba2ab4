// HTML from text: what keeps a document from injecting anything, and the slots of the page.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace factlint {

/// `text` as HTML text or attribute value: & < > " ' as entities, controls and bidirectional marks made visible as in
/// escape_for_terminal, invalid bytes as "<0xFF>" (escaped).
std::string html(std::string_view text);

/// `page` with each "{{name}}" replaced by its content; content is not searched again. Unknown names stay.
std::string fill(std::string_view page, std::span<const std::pair<std::string_view, std::string>> slots);

}  // namespace factlint
