// Where something stands: half-open ranges of UTF-8 bytes inside one source.
//
// A line or a column is never stored: `report` and `lsp` make them from a Span with LineMap, at the very end.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace factlint {

/// Bytes [begin, end) of one source. 32 bits: larger files are read as several sources (Sources::base).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
    constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
    constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The part of `text` that `span` names. Precondition: span.end <= text.size().
constexpr std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.size());
}

/// Index of a source in Sources; its order is the order of loading and so of reports.
enum class SourceId : std::uint32_t {};

/// A span and the source it belongs to.
struct Place {
    SourceId source{};
    Span span;
    friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

}  // namespace factlint
