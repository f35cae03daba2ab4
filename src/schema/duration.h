// Durations as cells write them (ISO 8601): "P1Y2M10DT2H30M", "PT0.5S", "P6W".
#pragma once

#include <optional>
#include <string_view>

#include "value/number.h"

namespace factlint {

/// Years and months have no fixed length in seconds: what a duration is, is both.
struct CellDuration {
    Number months;
    Number seconds;
    friend bool operator==(const CellDuration&, const CellDuration&) = default;
};

/// "[-]P[nY][nM][nD][T[nH][nM][nS]]" with one part at least, or "[-]PnW"; the last part may have decimals. nullopt for
/// anything else. O(bytes).
std::optional<CellDuration> read_duration(std::string_view text);

/// Whether `a` is shorter than `b` from whatever day they are counted (XML Schema part 2, 3.3.6.2: from four days that
/// decide it). P30D and P1M are neither shorter than the other. Decimals of months count as whole ones.
bool is_shorter(const CellDuration& a, const CellDuration& b);

}  // namespace factlint
