// Pattern text: the text that rule patterns see. Each fact of a sentence is one private-use character, so that one RE2
// match binds typed values and nothing smaller can be taken (design, section 3, "Holes and patterns").
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/language.h"

namespace factlint {

/// First and last of a run of code points.
struct CodeRange {
    char32_t first = 0;
    char32_t last = 0;
    constexpr bool contains(char32_t code) const { return first <= code && code <= last; }
};

/// Which private-use character stands for which kind and unit. Each kind has a block in plane 15 for its facts and one
/// in plane 16 for the opening marks of its composites: the first of a block is "any other unit", the others are the
/// units that some hole asks for. Closing marks and the character of facts that no hole takes lie in the BMP.
/// Built from all loaded rules before any document is matched.
class Alphabet {
  public:
    static constexpr std::uint32_t block_size = 3840;

    /// Asks for a character of its own for facts of `kind` whose unit text (unit_text(), "USD", "個") is `unit`. Beyond
    /// 3,839 units of one kind: no effect.
    void ask(Kind kind, std::string_view unit);
    char32_t symbol(Kind kind, std::string_view unit) const {
        return symbols(kind).first + index(kind, unit);
    }
    char32_t opening(Kind composite, std::string_view unit) const {
        return openings(composite).first + index(composite, unit);
    }

    static constexpr CodeRange symbols(Kind kind) { return block(0xF0000, kind); }
    static constexpr CodeRange openings(Kind composite) { return block(0x100000, composite); }
    static constexpr char32_t closing(Kind composite) { return 0xE000 + static_cast<char32_t>(composite); }
    static constexpr CodeRange all_symbols{0xF0000, 0xFFFFD};
    static constexpr CodeRange all_openings{0x100000, 0x10FFFD};
    static constexpr CodeRange all_closings{0xE000, 0xE0FF};
    static constexpr char32_t impossible = 0xE100;  ///< a fact that no hole takes: 32日

  private:
    static constexpr CodeRange block(char32_t plane, Kind kind) {
        const char32_t first = plane + block_size * static_cast<char32_t>(kind);
        return {first, first + block_size - 1};
    }
    /// 0 where the unit was not asked for. O(units asked of the kind).
    char32_t index(Kind kind, std::string_view unit) const;

    std::array<std::vector<std::string>, kind_names.size()> asked_;
};
static_assert(Alphabet::block_size * kind_names.size() <= 0xFFFE,
              "the blocks of all kinds fit into one plane");

/// One scope (a sentence, a paragraph, a document) as patterns see it, with the way back: a view of PatternTexts.
///
/// White space around a line break is one space, nothing between CJK characters, and a line feed where a blank line
/// stands; at the ends of the scope it is left out. No-break and typographic spaces are spaces; soft hyphens and
/// zero-width spaces are left out; private-use characters and invalid bytes of the document are U+FFFD; letters written
/// with combining marks are composed, as those of patterns are.
struct PatternText {
    std::string_view text;
    static constexpr std::uint32_t no_fact = UINT32_MAX;
    /// Ascending in `at`: the bytes of `text` from `at` on stand for prose from `prose` on; `fact` is the index of the
    /// fact that the character at `at` is (or opens), no_fact for copied text. The last one stands at the end of both.
    struct Anchor {
        std::uint32_t at = 0;
        std::uint32_t prose = 0;
        std::uint32_t fact = no_fact;
    };
    std::span<const Anchor> anchors;
    LanguageId language{};

    /// The prose offset that what begins at offset `at` of `text` stands for. O(log anchors).
    std::uint32_t to_prose(std::uint32_t at) const;
    /// The prose offset that what ends at offset `at` of `text` stands for: before what was left out behind it.
    std::uint32_t to_prose_end(std::uint32_t at) const;
    /// The fact whose character starts at `at`, or no_fact.
    std::uint32_t fact_at(std::uint32_t at) const;
};

/// The scopes of one document in order, all in one buffer: a literal is searched for in all of them at once, and millions
/// of sentences cost no allocations of their own.
class PatternTexts {
  public:
    /// Of one document: its prose and all its facts, which `alphabet` has characters for; nullptr replaces none. All must
    /// outlive this.
    PatternTexts(std::string_view prose, const Facts& facts, const Alphabet* alphabet)
        : prose_(prose), facts_(&facts), alphabet_(alphabet) {}

    /// `scope` is a span of the prose. O(scope + log facts).
    void add(Span scope, LanguageId language);

    std::size_t size() const { return scopes_.size(); }
    PatternText operator[](std::size_t index) const;  ///< valid until the next `add`
    /// The first scope from `first` on whose text holds `literal`; size() where there is none. O(text between).
    std::size_t find(std::string_view literal, std::size_t first) const;

  private:
    struct Begin {
        std::size_t text, anchors;
        LanguageId language;
    };
    std::size_t text_end(std::size_t index) const {
        return index + 1 < scopes_.size() ? scopes_[index + 1].text : text_.size();
    }

    std::string_view prose_;
    const Facts* facts_;
    const Alphabet* alphabet_;
    std::string text_;
    std::vector<PatternText::Anchor> anchors_;
    std::vector<Begin> scopes_;
};

/// For people: "総額は{money}から{money}に", "{range:10–{count}}", "{impossible}" for what no hole takes.
std::string to_display(const PatternText& text);

}  // namespace factlint
