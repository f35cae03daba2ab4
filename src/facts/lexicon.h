// Lexicon: the words of one language that recognition knows, as a byte trie compiled from facts/languages/<tag>.yaml.
//
// A word may have several senses ("second": an ordinal and a unit of time); parsers ask for the one they need. Words are
// stored folded: lower case, half width, canonically decomposed. Text is folded while it is matched, so "TRIỆU", "triệu"
// in NFC or NFD and "ＵＳＤ" are found where they stand, without a copy of the text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "facts/role.h"

namespace factlint {

struct Sense {
    Role role{};
    std::int8_t exponent = 0;    ///< of ten; only for ValueSyntax::decimal
    std::uint16_t spelling = 0;  ///< 0 = any case; else place of the one exact spelling ("MB" is not "Mb")
    std::int32_t value = 0;      ///< see ValueSyntax
};

/// A word found in a text: how many bytes of the text it takes, and what it can be. Empty where nothing was found.
struct Match {
    std::uint32_t length = 0;
    std::span<const Sense> senses;
};

struct TrieNode {
    std::uint32_t first_edge = 0;
    std::uint16_t first_sense = 0;
    std::uint8_t edge_count = 0;
    std::uint8_t sense_count = 0;
};

/// Whether words that are there only to be left alone (Role::stop) are looked for.
enum class Stops : std::uint8_t { match, ignore };

/// Immutable arrays made by facts/language_file.h, compiled in or loaded; copying a Lexicon copies four views.
struct Lexicon {
    std::span<const TrieNode> nodes;   ///< nodes[0] is the root
    std::span<const char> edge_bytes;  ///< ascending within a node
    std::span<const std::uint32_t> edge_targets;
    std::span<const Sense> senses;
    std::string_view spellings;  ///< NUL-terminated exact spellings

    /// The longest word that starts at `at`. A word that ends in a letter of an alphabet is not found inside a longer
    /// run of letters ("ton" in "tonight"). Senses whose exact spelling differs are left out only by sense().
    /// O(length of the longest word).
    Match longest(std::string_view text, std::uint32_t at, Stops stops = Stops::match) const;
    /// Whether the spelling that `sense` asks for, if any, is the one at `at`.
    bool spelled(const Sense& sense, std::string_view text, std::uint32_t at) const;
};

}  // namespace factlint
