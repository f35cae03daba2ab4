#include "facts/scanner.h"

#include <algorithm>
#include <bit>

#include "facts/fold.h"
#include "text/byte_marks.h"
#include "text/sixteen_bytes.h"

namespace factlint {
namespace {

bool has(std::span<const std::uint64_t> bits, std::uint32_t bit) {
    return (bits[bit / 64] >> bit % 64 & 1) != 0;
}

bool has_beginning(std::span<const std::uint64_t> starts, std::uint64_t bytes, std::size_t size) {
    return has(starts, start_bit(first_bytes(bytes, size), size));
}

/// Whether a fact may begin with a word of `letters` bytes of letters: with all of it, with the longest beginning that is
/// looked up, or with one that holds a sign or a space behind the letters.
bool word_can_start(std::uint64_t bytes, std::size_t letters, const LanguageData& language) {
    const std::size_t size = std::min(letters, longest_beginning);
    if (size != 0 && has_beginning(language.starts, bytes, size)) return true;
    if (size == longest_beginning) return false;
    if ((bytes >> 8 * size & 0xFFFF) == 0xADC2) return true;  // a soft hyphen: the word goes on
    const unsigned known = language.start_sizes[start_sizes_row(bytes, size)];
    for (unsigned sizes = known >> size << size; sizes != 0; sizes &= sizes - 1)
        if (has_beginning(language.starts, bytes, static_cast<std::size_t>(std::countr_zero(sizes)) + 1))
            return true;
    return false;
}

/// Whether a character of three bytes that words begin with is one, or begins one with the next.
bool character_can_start(std::uint64_t bytes, const LanguageData& language) {
    const std::uint32_t first = wide_character(bytes);
    return has(language.starts, pair_bit(first, 0)) ||
           has(language.starts, pair_bit(first, wide_character(bytes >> 24)));
}

/// The danda that ends a sentence has the lead byte of the letters around it.
bool behind_danda(std::string_view text, std::uint32_t at) {
    return at >= 3 && (text.substr(at - 3, 3) == "\u0964" || text.substr(at - 3, 3) == "\u0965");
}

/// The beginning of an Arabic word, folded: its letters, as many as are looked up; or a sign.
bool folded_can_start(std::string_view text, std::uint32_t at, const LanguageData& language) {
    std::uint64_t bytes = 0;
    std::size_t size = 0;
    do {
        const Folded folded = fold(text, at);
        for (const char byte : folded.view().substr(0, longest_beginning - size))
            bytes |= std::uint64_t{static_cast<unsigned char>(byte)} << 8 * size++;
        at += folded.taken;
    } while (size < longest_beginning && is_letter(text, at));
    return size != 0 && has(language.starts, start_bit(bytes, size));
}

/// Arabic letters, signs and digits have the same lead bytes, so a word may also begin behind one of these. Rare in most
/// texts, and not inlined: Scanner::next keeps its registers for what is frequent.
[[gnu::noinline]] bool arabic_can_start(std::string_view text, std::uint32_t at, bool begins,
                                        const LanguageData& language) {
    std::uint32_t size = 0;
    if (digit_at(text, at, size) >= 0) return true;
    begins = begins || !is_letter(text, at) || !is_letter(text, at - size_before(text, at));
    return begins && folded_can_start(text, at, language);
}

/// A sign, or a character of a script with digits of its own.
[[gnu::noinline]] bool sign_can_start(std::string_view text, std::uint32_t at, std::uint64_t bytes,
                                      const LanguageData& language) {
    const auto lead = static_cast<unsigned char>(bytes);
    std::uint32_t size = 0;
    if (lead >= 0xC3 && digit_at(text, at, size) >= 0) return true;
    if (lead == 0xEF) return language.lexicon.longest(text, at).length != 0;  // full width
    if (lead == 0xE0 && behind_danda(text, at)) return word_can_start(bytes, longest_beginning, language);
    return !is_word_lead(lead) && word_can_start(bytes, 0, language);
}

#ifdef __SSE2__

std::uint64_t bits(__m128i bytes) { return high_bits_of(bytes); }

/// What the bytes of other characters than ASCII are.
void mark_wide(const char* window, ScanMarks& out) {
    for (int at = 0; at < 64; at += 16) {
        const __m128i bytes = sixteen_bytes(window + at);
        const __m128i characters = bytes_in(bytes, 0xE3, 0xEE);
        const __m128i high = _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8('\xD8')), bytes);
        const __m128i known = _mm_or_si128(bytes_equal(bytes, 0xE1), characters);
        const __m128i others = _mm_or_si128(_mm_andnot_si128(known, high), bytes_equal(bytes, 0xC2));
        out.leads |= bits(bytes_in(bytes, 0xC3, 0xE1)) << at;
        out.continued |= bits(_mm_cmplt_epi8(bytes, _mm_set1_epi8('\xC0'))) << at;
        out.characters |= bits(characters) << at;
        out.others |= bits(others) << at;
    }
}

