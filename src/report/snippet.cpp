#include "report/snippet.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::string_view ellipsis = "…";

/// A mark where it is drawn: columns from the start of the quoted text.
struct Drawn {
    std::uint32_t first = 0, last = 0;
    bool primary = false;
    std::string label;
};

std::vector<Drawn> drawn_marks(const Row& row, const CellText& quoted) {
    const std::uint32_t shift = row.cut_before ? 1 : 0;
    std::vector<Drawn> drawn;
    for (const Mark& mark : row.marks) {
        const Span shown{std::clamp(mark.span.begin, row.window.begin, row.window.end),
                         std::clamp(mark.span.end, row.window.begin, row.window.end)};
        const auto [first, last] = quoted.columns(shown);
        drawn.push_back({first + shift, last + shift, mark.primary, one_line(mark.label)});
    }
    return drawn;
}

/// A line of single-column characters, each with its ink.
class Canvas {
  public:
    void put(std::uint32_t column, char character, Ink ink) {
        if (cells_.size() <= column) cells_.resize(column + 1);
        cells_[column] = {character, ink};
    }
    std::string text(const Paint& paint) const {
        std::string out;
        for (std::size_t at = 0; at < cells_.size();) {
            std::string run;
            const Ink ink = cells_[at].ink;
            for (; at < cells_.size() && cells_[at].ink == ink; ++at) run += cells_[at].character;
            out += paint(ink, run);
        }
        return out;
    }
    std::size_t columns() const { return cells_.size(); }

  private:
    struct Cell {
        char character = ' ';
        Ink ink = Ink::plain;
    };
    std::vector<Cell> cells_;
};

class Snippet {
  public:
    explicit Snippet(const SnippetStyle& style) : style_(style) {}

    void add(const Row& row, std::string_view source_text) {
        const CellText quoted = cell_text(source_text, row.window);
        std::string text(row.cut_before ? ellipsis : "");
        text += quoted.text;
        if (row.cut_after) text += ellipsis;
        put(std::to_string(style_.lines_before + row.line), text);
        draw(drawn_marks(row, quoted));
    }
    void put(std::string_view number, std::string_view text) {
        const std::string gutter = fmt::format("{:>{}} |", number, style_.gutter);
        out_ += style_.paint(Ink::note, gutter);
        if (!text.empty()) out_.append(" ").append(text);
        out_ += '\n';
    }
    void gap() { out_ += style_.paint(Ink::note, "...") + "\n"; }
    std::string take() { return std::move(out_); }

  private:
    Ink ink_of(const Drawn& mark) const { return mark.primary ? style_.primary : Ink::note; }

    void draw(std::vector<Drawn> marks) {
        Canvas underline;
        // Primary marks are drawn last: they are seen where marks lie on each other.
        for (const bool primary : {false, true})
            for (const Drawn& mark : marks)
                for (std::uint32_t at = mark.first; mark.primary == primary && at < mark.last; ++at)
                    underline.put(at, primary ? '^' : '-', ink_of(mark));
        std::string line = underline.text(style_.paint);
        std::erase_if(marks, [](const Drawn& mark) { return mark.label.empty(); });
        const bool label_follows = !marks.empty() && marks.back().last == underline.columns() &&
                                   fits(underline.columns() + 1, marks.back().label);
        if (label_follows) {
            line += " " + style_.paint(ink_of(marks.back()), marks.back().label);
            marks.pop_back();
        }
        put("", line);
        hang(marks);
    }

    /// Labels below their marks, the rightmost first, so that no line crosses a label.
    void hang(const std::vector<Drawn>& marks) {
        if (!marks.empty()) put("", bars(marks, marks.size()).text(style_.paint));
        for (std::size_t i = marks.size(); i-- > 0;) {
            const Canvas left = bars(marks, i);
            const std::size_t from = std::min<std::size_t>(left.columns(), marks[i].first);
            const std::size_t begin = label_begin(marks[i], left.columns());
            std::string line = left.text(style_.paint) + std::string(begin - from, ' ');
            put("", line + style_.paint(ink_of(marks[i]), marks[i].label));
        }
    }
    bool fits(std::size_t begin, std::string_view label) const {
        return begin + display_width(label) <= style_.width;
    }
    /// Below its mark, or as far to the left as it must to fit and `taken` columns allow.
    std::size_t label_begin(const Drawn& mark, std::size_t taken) const {
        if (fits(mark.first, mark.label)) return mark.first;
        const std::size_t width = std::min<std::size_t>(style_.width, display_width(mark.label));
        const std::size_t leftmost = taken == 0 ? 0 : taken + 1;
        return std::min<std::size_t>(mark.first, std::max(leftmost, style_.width - width));
    }
    Canvas bars(const std::vector<Drawn>& marks, std::size_t count) const {
        Canvas canvas;
        for (std::size_t i = 0; i < count; ++i) canvas.put(marks[i].first, '|', ink_of(marks[i]));
        return canvas;
    }

    const SnippetStyle& style_;
    std::string out_;
};

}  // namespace

std::string snippet(const std::vector<Row>& rows, std::string_view source_text, const SnippetStyle& style) {
    Snippet out(style);
    out.put("", "");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && rows[i].line > rows[i - 1].line + 1) out.gap();
        out.add(rows[i], source_text);
    }
    return out.take();
}

}  // namespace factlint
