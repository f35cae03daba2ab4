// Lexicon: the words of one language that recognition knows, as byte tries compiled from facts/languages/<tag>.yaml.
//
// A word may have several senses ("second": an ordinal and a unit of time); parsers ask for the one they need. Words are
// stored folded: lower case, half width, canonically decomposed. Text is folded while it is matched, so "TRIỆU", "triệu"
// in NFC or NFD and "ＵＳＤ" are found where they stand, without a copy of the text.
#pragma once

#include <array>
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

/// The senses of a word, side by side in Lexicon::senses, and their roles.
struct WordSenses {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    RoleSet roles;
};

/// A word found in a text: how many bytes of the text it takes, and what it can be. Empty where nothing was found.
struct Match {
    std::uint32_t length = 0;
    std::uint32_t word = 0;  ///< index into Lexicon::words
    std::span<const Sense> senses;
    /// Bytes from its beginning on that words go on with; one more character was looked at.
    std::uint32_t walked = 0;
};

/// The words that end, or begin, at one place, the shortest first.
struct Matches {
    std::array<Match, 6> found;
    std::size_t count = 0;
};

inline constexpr std::uint32_t no_cell = UINT32_MAX;

/// A cell of a double-array trie (Aoe 1989): from cell c the byte b leads to cell c.base + b, if that is labelled b. No two
/// cells with ways on have the same base, so the label tells the parent (Yata et al. 2007).
struct TrieCell {
    std::uint32_t base = 0;  ///< 0 = no way on
    std::uint16_t word = 0;  ///< that ends here: index into Lexicon::words; 0 = none
    unsigned char label = 0;
};

/// Whether words that never go on a number are looked for: those that are there only to be left alone (Role::stop), and
/// Role::percent_prefix (the 百分之 of 一百分之一 is a hundred and 分之).
enum class Stops : std::uint8_t { match, ignore };

/// Immutable arrays made by facts/generate/tables.h, compiled in or loaded; copying a Lexicon copies views.
struct Lexicon {
    std::span<const TrieCell> cells;  ///< of all words; cells[0] is the root
    std::span<const TrieCell>
        backwards;  ///< of the words that are looked for before a fact, their last byte first
    std::span<const WordSenses> words;  ///< words[0] is none
    std::span<const Sense> senses;
    std::string_view spellings;  ///< NUL-terminated exact spellings
    bool proclitics = false;     ///< words may stand behind one that is written onto them (Role::proclitic)

    /// The longest word that starts at `at`. A word that ends in a letter of an alphabet is not found inside a longer
    /// run of letters ("ton" in "tonight"). Senses whose exact spelling differs are left out only by sense().
    /// O(length of the longest word).
    Match longest(std::string_view text, std::uint32_t at, Stops stops = Stops::match) const;
    /// The words with a leading role (RoleInfo::leads) that end just before `end` and do not begin before `floor`.
    /// O(length of the longest word).
    void before(std::string_view text, std::uint32_t end, std::uint32_t floor, Matches& matches) const;
    /// The words that start at `at`, also those that end inside a longer run of letters, the shortest first.
    /// O(length of the longest word).
    Matches beginnings(std::string_view text, std::uint32_t at) const;
    /// The longest word written onto the next at `at`, where that next word is known: the و of وخمسة. Asked for where there
    /// are `proclitics`.
    Match proclitic(std::string_view text, std::uint32_t at) const;
    /// Whether a word begins with this ASCII character, a small letter or none.
    bool begins_with(char byte) const {
        return cells[cells[0].base + static_cast<unsigned char>(byte)].label ==
               static_cast<unsigned char>(byte);
    }
    std::span<const Sense> senses_of(std::uint32_t word) const {
        return senses.subspan(words[word].first, words[word].count);
    }
    const RoleSet& roles_of(const Match& match) const { return words[match.word].roles; }
    /// Whether the spelling that `sense` asks for, if any, is the one at `at`.
    bool spelled(const Sense& sense, std::string_view text, std::uint32_t at) const {
        return sense.spelling == 0 || spelled_as(sense, text, at);
    }

  private:
    bool spelled_as(const Sense& sense, std::string_view text, std::uint32_t at) const;
};

}  // namespace factlint
