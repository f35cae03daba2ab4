#include "check/table/profile.h"

#include <map>

#include <fmt/format.h>

#include "check/table/column_profile.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t most_slots = std::size_t{128} << 17;  // 128 MiB of 8 bytes

class Profiler {
  public:
    explicit Profiler(TableFile& file) : file_(file) {}

    Profile run() {
        read_header();
        RowSource source = file_.rows();
        RowBatch batch;
        while (source.next(batch))
            for (std::uint32_t row = batch.first; row < batch.row_count(); ++row) read_row(batch, row);
        for (const auto& [index, column] : columns_) profile_.columns.push_back(column.result());
        return std::move(profile_);
    }

  private:
    void read_header() {
        const std::vector<TableColumn>& names = file_.columns();
        std::map<std::string, std::uint32_t, std::less<>> seen;
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            const std::string& name = names[i].name;
            if (i >= most_profiled_columns)
                return profile_.left_out.push_back(
                    fmt::format("{} columns behind the first {}", names.size() - i, most_profiled_columns));
            if (file_.holds_objects(name)) continue;  // its members are columns
            if (name.empty())
                profile_.left_out.push_back(fmt::format("column {}, which has no name", i + 1));
            else if (first_invalid_utf8(name))
                profile_.left_out.push_back(fmt::format("column {}, whose name is not UTF-8", i + 1));
            else if (!seen.emplace(name, i).second)
                profile_.left_out.push_back(fmt::format("column {}, named like another before it", i + 1));
            else
                columns_.emplace_back(i, ColumnProfile(name));
        }
    }

    void read_row(const RowBatch& batch, std::uint32_t row) {
        ++profile_.rows;
        for (auto& [index, column] : columns_) {
            std::string_view cell;
            if (index < batch.width(row))
                cell = cell_text(batch.raw(batch.cell(row, index)), file_.syntax(), scratch_);
            column.add(cell, budget_);
        }
    }

    TableFile& file_;
    Profile profile_;
    std::vector<std::pair<std::uint32_t, ColumnProfile>> columns_;
    std::size_t budget_ = most_slots;
    std::string scratch_;
};

}  // namespace

Profile profile_table(TableFile& file) { return Profiler(file).run(); }

}  // namespace factlint
