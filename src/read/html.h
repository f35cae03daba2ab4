// HTML and XHTML, read as a browser would show it.
#pragma once

#include <memory>

#include "read/document.h"

namespace factlint {

/// Blocks are paragraphs, headings, list items (of definition lists too), table cells and block quotes; `<title>` and the
/// description are metadata. In a cell everything but a heading is the cell; its row and column count what other cells
/// span. References are decoded; white space is one space, none where a line of the file ends between CJK characters; `<br>` is
/// a line feed, several part paragraphs; `<sup>` is "^"; an image is its `alt`.
///
/// Left out: scripts, styles, templates, `<pre>`, what is `hidden`, form fields, graphics, ruby annotations. What stands
/// inside a line and is left out (code, `<kbd>`, `<samp>`, text struck through, formulas) is one U+FFFC.
///
/// `lang` and `xml:lang` declare the language of blocks, of `<html>` that of the document, of an inline element that of the
/// text in it. The date is that of `<meta>` (date, article:published_time,
/// Dublin Core, datePublished) or of `<time pubdate datetime>`.
///
/// Comments `<!-- factlint-ignore ID: reason -->` are suppressions.
///
/// Findings: `encoding` (a page with other than ASCII declares another encoding than UTF-8), `unclosed` (a comment, tag
/// or element that is left out never ends, and so the rest of the page is lost), `limit` (more than 512 open elements,
/// as in browsers: what was read before stays; more than 1,000 languages; a file over 1 GiB is read as plain text).
///
/// Why not Gumbo's tree: it grows with the square of what is left open (512 `<b>` before each `<p>`), moves text out of
/// the order of the file, and is freed by recursion; the prose needs no tree. O(bytes).
std::unique_ptr<Document> read_html(const Sources& sources, SourceId id);

}  // namespace factlint
