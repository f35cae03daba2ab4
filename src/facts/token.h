// Token and Run: the words, digits and signs around a place, read on demand. Parsers are deterministic functions over a
// run; each looks a bounded number of tokens ahead, so recognition is linear whatever the text.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "facts/compound.h"
#include "facts/fact.h"
#include "facts/language_data.h"
#include "facts/lexicon.h"
#include "facts/numeral_value.h"
#include "facts/template_automaton.h"
#include "facts/token_kind.h"
#include "facts/word_memory.h"
#include "text/span.h"
#include "value/date.h"

namespace factlint {

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t { none, space, line };

struct Token {
    Span span;
    TokenKind kind = TokenKind::end;
    Gap gap = Gap::none;
    char ascii = 0;  ///< of a sign: the folded character where it is ASCII ('.', ',', '/', '-', '('), else 0
    std::uint8_t digit_count = 0;  ///< of digits; 255 where there are more
    bool inside = false;           ///< a part of a compound that is not its first
    std::uint64_t value = 0;       ///< of digits, where digit_count <= 19
    std::span<const Sense> senses;
    RoleSet roles;  ///< of all senses, whatever their spelling

    bool may_be(Role role) const { return roles.has(role); }
};

/// Tokens from a start on, lexed when first asked for. At most `capacity`; behind them `end`.
class Run {
  public:
    static constexpr std::size_t capacity = 96;

    Run() = default;
    Run(std::string_view text, const LanguageData& language) { open(text, language); }
    /// What was known of another text is forgotten.
    void open(std::string_view text, const LanguageData& language);
    /// Begins anew at `start`. No fact and no context word may begin before `floor`, the end of the previous fact.
    void start_at(std::uint32_t start, std::uint32_t floor);
    /// The kind of the fact that ends at the floor, and its value where that is a date.
    void set_previous(Kind kind, const Date& date = {}) {
        previous_ = kind;
        previous_date_ = date;
    }
    Kind previous() const { return previous_; }
    const Date& previous_date() const { return previous_date_; }

    const Token& operator[](std::size_t index) { return index < count_ ? tokens_[index] : lex_up_to(index); }
    std::string_view text() const { return text_; }
    std::string_view text(const Token& token) const { return slice(text_, token.span); }
    const LanguageData& language() const { return *language_; }
    std::uint32_t floor() const { return floor_; }

    /// The sense of token `index` with this role; nullptr where it has none, or where its exact spelling differs.
    const Sense* sense(std::size_t index, Role role) {
        const Token& token = (*this)[index];
        return token.may_be(role) ? find_sense(token, role) : nullptr;
    }
    bool is(std::size_t index, Role role) { return sense(index, role) != nullptr; }
    /// Whether it has one of the roles.
    bool is_any(std::size_t index, const RoleSet& roles) {
        bool found = false;
        (*this)[index].roles.common(roles).for_each([&](Role role) { found = found || is(index, role); });
        return found;
    }
    /// Whether token `index` is this ASCII sign, of any width.
    bool is_sign(std::size_t index, char sign) { return (*this)[index].ascii == sign; }
    /// Whether nothing but white space stands before token `begin` and behind those before `end`.
    bool is_whole_text(std::size_t begin, std::size_t end) {
        return (*this)[end].kind == TokenKind::end &&
               text_.find_first_not_of(" \t\r\n") == (*this)[begin].span.begin;
    }

    /// Whether a space stands behind the token; the next one is not asked for.
    bool ends_before_space(const Token& token) const {
        return token.span.end < text_.size() && text_[token.span.end] == ' ';
    }
    /// Whether the same script goes on behind token `index` without a gap: katakana, kanji or letters.
    bool is_joined(std::size_t index);

