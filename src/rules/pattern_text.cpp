#include "rules/pattern_text.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "facts/describe.h"
#include "text/cjk.h"
#include "text/normal_form.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// What {:duration year} asks for: durations say their unit inside their value, so unit_text has none.
std::string asked_unit(const Facts& facts, std::size_t index, std::string_view prose) {
    const Fact& fact = facts.items[index];
    return fact.kind == Kind::duration ? std::string(unit(fact.unit).id)
                                       : composed(unit_text(facts, index, prose));
}

constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

constexpr bool is_private_use(char32_t code) { return (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000; }

constexpr bool is_typographic_space(char32_t code) {
    return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
           code == 0x205F;
}

constexpr bool is_ignored(char32_t code) { return code == 0xAD || code == 0x200B || code == 0x2060; }

/// Appends one scope to `text` and `anchors`.
class Maker {
  public:
    Maker(std::string_view prose, Span scope, std::string& text, std::vector<PatternText::Anchor>& anchors)
        : prose_(prose), scope_(scope), text_(text), anchors_(anchors), begin_(text.size()) {
        while (!scope_.empty() && is_blank(prose_[scope_.begin])) ++scope_.begin;
        while (!scope_.empty() && is_blank(prose_[scope_.end - 1])) --scope_.end;
        at_ = scope_.begin;
    }

    void replace_facts(const Facts& facts, const Alphabet& alphabet) {
        const auto& items = facts.items;
        const auto first =
            std::lower_bound(items.begin(), items.end(), scope_.begin,
                             [](const Fact& fact, std::uint32_t at) { return fact.span.begin < at; });
        auto index = static_cast<std::size_t>(first - items.begin());
        while (index < items.size() && items[index].span.end <= scope_.end)
            index = take(facts, index, alphabet);
    }

    void finish() {
        copy(scope_.end);
        anchor(scope_.end);
    }

  private:
    /// Writes the fact at `index` and gives the index behind its parts.
    std::size_t take(const Facts& facts, std::size_t index, const Alphabet& alphabet) {
        const Fact& fact = facts.items[index];
        const std::size_t next = index + 1 + fact.parts;
        if (fact.kind == Kind::identifier || fact.span.begin < at_) return next;
        copy(fact.span.begin);
        const auto id = static_cast<std::uint32_t>(index);
        const std::string unit = asked_unit(facts, index, prose_);
        if (fact.has(Fact::impossible)) {
            replace(Alphabet::impossible, fact.span.end, id);
        } else if (fact.parts == 0) {
            replace(alphabet.symbol(fact.kind, unit), fact.span.end, id);
        } else {
            replace(alphabet.opening(fact.kind, unit), fact.span.begin, id);
            for (std::size_t part = index + 1; part < next;) part = take(facts, part, alphabet);
            copy(fact.span.end);
            replace(Alphabet::closing(fact.kind), fact.span.end, PatternText::no_fact);
        }
        return next;
    }

    void copy(std::uint32_t end) {
        end_ = end;
        while (at_ < end) {
            if (const std::uint32_t plain = plain_end(end); plain > at_)
                copy_bytes(plain);
            else if (is_blank(prose_[at_]))
                copy_blanks(end);
            else
                copy_character();
        }
    }

    /// The end of what is copied as it is: up to what a mark may join or a line break make one with.
    std::uint32_t plain_end(std::uint32_t end) const {
        std::uint32_t plain = at_;
        std::uint32_t last = at_;
        for (std::uint32_t size = plain_size(at_, end); size != 0; size = plain_size(plain, end)) {
            last = plain;
            plain += size;
        }
        if (plain == end) return end;
        while (last > at_ && is_blank(prose_[last - 1])) --last;
        return last;
    }

    /// Bytes of the character at `at` where it is ASCII, a Latin letter, kana, Han or Hangul that stands for itself; 0 for
    /// all others, which need a closer look.
    std::uint32_t plain_size(std::uint32_t at, std::uint32_t end) const {
        if (at >= end) return 0;
        const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(prose_[at + i]); };
        const auto continues = [&](std::uint32_t i) { return at + i < end && is_continuation(byte(i)); };
        const unsigned lead = byte(0);
        if (lead < 0x80) return lead >= ' ' && lead <= '~' ? 1 : 0;
        if (lead >= 0xC3 && lead <= 0xCB) return continues(1) ? 2 : 0;  // U+00C0..02FF
        if (!continues(1) || !continues(2)) return 0;
        if (lead == 0xE1) return byte(1) >= 0xB8 && byte(1) <= 0xBB ? 3 : 0;  // U+1E00..1EFF
        if (lead == 0xE3) return byte(1) == 0x81 || byte(1) == 0x83 || byte(1) >= 0x90 ? 3 : 0;
        return (lead >= 0xE4 && lead <= 0xE9) || lead == 0xEB || lead == 0xEC ? 3 : 0;
    }

    void copy_character() {
        const Decoded character = decode(prose_, at_);
        if (!character.valid || is_private_use(character.code_point)) {
            replace(replacement_character, at_ + character.size, PatternText::no_fact);
        } else if (is_typographic_space(character.code_point)) {
            replace(' ', at_ + character.size, PatternText::no_fact);
        } else if (is_ignored(character.code_point)) {
            leave_out(at_ + character.size);
        } else if (const auto end = joined_end(prose_.substr(0, end_), at_); end == at_ + character.size) {
            copy_bytes(end);
        } else {
            compose(end);
        }
    }

    /// Writes the character and the marks that join it as one, as patterns have it. What is left of the marks stands for
    /// the end of it, so that a match never ends inside.
    void compose(std::uint32_t end) {
        const std::string made = composed(slice(prose_, {at_, end}));
        if (made == slice(prose_, {at_, end})) return copy_bytes(end);
        const std::uint32_t first = decode(made, 0).size;
        anchor(at_);
        text_.append(made, 0, first);
        if (first < made.size()) anchor(end);
        text_.append(made, first);
        copying_ = false;
        at_ = end;
    }

    void copy_blanks(std::uint32_t end) {
        std::uint32_t behind = at_;
        while (behind < end && is_blank(prose_[behind])) ++behind;
        const auto breaks = line_breaks(slice(prose_, {at_, behind}));
        if (breaks == 0) return copy_bytes(behind);
        if (breaks > 1) return replace('\n', behind, PatternText::no_fact);
        const bool inside_cjk =
            is_cjk(decode_before(prose_, at_).code_point) && is_cjk(decode(prose_, behind).code_point);
        if (inside_cjk)
            leave_out(behind);
        else
            replace(' ', behind, PatternText::no_fact);
    }

    static std::size_t line_breaks(std::string_view blanks) {
        const auto feeds = std::count(blanks.begin(), blanks.end(), '\n');
        const auto returns = std::count(blanks.begin(), blanks.end(), '\r');
        return static_cast<std::size_t>(std::max(feeds, returns));
    }

    void anchor(std::uint32_t prose, std::uint32_t fact = PatternText::no_fact) {
        anchors_.push_back({static_cast<std::uint32_t>(text_.size() - begin_), prose, fact});
    }
    void copy_bytes(std::uint32_t end) {
        if (!copying_) anchor(at_);
        copying_ = true;
        text_.append(slice(prose_, {at_, end}));
        at_ = end;
    }
    void replace(char32_t code, std::uint32_t end, std::uint32_t fact) {
        anchor(at_, fact);
        append_utf8(text_, code);
        copying_ = false;
        at_ = end;
    }
    void leave_out(std::uint32_t end) {
        anchor(at_);
        copying_ = false;
        at_ = end;
    }

    std::string_view prose_;
    Span scope_;
    std::string& text_;
    std::vector<PatternText::Anchor>& anchors_;
    std::size_t begin_;  ///< of the scope in `text_`
    std::uint32_t at_ = 0;
    std::uint32_t end_ = 0;  ///< of what is being copied
    bool copying_ = false;   ///< the last anchor stands for copied text that goes on
};

