#include "read/markdown.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include <md4c.h>

#include "read/encoding.h"
#include "read/entities.h"
#include "read/front_matter.h"
#include "read/iso_day.h"
#include "read/plain_text.h"
#include "read/prose_builder.h"
#include "read/suppression.h"

namespace factlint {
namespace {

constexpr std::size_t largest_markdown = std::size_t{1} << 30;
constexpr std::size_t deepest_nesting = 100;
// Short table rows are filled with empty cells up to the width of the head: a small file could ask for millions.
constexpr std::uint64_t events_per_byte = 16;
constexpr std::uint64_t events_of_any_file = 1 << 16;

constexpr std::string_view object_replacement = "\uFFFC";
constexpr std::string_view comment_opening = "<!--";
constexpr std::string_view comment_closing = "-->";

/// Tags that stand for a character; all others leave no trace.
struct TagText {
    std::string_view name;
    std::string_view text;
};

constexpr TagText tag_texts[] = {
    {"<br", "\n"}, {"<sup", "^"},  // 10<sup>6</sup> is not 106, nor is 430<sup>1</sup> 4301
};

bool is_tag(std::string_view html, std::string_view name) {
    if (html.size() <= name.size()) return false;
    const auto alike = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    return std::equal(name.begin(), name.end(), html.begin(), alike) &&
           std::string_view("/> \t\r\n").find(html[name.size()]) != std::string_view::npos;
}

std::string_view text_of_tag(std::string_view html) {
    for (const TagText& tag : tag_texts)
        if (is_tag(html, tag.name)) return tag.text;
    return {};
}

/// Takes md4c's events. Text comes with pointers into the source, which are its exact offsets; line breaks, NUL and
/// blocks come without a place, so `at_`, the end of what was met so far, says where to look for them.
class Reading {
  public:
    Reading(Document& document, const Sources& sources)
        : document_(document), sources_(sources), source_(sources.text(document.source)),
          prose_(document, source_) {}

    void read_metadata(const FrontMatter& front_matter);
    void parse(std::uint32_t begin);

  private:
    static constexpr auto none = std::string_view::npos;

    int step();
    void stop(std::string message);

    int enter_block(MD_BLOCKTYPE type, void* detail);
    int leave_block(MD_BLOCKTYPE type);
    int enter_span(MD_SPANTYPE type);
    int leave_span(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, const char* data, MD_SIZE size);

    void begin_container_block();
    void begin_cell();

    std::optional<Span> place_of(const char* data, MD_SIZE size) const;
    void html(Span place);
    void read_comments(Span place);
    void null_character();
    void hide(std::optional<Span> place);
    void show_hidden();

    void write(std::string_view decoded, Span place);
    void place_line_breaks(std::uint32_t before);
    Span line_end_between(std::uint32_t begin, std::uint32_t end, bool last) const;

    Document& document_;
    const Sources& sources_;
    std::string_view source_;
    ProseBuilder prose_;

    std::vector<BlockKind> containers_;  ///< quotes and lists around the current block, outermost first
    std::uint32_t tables_ = 0;
    Block cell_;
    bool in_html_block_ = false;

    std::size_t hidden_depth_ = 0;  ///< of code spans, autolinks and struck-through text
    std::optional<Span> hidden_;    ///< their extent so far
    bool link_begins_ = false;      ///< no text of the link was met yet
    bool in_autolink_ = false;
    std::uint32_t pending_line_breaks_ = 0;

    std::uint32_t at_ = 0;
    std::uint32_t comment_end_ = 0;
    std::uint64_t events_ = 0;
    bool stopped_ = false;
};

int Reading::step() {
    if (++events_ > events_of_any_file + events_per_byte * source_.size())
        stop("a table has far more cells than text");
    return stopped_ ? 1 : 0;
}

void Reading::stop(std::string message) {
    if (stopped_) return;
    stopped_ = true;
    document_.findings.push_back(limit_finding({document_.source, {at_, at_}},
                                               std::move(message) + ": the rest of the file was not read"));
}

// Blocks

int Reading::enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
        case MD_BLOCK_QUOTE: containers_.push_back(BlockKind::quote); break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: containers_.push_back(BlockKind::list_item); break;
        case MD_BLOCK_TABLE: cell_ = {.kind = BlockKind::table_cell, .table = tables_++}; break;
        case MD_BLOCK_TR: cell_.column = 0; break;
        default: break;
    }
    if (containers_.size() > deepest_nesting) stop("quotes and lists are nested deeper than 100 levels");
    in_html_block_ = type == MD_BLOCK_HTML;
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
        begin_cell();
    else
        begin_container_block();
    if (type == MD_BLOCK_H) {
        const auto level = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
        prose_.begin_block({.kind = BlockKind::heading,
                            .level = static_cast<std::uint8_t>(level),
                            .language = document_.language});
    }
    return step();
}

