// Markdown: CommonMark 0.30 with GFM tables, strikethrough and task lists, and YAML front matter.
#pragma once

#include <memory>

#include "read/document.h"

namespace factlint {

/// Blocks are paragraphs, headings, list items, table cells and paragraphs in block quotes, with the text of emphasis,
/// links and image descriptions; entities and escapes are decoded. Line breaks and `<br>` are one line feed,
/// `<sup>` is "^".
///
/// Left out: code blocks, HTML blocks, tags, link targets. What stands inside a line and is left out (a code span, an
/// autolink, text struck through) is one U+FFFC, so that the words beside it do not join.
///
/// Front matter: `lang` is the language, `date` (ISO 8601, its day) the date of the document; `title` and
/// `description` are metadata blocks.
///
/// Comments `<!-- factlint-ignore ID: reason -->` are suppressions.
///
/// Limits, each the finding `limit`, and what was read before stays: 100 nested quotes and lists; tables whose empty
/// cells outgrow their text; files over 1 GiB are read as plain text.
std::unique_ptr<Document> read_markdown(const Sources& sources, SourceId id);

}  // namespace factlint
