// Templates of dates and times: "D B ,? Y" is a day, a month's name, perhaps a comma, a year. They are the same for all
// languages: which words are months, marks or prefixes is in facts/languages/*.yaml.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

#include "facts/element_set.h"
#include "facts/template_automaton.h"
#include "facts/token.h"
#include "value/date.h"

namespace factlint {

inline constexpr int no_holiday = INT16_MIN;

/// What the places of a template were filled with; -1 where they were not.
struct Slots {
    int era = -1;  ///< the year before the era's first
    int year = -1;
    int month = -1;
    int day = -1;
    int number = -1;  ///< of a quarter, half-year or century
    int part = -1;    ///< 1 early, 2 middle, 3 late
    int hour = -1;
    int minute = -1;
    int second = -1;
    int day_part = -1;                 ///< see Role::day_part
    int clock = -1;                    ///< of a word for a time: noon is 1200
    int offset = 0;                    ///< minutes before or behind the hour
    int clock_shift = 0;               ///< 1 past, -1 to: the minutes stand before the hour
    int holiday = -1;                  ///< month and day, 1225
    int movable_holiday = no_holiday;  ///< see Role::movable_holiday
    int compact = -1;                  ///< 20250930
    bool short_year = false;
    bool padded_year = false;  ///< of three digits or more: 0025 is the year 25
    bool overlong = false;     ///< a number has one digit more than any year, month or day: 20250年10月
};

/// A template is a row of elements, one character each. `?` behind an element makes it optional; a space before an
/// element allows white space there, without one it stands directly behind what is before.
///   Y year of four digits, or in words   Z year of any size   S two-digit year   T the same, from 00 to 09   E era   0 first year of an era   2 years before year 1
///   G month 1–12   M month as written, even 13   B name of a month   W the same, also an ambiguous one ("May")
///   A as Z, of five digits too   U as Y, also with a fifth digit behind a year of our time   V as M, even 110
///   D day as written, even 32   Q as D, even 310   3 day in words   e day 1–31   O ordinal day   | ordinal month   L early, middle, late
///   N number of a quarter   C number of a century   R either, ordinal   H half-year
///   I hour   @ ordinal hour   J minute of two digits   i minute   X second of two digits   x second   P part of the day   & the same, weak
///   K word for a time   F word for the minutes   % hour with its half or quarter: साढ़े तीन   ! quarters behind the hour: tre quarti   # hour and minute in four digits
///   $ the word month as a unit of time   " minutes as one   ^ the word half-year alone
///   4 minutes before or behind the hour   > past, minutes to   * holiday   9 movable holiday   8 year, month, day in eight digits
///   < week of a year   { its number   } number of a weekday
///   lower case, marks by role: see the table in temporal_template.cpp
///   - / . , : ~ ' ( ) themselves; `=` one of - / .
using Pattern = std::string_view;

/// The number of tokens that the element takes at token `at`, 0 where it does not stand there; fills its slot.
std::size_t take_element(Run& run, std::size_t at, char code, Slots& slots);
/// Whether an element that stands at token `at` is that token alone, whichever the element: no number in words, no 2nd.
bool is_single(Run& run, std::size_t at);

/// The number of the elements that may stand at token `at`, more than do, never fewer: one of the run's ElementClasses.
std::uint16_t elements_at(Run& run, std::size_t at);

/// Made when the program is compiled. nodes[0] is the root.
template <std::size_t capacity> struct TemplateTrie {
    std::array<TemplateNode, capacity> nodes{};
    std::array<std::uint16_t, 128> first{};  ///< of the root's children the first with each element
    std::array<ElementSet, 128> before{};    ///< before each element the first ones that it may follow
    ElementSet whole;                        ///< elements that are a template alone
    std::uint16_t size = 1;

    /// Each optional element is a way with it and a way without. Of two templates that are the same the first counts.
    constexpr void add(std::int16_t row, Pattern pattern) {
        insert(row, pattern, 0);
        for (std::uint16_t i = nodes[0].child; i != 0; i = nodes[i].sibling) {
            nodes[i].follow.for_each([&](std::size_t next) { before[next].add(nodes[i].code); });
            if (nodes[i].row >= 0) whole.add(nodes[i].code);
        }
    }

  private:
    constexpr void insert(std::int16_t row, Pattern rest, std::uint16_t at) {
        if (rest.empty()) {
            if (nodes[at].row < 0) nodes[at].row = row;
            return;
        }
        const bool spaced = rest.front() == ' ';
        if (spaced) rest.remove_prefix(1);
        const char code = rest.front();
        const bool optional = rest.size() > 1 && rest[1] == '?';
        rest.remove_prefix(optional ? 2 : 1);
        insert(row, rest, child_of(at, code, spaced));
        if (optional) insert(row, rest, at);
    }

    constexpr std::uint16_t child_of(std::uint16_t parent, char code, bool spaced) {
        std::uint16_t* link = &nodes[parent].child;
        while (*link != 0 && nodes[*link].code < code) link = &nodes[*link].sibling;
        for (std::uint16_t same = *link; same != 0 && nodes[same].code == code; same = nodes[same].sibling)
            if (nodes[same].spaced == spaced) return same;
        nodes[parent].follow.add(code);
        nodes[size].code = code;
        nodes[size].spaced = spaced;
        nodes[size].parent = parent;
        nodes[size].sibling = *link;
        *link = size;
        if (parent == 0) first[static_cast<std::size_t>(code)] = size;
        return size++;
    }
};

/// The trie of a table's rows, which have a `pattern` each.
template <std::size_t capacity, class Rows> constexpr TemplateTrie<capacity> trie_of(const Rows& rows) {
    TemplateTrie<capacity> out;
    for (std::size_t i = 0; i < rows.size(); ++i) out.add(static_cast<std::int16_t>(i), rows[i].pattern);
    return out;
}

/// The longest match so far; of matches of the same length that of the first row.
struct Longest {
    std::size_t tokens = 0;
    std::size_t row = SIZE_MAX;
    bool beats(std::size_t other_tokens, std::size_t other_row) const {
        return other_tokens < tokens || (other_tokens == tokens && other_row >= row);
    }
};

/// Matches the templates of a trie at one place. The automaton says which of them the tokens may be; only of those the
/// slots are filled. Where a number of several tokens stands among them, every way through the trie is tried instead.
class TemplateMatcher {
  public:
    template <std::size_t capacity>
    TemplateMatcher(Run& run, std::size_t at, const TemplateTrie<capacity>& trie,
                    TemplateAutomaton& automaton)
        : run_(run), start_(at), nodes_(trie.nodes), first_(trie.first), before_(trie.before),
          whole_(trie.whole), automaton_(automaton) {}