int Reading::leave_block(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_QUOTE:
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: containers_.pop_back(); break;
        case MD_BLOCK_TR: ++cell_.row; break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: ++cell_.column; break;
        default: break;
    }
    in_html_block_ = false;
    begin_container_block();
    return step();
}

void Reading::begin_container_block() {
    pending_line_breaks_ = 0;
    Block block{.language = document_.language};
    if (!containers_.empty()) block.kind = containers_.back();
    if (block.kind == BlockKind::list_item)
        block.level = static_cast<std::uint8_t>(
            std::count(containers_.begin(), containers_.end(), BlockKind::list_item));
    prose_.begin_block(block);
}

void Reading::begin_cell() {
    pending_line_breaks_ = 0;
    cell_.language = document_.language;
    prose_.begin_block(cell_);
}

// Spans

int Reading::enter_span(MD_SPANTYPE type) {
    link_begins_ = type == MD_SPAN_A;
    if (type == MD_SPAN_CODE || type == MD_SPAN_DEL) ++hidden_depth_;
    return step();
}

int Reading::leave_span(MD_SPANTYPE type) {
    link_begins_ = false;
    const bool leaves_autolink = type == MD_SPAN_A && in_autolink_;
    if (leaves_autolink) in_autolink_ = false;
    if (leaves_autolink || type == MD_SPAN_CODE || type == MD_SPAN_DEL) {
        --hidden_depth_;
        if (hidden_depth_ == 0) show_hidden();
    }
    return step();
}

void Reading::hide(std::optional<Span> place) {
    if (!place) return;
    hidden_ = {hidden_ ? hidden_->begin : place->begin, place->end};
}

void Reading::show_hidden() {
    const Span place = hidden_.value_or(Span{at_, at_});
    hidden_.reset();
    write(object_replacement, place);
}

// Text

