#include "check/table/row_split.h"

#include <algorithm>
#include <filesystem>

#include "check/files.h"

namespace factlint {
namespace {

Finding no_split(std::string message) {
    Finding finding;
    finding.id = "no-split";
    finding.concern = Concern::input;
    finding.message = std::move(message);
    finding.help =
        "--valid and --invalid take the rows of one table of delimited text or JSON Lines: name its file";
    return finding;
}

/// Rows, and records that are none, in the order of the text.
std::vector<Span> records_of(const RowBatch& batch) {
    std::vector<Span> records;
    for (std::uint32_t row = batch.first; row < batch.row_count(); ++row)
        records.push_back(batch.row_span(row));
    for (const RowFault& fault : batch.faults)
        if (fault.kind == RowFault::Kind::bad_record) records.push_back({fault.begin, fault.end});
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return records;
}

bool write_line(const RowFile& file, std::string_view line) {
    return file.path.empty() || (file.write(line) && (line.ends_with('\n') || file.write("\n")));
}

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return !b.empty() && std::filesystem::equivalent(a, b, error);
}

}  // namespace

void RowSplit::blame(const TableName& table, const std::vector<std::uint64_t>& rows) {
    if (!chosen_.empty() && table.path != chosen_) return;
    const auto same = [&](const Blamed& known) {
        return known.table.text() == table.text() && known.table.query == table.query;
    };
    auto found = std::find_if(tables_.begin(), tables_.end(), same);
    if (found == tables_.end()) found = tables_.insert(tables_.end(), {table, {}});
    found->rows.insert(found->rows.end(), rows.begin(), rows.end());
}

void RowSplit::write(Corpus& corpus, const std::string& root, std::vector<Finding>& findings) {
    if (tables_.size() != 1)
        return findings.push_back(no_split(tables_.empty()
                                               ? "no table was read"
                                               : "there are several tables: " + tables_[0].table.text() +
                                                     ", " + tables_[1].table.text()));
    std::vector<Finding> said;  // when it was read first
    const auto file = TableFile::open(corpus, root, tables_[0].table, said);
    if (!file) return findings.push_back(no_split(tables_[0].table.text() + " could not be read"));
    if (!file->has_lines())
        return findings.push_back(no_split("the rows of " + file->path() + " are not the lines of one file"));
    const std::string disk_path = path_on_disk(root, file->path());
    if (is_same_file(disk_path, valid_.path) || is_same_file(disk_path, invalid_.path))
        return findings.push_back(no_split(file->path() + " would be written over"));
    std::sort(tables_[0].rows.begin(), tables_[0].rows.end());
    write_rows(*file, tables_[0].rows);
}

void RowSplit::write_rows(TableFile& file, const std::vector<std::uint64_t>& blamed) {
    RowSource source = file.rows();
    RowBatch batch;
    bool good = true;
    while (good && source.next(batch)) {
        if (batch.first > 0 && batch.row_count() > 0) {
            const std::string_view header = slice(batch.text, batch.row_span(0));
            good = write_line(valid_, header) && write_line(invalid_, header);
        }
        for (const Span record : records_of(batch)) {
            const bool bad = std::binary_search(blamed.begin(), blamed.end(), batch.base + record.begin);
            good = good && write_line(bad ? invalid_ : valid_, slice(batch.text, record));
        }
    }
}

}  // namespace factlint
