#include "read/reader.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <utf8proc.h>

#include "text/utf8.h"

namespace factlint {
namespace {

// Words before a full stop that ends no sentence. Compared with ASCII letters in lower case, each list sorted.

/// Titles and the like: a capital letter follows anyway.
constexpr std::string_view before_a_name[] = {
    "abs", "adm",  "bzw", "capt", "cf",  "cmdr", "col",  "dr",  "eds",    "fr",  "frau",
    "gen", "gov",  "gs",  "herr", "hon", "hr",   "lt",   "maj", "messrs", "mio", "mr",
    "mrd", "mrs",  "ms",  "mt",   "pgs", "pres", "prof", "rep", "rev",    "sen", "sgt",
    "sra", "srta", "st",  "ste",  "ths", "tp",   "ts",   "usw", "viz",    "vs",
};

/// End no sentence where a number follows: "No. 5", "Nov. 2".
constexpr std::string_view before_a_number[] = {
    "ab",  "approx", "apr", "art",  "aug", "ca",  "ch",  "chap", "dec", "est", "feb",
    "fig", "figs",   "jan", "jul",  "jun", "mar", "no",  "nos",  "nov", "nr",  "num",
    "núm", "oct",    "p",   "para", "pp",  "sec", "sep", "sept", "tab", "vol", "vols",
};

template <std::size_t N> constexpr bool is_sorted(const std::string_view (&words)[N]) {
    return std::is_sorted(std::begin(words), std::end(words));
}
static_assert(is_sorted(before_a_name));
static_assert(is_sorted(before_a_number));

constexpr std::size_t longest_word = 8;

constexpr std::u32string_view always_ending = U"。｡！？।॥؟۔‼⁇⁈⁉";
constexpr std::u32string_view closers = U"」』）)】〉》〕］]”’\"'»";
constexpr std::u32string_view openers = U"「『（(【〈《〔［[“‘\"'«„";
constexpr char32_t full_width_stop = U'．';
constexpr std::u32string_view marks = U".!?。｡！？।॥؟۔‼⁇⁈⁉．";

constexpr unsigned char first_byte(char32_t c) {
    if (c < 0x80) return static_cast<unsigned char>(c);
    if (c < 0x800) return static_cast<unsigned char>(0xC0U | c >> 6);
    return static_cast<unsigned char>(0xE0U | c >> 12);  // no mark lies beyond U+FFFF
}

constexpr std::array<bool, 256> make_mark_begins() {
    std::array<bool, 256> begins{};
    for (const char32_t c : marks) begins[first_byte(c)] = true;
    return begins;
}

/// Nearly all bytes begin no mark: they are passed over without being decoded.
constexpr auto mark_begins = make_mark_begins();

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_ascii_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
bool is_digit(char32_t c) { return ('0' <= c && c <= '9') || (U'０' <= c && c <= U'９'); }
bool is_white_space(char32_t c) { return (9 <= c && c <= 13) || c == ' ' || c == 0xA0 || c == 0x3000; }

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }
bool is_lower(char32_t c) { return category(c) == UTF8PROC_CATEGORY_LL; }
bool is_upper(char32_t c) { return category(c) == UTF8PROC_CATEGORY_LU; }
bool is_word_character(char32_t c) {
    switch (category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_ND: return true;
        default: return false;
    }
}

template <std::size_t N> bool contains(const std::string_view (&words)[N], std::string_view word) {
    return std::binary_search(std::begin(words), std::end(words), word);
}

/// Reads one block from left to right; offsets are those of the prose.
class Splitter {
  public:
    Splitter(std::string_view prose, Span block) : text_(prose.substr(0, block.end)), block_(block) {}

    std::vector<Span> split() {
        begin_ = skip(block_.begin, is_white_space);
        for (std::size_t at = next_candidate(begin_); at < text_.size(); at = next_candidate(at)) {
            const Decoded mark = decode(text_, at);
            if (!may_end(mark.code_point)) {
                at += mark.size;
                continue;
            }
            const std::size_t marks_end = skip(at, may_end);
            const std::size_t end = end_of_sentence(at, marks_end);
            at = marks_end;
            if (end == 0) continue;
            add(end);
            begin_ = at = skip(end, is_white_space);
        }
        if (begin_ < text_.size()) add(text_.size());
        if (!sentences_.empty()) sentences_.back().end = block_.end;
        return std::move(sentences_);
    }