std::optional<Kind> kind_in(CodeRange plane, char32_t code) {
    const auto index = plane.contains(code) ? (code - plane.first) / Alphabet::block_size : kind_names.size();
    if (index >= kind_names.size()) return std::nullopt;
    return static_cast<Kind>(index);
}

}  // namespace

void Alphabet::ask(Kind kind, std::string_view unit) {
    auto& units = asked_[static_cast<std::size_t>(kind)];
    if (index(kind, unit) == 0 && units.size() + 1 < block_size) units.emplace_back(unit);
}

char32_t Alphabet::index(Kind kind, std::string_view unit) const {
    const auto& units = asked_[static_cast<std::size_t>(kind)];
    const auto found = std::find(units.begin(), units.end(), unit);
    return found == units.end() ? 0 : static_cast<char32_t>(found - units.begin() + 1);
}

std::uint32_t PatternText::to_prose(std::uint32_t at) const {
    const auto next =
        std::upper_bound(anchors.begin(), anchors.end(), at,
                         [](std::uint32_t offset, const Anchor& anchor) { return offset < anchor.at; });
    const std::uint32_t end = anchors.empty() ? 0 : anchors.back().prose;
    if (next == anchors.begin()) return end;
    const Anchor& anchor = *std::prev(next);
    return std::min(anchor.prose + (at - anchor.at), end);
}

