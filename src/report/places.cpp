#include "report/places.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace factlint {
namespace {

std::uint32_t line_at(const LineMap& map, std::uint32_t offset) {
    std::uint32_t first = 1;
    std::uint32_t last = map.line_count();
    while (first < last) {
        const std::uint32_t middle = first + (last - first + 1) / 2;
        if (map.line(middle).begin <= offset)
            first = middle;
        else
            last = middle - 1;
    }
    return first;
}

}  // namespace

Places::Known& Places::known(SourceId source) {
    auto& entry = known_[source];
    if (!entry) entry = std::make_unique<Known>(sources_.text(source));
    return *entry;
}

const LineMap& Places::lines(SourceId source) { return known(source).map; }

std::uint32_t Places::line_of(SourceId source, std::uint32_t offset) {
    return line_at(lines(source), offset);
}

Point Places::point(SourceId source, std::uint32_t offset) {
    const std::string_view text = sources_.text(source);
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    Known& entry = known(source);
    const std::uint32_t line = line_at(entry.map, offset);
    Point point{sources_[source].lines_before + line, 1};
    std::uint32_t at = entry.map.line(line).begin;
    const auto after = entry.columns.upper_bound(offset);
    if (after != entry.columns.begin() && std::prev(after)->first >= at) {
        at = std::prev(after)->first;
        point.column = std::prev(after)->second;
    }
    while (at < offset) {
        const std::uint32_t size = code_point_size(text, at);
        if (at + size > offset) break;  // inside a code point: its first byte counts
        at += size;
        ++point.column;
    }
    entry.columns.emplace(at, point.column);
    return point;
}

std::string Places::describe(Place place) {
    const Point start = point(place.source, place.span.begin);
    return fmt::format("{}:{}:{}", sources_[place.source].path, start.line, start.column);
}

}  // namespace factlint
