// Document: what a reader makes of one source. Prose as decoded text in blocks, with a map back to the bytes on disk.
//
// "3億**米ドル**" in Markdown is the prose "3億米ドル"; facts are spans of that prose, and the map tells that the span
// is bytes 0..15 of the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/finding.h"
#include "text/sources.h"
#include "text/span.h"

namespace factlint {

/// Piecewise offset map: prose [prose, prose + length) stands at source [source, source + source_length). Where the
/// two lengths are equal the bytes are the same; where they differ (an entity) the piece maps as a whole.
struct Piece {
    std::uint32_t prose = 0;
    std::uint32_t length = 0;
    std::uint32_t source = 0;
    std::uint32_t source_length = 0;
};

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, table_cell, quote, metadata };

/// A stretch of prose that belongs together: sentences and pattern matches never cross a block.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;  ///< of a heading or list, from 1
    std::uint16_t language =
        0;  ///< 0 = not declared (facts detects it), else 1 + index into Document::languages
    Span prose = {};
    std::uint32_t table = 0, row = 0, column = 0;  ///< of a table cell, from 0
};

/// A stretch of a block that declares a language of its own: 1 + index into Document::languages.
struct InlineLanguage {
    Span prose = {};
    std::uint16_t language = 0;
};

struct Document {
    SourceId source{};
    std::string_view prose;     ///< decoded text of all blocks in order; views `decoded` or the source itself
    std::string decoded;        ///< empty where the prose is the source, byte for byte
    std::vector<Piece> pieces;  ///< ascending in `prose`; empty = identity
    std::vector<Block> blocks;  ///< ascending, not overlapping
    std::vector<std::string> languages;            ///< BCP 47 tags that blocks or the file name declare
    std::uint16_t language = 0;                    ///< of the whole document, as in Block::language
    std::vector<InlineLanguage> inline_languages;  ///< inside blocks, ascending
    std::string date;  ///< EDTF of the document itself (front matter `date:`), empty where none
    struct Suppression {
        std::string id;
        std::string reason;
        Place place;
    };
    std::vector<Suppression> suppressions;  ///< factlint-ignore comments, in order
    std::vector<Finding> findings;          ///< invalid UTF-8, limits: the rest of the document is still read

    Document() = default;
    Document(const Document&) = delete;  ///< `prose` may view `decoded`
    Document& operator=(const Document&) = delete;

    /// The bytes on disk that a span of the prose stands for. O(log pieces).
    Span to_source(Span prose_span) const;
};

}  // namespace factlint
