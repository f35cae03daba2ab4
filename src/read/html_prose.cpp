#include "read/html_prose.h"

#include <algorithm>

#include "text/cjk.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr std::string_view white_space = " \t\n\r\f";
constexpr std::string_view not_plain{" \t\n\r\f&\0", 7};
constexpr std::size_t longest_reference = 34;

bool is_space(std::string_view text) {
    return text.size() == 1 && white_space.find(text.front()) != std::string_view::npos;
}
bool ends_line(std::string_view space) { return space.find_first_of("\r\n") != std::string_view::npos; }

}  // namespace

void HtmlProse::set(const Block& block, std::uint16_t block_language, bool hidden) {
    block_ = block;
    block_language_ = block_language;
    hidden_ = hidden;
}

void HtmlProse::text(Span place, HtmlText kind) {
    if (hidden_) return;
    std::uint32_t at = place.begin;
    while (at < place.end) {
        const std::string_view rest = slice(page_, {at, place.end});
        const auto plain = static_cast<std::uint32_t>(std::min(rest.find_first_of(not_plain), rest.size()));
        if (plain > 0) put(rest.substr(0, plain), {at, at + plain});
        at += plain;
        if (at < place.end) at += special({at, place.end}, kind);
    }
}

/// White space, a reference or NUL, with which `rest` begins; returns its bytes.
std::uint32_t HtmlProse::special(Span rest, HtmlText kind) {
    const std::string_view text = slice(page_, rest);
    if (text.front() == '&') {
        const HtmlReference found = reference(text, kind);
        if (found.size == 0) {
            put("&", {rest.begin, rest.begin + 1});
            return 1;
        }
        const Span place{rest.begin, rest.begin + found.size};
        if (is_space(found.text))
            space(place, ends_line(found.text));
        else
            put(found.text, place);
        return found.size;
    }
    if (text.front() == '\0') {
        put(replacement, {rest.begin, rest.begin + 1});
        return 1;
    }
    const auto size = static_cast<std::uint32_t>(std::min(text.find_first_not_of(white_space), text.size()));
    space({rest.begin, rest.begin + size}, ends_line(text.substr(0, size)));
    return size;
}

HtmlReference HtmlProse::reference(std::string_view rest, HtmlText kind) {
    if (kind == HtmlText::without_references) return {};
    if (kind == HtmlText::attribute) return read_html_reference(rest, true);
    const std::size_t end = rest.substr(0, longest_reference).find_first_of("; \t\r\n<");
    if (end == std::string_view::npos || rest[end] != ';') return read_html_reference(rest, false);
    const auto [known, fresh] = references_.try_emplace(rest.substr(0, end + 1));
    if (fresh) known->second = read_html_reference(rest, false);
    return known->second;
}

void HtmlProse::mark(std::string_view decoded, Span place) {
    if (!hidden_) put(decoded, place);
}

void HtmlProse::line_break(Span place) {
    space(place, true);
    if (gap_) ++gap_->breaks;
}

void HtmlProse::space(Span place, bool ends_line) {
    if (hidden_ || !builder_.in_block()) return;
    if (!gap_) gap_ = Gap{place};
    gap_->place.end = place.end;
    gap_->ends_line = gap_->ends_line || ends_line;
}

void HtmlProse::end_block() {
    gap_.reset();
    builder_.end_block();
}

void HtmlProse::put(std::string_view text, Span place) {
    if (gap_) close_gap(text);
    const bool goes_on = builder_.in_block();
    if (!goes_on) builder_.begin_block(block_);
    const auto begin = static_cast<std::uint32_t>(document_.decoded.size());
    if (text.data() == page_.data() + place.begin)
        builder_.append_verbatim(place);
    else
        builder_.append_decoded(text, place);
    Block& block = document_.blocks.back();
    if (goes_on && block.language != block_.language) block.language = block_language_;
    if (block_.language != 0 && block_.language != block_language_) note_language(begin);
}

/// The text from `begin` on is in a language of its own; that before it, but for a space, may be, too.
void HtmlProse::note_language(std::uint32_t begin) {
    auto& known = document_.inline_languages;
    begin = std::max(begin, document_.blocks.back().prose.begin);  // behind what parts two blocks
    const Span added{begin, static_cast<std::uint32_t>(document_.decoded.size())};
    const bool goes_on = !known.empty() && known.back().language == block_.language &&
                         known.back().prose.end + 1 >= begin &&
                         known.back().prose.begin >= document_.blocks.back().prose.begin;
    if (goes_on)
        known.back().prose.end = added.end;
    else
        known.push_back({added, block_.language});
}

/// White space before `text`. One byte cannot stand for another: the space of a lone line feed stands for none.
void HtmlProse::close_gap(std::string_view text) {
    const Gap gap = *gap_;
    gap_.reset();
    if (gap.breaks > 1) return builder_.end_block();
    const std::string& prose = document_.decoded;
    const bool inside_cjk = gap.ends_line && is_cjk(decode_before(prose, prose.size()).code_point) &&
                            is_cjk(decode(text, 0).code_point);
    if (gap.breaks == 0 && inside_cjk) return;
    const std::string_view space = gap.breaks > 0 ? "\n" : " ";
    if (gap.place.size() > 1)
        builder_.append_decoded(space, gap.place);
    else if (slice(page_, gap.place) == space)
        builder_.append_verbatim(gap.place);
    else
        builder_.append_decoded(space, {gap.place.begin, gap.place.begin});
}

}  // namespace factlint
