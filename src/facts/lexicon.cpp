#include "facts/lexicon.h"

#include <algorithm>

#include "facts/fold.h"

namespace factlint {
namespace {

constexpr std::uint32_t no_node = UINT32_MAX;

std::uint32_t step(const Lexicon& lexicon, std::uint32_t node, char byte) {
    const TrieNode& at = lexicon.nodes[node];
    for (std::uint32_t edge = at.first_edge; edge < at.first_edge + at.edge_count; ++edge)
        if (lexicon.edge_bytes[edge] == byte) return lexicon.edge_targets[edge];
    return no_node;
}

std::uint32_t step(const Lexicon& lexicon, std::uint32_t node, const Folded& folded) {
    for (std::size_t i = 0; i < folded.count && node != no_node; ++i)
        node = step(lexicon, node, folded.bytes[i]);
    return node;
}

/// A word that ends in a letter or digit must not go on as a longer one.
bool ends_here(std::string_view text, std::uint32_t last, std::uint32_t end) {
    std::uint32_t size = 0;
    if (is_letter(text, last)) return !is_letter(text, end);
    return digit_at(text, last, size) < 0 || digit_at(text, end, size) < 0;
}

}  // namespace

Match Lexicon::longest(std::string_view text, std::uint32_t at, Stops stops) const {
    Match best;
    std::uint32_t node = 0;
    bool after_space = false;
    for (std::uint32_t i = at; i < text.size();) {
        const Folded folded = fold(text, i);
        const bool space = folded.count == 1 && folded.bytes[0] == ' ';
        if (!space || !after_space) node = step(*this, node, folded);
        if (node == no_node) break;
        const std::uint32_t end = i + folded.taken;
        const TrieNode& here = nodes[node];
        if (here.sense_count != 0 && folded.count != 0 && !space && ends_here(text, i, end)) {
            const std::span<const Sense> found = senses.subspan(here.first_sense, here.sense_count);
            if (stops == Stops::match || found[0].role != Role::stop) best = {end - at, found};
        }
        after_space = space;
        i = end;
    }
    return best;
}

bool Lexicon::spelled(const Sense& sense, std::string_view text, std::uint32_t at) const {
    if (sense.spelling == 0) return true;
    for (const char* wanted = spellings.data() + sense.spelling; *wanted != 0;) {
        if (at >= text.size()) return false;
        const Folded folded = fold(text, at, Case::keep);
        for (const char byte : folded.view())
            if (byte != *wanted++) return false;
        at += folded.taken;
    }
    return true;
}

}  // namespace factlint
