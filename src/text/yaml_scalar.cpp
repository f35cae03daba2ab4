// Where the bytes of a scalar's decoded text stand in the file: the raw text and the decoded one are walked together.
#include <algorithm>

#include "text/utf8.h"
#include "text/yaml.h"

namespace factlint::yaml {
namespace {

constexpr bool is_break(char byte) { return byte == '\n' || byte == '\r'; }
constexpr bool is_space(char byte) { return byte == ' ' || byte == '\t' || is_break(byte); }

std::size_t space_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

std::size_t count_breaks(std::string_view space) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < space.size(); ++i)
        if (space[i] == '\n' || (space[i] == '\r' && space.substr(i + 1, 1) != "\n")) ++count;
    return count;
}

/// Bytes of an escape in double quotes, from its backslash on.
std::size_t escape_length(std::string_view text, std::size_t at) {
    switch (at + 1 < text.size() ? text[at + 1] : '\0') {
        case 'x': return 4;
        case 'u': return 6;
        case 'U': return 10;
        default: return 2;
    }
}

class Walk {
  public:
    Walk(std::string_view file, std::size_t begin, const Node& scalar)
        : file_(file), raw_(begin), style_(scalar.style), text_(scalar.text) {
        offsets_.reserve(text_.size() + 1);
    }

    std::vector<std::uint32_t> run() {
        while (done() < text_.size() && raw_ < file_.size()) step();
        offsets_.resize(text_.size() + 1, static_cast<std::uint32_t>(std::min(raw_, file_.size())));
        return std::move(offsets_);
    }

  private:
    std::size_t done() const { return offsets_.size(); }

    void step() {
        if (style_ == Style::double_quoted && file_[raw_] == '\\') return step_escape();
        if (is_space(file_[raw_])) return step_space();
        const bool doubled = style_ == Style::single_quoted && file_[raw_] == '\'';
        take(1, doubled ? 2 : 1);
    }

    void step_escape() {
        if (raw_ + 1 < file_.size() && is_break(file_[raw_ + 1])) {
            raw_ = space_end(file_, raw_ + 1);
            return;
        }
        const std::size_t decoded = std::max<std::size_t>(1, decode(text_, done()).size);
        take(decoded, escape_length(file_, raw_));
    }

    /// Folding: one break is a space, n breaks are n - 1; a block scalar drops its indentation.
    void step_space() {
        const std::size_t end = space_end(file_, raw_);
        const std::size_t breaks = count_breaks(file_.substr(raw_, end - raw_));
        const std::size_t decoded = space_end(text_, done()) - done();
        if (breaks == 0) {
            const std::size_t same = std::min(decoded, end - raw_);
            for (std::size_t i = 0; i < same; ++i) take(1, 1);
            raw_ = end;
            return;
        }
        const std::size_t folded = style_ == Style::block ? decoded : std::max<std::size_t>(1, breaks - 1);
        for (std::size_t i = 0; i < std::min(decoded, folded); ++i) take(1, 0);
        raw_ = end;
    }

    void take(std::size_t decoded, std::size_t raw) {
        offsets_.insert(offsets_.end(), decoded, static_cast<std::uint32_t>(raw_));
        raw_ += raw;
    }

    std::string_view file_;
    std::size_t raw_;
    Style style_;
    std::string_view text_;
    std::vector<std::uint32_t> offsets_;
};

Style style_at(std::string_view file, std::size_t at) {
    switch (at < file.size() ? file[at] : '\0') {
        case '\'': return Style::single_quoted;
        case '"': return Style::double_quoted;
        case '|':
        case '>': return Style::block;
        default: return Style::plain;
    }
}

std::size_t content_begin(std::string_view file, std::size_t at, Style style) {
    switch (style) {
        case Style::plain: return at;
        case Style::single_quoted:
        case Style::double_quoted: return at + 1;
        case Style::block: return std::min(file.find_first_of("\r\n", at), file.size());
    }
    return at;
}

}  // namespace

std::vector<std::uint32_t> offsets(std::string_view file, const Node& scalar) {
    return Walk(file, content_begin(file, scalar.span.begin, scalar.style), scalar).run();
}

void locate(std::string_view file, std::uint32_t begin, Node& scalar) {
    scalar.style = style_at(file, begin);
    scalar.span = {begin, begin};
    const bool quotes = scalar.style == Style::single_quoted || scalar.style == Style::double_quoted;
    const bool verbatim =
        scalar.style == Style::plain && file.substr(begin, scalar.text.size()) == scalar.text;
    const std::size_t end = verbatim ? begin + scalar.text.size() : offsets(file, scalar).back();
    scalar.span.end = static_cast<std::uint32_t>(std::min(end + (quotes ? 1 : 0), file.size()));
}

Span to_file(const std::vector<std::uint32_t>& offsets, Span span) {
    const auto last = static_cast<std::uint32_t>(offsets.size() - 1);
    return {offsets[std::min(span.begin, last)], offsets[std::min(span.end, last)]};
}

}  // namespace factlint::yaml
