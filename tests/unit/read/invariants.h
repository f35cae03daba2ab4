// What holds of every document, whatever the bytes were. Used by the property tests and by the fuzzer.
#pragma once

#include <string>

#include "read/document.h"

namespace factlint::test {

/// The first promise of document.h that `document` breaks, in words; empty where it keeps all.
inline std::string broken_promise(const Document& document, const Sources& sources) {
    const std::string_view source = sources.text(document.source);
    if (!document.pieces.empty() && document.prose.data() != document.decoded.data())
        return "the prose is not the decoded text";
    std::uint32_t prose_end = 0, source_end = 0;
    for (const Piece& piece : document.pieces) {
        if (piece.prose < prose_end || piece.source < source_end) return "pieces do not ascend";
        prose_end = piece.prose + piece.length;
        source_end = piece.source + piece.source_length;
        if (prose_end > document.prose.size() || source_end > source.size()) return "a piece is out of range";
        const bool same =
            piece.length != piece.source_length || document.prose.substr(piece.prose, piece.length) ==
                                                       source.substr(piece.source, piece.source_length);
        if (!same) return "a piece of equal lengths has other bytes";
        if (const Span mapped = document.to_source({piece.prose, prose_end});
            mapped != Span{piece.source, source_end})
            return "a piece does not map to its bytes";
    }
    std::uint32_t block_end = 0, mapped_end = 0;
    for (const Block& block : document.blocks) {
        if (block.prose.begin < block_end || block.prose.end > document.prose.size())
            return "blocks do not ascend";
        if (block.prose.empty()) return "a block is empty";
        block_end = block.prose.end;
        const Span mapped = document.to_source(block.prose);
        if (mapped.begin < mapped_end || mapped.begin > mapped.end || mapped.end > source.size())
            return "mapped blocks do not ascend";
        mapped_end = mapped.end;
        for (const Span empty :
             {Span{block.prose.begin, block.prose.begin}, Span{block.prose.end, block.prose.end}})
            if (!document.to_source(empty).empty()) return "an empty span maps to bytes";
    }
    for (const auto& suppression : document.suppressions)
        if (suppression.id.empty() || suppression.reason.empty()) return "a suppression says too little";
    return {};
}

/// The same for the sentences of a block.
inline std::string broken_sentences(std::string_view prose, Span block, const std::vector<Span>& sentences) {
    std::uint32_t end = block.begin;
    for (const Span sentence : sentences) {
        if (sentence.begin < end || sentence.end > block.end || sentence.empty())
            return "sentences do not ascend";
        for (const char c : prose.substr(end, sentence.begin - end))
            if (c >= 0x21 && c < 0x7F) return "text between two sentences";
        end = sentence.end;
    }
    if (!sentences.empty() && end != block.end) return "the last sentence does not end its block";
    return {};
}

}  // namespace factlint::test
