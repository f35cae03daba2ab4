// Which templates of dates and times the tokens at a place may be, found token by token as a deterministic automaton whose
// states are made when they are first reached, as in RE2 (Cox 2010). Most places are no date, and say so within two tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "facts/element_set.h"
#include "facts/number_table.h"
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

inline std::uint64_t hash_of(const TokenClass& token) {
    const std::uint64_t mixed =
        (token.roles.bits[0] ^ token.shape) * 0x9E3779B97F4A7C15U ^ token.roles.bits[1] * 0xC2B2AE3D27D4EB4FU;
    return mixed * 0x9E3779B97F4A7C15U;
}

/// Numbers for the sets of elements that tokens may be: few, as most words are none. Made when first met.
class ElementClasses {
  public:
    /// The number of the class's elements; `find()` makes them where it is new. O(1).
    template <class Find> std::uint16_t number(const TokenClass& token, Find find) {
        if (const std::uint16_t* known = numbers_.find(token)) return *known;
        return add(token, find());
    }
    const ElementSet& elements(std::uint16_t number) const { return sets_[number]; }

  private:
    std::uint16_t add(const TokenClass& token, const ElementSet& elements);

    NumberTable<TokenClass> numbers_;
    std::vector<ElementSet> sets_;
};

/// A state of an automaton, and a token behind it: its class, and whether white space stands before it.
struct TemplateStep {
    std::uint16_t state = 0;
    std::uint16_t number = 0;  ///< of ElementClasses
    bool attached = false;
    bool operator==(const TemplateStep& other) const = default;
};
inline std::uint64_t hash_of(const TemplateStep& step) {
    return (std::uint64_t{step.state} << 17 | std::uint64_t{step.number} << 1 | step.attached) *
           0x9E3779B97F4A7C15U;
}

/// The automaton of one trie, for tokens with the numbers of one ElementClasses. A state is the set of its nodes that the
/// tokens so far may have led to.
class TemplateAutomaton {
  public:
    static constexpr std::uint16_t dead = 0;
    static constexpr std::uint16_t start = 1;

    /// The state that a step leads to. O(1) but where it is new.
    std::uint16_t next(std::span<const TemplateNode> nodes, const TemplateStep& step,
                       const ElementClasses& classes) {
        if (const std::uint16_t* known = steps_.find(step)) return *known;
        return add(nodes, step, classes.elements(step.number));
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
    /// Nodes [first, first + count) of nodes_: first those that a template ends with.
    struct State {
        std::uint32_t first = 0;
        std::uint16_t ends = 0;
        std::uint16_t count = 0;
    };
    void reset();
    std::uint16_t add(std::span<const TemplateNode> nodes, const TemplateStep& step,
                      const ElementSet& elements);

    std::vector<State> states_;
    std::vector<std::uint16_t> nodes_;
    NumberTable<TemplateStep> steps_;
};

/// What a run remembers of templates: the classes of tokens, and an automaton for each trie.
struct TemplateMemory {
    ElementClasses classes;
    TemplateAutomaton dates;
    TemplateAutomaton times;
};

}  // namespace factlint