    /// A word with a role, found before a place.
    struct Before {
        const Sense* sense = nullptr;  ///< nullptr: there is none
        Span span;
    };
    /// The word with `role`, which must be a leading one (RoleInfo::leads), that ends just before byte `at`; white space
    /// between is allowed. Looks not beyond `floor`.
    Before before(std::uint32_t at, Role role) {
        assert(info(role).leads);
        const Context& words = context(at);
        return words.roles.has(role) ? find_before(words, role) : Before{};
    }
    /// All roles of the words that end there: what before() can find.
    const RoleSet& roles_before(std::uint32_t at) { return context(at).roles; }

    /// The numeral that was read at token `index` since start_at; nullptr where none is remembered. Parsers try many
    /// readings of one place, and each asks for its numeral.
    const Numeral* remembered(std::size_t index, NumeralForm form) const {
        const Memory& place = memory_[memory_index(index, form)];
        return place.run == run_ ? &place.numeral : nullptr;
    }
    /// The reference lives until start_at.
    const Numeral& remember(std::size_t index, NumeralForm form, Numeral numeral);

    /// What templates know of a token (facts/temporal_template.h); forgotten at start_at.
    struct Elements {
        std::uint32_t run = 0;
        std::uint32_t token = 0;
        std::uint16_t number = 0;  ///< of the elements that it may be, in templates().classes
        bool known = false;        ///< the number is
        bool asked = false;        ///< whether it is single
        bool single = false;
    };
    /// Of all texts that were read.
    TemplateMemory& templates() { return templates_; }
    /// Of a few tokens side by side: a farther one takes the place of a nearer.
    Elements& elements(std::size_t index) {
        Elements& out = elements_[index % elements_.size()];
        if (out.run != run_ || out.token != index) {
            out.run = run_;
            out.token = static_cast<std::uint32_t>(index);
            out.known = out.asked = false;
        }
        return out;
    }

  private:
    /// The words that end just before a place.
    struct Context {
        std::uint32_t at = UINT32_MAX;
        std::uint32_t floor = 0;
        std::uint32_t end = 0;  ///< where they end
        RoleSet roles;
        Matches words;
    };
    const Context& context(std::uint32_t at) {
        Context& place = contexts_[at % contexts_.size()];
        if (place.at != at || place.floor != floor_) find_context(at, place);
        return place;
    }
    void find_context(std::uint32_t at, Context& place) const;
    Before find_before(const Context& context, Role role) const;

    struct Memory {
        std::uint32_t run = 0;
        Numeral numeral;
    };
    static std::size_t memory_index(std::size_t token, NumeralForm form) {
        return std::min(token, capacity) * numeral_forms + static_cast<std::size_t>(form);
    }
    const Sense* find_sense(const Token& token, Role role) const;
    const Token& lex_up_to(std::size_t index);
    void lex();
    void lex_digits(Token& token);
    void lex_word(Token& token);
    Match lex_unknown_word(Token& token, Stops stops);
    void recall(Token& token, const WordMemory::Word& word) const;
    bool lex_part(Token& token);
    bool is_number_at(std::uint32_t at) const;
    Match scale_of_unit(const Match& word, std::uint32_t at) const;
    Match word_at(std::uint32_t at, Stops stops) const;

    std::string_view text_;
    const LanguageData* language_ = nullptr;
    std::uint32_t next_ = 0;
    std::uint32_t floor_ = 0;
    Kind previous_ = Kind::number;
    Date previous_date_;
    std::size_t count_ = 0;
    std::uint32_t run_ = 0;
    Compound compound_;     ///< the word whose parts are the next tokens
    std::size_t part_ = 0;  ///< the first of them that is not yet lexed
    std::array<Token, capacity + 1> tokens_;
    std::array<Memory, numeral_forms*(capacity + 1)> memory_;
    std::array<Context, 4> contexts_;
    std::array<Elements, 16> elements_;
    TemplateMemory templates_;
    WordMemory words_;
};

/// A parser reads one fact, with its parts, that begins at token `at`, appends it to `out` (spans are offsets into the
/// run's text) and returns how many tokens it took; 0, and nothing appended, where there is none.
using Parser = std::size_t (*)(Run& run, std::size_t at, Facts& out);

}  // namespace factlint
