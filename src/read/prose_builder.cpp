#include "read/prose_builder.h"

#include <cassert>

namespace factlint {
namespace {

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

/// Whether `next` goes on where `piece` ends, byte for byte, in the prose and in the source.
bool continues(const Piece& piece, const Piece& next) {
    return piece.length == piece.source_length && next.length == next.source_length &&
           piece.prose + piece.length == next.prose && piece.source + piece.source_length == next.source;
}

}  // namespace

void ProseBuilder::begin_block(const Block& block) {
    open_ = false;
    next_ = block;
}

void ProseBuilder::append_verbatim(Span source) { append_decoded(slice(source_, source), source); }

void ProseBuilder::append_decoded(std::string_view text, Span source) {
    assert(source.begin <= source.end && source.end <= source_.size());
    if (text.empty()) return;
    std::string& prose = document_.decoded;
    if (!open_) {
        if (!prose.empty()) prose += '\n';
        next_.prose = {size_of(prose), size_of(prose)};
        document_.blocks.push_back(next_);
        open_ = true;
    }
    const Piece piece{size_of(prose), static_cast<std::uint32_t>(text.size()), source.begin, source.size()};
    prose += text;
    document_.blocks.back().prose.end = size_of(prose);
    if (piece.length != piece.source_length || text == slice(source_, source)) return add(piece);

    // Equal lengths mean equal bytes: other text of the same length is its first byte for all, and the rest for none.
    assert(piece.length > 1);
    add({piece.prose, 1, piece.source, piece.source_length});
    add({piece.prose + 1, piece.length - 1, source.end, 0});
}

void ProseBuilder::add(const Piece& piece) {
    std::vector<Piece>& pieces = document_.pieces;
    if (!pieces.empty() && continues(pieces.back(), piece)) {
        pieces.back().length += piece.length;
        pieces.back().source_length += piece.source_length;
    } else {
        pieces.push_back(piece);
    }
}

void ProseBuilder::finish() { document_.prose = document_.decoded; }

}  // namespace factlint
