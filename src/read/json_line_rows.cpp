#include "read/json_line_rows.h"

#include <algorithm>
#include <span>

#include "read/json_tree.h"
#include "read/located.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// Calls `use` with the bytes of each line that is not blank.
template <class Use> void for_each_line(std::string_view text, Use use) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        begin = end + 1;
        if (slice(text, line).find_first_not_of(" \t\r") != std::string_view::npos && !use(line)) return;
    }
}

/// Reads objects whose members are columns, each given once, and plain values: strings without escapes, numbers, words. The
/// text is UTF-8. Whatever else there is, is left to the reader of JSON.
class FlatObject {
  public:
    FlatObject(std::string_view text, ObjectCells& columns) : text_(text), columns_(columns) {}

    /// Whether the line is such an object; its members are in `cells` then, which are empty before.
    bool read(Span line, std::span<RowCell> cells) {
        at_ = begin_ = line.begin;
        end_ = line.end;
        columns_.begin_row();
        if (!take('{')) return false;
        if (!take('}')) {
            do {
                if (!member(cells)) return false;
            } while (take(','));
            if (!take('}')) return false;
        }
        skip_space();
        return at_ == end_;
    }

  private:
    void skip_space() {
        while (at_ < end_ && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
    }
    bool take(char c) {
        skip_space();
        if (at_ == end_ || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool member(std::span<RowCell> cells) {
        if (!take('"')) return false;
        const std::size_t begin = at_;
        at_ = plain_string_end(text_, at_);
        if (at_ >= end_ || text_[at_] != '"') return false;
        const std::size_t column = columns_.column_of(text_.substr(begin, at_ - begin));
        ++at_;
        if (column >= cells.size() || seen(cells[column]) || !take(':')) return false;
        skip_space();
        return value(cells[column]);
    }

    /// Cells of members that are not there yet begin with the line.
    bool seen(const RowCell& cell) const { return cell.begin != begin_; }

    bool value(RowCell& cell) {
        const auto begin = static_cast<std::uint32_t>(at_);
        const char first = at_ < end_ ? text_[at_] : '\0';
        if (first == '"') {
            at_ = plain_string_end(text_, at_ + 1);
            if (at_ >= end_ || text_[at_] != '"') return false;
            ++at_;
        } else if (first == 't' || first == 'f' || first == 'n') {
            const std::string_view word = first == 't' ? "true" : first == 'f' ? "false" : "null";
            if (text_.compare(at_, word.size(), word) != 0) return false;
            at_ += word.size();
        } else {
            const std::size_t size = number_literal_size(text_.substr(at_, end_ - at_));
            if (size == 0) return false;
            at_ += size;
        }
        cell = {begin, first == 'n' ? begin : static_cast<std::uint32_t>(at_)};
        return at_ <= end_;
    }

    std::string_view text_;
    ObjectCells& columns_;
    std::size_t begin_ = 0, at_ = 0, end_ = 0;
};

bool is_object(const Tree& tree) { return !tree.nodes.empty() && tree[0].kind == TreeKind::object; }

}  // namespace

JsonLineRows::JsonLineRows(ReadBytes read, const std::vector<TableColumn>& columns)
    : lines_(std::move(read), lines_alone), columns_(&columns) {}

bool JsonLineRows::take(RowBatch& batch) {
    if (!lines_.take(batch)) return false;
    batch.found = false;
    return true;
}

void JsonLineRows::scan(RowBatch& batch) const {
    batch.cells.clear();
    batch.rows.assign(1, 0);
    batch.faults.clear();
    batch.row_spans.clear();
    batch.found = true;
    Tree tree;
    Findings findings;
    ObjectCells columns(*columns_);
    FlatObject flat(batch.text, columns);
    const bool is_utf8 = !first_invalid_utf8(batch.text);
    for_each_line(batch.text, [&](Span line) {
        const std::size_t start = batch.cells.size();
        batch.cells.resize(start + columns_->size(), {line.begin, line.begin});
        if (is_utf8 && flat.read(line, std::span(batch.cells).subspan(start))) {
            batch.rows.push_back(static_cast<std::uint32_t>(batch.cells.size()));
            batch.row_spans.push_back(line);
            return true;
        }
        batch.cells.resize(start);
        findings.clear();
        read_json(batch.text, line, tree, findings);
        const bool good = is_object(tree);
        if (!good || !findings.empty())
            batch.faults.push_back({RowFault::Kind::bad_record, batch.row_count(), line.begin, line.end});
        if (!good) return true;
        const std::size_t row = batch.cells.size();
        batch.cells.resize(row + columns_->size(), {line.begin, line.begin});
        columns.begin_row();
        for (TreeIndex at = 1; at < tree[0].end; at = tree[at].end) {
            const std::size_t column = columns.column_of(tree[at].key);
            if (column < columns_->size()) batch.cells[row + column] = cell_of(tree[at]);
        }
        for (const std::size_t column : columns.paths())
            if (const TreeIndex inside = member_at(tree, 0, (*columns_)[column].name))
                if (tree[inside].parent != 0) batch.cells[row + column] = cell_of(tree[inside]);
        batch.rows.push_back(static_cast<std::uint32_t>(batch.cells.size()));
        batch.row_spans.push_back(line);
        return true;
    });
}

void gather_columns(ReadBytes read, std::size_t most, ObjectColumns& columns) {
    RowReader lines(std::move(read), lines_alone);
    RowBatch batch;
    Tree tree;
    Findings findings;
    std::size_t count = 0;
    while (count < most && lines.take(batch))
        for_each_line(batch.text, [&](Span line) {
            read_json(batch.text, line, tree, findings);
            findings.clear();
            if (is_object(tree)) columns.take(tree, 0, batch.base);
            return ++count < most;
        });
}

std::string why_bad_record(std::string_view line) {
    Tree tree;
    Findings findings;
    read_json(line, {0, static_cast<std::uint32_t>(line.size())}, tree, findings);
    return findings.empty() ? "a line holds one object, such as {\"id\": 1}" : findings.front().message;
}

}  // namespace factlint
