#include "read/html_tokens.h"

#include <algorithm>

#include "read/html_elements.h"

namespace factlint {
namespace {

constexpr std::string_view space = " \t\n\r\f";
constexpr std::string_view comment_opening = "<!--";
constexpr std::string_view cdata_opening = "<![CDATA[";
constexpr std::string_view cdata_closing = "]]>";

constexpr bool is_letter(char c) { return 'a' <= (c | 0x20) && (c | 0x20) <= 'z'; }

}  // namespace

bool HtmlTokens::next() {
    while (at_ < page_.size()) {
        if (page_[at_] != '<') return text(), true;
        const char after = at_ + 1 < page_.size() ? page_[at_ + 1] : ' ';
        const bool is_markup =
            is_letter(after) || after == '!' || after == '?' || (after == '/' && at_ + 2 < page_.size());
        if (!is_markup) return text(), true;
        if (markup()) return true;
    }
    return false;
}

void HtmlTokens::text() {
    const std::uint32_t end = find('<', at_ + 1);
    token_ = {HtmlToken::Kind::text, {at_, end}, {}, false};
    at_ = end;
}

bool HtmlTokens::markup() {
    const std::uint32_t begin = at_;
    const char after = page_[at_ + 1];
    if (after == '!') return declaration(begin);
    if (is_letter(after)) {
        ++at_;
        return tag(HtmlToken::Kind::start_tag, begin);
    }
    if (after == '/' && is_letter(page_[at_ + 2])) {
        at_ += 2;
        return tag(HtmlToken::Kind::end_tag, begin);
    }
    const std::uint32_t close = find('>', begin);
    return stop_at(begin, close);
}

/// Passes markup without meaning, which ends at a `>`.
bool HtmlTokens::stop_at(std::uint32_t begin, std::uint32_t end) {
    const auto size = static_cast<std::uint32_t>(page_.size());
    if (end == size) unclosed_ = Span{begin, std::min(begin + 2, size)};
    at_ = std::min(end + 1, size);
    return false;
}

bool HtmlTokens::declaration(std::uint32_t begin) {
    if (starts_with(comment_opening)) return comment(begin);
    if (!cdata_ || !starts_with(cdata_opening)) return stop_at(begin, find('>', begin));
    const auto content = begin + static_cast<std::uint32_t>(cdata_opening.size());
    const std::size_t close = page_.find(cdata_closing, content);
    if (close == std::string_view::npos) return stop_at(begin, static_cast<std::uint32_t>(page_.size()));
    token_ = {HtmlToken::Kind::cdata, {content, static_cast<std::uint32_t>(close)}, {}, false};
    at_ = static_cast<std::uint32_t>(close + cdata_closing.size());
    return true;
}

/// Ends at "-->" and "--!>"; "<!-->" and "<!--->" are whole.
bool HtmlTokens::comment(std::uint32_t begin) {
    for (std::size_t at = begin + 2; (at = page_.find("--", at)) != std::string_view::npos; ++at) {
        const std::string_view rest = page_.substr(at + 2);
        if (!rest.starts_with('>') && !rest.starts_with("!>")) continue;
        if (rest.front() == '!' && at < begin + comment_opening.size()) continue;
        at_ = static_cast<std::uint32_t>(at + (rest.front() == '>' ? 3 : 4));
        token_ = {HtmlToken::Kind::comment, {begin, at_}, {}, false};
        return true;
    }
    return stop_at(begin, static_cast<std::uint32_t>(page_.size()));
}

bool HtmlTokens::tag(HtmlToken::Kind kind, std::uint32_t begin) {
    const std::uint32_t name_end = find_from(" \t\n\r\f/>", at_);
    token_ = {kind, {begin, name_end}, page_.substr(at_, name_end - at_), false};
    at_ = name_end;
    if (!read_attributes()) return stop_at(begin, static_cast<std::uint32_t>(page_.size()));
    token_.span.end = at_;
    return true;
}

/// Up to and over the `>`; false where there is none.
bool HtmlTokens::read_attributes() {
    attributes_.clear();
    while (true) {
        skip_space();
        if (at_ == page_.size()) return false;
        if (page_[at_] == '/') {
            ++at_;
            token_.self_closing = starts_with(">");
            continue;
        }
        if (page_[at_] == '>') break;
        const std::uint32_t end = find_from(" \t\n\r\f/>=", at_ + 1);
        HtmlAttribute attribute{page_.substr(at_, end - at_), {end, end}};
        at_ = end;
        skip_space();
        if (starts_with("=")) {
            const auto value = attribute_value();
            if (!value) return false;
            attribute.value = *value;
        }
        attributes_.push_back(attribute);
    }
    ++at_;
    return true;
}

std::optional<Span> HtmlTokens::attribute_value() {
    ++at_;
    skip_space();
    if (at_ == page_.size()) return std::nullopt;
    const char quote = page_[at_];
    if (quote != '"' && quote != '\'') {
        const Span value{at_, find_from(" \t\n\r\f>", at_)};
        at_ = value.end;
        return value;
    }
    const Span value{at_ + 1, find(quote, at_ + 1)};
    if (value.end == page_.size()) return std::nullopt;
    at_ = value.end + 1;
    return value;
}

void HtmlTokens::skip_space() {
    at_ = static_cast<std::uint32_t>(std::min(page_.find_first_not_of(space, at_), page_.size()));
}

std::uint32_t HtmlTokens::find(char wanted, std::uint32_t from) const {
    return static_cast<std::uint32_t>(std::min(page_.find(wanted, from), page_.size()));
}

std::uint32_t HtmlTokens::find_from(std::string_view any_of, std::uint32_t from) const {
    return static_cast<std::uint32_t>(std::min(page_.find_first_of(any_of, from), page_.size()));
}

std::optional<Span> HtmlTokens::attribute(std::string_view name) const {
    for (const HtmlAttribute& attribute : attributes_)
        if (equal_html_names(attribute.name, name)) return attribute.value;
    return std::nullopt;
}

Span HtmlTokens::raw_text(std::string_view name) {
    const std::uint32_t begin = at_;
    for (std::size_t at = begin; (at = page_.find("</", at)) != std::string_view::npos; ++at) {
        const std::string_view rest = page_.substr(at + 2);
        const bool ends = rest.size() > name.size() && equal_html_names(rest.substr(0, name.size()), name) &&
                          std::string_view(" \t\n\r\f/>").find(rest[name.size()]) != std::string_view::npos;
        if (!ends) continue;
        at_ = static_cast<std::uint32_t>(at);
        return {begin, at_};
    }
    unclosed_ = token_.span;
    at_ = static_cast<std::uint32_t>(page_.size());
    return {begin, at_};
}

}  // namespace factlint
