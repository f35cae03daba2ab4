#include "facts/generate/trie.h"

#include <algorithm>
#include <stdexcept>

namespace factlint::generate {
namespace {

/// Room behind the last base, so that every byte has a cell.
constexpr std::size_t bytes = 256;

/// The cells so far: which are taken, and which bases.
struct Packing {
    std::vector<TrieCell> cells = std::vector<TrieCell>(1);
    std::vector<bool> taken = {true};
    std::vector<bool> bases = {true};

    bool is_taken(std::size_t cell) const { return cell < taken.size() && taken[cell]; }
    bool fits(std::size_t base, const std::map<unsigned char, std::size_t>& edges) const {
        if (base < bases.size() && bases[base]) return false;
        return std::none_of(edges.begin(), edges.end(),
                            [&](const auto& edge) { return is_taken(base + edge.first); });
    }
    void take(std::size_t base, const std::map<unsigned char, std::size_t>& edges) {
        const std::size_t size = std::max(cells.size(), base + bytes);
        cells.resize(size);
        taken.resize(size);
        bases.resize(size);
        bases[base] = true;
        for (const auto& [byte, child] : edges) {
            cells[base + byte].label = byte;
            taken[base + byte] = true;
        }
    }
};

/// The number of the word with these senses.
std::uint16_t add_word(const std::vector<Sense>& own, std::vector<WordSenses>& words,
                       std::vector<Sense>& senses) {
    if (own.empty()) return 0;
    if (words.size() > UINT16_MAX) throw std::runtime_error("more than 65535 words");
    WordSenses word{static_cast<std::uint32_t>(senses.size()), static_cast<std::uint32_t>(own.size()), {}};
    for (const Sense& sense : own) word.roles.add(sense.role);
    words.push_back(word);
    senses.insert(senses.end(), own.begin(), own.end());
    return static_cast<std::uint16_t>(words.size() - 1);
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

std::vector<TrieCell> Trie::pack(std::vector<WordSenses>& words, std::vector<Sense>& senses) const {
    if (words.empty()) words.emplace_back();
    Packing packing;
    std::vector<std::size_t> cell_of(nodes_.size(), 0);
    std::size_t first_free = 1;
    for (std::size_t node = 0; node < nodes_.size(); ++node) {  // parents stand before their children
        const auto& edges = nodes_[node].edges;
        packing.cells[cell_of[node]].word = add_word(nodes_[node].senses, words, senses);
        if (edges.empty()) continue;
        while (packing.is_taken(first_free)) ++first_free;
        const std::size_t lowest = edges.begin()->first;
        std::size_t base = first_free > lowest ? first_free - lowest : 1;
        while (!packing.fits(base, edges)) ++base;
        packing.take(base, edges);
        packing.cells[cell_of[node]].base = static_cast<std::uint32_t>(base);
        for (const auto& [byte, child] : edges) cell_of[child] = base + byte;
    }
    packing.cells.resize(std::max(packing.cells.size(), bytes));
    return std::move(packing.cells);
}

}  // namespace factlint::generate