    /// Calls found(row, tokens, slots) for each template that matches, in no order, but for those that `longest` beats; a
    /// row with optional elements may come more than once. O(tokens), and O(ways through the trie that the tokens allow)
    /// where there is a number of several tokens.
    template <class Found> void for_each(const Longest& longest, Found found) {
        Ends ends;
        if (!walk(ends)) return visit(0, start_, Slots{}, found);
        for (std::size_t i = ends.count; i-- > 0;)
            for (const std::uint16_t node : automaton_.ends(ends.states[i])) {
                const auto row = static_cast<std::size_t>(nodes_[node].row);
                Slots slots;
                if (!longest.beats(ends.tokens[i], row) && fill(node, start_ + ends.tokens[i], slots))
                    found(row, ends.tokens[i], slots);
            }
    }

  private:
    /// States that a template ends with, and the tokens behind which they were reached.
    struct Ends {
        static constexpr std::size_t most = 16;
        std::array<std::uint16_t, most> states;
        std::array<std::uint8_t, most> tokens;
        std::size_t count = 0;
    };

    /// Goes through the automaton as far as the tokens lead. False where one of them may be an element together with others.
    bool walk(Ends& ends) {
        automaton_.begin();
        std::uint16_t state = TemplateAutomaton::start;
        for (std::size_t next = start_;; ++next) {
            Run::Elements& here = place(next);
            const bool attached = next == start_ || run_[next].gap == Gap::none;
            state = automaton_.next(nodes_, {state, here.number, attached}, run_.templates().classes);
            if (state == TemplateAutomaton::dead) return true;
            if (!is_single(next, here)) return false;
            if (automaton_.ends(state).empty()) continue;
            if (ends.count == Ends::most) return false;
            ends.states[ends.count] = state;
            ends.tokens[ends.count++] = static_cast<std::uint8_t>(next + 1 - start_);
        }
    }

