#include "read/html.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>

#include "read/encoding.h"
#include "read/html_outline.h"
#include "read/html_prose.h"
#include "read/html_tokens.h"
#include "read/iso_day.h"
#include "read/plain_text.h"
#include "read/suppression.h"
#include "text/compression.h"

namespace factlint {
namespace {

using Role = HtmlRole;
using Content = HtmlContent;
using Kind = HtmlToken::Kind;

constexpr std::size_t largest_page = std::size_t{1} << 30;
constexpr std::size_t deepest_nesting = 512;
constexpr std::size_t most_languages = 1000;
constexpr std::size_t longest_language_tag = 35;
constexpr std::uint32_t widest_cell = 1000;
constexpr std::uint32_t highest_cell = 65534;

constexpr std::string_view object_replacement = "\uFFFC";
constexpr std::string_view white_space = " \t\n\r\f";
constexpr std::string_view comment_opening = "<!--";
constexpr std::string_view comment_closing = "-->";

constexpr std::string_view names_of_utf8[] = {"utf-8",         "utf8",          "unicode-1-1-utf-8",
                                              "unicode11utf8", "unicode20utf8", "x-unicode20utf8"};
constexpr std::string_view names_of_dates[] = {
    "date",           "dc.date",         "dc.date.issued",         "dcterms.date",
    "dcterms.issued", "dcterms.created", "article:published_time", "datepublished"};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
    return std::any_of(names.begin(), names.end(),
                       [name](std::string_view known) { return equal_html_names(known, name); });
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
    return text.substr(0, text.find_last_not_of(white_space) + 1);
}

bool is_language_tag(std::string_view tag) {
    const auto in_tag = [](char c) {
        return ('a' <= (c | 0x20) && (c | 0x20) <= 'z') || ('0' <= c && c <= '9') || c == '-';
    };
    return tag.size() >= 2 && tag.size() <= longest_language_tag &&
           std::all_of(tag.begin(), tag.end(), in_tag);
}

/// What stands behind `name` and "=" in `text`, without its quotes: "charset=x", "encoding='x'".
std::string_view value_in(std::string_view text, std::string_view name) {
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos) return {};
    std::string_view rest = trimmed(text.substr(at + name.size()));
    if (!rest.starts_with('=')) return {};
    rest = trimmed(rest.substr(1));
    rest.remove_prefix(std::min(rest.find_first_not_of("\"'"), rest.size()));
    return rest.substr(0, rest.find_first_of("\"'; \t\r\n?"));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Reads a page tag by tag.
class Reading {
  public:
    Reading(Document& document, const Sources& sources, bool is_xml)
        : document_(document), sources_(sources), page_(sources.text(document.source)),
          tokens_(page_, byte_order_mark_size(page_), is_xml), outline_(document.language),
          prose_(document, page_), is_xml_(is_xml) {}

    void run();

  private:
    void start_tag();
    void stand_for(const HtmlElement& element, bool hidden);
    void end_tag();
    void push(const OpenElement& open);
    void close_to(std::size_t size, std::uint32_t end);
    void take_place();

    void comment();
    void meta();
    void time();
    void metadata(Span text, HtmlText kind);
    void read_date(Span value);
    void declare_encoding(std::string_view name, Span place);
    void read_xml_declaration();

    void declare_language(OpenElement& open);
    std::uint16_t language(std::string_view tag);

    std::string_view value(std::string_view attribute) const;
    std::uint32_t number(std::string_view attribute, std::uint32_t most) const;
    void warn_of_unclosed();
    void limit(std::string message, Span place);

