// Snippets: quoted lines with a gutter, and carets and labels under what is marked.
#pragma once

#include <string>

#include "report/excerpt.h"
#include "report/ink.h"

namespace factlint {

/// How the lines of one finding are set.
struct SnippetStyle {
    Paint paint;
    Ink primary = Ink::error;
    std::uint32_t gutter = 1;  ///< columns for the line number
    std::uint32_t width =
        UINT32_MAX;  ///< of a line behind the gutter: labels that would pass it begin further left
    std::uint32_t lines_before = 0;  ///< of the file, where the source is a later block of it
};

/// "   |\n21 | text\n   |     ^^^^ label\n" for each row; "..." between rows of lines that do not follow each other.
/// Labels that do not fit behind the last mark hang below theirs:
///
///     21 | rises from 300 million USD to 440 million USD
///        |            ---------------    ^^^^^^^^^^^^^^^ 440 million USD
///        |            |
///        |            300 million USD
std::string snippet(const std::vector<Row>& rows, std::string_view source_text, const SnippetStyle& style);

}  // namespace factlint