  private:
    static bool may_end(char32_t c) { return is_one_of(marks, c); }

    std::size_t next_candidate(std::size_t at) const {
        while (at < text_.size() && !mark_begins[static_cast<unsigned char>(text_[at])]) ++at;
        return at;
    }

    template <class Predicate> std::size_t skip(std::size_t at, Predicate belongs) const {
        while (at < text_.size()) {
            const Decoded decoded = decode(text_, at);
            if (!belongs(decoded.code_point)) break;
            at += decoded.size;
        }
        return at;
    }

    char32_t at(std::size_t offset) const { return decode(text_, offset).code_point; }
    char32_t before(std::size_t offset) const { return decode_before(text_, offset).code_point; }

    void add(std::size_t end) {
        sentences_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)});
    }

    /// Where the sentence with the marks [mark, marks_end) ends, closing quotes and brackets included; 0 where it goes on.
    std::size_t end_of_sentence(std::size_t mark, std::size_t marks_end) const {
        const std::size_t end = skip(marks_end, [](char32_t c) { return is_one_of(closers, c); });
        if (end == text_.size()) return end;
        const char32_t last = before(marks_end);
        if (is_one_of(always_ending, last)) return is_quotation(marks_end, end) ? 0 : end;
        if (last == full_width_stop) return is_digit(at(end)) ? 0 : end;
        if (!is_white_space(at(end))) return 0;
        if (last != '.') return begins_lower(end) ? 0 : end;
        const bool is_ellipsis = marks_end - mark > 1;
        return is_ellipsis || begins_lower(end) || is_abbreviation(mark, end) ? 0 : end;
    }

    /// 「…。」と述べた: the sentence that quotes goes on.
    bool is_quotation(std::size_t marks_end, std::size_t end) const {
        return end > marks_end && at(end) == U'と';
    }

    std::size_t next_word(std::size_t end) const {
        return skip(end, [](char32_t c) { return is_white_space(c) || is_one_of(openers, c); });
    }

    bool begins_lower(std::size_t end) const { return is_lower(at(next_word(end))); }

    bool is_abbreviation(std::size_t stop, std::size_t end) const {
        const std::size_t word = word_before(stop);
        if (word == stop) return false;
        const bool opens_sentence = word == begin_;
        if (opens_sentence && stop - word <= 3 && is_enumerator(word, stop)) return true;
        if (is_initial(word, stop)) return true;
        std::string lower(text_.substr(word, stop - word));
        for (char& c : lower)
            if ('A' <= c && c <= 'Z') c = static_cast<char>(c | 0x20);
        return contains(before_a_name, lower) ||
               (contains(before_a_number, lower) && is_digit(at(next_word(end))));
    }

    /// Begin of the word that ends at `stop`; `stop` itself where there is none or it is longer than any abbreviation.
    std::size_t word_before(std::size_t stop) const {
        std::size_t begin = stop;
        while (begin > begin_) {
            const Decoded decoded = decode_before(text_, begin);
            if (!is_word_character(decoded.code_point)) break;
            begin -= decoded.size;
            if (stop - begin > longest_word) return stop;
        }
        return begin;
    }

    bool is_enumerator(std::size_t word, std::size_t stop) const {
        const std::string_view text = text_.substr(word, stop - word);
        return std::all_of(text.begin(), text.end(),
                           [](char c) { return is_digit(static_cast<unsigned char>(c)); });
    }

    /// "J. Smith", "U.S. Army", "z. B.", "e.g. Hanoi"; but "9 a.m. The" and "9 p.m. The" end.
    bool is_initial(std::size_t word, std::size_t stop) const {
        const Decoded letter = decode(text_, word);
        if (word + letter.size != stop) return false;
        if (is_upper(letter.code_point)) return true;
        const bool follows_stop =
            word >= begin_ + 2 && text_[word - 1] == '.' && is_ascii_letter(text_[word - 2]);
        const bool is_time = follows_stop && letter.code_point == 'm';
        return is_lower(letter.code_point) && !is_time;
    }

    std::string_view text_;
    Span block_;
    std::size_t begin_ = 0;
    std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> sentences(std::string_view prose, Span block) { return Splitter(prose, block).split(); }

}  // namespace factlint
