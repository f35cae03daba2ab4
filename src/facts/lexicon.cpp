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

/// One code point of text walked through the trie.
struct Walk {
    std::uint32_t node = 0;
    std::uint32_t end = 0;  ///< behind it
    bool space = false;
    bool silent = false;  ///< it stands for nothing, a soft hyphen
};

Walk walk_folded(const Lexicon& lexicon, std::uint32_t node, std::string_view text, std::uint32_t at,
                 bool after_space) {
    const Folded folded = fold(text, at);
    Walk walk{node, at + folded.taken, folded.count == 1 && folded.bytes[0] == ' ', folded.count == 0};
    if (walk.space && after_space) return walk;
    for (std::size_t i = 0; i < folded.count && walk.node != no_node; ++i)
        walk.node = step(lexicon, walk.node, folded.bytes[i]);
    return walk;
}

Walk walk(const Lexicon& lexicon, std::uint32_t node, std::string_view text, std::uint32_t at,
          bool after_space) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > ' ' && byte < 0x80) {
        const char c = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : text[at];
        return {step(lexicon, node, c), at + 1, false, false};
    }
    if (byte == ' ') return {after_space ? node : step(lexicon, node, ' '), at + 1, true, false};
    if (!is_plain_han(text, at)) return walk_folded(lexicon, node, text, at, after_space);
    for (std::uint32_t i = at; i < at + 3 && node != no_node; ++i) node = step(lexicon, node, text[i]);
    return {node, at + 3, false, false};
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
    Walk here;
    for (std::uint32_t i = at; i < text.size(); i = here.end) {
        here = walk(*this, here.node, text, i, here.space);
        if (here.node == no_node) break;
        const TrieNode& node = nodes[here.node];
        if (node.sense_count == 0 || here.space || here.silent || !ends_here(text, i, here.end)) continue;
        const std::span<const Sense> found = senses.subspan(node.first_sense, node.sense_count);
        if (stops == Stops::match || found[0].role != Role::stop) best = {here.end - at, found};
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
