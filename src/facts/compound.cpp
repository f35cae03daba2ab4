#include "facts/compound.h"

#include <algorithm>

#include "facts/fold.h"

namespace factlint {
namespace {

constexpr std::uint32_t longest_compound = 192;

/// Marks of decades and centuries that are written onto number words: nittiotalet, Neunzigerjahre.
constexpr RoleSet periods = {Role::decade_mark, Role::century_mark};
constexpr std::uint32_t shortest_period = 4;

/// The shortest way to each place of the run: the word that ends there, and how many lead to it.
class Split {
  public:
    Split(std::string_view text, std::uint32_t at, std::uint32_t end, const Lexicon& lexicon)
        : text_(text), at_(at), size_(end - at), lexicon_(lexicon) {}

    Compound read() {
        for (std::uint32_t place = 0; place < size_; ++place)
            if (place == 0 || ways_[place].count != 0) go_on(place);
        return ways_[size_].count < 2 ? Compound{} : collect();
    }

  private:
    struct Way {
        Match word;
        std::uint32_t begin = 0;
        std::uint8_t count = 0;  ///< of words; 0 = no way leads there
    };

    void go_on(std::uint32_t place) {
        const Matches words = lexicon_.beginnings(text_, at_ + place);
        for (std::size_t i = 0; i < words.count; ++i) {
            const Match& word = words.found[i];
            const std::uint32_t next = place + word.length;
            const bool phrase = next > size_;
            const RoleSet& roles = place == 0      ? compound_first
                                   : next < size_  ? compound_inner
                                   : next == size_ ? compound_last
                                                   : compound_phrase;
            Way& way = ways_[phrase ? size_ : next];
            const auto count = static_cast<std::uint8_t>(ways_[place].count + 1);
            const bool shorter = way.count == 0 || count < way.count || (phrase && count == way.count);
            if (count > Compound::most || !shorter || (phrase && place == 0)) continue;
            const RoleSet& own = lexicon_.roles_of(word);
            const bool fits = own.meets(roles) || (next == size_ && is_measured_portion(place, own));
            if (!fits || is_short(word.length, own)) continue;
            way = {word, place, count};
        }
    }

    /// The Liter of Viertelliter
    bool is_measured_portion(std::uint32_t place, const RoleSet& unit) const {
        return ways_[place].count == 1 && unit.meets(behind_portion) &&
               lexicon_.roles_of(ways_[place].word).meets(compound_portion);
    }

    /// No k of "keinen"; the er of 90er makes no decade of "hunderter".
    static bool is_short(std::uint32_t length, const RoleSet& own) {
        if (length == 1) return !own.meets({Role::particle, Role::tens_link, Role::reference_behind});
        return length < shortest_period && own.meets(periods) && own.common(compound_last).within(periods);
    }

    Compound collect() const {
        Compound out;
        out.count = ways_[size_].count;
        std::uint32_t place = size_;
        for (std::size_t i = out.count; i-- > 0; place = ways_[place].begin) out.parts[i] = ways_[place].word;
        return out;
    }

    std::string_view text_;
    std::uint32_t at_;
    std::uint32_t size_;
    const Lexicon& lexicon_;
    std::array<Way, longest_compound + 1> ways_;
};

}  // namespace

Compound split_compound(std::string_view text, std::uint32_t at, const LanguageData& language) {
    if (!language.compounds) return {};
    const Matches words = language.lexicon.beginnings(text, at);
    const auto begins = [&](const Match& word) {
        return language.lexicon.roles_of(word).meets(compound_first);
    };
    if (std::none_of(words.found.begin(), words.found.begin() + words.count, begins)) return {};
    const std::uint32_t end = letters_end(text, at, longest_compound + 1);
    return end - at > longest_compound ? Compound{} : Split(text, at, end, language.lexicon).read();
}

}  // namespace factlint
