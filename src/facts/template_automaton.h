// Which templates of dates and times the tokens at a place may be, found token by token as a deterministic automaton whose
// states are made when they are first reached, as in RE2 (Cox 2010). Most places are no date, and say so within two tokens.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "facts/element_set.h"
#include "facts/role.h"

namespace factlint {

/// Templates as a trie of elements: what many of them share is tried once. A node is an element behind its parent's.
struct TemplateNode {
    ElementSet follow;  ///< the elements of its children
    std::uint16_t parent = 0;
    std::uint16_t child = 0;
    std::uint16_t sibling = 0;  ///< ascending by element
    std::int16_t row = -1;      ///< the template that ends here
    char code = 0;
    bool spaced = false;  ///< white space may stand before it
};

/// What decides which elements a token may be.
struct TokenClass {
    RoleSet roles;
    std::uint16_t shape = 0;  ///< how many digits, or the sign that it is, or a Roman number's beginning
    bool operator==(const TokenClass& other) const {
        return roles.bits[0] == other.roles.bits[0] && roles.bits[1] == other.roles.bits[1] &&
               shape == other.shape;
    }
};

/// Numbers for the sets of elements that tokens may be: few, as most words are none. Made when first met.
class ElementClasses {
  public:
    ElementClasses();
    /// The number of the class's elements; `find()` makes them where it is new. O(1).
    template <class Find> std::uint16_t number(const TokenClass& token, Find find) {
        std::size_t place = place_of(token);
        for (; slots_[place].used; place = (place + 1) & (slots_.size() - 1))
            if (slots_[place].token == token) return slots_[place].number;
        return add(token, find());
    }
    const ElementSet& elements(std::uint16_t number) const { return sets_[number]; }

  private:
    struct Slot {
        TokenClass token;
        std::uint16_t number = 0;
        bool used = false;
    };
    std::size_t place_of(const TokenClass& token) const {
        const std::uint64_t mixed = (token.roles.bits[0] ^ token.shape) * 0x9E3779B97F4A7C15U ^
                                    token.roles.bits[1] * 0xC2B2AE3D27D4EB4FU;
        return (mixed * 0x9E3779B97F4A7C15U >> 32) & (slots_.size() - 1);
    }
    std::uint16_t add(const TokenClass& token, const ElementSet& elements);

    std::vector<Slot> slots_;  ///< a power of two, at most half of them used
    std::size_t used_ = 0;
    std::vector<ElementSet> sets_;
};

/// The automaton of one trie, for tokens with the numbers of one ElementClasses. A state is the set of its nodes that the
/// tokens so far may have led to.
class TemplateAutomaton {
  public:
    static constexpr std::uint16_t dead = 0;
    static constexpr std::uint16_t start = 1;

    /// The state behind a token of the class with this number; `attached`: no white space stands before it. O(1) but where
    /// the state is new.
    std::uint16_t step(std::span<const TemplateNode> nodes, std::uint16_t state, std::uint16_t number,
                       bool attached, const ElementClasses& classes) {
        const std::uint64_t key = std::uint64_t{state} << 17 | std::uint64_t{number} << 1 | attached;
        for (std::size_t place = place_of(key); steps_[place].key != none;
             place = (place + 1) & (steps_.size() - 1))
            if (steps_[place].key == key) return steps_[place].state;
        return add(nodes, key, classes);
    }
    /// Its nodes that a template ends with.
    std::span<const std::uint16_t> ends(std::uint16_t state) const {
        const State& found = states_[state];
        return {nodes_.data() + found.first, found.ends};
    }
    /// Forgets states where there are too many. To be called before a walk.
    void begin() {
        if (states_.size() < 2 || states_.size() > most_states) reset();
    }

  private:
    static constexpr std::size_t most_states = 4096;
    static constexpr std::uint64_t none = UINT64_MAX;
    struct Step {
        std::uint64_t key = none;
        std::uint16_t state = dead;
    };
    /// Nodes [first, first + count) of nodes_: first those that a template ends with.
    struct State {
        std::uint32_t first = 0;
        std::uint16_t ends = 0;
        std::uint16_t count = 0;
    };
    std::size_t place_of(std::uint64_t key) const {
        return (key * 0x9E3779B97F4A7C15U >> 32) & (steps_.size() - 1);
    }
    void reset();
    void grow();
    std::uint16_t add(std::span<const TemplateNode> nodes, std::uint64_t key, const ElementClasses& classes);

    std::vector<State> states_;
    std::vector<std::uint16_t> nodes_;
    std::vector<Step> steps_;  ///< a power of two, at most half of them used
    std::size_t used_ = 0;
};

/// What a run remembers of templates: the classes of tokens, and an automaton for each trie.
struct TemplateMemory {
    ElementClasses classes;
    TemplateAutomaton dates;
    TemplateAutomaton times;
};

}  // namespace factlint