    Document& document_;
    const Sources& sources_;
    std::string_view page_;
    HtmlTokens tokens_;
    HtmlOutline outline_;
    HtmlProse prose_;
    bool is_xml_;
    bool stopped_ = false;
    bool has_encoding_ = false;
    std::map<std::string_view, std::uint16_t> languages_;
};

void Reading::run() {
    read_xml_declaration();
    take_place();
    while (!stopped_ && tokens_.next()) {
        switch (tokens_.token().kind) {
            case Kind::text: prose_.text(tokens_.token().span, HtmlText::prose); break;
            case Kind::cdata: prose_.text(tokens_.token().span, HtmlText::without_references); break;
            case Kind::comment: comment(); break;
            case Kind::start_tag: start_tag(); break;
            case Kind::end_tag: end_tag(); break;
        }
    }
    if (!stopped_) warn_of_unclosed();
    close_to(0, static_cast<std::uint32_t>(page_.size()));
    prose_.finish();
}

/// Tells what the texts from here on belong to.
void Reading::take_place() {
    const OpenElement& here = outline_.here();
    prose_.set(here.block, here.block_language, here.hidden);
}

// Tags

void Reading::start_tag() {
    const HtmlToken tag = tokens_.token();
    const HtmlElement& element = html_element(tag.name);
    close_to(outline_.size_at_start_of(element), tag.span.begin);

    OpenElement open = outline_.inner(element);
    open.name = tag.name;
    open.start_tag = tag.span;
    const bool in_foreign = outline_.here().foreign;
    const bool hides = tokens_.attribute("hidden").has_value();
    const bool has_text = element.content == Content::prose || element.content == Content::raw_text ||
                          element.content == Content::nothing;
    open.hidden = open.hidden || !has_text || hides;
    open.is_mark = element.content == Content::mark && !hides;
    declare_language(open);
    if (element.block && !outline_.here().hidden) prose_.end_block();
    stand_for(element, open.hidden);

    if (element.content == Content::nothing) return;
    const bool is_whole = tag.self_closing && (in_foreign || is_xml_);
    const bool is_raw = element.content == Content::raw || element.content == Content::raw_text;
    const Span raw = is_raw && !in_foreign && !is_whole ? tokens_.raw_text(tag.name) : Span{};
    if (element.role == Role::title && !open.hidden && !tokens_.unclosed()) metadata(raw, HtmlText::prose);
    push(open);
    if (is_whole) close_to(outline_.size() - 1, tag.span.end);
}

/// What the start tag itself says.
void Reading::stand_for(const HtmlElement& element, bool hidden) {
    const Span tag = tokens_.token().span;
    if (element.role == Role::meta) meta();
    if (element.role == Role::time) time();
    if (hidden) return;
    if (element.role == Role::line_break) prose_.line_break(tag);
    if (element.role == Role::superscript) prose_.mark("^", tag);
    if (element.role == Role::image)
        if (const auto alt = tokens_.attribute("alt")) prose_.text(*alt, HtmlText::attribute);
}

void Reading::push(const OpenElement& open) {
    const Span tag = open.start_tag;
    const bool is_cell = open.element->role == Role::cell;
    outline_.push(open, is_cell ? number("colspan", widest_cell) : 1,
                  is_cell ? number("rowspan", highest_cell) : 1);
    if (outline_.size() > deepest_nesting) {
        limit("more than 512 elements are open: the rest of the page was not read", tag);
        stopped_ = true;
    }
    take_place();
}

void Reading::end_tag() {
    const HtmlToken tag = tokens_.token();
    const HtmlElement& element = html_element(tag.name);
    if (const auto size = outline_.size_behind_end_of(tag.name))
        close_to(*size, tag.span.end);
    else if (element.role == Role::line_break)
        prose_.line_break(tag.span);
    else if (element.block && !outline_.here().hidden)
        prose_.end_block();
}

/// `end`: of the innermost element's mark, where it has one.
void Reading::close_to(std::size_t size, std::uint32_t end) {
    while (outline_.size() > size) {
        const OpenElement closed = outline_.pop();
        take_place();
        if (closed.is_mark) prose_.mark(object_replacement, {closed.start_tag.begin, end});
        if (closed.element->block && !outline_.here().hidden) prose_.end_block();
    }
}

void Reading::comment() {
    const std::string_view text = slice(page_, tokens_.token().span);
    if (text.size() >= comment_opening.size() + comment_closing.size() && text.ends_with(comment_closing))
        read_suppression(document_, sources_, {document_.source, tokens_.token().span});
}

// What a page says about itself

void Reading::meta() {
    const auto content = tokens_.attribute("content");
    const Span tag = tokens_.token().span;
    if (tokens_.attribute("charset")) return declare_encoding(value("charset"), tag);
    if (!content) return;
    if (equal_html_names(value("http-equiv"), "content-type"))
        declare_encoding(value_in(slice(page_, *content), "charset"), tag);
    if (equal_html_names(value("name"), "description") && !outline_.here().hidden)
        metadata(*content, HtmlText::attribute);
    for (const std::string_view attribute : {"name", "property", "itemprop"})
        if (is_one_of(names_of_dates, value(attribute))) read_date(*content);
}

void Reading::time() {
    const bool published =
        equal_html_names(value("itemprop"), "datepublished") || tokens_.attribute("pubdate");
    const auto moment = tokens_.attribute("datetime");
    if (published && moment) read_date(*moment);
}

void Reading::read_date(Span value) {
    if (document_.date.empty()) document_.date = iso_day(trimmed(slice(page_, value)));
}

void Reading::metadata(Span text, HtmlText kind) {
    const std::uint16_t language = outline_.here().block.language;
    prose_.end_block();
    prose_.set({.kind = BlockKind::metadata, .language = language}, language, false);
    prose_.text(text, kind);
    prose_.end_block();
    take_place();
}

void Reading::read_xml_declaration() {
    const std::uint32_t begin = byte_order_mark_size(page_);
    const std::string_view text = page_.substr(begin);
    if (!text.starts_with("<?xml")) return;
    const auto size = static_cast<std::uint32_t>(std::min(text.find('>'), text.size() - 1)) + 1;
    declare_encoding(value_in(text.substr(0, size), "encoding"), {begin, begin + size});
}

/// The bytes of ASCII are the same in every encoding of the web, and UTF-16 cannot be declared in ASCII.
void Reading::declare_encoding(std::string_view name, Span place) {
    name = trimmed(name);
    if (has_encoding_ || name.empty()) return;
    has_encoding_ = true;
    const bool is_utf16 = name.size() >= 6 && equal_html_names(name.substr(0, 6), "utf-16");
    if (is_one_of(names_of_utf8, name) || is_utf16 || is_ascii(page_)) return;
    Finding finding;
    finding.id = "encoding";
    finding.concern = Concern::input;
    finding.message = "the page says that it is " + std::string(name) + ", but it is read as UTF-8";
    finding.primary = Place{document_.source, place};
    finding.help = "save it as UTF-8 and declare that: <meta charset=\"utf-8\">";
    document_.findings.push_back(std::move(finding));
}

// Languages

void Reading::declare_language(OpenElement& open) {
    auto tag = tokens_.attribute("xml:lang");
    if (!tag) tag = tokens_.attribute("lang");
    if (tag) open.block.language = language(trimmed(slice(page_, *tag)));
    if (open.element->block) open.block_language = open.block.language;
    if (!tag || open.element->role != Role::page) return;
    document_.language = open.block.language;
    outline_.set_language(document_.language);
}

/// 0, not declared, where `tag` is none.
std::uint16_t Reading::language(std::string_view tag) {
    if (!is_language_tag(tag)) return 0;
    const auto known = languages_.find(tag);
    if (known != languages_.end()) return known->second;
    if (languages_.size() == most_languages) {
        limit("the page declares more than 1,000 languages: the others are not heeded", tokens_.token().span);
        languages_[tag] = 0;
    }
    if (languages_.size() > most_languages) return 0;
    document_.languages.emplace_back(tag);
    return languages_[tag] = static_cast<std::uint16_t>(document_.languages.size());
}

// Parts

std::string_view Reading::value(std::string_view attribute) const {
    const auto found = tokens_.attribute(attribute);
    return found ? slice(page_, *found) : std::string_view{};
}

std::uint32_t Reading::number(std::string_view attribute, std::uint32_t most) const {
    const std::string_view digits = trimmed(value(attribute));
    std::uint32_t read = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), read);
    return std::clamp<std::uint32_t>(read, 1, most);
}

