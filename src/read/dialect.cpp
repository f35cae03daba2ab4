#include "read/dialect.h"

#include <algorithm>
#include <map>

#include "read/table.h"
#include "text/compression.h"

namespace factlint {
namespace {

constexpr std::size_t looked_at = std::size_t{64} << 10;
constexpr char candidates[] = {',', ';', '\t', '|'};

/// Of the records that `delimiter` gives: how many have the number of cells that most have, in thousandths; 0 where
/// most have one cell.
std::size_t regularity(std::string_view text, char delimiter) {
    Dialect dialect;
    dialect.delimiter = delimiter;
    RowReader reader(bytes_of(text), dialect, looked_at);
    RowBatch batch;
    if (!reader.next(batch)) return 0;
    std::map<std::uint32_t, std::size_t> widths;
    for (std::uint32_t row = 0; row < batch.row_count(); ++row) ++widths[batch.width(row)];
    const auto most = std::max_element(widths.begin(), widths.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == widths.end() || most->first < 2 ? 0 : 1000 * most->second / batch.row_count();
}

}  // namespace

Dialect sniff_dialect(std::string_view path, std::string_view text) {
    Dialect dialect;
    path = name_inside(path);
    if (path.ends_with(".tsv") || path.ends_with(".tab")) {
        dialect.delimiter = '\t';
        return dialect;
    }
    text = text.substr(0, looked_at);
    std::size_t best = 0;
    for (const char candidate : candidates) {
        const std::size_t regular = regularity(text, candidate);
        if (regular <= best) continue;
        best = regular;
        dialect.delimiter = candidate;
    }
    return dialect;
}

std::string_view describe_delimiter(char delimiter) {
    switch (delimiter) {
        case ',': return "a comma";
        case ';': return "a semicolon";
        case '\t': return "a tab";
        case '|': return "'|'";
        default: return "another sign";
    }
}

}  // namespace factlint
