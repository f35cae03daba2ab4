#include "read/stored_rows.h"

#include <algorithm>

#include "read/document_table.h"
#include "read/located.h"
#include "read/pointer.h"
#include "text/json_string.h"

namespace factlint {
namespace {

constexpr std::size_t rows_of_batch = 4096;
constexpr std::string_view key_column = "key";

/// Whether every item or member is an object, and there is one.
bool holds_objects(const Tree& tree, TreeIndex index) {
    const TreeNode& node = tree[index];
    if (node.count == 0) return node.kind == TreeKind::list;
    for (TreeIndex at = index + 1; at < node.end; at = tree[at].end)
        if (tree[at].kind != TreeKind::object) return false;
    return node.kind == TreeKind::list || node.kind == TreeKind::object;
}

/// Pointers to lists of objects in a tree, for people: the first few.
std::string tables_in(const Tree& tree) {
    constexpr std::size_t most = 4;
    std::string found;
    std::size_t count = 0;
    for (TreeIndex at = 1; at < tree.nodes.size() && count < most; ++at) {
        if (tree[at].kind != TreeKind::list || tree[at].count == 0 || !holds_objects(tree, at)) continue;
        found += (count == 0 ? "`#" : ", `#") + pointer_of(tree, at) + "`";
        ++count;
    }
    return count == 0 ? "a table is a list of objects: [{\"id\": 1}, {\"id\": 2}]"
                      : "behind the name of the file, say which list of objects: " + found;
}

/// A row to be: an object of one of the trees.
struct Record {
    const Tree* tree;
    TreeIndex object;
};

class ObjectStore {
  public:
    ObjectStore(const Sources& sources, const WantedObjects& wanted, StoredTable& table)
        : sources_(sources), wanted_(wanted), table_(table) {}

    void store(const std::vector<Record>& records, bool keyed) {
        if (records.empty()) return;
        source_ = records.front().tree->source;
        collect_columns(records, keyed);
        ObjectCells cells(table_.columns);
        table_.cells.reserve(records.size() * table_.columns.size());
        for (const Record& record : records) add(record, keyed, cells);
        table_.text = wanted_.json ? sources_.text(source_) : std::string_view(table_.written);
    }

  private:
    void collect_columns(const std::vector<Record>& records, bool keyed) {
        ObjectColumns met({wanted_.columns.begin(), wanted_.columns.end()});
        for (const Record& record : records) {
            if (keyed) met.add(key_column, {source_, (*record.tree)[record.object].key_span});
            met.take(*record.tree, record.object);
        }
        table_.columns = std::move(met.columns);
        table_.inside = std::move(met.inside);
    }

    void add(const Record& record, bool keyed, ObjectCells& cells) {
        const Tree& tree = *record.tree;
        const TreeNode& object = tree[record.object];
        const std::size_t row = table_.cells.size(), width = table_.columns.size();
        const std::uint32_t begin = !wanted_.json ? static_cast<std::uint32_t>(table_.written.size())
                                    : keyed       ? object.key_span.begin
                                                  : object.span.begin;
        table_.cells.resize(row + width, {begin, begin});
        if (!wanted_.json) table_.places.resize(row + width, {object.span.begin, object.span.begin});
        cells.begin_row();
        if (keyed) set(row + cells.column_of(key_column), object.key_span, TreeKind::text, object.key);
        for (TreeIndex at = record.object + 1; at < object.end; at = tree[at].end)
            set(row + cells.column_of(tree[at].key), tree[at]);
        for (const std::size_t column : cells.paths())
            if (const TreeIndex inside = member_at(tree, record.object, table_.columns[column].name))
                if (tree[inside].parent != record.object) set(row + column, tree[inside]);
        table_.row_spans.push_back(
            {begin, wanted_.json ? object.span.end : static_cast<std::uint32_t>(table_.written.size())});
    }

    void set(std::size_t cell, const TreeNode& member) {
        if (member.kind != TreeKind::null) set(cell, member.span, member.kind, member.text);
    }

    void set(std::size_t cell, Span span, TreeKind kind, std::string_view text) {
        if (wanted_.json) {
            table_.cells[cell] = {span.begin, span.end};
            return;
        }
        const auto begin = static_cast<std::uint32_t>(table_.written.size());
        if (kind == TreeKind::text)
            append_json_string(table_.written, text);
        else if (kind == TreeKind::list || kind == TreeKind::object)
            table_.written += slice(sources_.text(source_), span);
        else
            table_.written += text;
        table_.cells[cell] = {begin, static_cast<std::uint32_t>(table_.written.size())};
        table_.places[cell] = span;
    }