std::optional<Span> Reading::place_of(const char* data, MD_SIZE size) const {
    const auto from = reinterpret_cast<std::uintptr_t>(source_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(data);
    if (at < from || at + size > from + source_.size()) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(at - from);
    return Span{begin, begin + size};
}

int Reading::text(MD_TEXTTYPE type, const char* data, MD_SIZE size) {
    const std::optional<Span> place = place_of(data, size);
    if (type == MD_TEXT_HTML && place) read_comments(*place);
    const bool begins_autolink = link_begins_ && type == MD_TEXT_NORMAL && place && place->begin > 0 &&
                                 source_[place->begin - 1] == '<';
    if (begins_autolink) {
        in_autolink_ = true;
        ++hidden_depth_;
    }
    link_begins_ = false;

    if (hidden_depth_ > 0) {
        hide(place);
        return step();
    }
    switch (type) {
        case MD_TEXT_NORMAL:
            if (place) write(slice(source_, *place), *place);
            break;
        case MD_TEXT_ENTITY:
            if (place) write(decode_entity(slice(source_, *place)), *place);
            break;
        case MD_TEXT_HTML:
            if (place) html(*place);
            break;
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR: ++pending_line_breaks_; break;
        case MD_TEXT_NULLCHAR: null_character(); break;
        case MD_TEXT_CODE:
            if (place) at_ = place->end;
            break;
        default: break;
    }
    return step();
}

void Reading::html(Span place) {
    const std::string_view text = in_html_block_ ? std::string_view{} : text_of_tag(slice(source_, place));
    if (text.empty())
        at_ = place.end;
    else
        write(text, place);
}

void Reading::read_comments(Span place) {
    const std::string_view until_here = source_.substr(0, place.end);
    while (true) {
        const std::size_t begin = until_here.find(comment_opening, std::max(place.begin, comment_end_));
        if (begin == none) return;
        const std::size_t close = source_.find(comment_closing, begin + comment_opening.size());
        const std::size_t end = close == none ? source_.size() : close + comment_closing.size();
        comment_end_ = static_cast<std::uint32_t>(end);
        const Span comment{static_cast<std::uint32_t>(begin), comment_end_};
        if (close != none) read_suppression(document_, sources_, {document_.source, comment});
    }
}

void Reading::null_character() {
    const auto found = static_cast<std::uint32_t>(std::min(source_.find('\0', at_), source_.size() - 1));
    write("\uFFFD", {found, found + 1});
}

void Reading::write(std::string_view decoded, Span place) {
    place_line_breaks(place.begin);
    if (decoded.size() == place.size() && decoded.data() == source_.data() + place.begin)
        prose_.append_verbatim(place);
    else
        prose_.append_decoded(decoded, place);
    at_ = place.end;
}

/// The line break right before the next text is the last one before it: a link's target may hold others.
void Reading::place_line_breaks(std::uint32_t before) {
    for (; pending_line_breaks_ > 0; --pending_line_breaks_) {
        const Span place = line_end_between(at_, before, pending_line_breaks_ == 1);
        if (place.size() == 1)
            prose_.append_verbatim(place);  // LF, or the lone CR of an old Macintosh
        else
            prose_.append_decoded("\n", place);
        at_ = place.end;
    }
}

Span Reading::line_end_between(std::uint32_t begin, std::uint32_t end, bool last) const {
    const std::string_view between = source_.substr(begin, end > begin ? end - begin : 0);
    std::size_t found = last ? between.find_last_of("\r\n") : between.find_first_of("\r\n");
    if (found == none) return {begin, begin};
    std::size_t after = found + 1;
    if (between[found] == '\n' && found > 0 && between[found - 1] == '\r') --found;
    if (between.substr(found).starts_with("\r\n")) after = found + 2;
    return {begin + static_cast<std::uint32_t>(found), begin + static_cast<std::uint32_t>(after)};
}

// The whole

void Reading::read_metadata(const FrontMatter& front_matter) {
    for (const auto& [key, value] : front_matter.entries)
        if (key == "lang") declare_language(document_, slice(source_, value));
    for (const auto& [key, value] : front_matter.entries) {
        if (key == "date") document_.date = iso_day(slice(source_, value));
        if (key != "title" && key != "description") continue;
        prose_.begin_block({.kind = BlockKind::metadata, .language = document_.language});
        prose_.append_verbatim(value);
    }
}

void Reading::parse(std::uint32_t begin) {
    const MD_PARSER parser = {
        .abi_version = 0,
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
        .enter_block = [](MD_BLOCKTYPE type, void* detail,
                          void* self) { return static_cast<Reading*>(self)->enter_block(type, detail); },
        .leave_block = [](MD_BLOCKTYPE type, void*,
                          void* self) { return static_cast<Reading*>(self)->leave_block(type); },
        .enter_span = [](MD_SPANTYPE type, void*,
                         void* self) { return static_cast<Reading*>(self)->enter_span(type); },
        .leave_span = [](MD_SPANTYPE type, void*,
                         void* self) { return static_cast<Reading*>(self)->leave_span(type); },
        .text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size,
                   void* self) { return static_cast<Reading*>(self)->text(type, data, size); },
        .debug_log = nullptr,
        .syntax = nullptr,
    };
    at_ = begin;
    const std::string_view body = source_.substr(begin);
    if (md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this) < 0)
        stop("there is not enough memory");
    prose_.finish();
}

}  // namespace

std::unique_ptr<Document> read_markdown(const Sources& sources, SourceId id) {
    const std::string_view text = sources.text(id);
    if (text.size() > largest_markdown) {
        auto document = read_plain_text(sources, id);
        document->findings.push_back(limit_finding(
            {id, {}}, "the file is larger than 1 GiB: it was read as plain text, not as Markdown"));
        return document;
    }
    auto document = new_document(sources, id);
    document->decoded.reserve(text.size());
    const FrontMatter front_matter = read_front_matter(text, byte_order_mark_size(text));
    Reading reading(*document, sources);
    reading.read_metadata(front_matter);
    reading.parse(front_matter.end);
    return document;
}

}  // namespace factlint
