#include "facts/lexicon.h"

#include <algorithm>

#include "facts/fold.h"

namespace factlint {
namespace {

std::uint32_t step(std::span<const TrieCell> cells, std::uint32_t cell, char byte) {
    const std::uint32_t next = cells[cell].base + static_cast<unsigned char>(byte);
    return cells[next].label == static_cast<unsigned char>(byte) ? next : no_cell;
}

/// One code point of text walked through the trie.
struct Walk {
    std::uint32_t cell = 0;
    std::uint32_t end = 0;  ///< behind it
    bool space = false;
    bool silent = false;  ///< it stands for nothing, a soft hyphen
};

Walk walk_folded(std::span<const TrieCell> cells, std::uint32_t cell, std::string_view text, std::uint32_t at,
                 bool after_space) {
    if (const Decomposition* letter = decomposition_at(text, at)) {
        cell = step(cells, cell, lower(letter->base));
        for (std::size_t i = 0; i < letter->mark_bytes && cell != no_cell; ++i)
            cell = step(cells, cell, letter->marks[i]);
        return {cell, at + (text[at] == '\xE1' ? 3 : 2), false, false};
    }
    const Folded folded = fold(text, at);
    Walk walk{cell, at + folded.taken, folded.count == 1 && folded.bytes[0] == ' ', folded.count == 0};
    if (walk.space && after_space) return walk;
    for (std::size_t i = 0; i < folded.count && walk.cell != no_cell; ++i)
        walk.cell = step(cells, walk.cell, folded.bytes[i]);
    return walk;
}

/// Plain wide characters at once: most text that is not ASCII. Inlined, as walk_back is: it runs once a character.
[[gnu::always_inline]] inline Walk walk(std::span<const TrieCell> cells, std::uint32_t cell,
                                        std::string_view text, std::uint32_t at, bool after_space) {
    const char byte = text[at];
    if (byte == ' ') return {after_space ? cell : step(cells, cell, ' '), at + 1, true, false};
    if (!is_plain_wide(text, at)) return walk_folded(cells, cell, text, at, after_space);
    for (std::uint32_t i = at; i < at + 3 && cell != no_cell; ++i) cell = step(cells, cell, text[i]);
    return {cell, at + 3, false, false};
}

/// The same from right to left: the code point that begins at `begin`, its bytes in reverse.
Walk walk_folded_back(std::span<const TrieCell> cells, std::uint32_t cell, std::string_view text,
                      std::uint32_t begin, bool after_space) {
    if (const Decomposition* letter = decomposition_at(text, begin)) {
        for (std::size_t i = letter->mark_bytes; i-- > 0 && cell != no_cell;)
            cell = step(cells, cell, letter->marks[i]);
        return {cell != no_cell ? step(cells, cell, lower(letter->base)) : cell, begin, false, false};
    }
    const Folded folded = fold(text, begin);
    Walk walk{cell, begin, folded.count == 1 && folded.bytes[0] == ' ', folded.count == 0};
    if (walk.space && after_space) return walk;
    for (std::size_t i = folded.count; i-- > 0 && walk.cell != no_cell;)
        walk.cell = step(cells, walk.cell, folded.bytes[i]);
    return walk;
}

/// Is folded with the character before it: the voice mark of a kana, the nukta of a Devanagari consonant.
bool is_folded_mark(std::string_view text, std::uint32_t at) {
    if (text[at] == '\xE0') return text[at + 1] == '\xA4' && text[at + 2] == '\xBC';
    return text[at] == '\xE3' && text[at + 1] == '\x82' && (text[at + 2] == '\x99' || text[at + 2] == '\x9A');
}

/// The code point that ends at `end`, together with its mark (U+3099, U+309A, U+093C).
std::uint32_t begin_before(std::string_view text, std::uint32_t end, std::uint32_t floor) {
    const std::uint32_t begin = end - size_before(text, end);
    const bool mark = end - begin == 3 && begin > floor && is_folded_mark(text, begin);
    return mark ? begin - size_before(text, begin) : begin;
}

/// The same from `here` on, leftwards.
[[gnu::always_inline]] inline Walk walk_back(std::span<const TrieCell> cells, const Walk& here,
                                             std::string_view text, std::uint32_t floor) {
    const std::uint32_t end = here.end;
    std::uint32_t cell = here.cell;
    const char byte = text[end - 1];
    if (byte > ' ' && is_ascii(byte)) return {step(cells, cell, lower(byte)), end - 1, false, false};
    if (end >= floor + 3 && is_plain_wide(text, end - 3) && !is_folded_mark(text, end - 3)) {
        for (std::uint32_t i = end; i-- > end - 3 && cell != no_cell;) cell = step(cells, cell, text[i]);
        return {cell, end - 3, false, false};
    }
    return walk_folded_back(cells, cell, text, begin_before(text, end, floor), here.space);
}

/// What a word does not end with: a soft hyphen, but the sign for a vowel is part of it.
bool is_invisible(const Walk& walk, std::string_view text, std::uint32_t at) {
    return walk.silent && (is_soft_hyphen(text, at) || !is_letter(text, at));
}

/// Whether a number goes on behind its last digit: with a digit, or with a mark and one: COP 15,000.
bool goes_on(std::string_view text, std::uint32_t end) {
    const bool mark = end < text.size() && (text[end] == ',' || text[end] == '.');
    std::uint32_t size = 0;
    return digit_at(text, end + (mark ? 1 : 0), size) >= 0;
}

/// A word that ends in a letter or digit must not go on as a longer one.
bool ends_here(std::string_view text, std::uint32_t last, std::uint32_t end) {
    std::uint32_t size = 0;
    if (is_letter(text, last)) return !is_letter(text, end);
    return digit_at(text, last, size) < 0 || !goes_on(text, end);
}

/// A word that begins with a letter or digit must not be the end of a longer one.
bool begins_here(std::string_view text, std::uint32_t begin) {
    if (begin == 0) return true;
    const std::uint32_t before = begin - size_before(text, begin);
    std::uint32_t size = 0;
    if (is_letter(text, begin)) return !is_letter(text, before);
    return digit_at(text, begin, size) < 0 || digit_at(text, before, size) < 0;
}

constexpr std::uint32_t longest_proclitic = 12;

/// Whether what is written before `begin`, back to where the letters begin, is one proclitic.
bool stands_behind_proclitic(const Lexicon& lexicon, std::string_view text, std::uint32_t begin) {
    std::uint32_t start = begin;
    while (start > 0 && begin - start <= longest_proclitic &&
           is_letter(text, start - size_before(text, start)))
        start -= size_before(text, start);
    const Matches words = lexicon.beginnings(text, start);
    return std::any_of(words.found.begin(), words.found.begin() + words.count, [&](const Match& word) {
        return start + word.length == begin && lexicon.roles_of(word).has(Role::proclitic);
    });
}

/// The % of 5%, which stands before the number elsewhere.
bool is_sign_behind_digit(std::string_view text, std::uint32_t at) {
    std::uint32_t size = 0;
    return text[at] == '%' && at != 0 && digit_at(text, at - 1, size) >= 0;
}

}  // namespace

Match Lexicon::longest(std::string_view text, std::uint32_t at, Stops stops) const {
    struct Found {
        std::uint32_t length = 0;
        std::uint32_t word = 0;
    };
    Found best;
    Found free;  // of stops
    Walk here;
    const TrieCell* const all = cells.data();
    std::uint32_t walked = at;
    for (std::uint32_t i = at; i < text.size(); i = walked = here.end) {
        const char byte = text[i];
        if (byte > ' ' && is_ascii(byte)) {
            const auto label = static_cast<unsigned char>(lower(byte));
            const std::uint32_t next = all[here.cell].base + label;
            if (all[next].label != label) break;
            here = {next, i + 1, false, false};
            if (all[next].word == 0) continue;
        } else {
            here = walk(cells, here.cell, text, i, here.space);
            if (here.cell == no_cell) break;
        }
        const TrieCell& cell = all[here.cell];
        if (cell.word == 0 || here.space || !ends_here(text, i, here.end)) continue;
        if (is_invisible(here, text, i)) continue;
        const WordSenses& word = words[cell.word];
        const Sense& sense = senses[word.first];
        const Role role = sense.role;
        if (role == Role::stop && sense.spelling != 0 && word.count == 1 && !spelled_as(sense, text, at))
            continue;  // an dritte, not an Dritte
        const bool hidden =
            role == Role::stop || (role == Role::percent_prefix && !is_sign_behind_digit(text, at));
        if (role == Role::no_stop)
            best = free;
        else if (stops == Stops::match || !hidden)
            best = {here.end - at, cell.word};
        if (role != Role::stop) free = best;
    }
    return {best.length, best.word, senses_of(best.word), walked - at};
}

void Lexicon::before(std::string_view text, std::uint32_t end, std::uint32_t floor, Matches& matches) const {
    matches.count = 0;
    Walk here{0, end, false, false};
    while (here.end > floor && matches.count < matches.found.size()) {
        here = walk_back(backwards, here, text, floor);
        if (here.cell == no_cell) break;
        const TrieCell& cell = backwards[here.cell];
        if (cell.word == 0 || here.space || here.silent) continue;
        const bool begins = begins_here(text, here.end);
        if (!begins && !(proclitics && stands_behind_proclitic(*this, text, here.end))) continue;
        matches.found[matches.count++] = {end - here.end, cell.word, senses_of(cell.word), 0};
    }
}

Matches Lexicon::beginnings(std::string_view text, std::uint32_t at) const {
    Matches matches;
    Walk here;
    for (std::uint32_t i = at; i < text.size() && matches.count < matches.found.size(); i = here.end) {
        here = walk(cells, here.cell, text, i, here.space);
        if (here.cell == no_cell) break;
        const TrieCell& cell = cells[here.cell];
        if (cell.word == 0 || here.space || is_invisible(here, text, i)) continue;
        matches.found[matches.count++] = {here.end - at, cell.word, senses_of(cell.word), 0};
    }
    return matches;
}

Match Lexicon::proclitic(std::string_view text, std::uint32_t at) const {
    const Matches all = beginnings(text, at);
    for (std::size_t i = all.count; i-- > 0;) {
        const Match& word = all.found[i];
        const std::uint32_t next = at + word.length;
        if (roles_of(word).has(Role::proclitic) && is_letter(text, next) && longest(text, next).length != 0)
            return word;
    }
    return {};
}

bool Lexicon::spelled_as(const Sense& sense, std::string_view text, std::uint32_t at) const {
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
