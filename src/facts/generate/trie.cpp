#include "facts/generate/trie.h"

#include <algorithm>
#include <stdexcept>

namespace factlint::generate {
namespace {

/// Room behind the last base, so that every byte has a cell.
constexpr std::size_t bytes = 256;

bool fits(const std::vector<TrieCell>& cells, std::size_t base,
          const std::map<unsigned char, std::size_t>& edges) {
    return std::all_of(edges.begin(), edges.end(), [&](const auto& edge) {
        return base + edge.first >= cells.size() || cells[base + edge.first].parent == no_cell;
    });
}

}  // namespace

std::vector<Sense>& Trie::senses_of(std::string_view word) {
    std::size_t at = 0;
    for (const char byte : word) {
        const auto [edge, added] =
            nodes_[at].edges.try_emplace(static_cast<unsigned char>(byte), nodes_.size());
        at = edge->second;
        if (added) nodes_.emplace_back();
    }
    return nodes_[at].senses;
}

std::vector<TrieCell> Trie::pack(std::vector<Sense>& senses) const {
    std::vector<TrieCell> cells(1);
    std::vector<std::uint32_t> cell_of(nodes_.size(), 0);
    std::size_t first_free = 1;
    for (std::size_t node = 0; node < nodes_.size(); ++node) {  // parents stand before their children
        const auto& edges = nodes_[node].edges;
        const std::uint32_t cell = cell_of[node];
        cells[cell].first_sense = static_cast<std::uint16_t>(senses.size());
        cells[cell].sense_count = static_cast<std::uint16_t>(nodes_[node].senses.size());
        senses.insert(senses.end(), nodes_[node].senses.begin(), nodes_[node].senses.end());
        if (edges.empty()) continue;
        while (first_free < cells.size() && cells[first_free].parent != no_cell) ++first_free;
        const std::size_t lowest = edges.begin()->first;
        std::size_t base = first_free > lowest ? first_free - lowest : 1;
        while (!fits(cells, base, edges)) ++base;
        cells.resize(std::max(cells.size(), base + bytes));
        cells[cell].base = static_cast<std::uint32_t>(base);
        for (const auto& [byte, child] : edges) {
            cell_of[child] = static_cast<std::uint32_t>(base + byte);
            cells[base + byte].parent = cell;
        }
    }
    if (senses.size() > UINT16_MAX) throw std::runtime_error("more than 65535 senses");
    cells.resize(std::max(cells.size(), bytes));
    return cells;
}

}  // namespace factlint::generate
