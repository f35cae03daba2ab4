// Readers: source → Document. One row of a table per format; the format is chosen by file name.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "read/document.h"

namespace factlint {

struct Reader {
    std::string_view name;                         ///< "markdown", "text"
    std::span<const std::string_view> extensions;  ///< ".md", ".markdown"
    std::string_view description;                  ///< for --help
    std::unique_ptr<Document> (*read)(const Sources&, SourceId);
};

/// In the order in which they are tried; plain text is last and takes everything.
std::span<const Reader> readers();
/// By the path's extension, of *.gz and *.zst by the one before.
const Reader& reader_for(std::string_view path);
const Reader* reader_named(std::string_view name);

/// The language in `name.<tag>.ext`, empty where there is none ("article.ja.md" → "ja", "a.zh-Hant.txt"). The first
/// subtag has two letters: of three-letter ones "notes.old.md" would be too many.
std::string_view language_of_path(std::string_view path);

/// The sentences of `block`, spans of `prose` without the white space between them; the last one ends at block.end, a
/// blank block has none. One ends after 。！？ and after . ! ? before white space and no lower-case letter, with the
/// closing quotes and brackets that follow. Known abbreviations, initials, "1." at the start, ellipses, and 。」before
/// と end nothing, nor does a line break. Cuts inside facts are not made by callers. O(n).
std::vector<Span> sentences(std::string_view prose, Span block);

}  // namespace factlint
