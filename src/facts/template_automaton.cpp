#include "facts/template_automaton.h"

#include <algorithm>

namespace factlint {

std::uint16_t ElementClasses::add(const TokenClass& token, const ElementSet& elements) {
    const auto same = [&](const ElementSet& set) { return set.bits == elements.bits; };
    const auto known = std::find_if(sets_.begin(), sets_.end(), same);
    const auto number = static_cast<std::uint16_t>(known - sets_.begin());
    if (known == sets_.end()) sets_.push_back(elements);
    numbers_.add(token, number);
    return number;
}

/// State 0 has no nodes, state 1 is the root alone.
void TemplateAutomaton::reset() {
    states_.assign({{0, 0, 0}, {0, 0, 1}});
    nodes_.assign(1, 0);
    steps_.clear();
}

std::uint16_t TemplateAutomaton::add(std::span<const TemplateNode> nodes, const TemplateStep& step,
                                     const ElementSet& elements) {
    const State from = states_[step.state];
    State to{static_cast<std::uint32_t>(nodes_.size()), 0, 0};
    for (std::size_t i = from.first; i < from.first + from.count; ++i)
        for (std::uint16_t next = nodes[nodes_[i]].child; next != 0; next = nodes[next].sibling)
            if (elements.has(nodes[next].code) && (step.attached || nodes[next].spaced))
                nodes_.push_back(next);
    const auto first = nodes_.begin() + to.first;
    const auto last_end =
        std::stable_partition(first, nodes_.end(), [&](std::uint16_t node) { return nodes[node].row >= 0; });
    to.ends = static_cast<std::uint16_t>(last_end - first);
    to.count = static_cast<std::uint16_t>(nodes_.end() - first);
    std::uint16_t state = dead;
    if (to.count != 0) {
        state = static_cast<std::uint16_t>(states_.size());
        states_.push_back(to);
    }
    steps_.add(step, state);
    return state;
}

}  // namespace factlint