    const Sources& sources_;
    const WantedObjects& wanted_;
    StoredTable& table_;
    SourceId source_{};
};

}  // namespace

Finding no_table(Place place, std::string message, std::string help) {
    Finding finding;
    finding.id = "no-table";
    finding.message = std::move(message);
    finding.primary = place;
    finding.help = std::move(help);
    return finding;
}

bool StoredRows::take(RowBatch& batch) {
    const std::size_t width = table_->columns.size(), rows = table_->row_count();
    if (next_ >= rows) return false;
    const std::size_t end = std::min(next_ + rows_of_batch, rows);
    batch.text = table_->text;
    batch.found = true;
    const auto part = [](const auto& all, auto& into, std::size_t begin, std::size_t stop) {
        if (all.empty()) return into.clear();
        into.assign(all.begin() + static_cast<std::ptrdiff_t>(begin),
                    all.begin() + static_cast<std::ptrdiff_t>(stop));
    };
    part(table_->cells, batch.cells, next_ * width, end * width);
    part(table_->places, batch.places, next_ * width, end * width);
    part(table_->row_spans, batch.row_spans, next_, end);
    batch.rows.clear();
    for (std::size_t row = next_; row <= end; ++row)
        batch.rows.push_back(static_cast<std::uint32_t>((row - next_) * width));
    next_ = end;
    return true;
}

std::optional<Finding> store_objects(const Sources& sources, std::span<const Tree> trees,
                                     const WantedObjects& wanted, StoredTable& table) {
    std::vector<Record> records;
    bool keyed = false;
    for (const Tree& tree : trees) {
        if (tree.nodes.empty()) continue;
        const auto found = node_at(tree, wanted.pointer);
        if (!found) {
            Finding missing = found.error();
            missing.message += " in " + sources[tree.source].path;
            return missing;
        }
        if (trees.size() > 1 && wanted.pointer.empty() && tree[0].kind == TreeKind::object) {
            records.push_back({&tree, 0});
            continue;
        }
        if (!holds_objects(tree, *found))
            return no_table(tree.place(*found),
                            "this value of " + sources[tree.source].path + " is no list of objects",
                            tables_in(tree));
        keyed = keyed || tree[*found].kind == TreeKind::object;
        for (TreeIndex at = *found + 1; at < tree[*found].end; at = tree[at].end)
            records.push_back({&tree, at});
    }
    ObjectStore(sources, wanted, table).store(records, keyed);
    return std::nullopt;
}

std::optional<Finding> store_document_table(const Sources& sources, const Document& document,
                                            std::string_view name, StoredTable& table) {
    const auto tables = tables_of(document);
    const auto found = table_named(sources, document, tables, name);
    if (!found) return found.error();
    const DocumentTable& chosen = **found;
    std::uint32_t rows = 0;
    for (const DocumentCell& cell : chosen.cells) {
        rows = std::max(rows, cell.row + 1);
        if (cell.row > 0) continue;
        const Place place{document.source, document.to_source(cell.prose)};
        table.columns.resize(std::max<std::size_t>(table.columns.size(), cell.column + 1), {{}, place});
        table.columns[cell.column] = {std::string(slice(document.prose, cell.prose)), place};
    }
    for (std::uint32_t row = 1; row < rows; ++row) {
        const auto begin = static_cast<std::uint32_t>(table.written.size());
        for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
            const DocumentCell* const cell = chosen.find(row, column);
            const auto from = static_cast<std::uint32_t>(table.written.size());
            const std::string_view text = cell ? slice(document.prose, cell->prose) : std::string_view();
            if (is_number_literal(text))
                table.written += text;
            else if (!text.empty())
                append_json_string(table.written, text);
            table.cells.push_back({from, static_cast<std::uint32_t>(table.written.size())});
            table.places.push_back(cell ? document.to_source(cell->prose) : Span{});
        }
        table.row_spans.push_back({begin, static_cast<std::uint32_t>(table.written.size())});
    }
    table.text = table.written;
    return std::nullopt;
}

}  // namespace factlint
