// Readers: source → Document. One row of a table per format; the format is chosen by file name.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "read/document.h"

namespace factlint {

struct Reader {
    std::string_view name;                           ///< "markdown", "text"
    std::span<const std::string_view> extensions;    ///< ".md", ".markdown"
    std::string_view description;                    ///< for --help
    std::unique_ptr<Document> (*read)(const Sources&, SourceId);
};

/// In the order in which they are tried; plain text is last and takes everything.
std::span<const Reader> readers();
/// By the path's extension.
const Reader& reader_for(std::string_view path);
const Reader* reader_named(std::string_view name);

/// The language in `name.<tag>.ext`, empty where there is none ("article.ja.md" → "ja").
std::string_view language_of_path(std::string_view path);

/// Ends of sentences inside `block` as offsets into `prose`, the last one block.end: after 。！？ and after . ! ? that
/// are followed by white space and no lower-case letter, save known abbreviations. Cuts inside `keep` spans (facts) are
/// not made by callers.
std::vector<Span> sentences(std::string_view prose, Span block);

}  // namespace factlint