/// Sixteen bytes at a time.
ScanMarks marks_of(const char* window, std::string_view signs) {
    ScanMarks out;
    std::uint64_t wide = 0;
    for (int at = 0; at < 64; at += 16) {
        const __m128i bytes = sixteen_bytes(window + at);
        const __m128i lower_case = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        __m128i others = _mm_setzero_si128();
        for (const char sign : signs)
            others = _mm_or_si128(others, bytes_equal(bytes, static_cast<std::uint8_t>(sign)));
        out.digits |= bits(bytes_in(bytes, '0', '9')) << at;
        out.leads |= bits(bytes_in(lower_case, 'a', 'z')) << at;
        out.others |= bits(others) << at;
        wide |= bits(bytes);
    }
    if (wide != 0) mark_wide(window, out);
    return out;
}

#else

ScanMarks marks_of(const char* window, std::string_view signs) {
    ScanMarks out;
    for (std::size_t at = 0; at < 64; ++at) {
        const auto byte = static_cast<unsigned char>(window[at]);
        const std::uint64_t bit = std::uint64_t{1} << at;
        if (byte >= '0' && byte <= '9') out.digits |= bit;
        if (is_word_lead(byte)) out.leads |= bit;
        if (byte >= 0x80 && byte <= 0xBF) out.continued |= bit;
        if (is_character_lead(byte))
            out.characters |= bit;
        else if (byte == 0xC2 || (byte >= 0xD8 && byte != 0xE1) || signs.find(window[at]) != signs.npos)
            out.others |= bit;
    }
    return out;
}

#endif

/// The bytes of words: letters' leads, and what continues them. `inside`: the window begins inside a word.
std::uint64_t word_bytes(const ScanMarks& marks, bool inside) {
    std::uint64_t out = marks.leads | (marks.continued & std::uint64_t{inside});
    out |= marks.continued & out << 1;
    return out | (marks.continued & out << 1);
}

/// The bits of a window and of the one behind it.
using TwoWindows = std::array<std::uint64_t, 2>;

/// How many of the `words` bytes from `place` on are those of one word, no more than are looked up.
std::size_t count_letters(const TwoWindows& words, unsigned place) {
    const std::uint64_t from_here = words[0] >> place | words[1] << 1 << (63 - place);
    return static_cast<std::size_t>(std::countr_zero(~from_here | std::uint64_t{1} << longest_beginning));
}

/// `bit` where the condition holds, else nothing: no branch.
std::uint64_t only_if(std::uint64_t condition, std::uint64_t bit) { return bit & (0 - (condition & 1)); }

/// Of the words that begin in a window those that a fact may begin with, and those that may go on behind their letters with
/// one. Without branches: most words of a text end here. Each that `begins` has its end before the next one.
struct WordPlaces {
    std::uint64_t known = 0;
    std::uint64_t open = 0;
};
WordPlaces known_words(std::uint64_t begins, const char* window, const TwoWindows& words,
                       std::span<const std::uint64_t> starts) {
    WordPlaces out;
    std::uint64_t ends = ~words[0] & words[0] << 1 & ~((begins & (0 - begins)) - 1);
    for (; begins != 0; begins &= begins - 1, ends &= ends - 1) {
        const std::uint64_t place = begins & (0 - begins);
        const auto begin = static_cast<std::size_t>(std::countr_zero(begins));
        const std::size_t end = ends != 0 ? static_cast<std::size_t>(std::countr_zero(ends))
                                          : 64 + static_cast<std::size_t>(std::countr_one(words[1]));
        const std::size_t letters = std::min(end - begin, longest_beginning);
        const std::uint32_t bit = start_bit(first_bytes(eight_bytes(window + begin), letters), letters);
        const std::uint64_t found = starts[bit / 64] >> bit % 64;  // open_bit is the next
        out.known |= only_if(found, place);
        out.open |= only_if(found >> 1, place);
    }
    return out;
}

