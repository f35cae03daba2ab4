#include "check/database_value.h"

#include <vector>

#include "check/data_value.h"
#include "check/table/table_file.h"
#include "read/located.h"
#include "read/selector.h"

namespace factlint {
namespace {

/// Looks for one cell in the rows of a table of a database.
class DatabaseSearch {
  public:
    DatabaseSearch(TableFile& file, Sources& sources, const std::string& row, const std::string& column)
        : file_(file), sources_(sources), row_(row), rows_("row", row), columns_("column", column) {
        for (std::size_t i = 0; i < file.columns().size(); ++i)
            columns_.offer(i, file.columns()[i].name, file.columns()[i].place);
    }

    Result<LocatedInRow> run() {
        const Place header = file_.columns().front().place;
        if (!columns_.one())
            return columns_.problem("a column is named as in the table, or #3 is the third", header);
        RowSource source = file_.rows();
        RowBatch batch;
        for (std::size_t number = 0; source.next(batch);)
            for (std::uint32_t row = 0; row < batch.row_count(); ++row) offer(batch, row, number++);
        if (auto failure = file_.failure()) return *failure;
        if (!rows_.one())
            return rows_.problem("a row is named by what its first column holds, or #3 is the third", header);
        if (!found_.text.empty()) return found_;
        Finding empty = data_not_found(found_.place, "the cell in row '" + row_ + "' is empty");
        empty.help = "take another cell";
        return empty;
    }

  private:
    /// Only rows that are taken become sources.
    void offer(const RowBatch& batch, std::uint32_t row, std::size_t number) {
        const std::string_view name = cell_text(batch.raw(batch.cell(row, 0)), file_.syntax(), scratch_);
        const auto wanted = selected_number(row_);
        if (wanted ? *wanted != number + 1 : name != row_) {
            rows_.offer(number, name, {});
            return;
        }
        const RowCell& cell = batch.cell(row, static_cast<std::uint32_t>(columns_.index()));
        const std::string_view raw = batch.raw(cell);
        const std::uint32_t quote = is_quoted(raw, file_.syntax()) ? 1 : 0;
        const Place place =
            file_.place(keep_row(batch, row, {cell.begin + quote, cell.end - quote}), sources_);
        if (rows_.offer(number, name, place))
            found_ = {place, std::string(cell_text(raw, file_.syntax(), cell_scratch_))};
    }

    TableFile& file_;
    Sources& sources_;
    std::string row_;
    Selection rows_, columns_;
    LocatedInRow found_;
    std::string scratch_, cell_scratch_;
};

}  // namespace

Result<LocatedInRow> locate_in_database(Corpus& corpus, const std::string& root, const std::string& path,
                                        std::string_view selector) {
    std::vector<std::string> names = names_of(selector);
    if (names.size() == 2) names.insert(names.begin(), "");
    if (names.size() != 3) {
        Finding finding =
            data_not_found({}, "expected ROW/COLUMN or TABLE/ROW/COLUMN behind # for a value of " + path);
        finding.primary.reset();
        finding.path = path;
        finding.help = "a / within a name is written ~1";
        return finding;
    }
    std::vector<Finding> findings;
    const auto table = TableFile::open(corpus, root, {path, names[0]}, findings);
    if (!table) return findings.back();
    return DatabaseSearch(*table, corpus.sources(), names[1], names[2]).run();
}

}  // namespace factlint