std::uint32_t PatternText::to_prose_end(std::uint32_t at) const {
    const auto next =
        std::lower_bound(anchors.begin(), anchors.end(), at,
                         [](const Anchor& anchor, std::uint32_t offset) { return anchor.at < offset; });
    if (next != anchors.end() && next->at == at) return next->prose;
    return to_prose(at);
}

std::uint32_t PatternText::fact_at(std::uint32_t at) const {
    const auto next =
        std::upper_bound(anchors.begin(), anchors.end(), at,
                         [](std::uint32_t offset, const Anchor& anchor) { return offset < anchor.at; });
    if (next == anchors.begin()) return no_fact;
    const Anchor& anchor = *std::prev(next);
    return anchor.at == at ? anchor.fact : no_fact;
}

std::string to_display(const PatternText& text) {
    std::string shown;
    for (std::size_t at = 0; at < text.text.size(); at += decode(text.text, at).size) {
        const char32_t code = decode(text.text, at).code_point;
        if (const auto fact = kind_in(Alphabet::all_symbols, code))
            shown += "{" + std::string(name(*fact)) + "}";
        else if (const auto whole = kind_in(Alphabet::all_openings, code))
            shown += "{" + std::string(name(*whole)) + ":";
        else if (Alphabet::all_closings.contains(code))
            shown += "}";
        else if (code == Alphabet::impossible)
            shown += "{impossible}";
        else
            append_utf8(shown, code);
    }
    return shown;
}

void PatternTexts::add(Span scope, LanguageId language) {
    scopes_.push_back({text_.size(), anchors_.size(), language_of(language)});
    Maker maker(prose_, scope, text_, anchors_);
    if (alphabet_ != nullptr) maker.replace_facts(*facts_, *alphabet_);
    maker.finish();
}

PatternText PatternTexts::operator[](std::size_t index) const {
    const Begin& scope = scopes_[index];
    const std::size_t anchors_end = index + 1 < scopes_.size() ? scopes_[index + 1].anchors : anchors_.size();
    return {std::string_view(text_).substr(scope.text, text_end(index) - scope.text),
            std::span(anchors_).subspan(scope.anchors, anchors_end - scope.anchors), scope.language};
}

std::size_t PatternTexts::find(std::string_view literal, std::size_t first) const {
    while (!literal.empty() && first < scopes_.size()) {
        const std::size_t from = scopes_[first].text;
        // Several times as fast as std::string::find where every character begins with the same byte.
        const void* found = memmem(text_.data() + from, text_.size() - from, literal.data(), literal.size());
        if (!found) return size();
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
        const auto behind =
            std::upper_bound(scopes_.begin(), scopes_.end(), at,
                             [](std::size_t offset, const Begin& scope) { return offset < scope.text; });
        first = static_cast<std::size_t>(behind - scopes_.begin()) - 1;
        if (at + literal.size() <= text_end(first)) return first;
        ++first;
    }
    return std::min(first, size());
}

}  // namespace factlint
