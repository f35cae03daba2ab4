// A text as a JSON string (RFC 8259): the one place where text gets its quotes and escapes.
#pragma once

#include <string>
#include <string_view>

namespace factlint {

/// Appends `text` as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD; controls (C0, DEL, C1),
/// line separators and bidirectional controls become \u escapes, so that printing JSON is safe too. O(n).
void append_json_string(std::string& out, std::string_view text);

}  // namespace factlint
