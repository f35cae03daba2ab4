#include "read/json_line_rows.h"

#include <algorithm>
#include <set>

#include "read/json_tree.h"

namespace factlint {
namespace {

/// Lines without any structure of their own.
constexpr Dialect lines_alone{'\0', 0, false};

/// Calls `use` with the bytes of each line that is not blank.
template <class Use> void for_each_line(std::string_view text, Use use) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        begin = end + 1;
        if (slice(text, line).find_first_not_of(" \t\r") != std::string_view::npos && !use(line)) return;
    }
}

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
    for_each_line(batch.text, [&](Span line) {
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
        batch.rows.push_back(static_cast<std::uint32_t>(batch.cells.size()));
        batch.row_spans.push_back(line);
        return true;
    });
}

std::vector<TableColumn> columns_of_json_lines(ReadBytes read, std::size_t most) {
    std::vector<TableColumn> columns;
    std::set<std::string, std::less<>> seen;
    RowReader lines(std::move(read), lines_alone);
    RowBatch batch;
    Tree tree;
    Findings findings;
    std::size_t count = 0;
    while (count < most && lines.take(batch))
        for_each_line(batch.text, [&](Span line) {
            read_json(batch.text, line, tree, findings);
            findings.clear();
            for (TreeIndex at = 1; is_object(tree) && at < tree[0].end; at = tree[at].end)
                if (seen.emplace(tree[at].key).second) columns.push_back({std::string(tree[at].key), {}});
            return ++count < most;
        });
    return columns;
}

std::string why_bad_record(std::string_view line) {
    Tree tree;
    Findings findings;
    read_json(line, {0, static_cast<std::uint32_t>(line.size())}, tree, findings);
    return findings.empty() ? "a line holds one object, such as {\"id\": 1}" : findings.front().message;
}

}  // namespace factlint
