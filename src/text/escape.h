// Makes text of a document safe to print: nothing in it may steer the terminal or reorder what a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace factlint {

/// `text` with what is invisible or dangerous made visible:
/// - C0 controls and DEL as control pictures (ESC is "␛", NUL "␀", LF "␊"), tabs excepted: renderers expand them;
/// - C1 controls, bidirectional marks, embeddings, overrides and isolates, line and paragraph separators, a byte order
///   mark inside the text, other deprecated format characters as "<U+202E>";
/// - bytes that are not UTF-8 as "<0xFF>".
/// The result is valid UTF-8; its width is display_width of the result, not of `text`. O(n).
std::string escape_for_terminal(std::string_view text);
/// The same as one line of output: a line feed inside it, which a file's name may have, starts no other.
std::string terminal_line(std::string_view text);
/// escape_for_terminal of each line: line feeds stay.
std::string escape_lines(std::string_view text);

}  // namespace factlint
