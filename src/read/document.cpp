#include "read/document.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr std::uint32_t prose_end(const Piece& piece) { return piece.prose + piece.length; }
constexpr std::uint32_t source_end(const Piece& piece) { return piece.source + piece.source_length; }
constexpr bool is_verbatim(const Piece& piece) { return piece.length == piece.source_length; }

}  // namespace

Span Document::to_source(Span span) const {
    if (pieces.empty()) return span;
    const auto ends_at_or_before = [](const Piece& piece, std::uint32_t at) {
        return prose_end(piece) <= at;
    };
    const auto first = std::lower_bound(pieces.begin(), pieces.end(), span.begin, ends_at_or_before);
    if (first == pieces.end()) return {source_end(pieces.back()), source_end(pieces.back())};

    // Between two pieces (at the break between blocks) a span begins with the next one and ends with the one before.
    std::uint32_t begin = first->source;
    if (is_verbatim(*first) && span.begin > first->prose) begin += span.begin - first->prose;
    if (span.empty()) return {begin, begin};

    const auto begins_before = [](const Piece& piece, std::uint32_t at) { return piece.prose < at; };
    const auto after = std::lower_bound(first, pieces.end(), span.end, begins_before);
    if (after == first) return {begin, begin};
    const Piece& last = *(after - 1);
    const bool cuts_last = is_verbatim(last) && span.end < prose_end(last);
    return {begin, cuts_last ? last.source + (span.end - last.prose) : source_end(last)};
}

}  // namespace factlint
