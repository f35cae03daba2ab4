// HTML from text: what keeps a document from injecting anything, and the slots of the page.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace factlint {

/// `text` as HTML text or attribute value: & < > " ' as entities; controls but tabs, and bidirectional marks, as
/// "<U+202E>", invalid bytes as "<0xFF>".
std::string html(std::string_view text);
/// The same with <br> for each line feed: for our own words of several lines.
std::string html_lines(std::string_view text);

/// `page` with each "{{name}}" replaced by its content; content is not searched again. Unknown names stay.
std::string fill(std::string_view page, std::span<const std::pair<std::string_view, std::string>> slots);

}  // namespace factlint