/// The places of characters that are known, or that words begin with.
std::uint64_t known_characters(std::uint64_t places, const char* window, const LanguageData& language) {
    const std::uint64_t* const characters = language.characters.data();
    std::uint64_t seen = 0;
    for (; places != 0; places &= places - 1) {
        const std::uint32_t bit = character_bit(eight_bytes(window + std::countr_zero(places)));
        seen |= only_if(characters[bit / 64] >> bit % 64, places & (0 - places));
    }
    std::uint64_t out = 0;
    for (; seen != 0; seen &= seen - 1)
        out |= only_if(character_can_start(eight_bytes(window + std::countr_zero(seen)), language),
                       seen & (0 - seen));
    return out;
}

}  // namespace

void Scanner::open(std::string_view text, const LanguageData& language) {
    text_ = text;
    language_ = &language;
    const std::size_t windows = text.size() / window_size + 1;
    if (places_.size() < windows) {
        places_.resize(windows);
        words_.resize(windows + 1);
    }
    std::array<char, 3 * window_size> rest{};  // the last windows see zeros behind the text
    const std::size_t whole = windows < 2 ? 0 : windows - 2;
    text.substr(whole * window_size).copy(rest.data(), rest.size());
    const auto window = [&](std::size_t i) {
        return i < whole ? text.data() + i * window_size : rest.data() + (i - whole) * window_size;
    };
    ScanMarks marks = marks_of(window(0), language.signs);
    words_[0] = word_bytes(marks, false);
    words_[windows] = 0;
    for (std::size_t i = 0; i < windows; ++i) {
        ScanMarks next;
        if (i + 1 < windows) {
            next = marks_of(window(i + 1), language.signs);
            words_[i + 1] = word_bytes(next, words_[i] >> 63 != 0);
        }
        mark_places(i, window(i), marks);
        marks = next;
    }
}

void Scanner::mark_places(std::size_t index, const char* window, const ScanMarks& marks) {
    const std::uint64_t before = index == 0 ? 0 : words_[index - 1] >> 63;
    const std::uint64_t begins = marks.leads & ~(words_[index] << 1 | before);
    const WordPlaces words =
        known_words(begins, window, {words_[index], words_[index + 1]}, language_->starts);
    places_[index] = marks.digits | (words.known & ~marks.others);
    if (marks.characters != 0) places_[index] |= known_characters(marks.characters, window, *language_);
    for (std::uint64_t rest = words.open | marks.others; rest != 0; rest &= rest - 1) {
        const auto place = static_cast<unsigned>(std::countr_zero(rest));
        const auto at = static_cast<std::uint32_t>(index * window_size + place);
        const bool starts = can_start(at, eight_bytes(window + place), (begins >> place & 1) != 0);
        places_[index] |= std::uint64_t{starts} << place;
        if (is_soft_hyphen(text_, at)) mark_divided_word(at);
    }
}

/// A word with a soft hyphen at `at` goes on behind it.
void Scanner::mark_divided_word(std::uint32_t at) {
    std::uint32_t begin = at;
    while (begin > 0 && is_in_word(begin - 1)) --begin;
    if (begin != at) places_[begin / window_size] |= std::uint64_t{1} << begin % window_size;
}

/// The letters from `at` on, no more than are looked up.
std::size_t Scanner::letters_at(std::uint32_t at) const {
    const std::size_t index = at / window_size;
    return count_letters({words_[index], words_[index + 1]}, at % window_size);
}

/// Whether a fact may begin at a place, whose first bytes these are. `begins`: a word does.
bool Scanner::can_start(std::uint32_t at, std::uint64_t bytes, bool begins) const {
    const char first = text_[at];
    if (!is_ascii(first) && is_arabic_lead(first)) return arabic_can_start(text_, at, begins, *language_);
    if (begins && word_can_start(bytes, letters_at(at), *language_)) return true;
    return sign_can_start(text_, at, bytes, *language_);
}

std::uint32_t Scanner::next(std::uint32_t from) {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (from >= size) return size;
    if (from != 0 && is_in_word(from) && is_in_word(from - 1) && rest_can_start(from)) return from;
    std::size_t index = from / window_size;
    std::uint64_t places = places_[index] & ~std::uint64_t{0} << from % window_size;
    while (places == 0) {
        if (++index * window_size >= size) return size;
        places = places_[index];
    }
    return static_cast<std::uint32_t>(index * window_size + static_cast<unsigned>(std::countr_zero(places)));
}

/// The rest of a word is looked at like one.
bool Scanner::rest_can_start(std::uint32_t at) const {
    return can_start(at, eight_bytes_or_zeros(text_, at), true);
}

}  // namespace factlint
