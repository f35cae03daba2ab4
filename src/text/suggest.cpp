#include "text/suggest.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace factlint {
namespace {

constexpr std::size_t lengths_apart(std::string_view a, std::string_view b) {
    return a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> allowed) {
    std::optional<std::string_view> best;
    std::size_t best_distance = 0;
    for (const std::string_view name : allowed) {
        const std::size_t limit = std::max<std::size_t>(1, std::max(word.size(), name.size()) / 3);
        if (lengths_apart(word, name) > limit) continue;
        const std::size_t apart = distance(word, name);
        if (apart > limit || (best && apart >= best_distance)) continue;
        best = name;
        best_distance = apart;
    }
    return best;
}

}  // namespace factlint
