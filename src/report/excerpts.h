// What of which source a finding quotes: its marks, grouped by source.
#pragma once

#include <cstddef>
#include <vector>

#include "report/excerpt.h"
#include "text/finding.h"

namespace factlint {

struct SourceExcerpt {
    SourceId source{};
    Span first;  ///< the mark that names the place in headlines: the primary one, else the first
    std::vector<Row> rows;
};

/// Of a finding with many places the first are quoted; data formats have them all.
inline constexpr std::size_t most_quoted = 40;
inline std::size_t left_out(std::size_t places) { return places > most_quoted ? places - most_quoted : 0; }

/// The primary place's source first, the others in the order in which `related` names them.
std::vector<SourceExcerpt> excerpts(const Finding& finding, Places& places, std::uint32_t width);
/// The same for plain places, none of them primary.
std::vector<SourceExcerpt> excerpts(const std::vector<Place>& marked, Places& places, std::uint32_t width);

}  // namespace factlint