void Reading::limit(std::string message, Span place) {
    document_.findings.push_back(limit_finding({document_.source, place}, std::move(message)));
}

void Reading::warn_of_unclosed() {
    std::optional<Span> begin = tokens_.unclosed();
    for (const OpenElement& open : outline_.open()) {
        if (begin) break;
        if (open.element->content != Content::prose) begin = open.start_tag;
    }
    if (!begin) return;
    Finding finding;
    finding.id = "unclosed";
    finding.severity = Severity::warning;
    finding.concern = Concern::input;
    finding.message = "what begins here never ends: the rest of the page was left out";
    finding.primary = Place{document_.source, *begin};
    document_.findings.push_back(std::move(finding));
}

bool is_xml_page(std::string_view path, std::string_view text) {
    constexpr std::string_view extension = ".xhtml";
    path = name_inside(path);
    return text.substr(byte_order_mark_size(text)).starts_with("<?xml") ||
           (path.size() >= extension.size() &&
            equal_html_names(path.substr(path.size() - extension.size()), extension));
}

}  // namespace

std::unique_ptr<Document> read_html(const Sources& sources, SourceId id) {
    const std::string_view text = sources.text(id);
    if (text.size() > largest_page) {
        auto document = read_plain_text(sources, id);
        document->findings.push_back(
            limit_finding({id, {}}, "the file is larger than 1 GiB: it was read as plain text, not as HTML"));
        return document;
    }
    auto document = new_document(sources, id);
    Reading(*document, sources, is_xml_page(sources[id].path, text)).run();
    return document;
}

}  // namespace factlint