    /// Fills the slots of the elements from the root to a node, one token each, the last of them before `end`. False where a
    /// token is none after all.
    bool fill(std::uint16_t node, std::size_t end, Slots& slots) {
        if (node == 0) return true;
        return fill(nodes_[node].parent, end - 1, slots) &&
               take_element(run_, end - 1, nodes_[node].code, slots) == 1;
    }

    template <class Found> void visit(std::size_t at, std::size_t next, const Slots& slots, Found& found) {
        const TemplateNode& node = nodes_[at];
        if (node.row >= 0) found(static_cast<std::size_t>(node.row), next - start_, slots);
        if (node.child == 0) return;
        Run::Elements& here = place(next);
        const ElementSet possible = node.follow.common(elements(here));
        if (possible.empty()) return;
        const bool attached = next == start_ || run_[next].gap == Gap::none;
        const bool single = is_single(next, here);
        const ElementSet ahead = single ? elements(place(next + 1)) : ElementSet{};
        const auto visit_child = [&](std::size_t i) {
            const TemplateNode& child = nodes_[i];
            const bool ends = single && child.row < 0 && child.follow.common(ahead).empty();
            if (ends || !(attached || child.spaced)) return;
            Slots filled = slots;
            const std::size_t taken = take_element(run_, next, child.code, filled);
            if (taken != 0) visit(i, next + taken, filled, found);
        };
        if (at == 0) {
            const ElementSet firsts = single ? possible.common(firsts_before(ahead)) : possible;
            firsts.for_each([&](std::size_t code) {
                for (std::size_t i = first_[code]; i != 0 && nodes_[i].code == static_cast<char>(code);
                     i = nodes_[i].sibling)
                    visit_child(i);
            });
        } else {
            for (std::size_t i = node.child; i != 0; i = nodes_[i].sibling)
                if (possible.has(nodes_[i].code)) visit_child(i);
        }
    }
    /// The first elements of templates that are those alone, or go on with one of `ahead`.
    ElementSet firsts_before(const ElementSet& ahead) const {
        ElementSet out = whole_;
        ahead.for_each([&](std::size_t next) { out.add(before_[next]); });
        return out;
    }
    Run::Elements& place(std::size_t at) {
        Run::Elements& out = run_.elements(at);
        if (!out.known) {
            out.number = elements_at(run_, at);
            out.known = true;
        }
        return out;
    }
    const ElementSet& elements(const Run::Elements& place) const {
        return run_.templates().classes.elements(place.number);
    }
    bool is_single(std::size_t at, Run::Elements& out) {
        if (!out.asked) {
            out.single = factlint::is_single(run_, at);
            out.asked = true;
        }
        return out.single;
    }

    Run& run_;
    std::size_t start_;
    std::span<const TemplateNode> nodes_;
    std::span<const std::uint16_t> first_;
    std::span<const ElementSet> before_;
    const ElementSet& whole_;
    TemplateAutomaton& automaton_;
};

/// A whole number at token `at` written in one to `digits` digits or in words; 0 tokens where there is none.
struct WholeNumber {
    std::size_t tokens = 0;
    int value = -1;
    bool words = false;
};
WholeNumber read_whole_number(Run& run, std::size_t at, int digits);

}  // namespace factlint
