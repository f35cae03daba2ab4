#include "facts/template_automaton.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr std::size_t first_size = 256;

/// Places entries anew in a table of twice the size. `place_of` knows the new size already.
template <class Entry, class IsUsed, class PlaceOf>
void rehash(std::vector<Entry>& table, IsUsed is_used, PlaceOf place_of) {
    std::vector<Entry> old(table.size() * 2);
    old.swap(table);
    for (const Entry& entry : old) {
        if (!is_used(entry)) continue;
        std::size_t place = place_of(entry);
        while (is_used(table[place])) place = (place + 1) & (table.size() - 1);
        table[place] = entry;
    }
}

}  // namespace

ElementClasses::ElementClasses() : slots_(first_size) {}

std::uint16_t ElementClasses::add(const TokenClass& token, const ElementSet& elements) {
    if (2 * (used_ + 1) > slots_.size())
        rehash(
            slots_, [](const Slot& slot) { return slot.used; },
            [&](const Slot& slot) { return place_of(slot.token); });
    const auto same = [&](const ElementSet& set) { return set.bits == elements.bits; };
    const auto known = std::find_if(sets_.begin(), sets_.end(), same);
    const auto number = static_cast<std::uint16_t>(known - sets_.begin());
    if (known == sets_.end()) sets_.push_back(elements);
    std::size_t place = place_of(token);
    while (slots_[place].used) place = (place + 1) & (slots_.size() - 1);
    slots_[place] = {token, number, true};
    ++used_;
    return number;
}

/// State 0 has no nodes, state 1 is the root alone.
void TemplateAutomaton::reset() {
    states_.assign({{0, 0, 0}, {0, 0, 1}});
    nodes_.assign(1, 0);
    steps_.assign(first_size, {});
    used_ = 0;
}

void TemplateAutomaton::grow() {
    rehash(
        steps_, [](const Step& step) { return step.key != none; },
        [&](const Step& step) { return place_of(step.key); });
}

std::uint16_t TemplateAutomaton::add(std::span<const TemplateNode> nodes, std::uint64_t key,
                                     const ElementClasses& classes) {
    const State from = states_[key >> 17];
    const ElementSet& elements = classes.elements(static_cast<std::uint16_t>(key >> 1));
    const bool attached = (key & 1) != 0;
    State to{static_cast<std::uint32_t>(nodes_.size()), 0, 0};
    for (const bool ends : {true, false})
        for (std::size_t i = from.first; i < from.first + from.count; ++i)
            for (std::uint16_t next = nodes[nodes_[i]].child; next != 0; next = nodes[next].sibling) {
                const TemplateNode& child = nodes[next];
                const bool stands = elements.has(child.code) && (attached || child.spaced);
                if (!stands || (child.row >= 0) != ends) continue;
                nodes_.push_back(next);
                ++to.count;
                if (ends) ++to.ends;
            }
    std::uint16_t state = dead;
    if (to.count != 0) {
        state = static_cast<std::uint16_t>(states_.size());
        states_.push_back(to);
    }
    if (2 * (used_ + 1) > steps_.size()) grow();
    std::size_t place = place_of(key);
    while (steps_[place].key != none) place = (place + 1) & (steps_.size() - 1);
    steps_[place] = {key, state};
    ++used_;
    return state;
}

}  // namespace factlint
