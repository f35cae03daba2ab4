#include "facts/quotation_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "facts/quotation_marks.h"
#include "facts/script.h"

namespace factlint {
namespace {

constexpr std::uint32_t most_bytes = 2048;
constexpr int least_words = 3;
/// Of Latin letters between others: function words and, with them, words of other meaning in small letters.
constexpr int least_latin_words = 2;
constexpr int least_latin_words_in_all = 5;
/// The same in quotation marks where both languages have Latin letters.
constexpr int least_words_in_quotes = 4;
constexpr int least_content = 2;
/// Around quotations, of a script without spaces: so many that they are no name.
constexpr int least_letters_around = 5;

/// What the words of a stretch say. Each function word votes once: a title has few of them.
class Evidence {
  public:
    Evidence(std::string_view text, LanguageId host) : text_(text), host_(host) {}
    /// All of the text, until it is clear that it is in the language of the host.
    static Evidence of_all(std::string_view text, LanguageId host) {
        Evidence evidence(text.substr(0, most_bytes), host);
        for (std::uint32_t at = 0; at < evidence.text_.size() && !evidence.is_own();) at = evidence.read(at);
        return evidence;
    }
    /// The word or sign at `at`; returns its end.
    std::uint32_t read(std::uint32_t at) {
        if (is_ascii(text_[at]) && !is_ascii_letter(text_[at])) return at + 1;
        const Decoded decoded = decode_quickly(text_, at);
        const ScriptBlock* block = script_block(decoded.code_point);
        if (is_letter(text_, at)) return read_word(at, block);
        if (block == nullptr) return at + decoded.size;
        other_ += block->weight;
        const std::uint32_t end = at + decoded.size;
        if (is_hangul(text_, at) && is_hangul(text_, end)) return end;  // the last syllable votes
        vote(hash_bytes(text_.substr(at, decoded.size)));
        return end;
    }
    /// It is in the language of the host: no more is asked.
    bool is_own() const { return is_latin() && votes(host_) >= least_words && votes(host_) >= most_; }
    bool is_latin() const { return other_ * 3 <= latin_; }  // as detect_language has it
    int other() const { return other_; }
    int content() const { return content_; }
    int most() const { return most_; }
    int votes(LanguageId language) const { return votes_[static_cast<std::size_t>(language)]; }

  private:
    std::uint32_t read_word(std::uint32_t at, const ScriptBlock* block) {
        const HashedWord word = hash_letters(text_, at);
        if (block != nullptr)
            other_ += word.letters * block->weight;
        else
            latin_ += word.letters;
        const bool counts = !is_part_of_name(text_, at, word.end);
        const bool known = counts && vote(word.hash);
        if (counts && !known && block == nullptr && word.letters > 2 && !is_capital(text_, at)) ++content_;
        return word.end;
    }

    static std::uint64_t hash_bytes(std::string_view bytes) {
        std::uint64_t hash = word_hash_seed;
        for (const char byte : bytes) hash = hash_byte(hash, byte);
        return hash;
    }

    /// Whether it is a function word.
    bool vote(std::uint64_t hash) {
        LanguageBits languages = languages_with(hash);
        if (languages == 0) return false;
        const auto* end = seen_.data() + seen_count_;
        if (seen_count_ == seen_.size() || std::find(std::as_const(seen_).data(), end, hash) != end)
            return true;
        seen_[seen_count_++] = hash;
        for (; languages != 0; languages &= languages - 1) {
            int& votes = votes_[static_cast<std::size_t>(std::countr_zero(languages))];
            most_ = std::max(most_, ++votes);
        }
        return true;
    }

    std::string_view text_;
    LanguageId host_;
    std::array<int, most_languages> votes_{};
    std::array<std::uint64_t, 24> seen_;
    std::size_t seen_count_ = 0;
    int most_ = 0;
    int latin_ = 0;
    int other_ = 0;
    int content_ = 0;
};

/// The language with the most votes, where they are enough and no other has as many.
std::optional<LanguageId> voted(const Evidence& evidence, int least) {
    LanguageId best{};
    int second = 0;
    for (std::size_t i = 1; i < language_count(); ++i) {
        const auto language = static_cast<LanguageId>(i);
        second = std::max(second, std::min(evidence.votes(language), evidence.votes(best)));
        if (evidence.votes(language) > evidence.votes(best)) best = language;
    }
    const bool clear = evidence.votes(best) >= least && evidence.votes(best) > second;
    return clear ? std::optional(best) : std::nullopt;
}

/// The words outside of quotation marks and brackets.
class Around {
  public:
    Around(std::string_view text, LanguageId host, bool latin)
        : text_(text.substr(0, most_bytes)), evidence_(text_, host) {
        std::uint32_t begin = 0;
        for (std::uint32_t at = 0; at < text_.size() && !is_clear(latin);) {
            const Span left_out = inside_marks(text_, at);
            if (left_out.empty()) {
                at = evidence_.read(at);
                continue;
            }
            keep_longest({begin, at});
            begin = at = left_out.end + code_point_size(text_, left_out.end);
        }
        keep_longest({begin, static_cast<std::uint32_t>(text_.size())});
    }
    const Evidence& evidence() const { return evidence_; }
    std::string_view longest() const { return slice(text_, longest_); }

  private:
    /// It is of the host's language or, where that has other letters, of its script.
    bool is_clear(bool latin) const {
        return latin ? evidence_.is_own() : !evidence_.is_latin() && evidence_.other() >= 16;
    }
    void keep_longest(Span part) {
        if (part.size() > longest_.size()) longest_ = part;
    }

    std::string_view text_;
    Evidence evidence_;
    Span longest_;
};

}  // namespace

std::optional<LanguageId> language_in(std::string_view text, LanguageId host) {
    const Evidence evidence = Evidence::of_all(text, host);
    if (evidence.is_latin())
        return voted(evidence, std::max(least_latin_words, least_latin_words_in_all - evidence.content()));
    const LanguageId language = detect_language(text, host);
    const bool tells = !data(language).detect.empty();
    if (tells && evidence.votes(language) < least_words) return std::nullopt;
    return language;
}

std::optional<LanguageId> language_in_quotes(std::string_view text, LanguageId host) {
    const Evidence evidence = Evidence::of_all(text, host);
    if (!evidence.is_latin() || evidence.content() < least_content) return std::nullopt;
    const auto language = voted(evidence, least_words_in_quotes);
    if (!language || evidence.votes(*language) < 2 * evidence.votes(host)) return std::nullopt;
    return language;
}

std::optional<LanguageAround> language_around(std::string_view text, LanguageId host, bool latin,
                                              LanguageId document) {
    const Around around(text, host, latin);
    const Evidence& evidence = around.evidence();
    LanguageAround out{document, evidence.most() >= least_words};
    if (!evidence.is_latin()) {
        out = {detect_language(around.longest(), document), evidence.other() >= least_letters_around};
    } else if (evidence.votes(document) == 0 || evidence.votes(document) < evidence.most()) {
        const auto found = voted(evidence, latin ? least_words : least_latin_words);
        if (!found) return std::nullopt;
        out.language = *found;
    }
    const bool is_less = evidence.is_latin() && evidence.votes(out.language) < 2 * evidence.votes(host);
    return out.language == host || is_less ? std::nullopt : std::optional(out);
}

}  // namespace factlint
