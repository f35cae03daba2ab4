#include "read/csv.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "read/encoding.h"
#include "read/selector.h"
#include "text/compression.h"

namespace factlint {
namespace {

struct Cell {
    Span span;  ///< without quotes
    bool quoted = false;
};

/// Reads records one after the other.
class Records {
  public:
    Records(const Sources& sources, SourceId id)
        : id_(id), text_(sources.text(id)),
          separator_(name_inside(sources[id].path).ends_with(".tsv") ? '\t' : ','),
          at_(byte_order_mark_size(text_)) {}

    /// The next record into `cells`; false at the end or at an error. Blank lines are no records.
    bool next(std::vector<Cell>& cells) {
        while (at_ < text_.size() && is_line_end()) ++at_;
        if (at_ == text_.size() || error_) return false;
        cells.clear();
        do cells.push_back(cell());
        while (!error_ && take_separator());
        return !error_;
    }

    const std::optional<Finding>& error() const { return error_; }

  private:
    bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    bool take_separator() {
        if (at_ == text_.size() || text_[at_] != separator_) return false;
        ++at_;
        return true;
    }

    Cell cell() {
        if (at_ < text_.size() && text_[at_] == '"') return quoted_cell();
        const std::uint32_t begin = at_;
        while (at_ < text_.size() && !is_line_end() && text_[at_] != separator_) ++at_;
        return {{begin, at_}, false};
    }

    Cell quoted_cell() {
        const std::uint32_t begin = at_ + 1;
        for (std::size_t quote = text_.find('"', begin);; quote = text_.find('"', quote + 2)) {
            if (quote == std::string_view::npos) {
                fail({at_, begin}, "the quote that opens here is never closed");
                return {};
            }
            if (text_.substr(quote + 1).starts_with('"')) continue;
            const auto end = static_cast<std::uint32_t>(quote);
            at_ = end + 1;
            if (at_ < text_.size() && !is_line_end() && text_[at_] != separator_)
                fail({at_, at_ + 1}, "text stands between a closing quote and the end of its cell");
            return {{begin, end}, true};
        }
    }

    void fail(Span span, std::string message) { error_ = bad_data({id_, span}, std::move(message)); }

    SourceId id_;
    std::string_view text_;
    char separator_;
    std::uint32_t at_;
    std::optional<Finding> error_;
};

std::string text_of(std::string_view source, const Cell& cell) {
    std::string_view rest = slice(source, cell.span);
    if (!cell.quoted) return std::string(rest);
    std::string text;
    while (!rest.empty()) {
        const std::size_t size = std::min(rest.find('"'), rest.size() - 1) + 1;
        text += rest.substr(0, size);
        const bool doubled = rest[size - 1] == '"';
        rest.remove_prefix(size + (doubled ? 1 : 0));
    }
    return text;
}

}  // namespace

Result<Located> at_csv_cell(const Sources& sources, SourceId id, std::string_view row,
                            std::string_view column) {
    const std::string_view text = sources.text(id);
    const auto missing = [&](Span span, std::string message, std::string help) {
        Finding finding = data_not_found({id, span}, std::move(message));
        finding.help = std::move(help);
        return finding;
    };
    Records records(sources, id);
    std::vector<Cell> cells, chosen;

    Selection columns;
    if (records.next(cells))
        for (std::size_t i = 0; i < cells.size(); ++i) columns.offer(i, text_of(text, cells[i]), column);
    Selection rows;
    for (std::size_t i = 0; records.next(cells); ++i) {
        const std::size_t taken = rows.taken;
        rows.offer(i, text_of(text, cells.front()), row);
        if (rows.taken > taken) chosen = cells;
    }
    if (records.error()) return *records.error();
    if (columns.taken != 1)
        return missing({}, columns.problem("column", column),
                       "a column is named as in the first line, or #3 is the third");
    if (rows.taken != 1)
        return missing(chosen.empty() ? Span{} : chosen.front().span, rows.problem("row", row),
                       "a row is named by its first cell, or #3 is the third below the first line");
    if (*columns.index >= chosen.size())
        return missing(chosen.back().span,
                       "row '" + std::string(row) + "' ends before column '" + std::string(column) + "'",
                       "complete the row, or take another");
    const Cell& cell = chosen[*columns.index];
    std::string value = text_of(text, cell);
    const bool number = !cell.quoted && is_number_literal(value);
    return Located{cell.span, std::move(value), number};
}

}  // namespace factlint
