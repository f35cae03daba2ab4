#include "facts/scanner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "facts/fold.h"

namespace factlint {
namespace {

bool has(std::span<const std::uint64_t> bits, std::uint32_t bit) {
    return (bits[bit / 64] >> bit % 64 & 1) != 0;
}

/// Eight bytes, the first in the lowest.
std::uint64_t load(const char* bytes) {
    std::uint64_t out = 0;
    std::memcpy(&out, bytes, sizeof out);
    if constexpr (std::endian::native == std::endian::big) out = __builtin_bswap64(out);
    return out;
}

bool has_beginning(std::span<const std::uint64_t> starts, std::uint64_t bytes, std::size_t size) {
    return has(starts, start_bit(bytes & ((std::uint64_t{1} << 8 * size) - 1), size));
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

__m128i bytes_in(__m128i bytes, unsigned char first, unsigned char last) {
    const __m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first)));
    return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(static_cast<char>(last - first))),
                          from_first);
}

__m128i bytes_equal(__m128i bytes, unsigned char value) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(value)));
}

std::uint64_t bits(__m128i bytes) { return static_cast<std::uint64_t>(_mm_movemask_epi8(bytes)); }

__m128i load_block(const char* window, int at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(window + at));
}

/// What the bytes of other characters than ASCII are.
void mark_wide(const char* window, ScanMarks& out) {
    for (int at = 0; at < 64; at += 16) {
        const __m128i bytes = load_block(window, at);
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
        const __m128i bytes = load_block(window, at);
        const __m128i lower_case = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        __m128i others = _mm_setzero_si128();
        for (const char sign : signs)
            others = _mm_or_si128(others, bytes_equal(bytes, static_cast<unsigned char>(sign)));
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

constexpr std::uint32_t window_size = Scanner::window_size;
/// What begins behind this many bytes of a window is left to the next one, which sees enough of it.
constexpr std::uint32_t window_step = window_size - 8;
constexpr std::uint64_t in_step = ~std::uint64_t{0} >> (window_size - window_step);

/// The bytes of words: letters' leads, and what continues them. `inside`: the window begins inside a word.
std::uint64_t word_bytes(const ScanMarks& marks, bool inside) {
    std::uint64_t out = marks.leads | (marks.continued & std::uint64_t{inside});
    out |= marks.continued & out << 1;
    return out | (marks.continued & out << 1);
}

/// The places whose first bytes make an index that `known` has. Without branches: most words of a text end here.
template <class Index>
std::uint64_t known_places(std::uint64_t places, const char* window, std::span<const std::uint64_t> known,
                           Index index) {
    const std::uint64_t* const bits = known.data();
    std::uint64_t out = 0;
    for (; places != 0; places &= places - 1) {
        const auto place = static_cast<unsigned>(std::countr_zero(places));
        const std::uint32_t bit = index(load(window + place));
        out |= (bits[bit / 64] >> bit % 64 & 1) << place;
    }
    return out;
}

}  // namespace

void Scanner::move_to(std::uint32_t window, bool inside) {
    window_ = window;
    bytes_ = text_.data() + window;
    if (window + window_size > text_.size()) {
        last_.fill(0);
        text_.copy(last_.data(), window_size, std::min<std::size_t>(window, text_.size()));
        bytes_ = last_.data();
    }
    marks_ = marks_of(bytes_, language_->signs);
    words_ = word_bytes(marks_, inside);
    starts_ = marks_.leads & ~(words_ << 1 | std::uint64_t{inside});
    places_ = known_places(starts_ & in_step, bytes_, language_->openings, opening_bit) |
              known_places(marks_.characters & in_step, bytes_, language_->characters, character_bit) |
              (marks_.others & in_step);
}

/// Whether a fact may begin at a place that passed the first look, or begins the rest of a word.
bool Scanner::can_start(unsigned place) const {
    const std::uint64_t bytes = load(bytes_ + place);
    if (is_character_lead(static_cast<unsigned char>(bytes))) return character_can_start(bytes, *language_);
    const bool begins = (starts_ >> place & 1) != 0;
    if (!is_ascii(bytes_[place]) && is_arabic_lead(bytes_[place]))
        return arabic_can_start(text_, window_ + place, begins, *language_);
    if (!begins) return sign_can_start(text_, window_ + place, bytes, *language_);
    if (has(language_->openings, opening_bit(bytes)) &&
        word_can_start(bytes, static_cast<std::size_t>(std::countr_one(words_ >> place)), *language_))
        return true;
    return (marks_.others >> place & 1) != 0 && sign_can_start(text_, window_ + place, bytes, *language_);
}

std::uint32_t Scanner::next(std::uint32_t from) {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (from < window_ || from - window_ >= window_step) move_to(from, false);
    const std::uint64_t first = std::uint64_t{1} << (from - window_);
    starts_ |= marks_.leads & first;  // the rest of a word is looked at like one
    places_ |= marks_.leads & first;
    std::uint64_t asked = ~(first - 1);
    while (window_ < size) {
        const std::uint64_t digits = marks_.digits & asked & in_step;
        const std::uint64_t before_digits = ~digits & (digits - 1);
        for (std::uint64_t places = places_ & asked & before_digits; places != 0; places &= places - 1)
            if (const auto place = static_cast<unsigned>(std::countr_zero(places)); can_start(place))
                return window_ + place;
        if (digits != 0) return window_ + static_cast<std::uint32_t>(std::countr_zero(digits));
        asked = ~std::uint64_t{0};
        move_to(window_ + window_step, (words_ >> (window_step - 1) & 1) != 0);
    }
    return size;
}

}  // namespace factlint
