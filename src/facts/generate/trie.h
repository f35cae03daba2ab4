// Trie: words with their senses, packed as the double array that facts/lexicon.h walks.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "facts/lexicon.h"

namespace factlint::generate {

class Trie {
  public:
    Trie() : nodes_(1) {}

    /// The senses of a word, which is added where it is not there yet. The reference lives until the next call.
    std::vector<Sense>& senses_of(std::string_view word);
    /// Appends the senses to `senses` and what each word has of them to `words`, to which the cells refer. First fit (Aoe
    /// 1989): O(cells · bytes of the alphabet).
    std::vector<TrieCell> pack(std::vector<WordSenses>& words, std::vector<Sense>& senses) const;

  private:
    struct Node {
        std::map<unsigned char, std::size_t> edges;
        std::vector<Sense> senses;
    };
    std::vector<Node> nodes_;
};

}  // namespace factlint::generate
