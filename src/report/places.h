// Places: lines and columns of the sources of one report, made when first asked for.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "text/line_map.h"
#include "text/sources.h"

namespace factlint {

/// Line and column in code points, from 1; a byte order mark has no column.
struct Point {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// Remembers the line starts of every source asked about and the columns already counted, so that many places on one
/// line of 200 MB cost one pass over it and not one each. Not thread-safe.
class Places {
  public:
    explicit Places(const Sources& sources) : sources_(sources) {}

    const Sources& sources() const { return sources_; }
    const LineMap& lines(SourceId source);
    /// The line of the source that holds `offset`; offsets beyond the end count as the end. O(log lines).
    std::uint32_t line_of(SourceId source, std::uint32_t offset);
    /// The line is that of the file, where the source is a later part of it. O(log lines + bytes to the nearest column
    /// known before `offset`).
    Point point(SourceId source, std::uint32_t offset);
    /// "path:line:column" of the start, not escaped.
    std::string describe(Place place);

  private:
    struct Known {
        explicit Known(std::string_view text) : map(text) {}
        LineMap map;
        std::map<std::uint32_t, std::uint32_t> columns;  ///< offset → column, starts of code points only
    };
    Known& known(SourceId source);

    const Sources& sources_;
    std::map<SourceId, std::unique_ptr<Known>> known_;
};

}  // namespace factlint
