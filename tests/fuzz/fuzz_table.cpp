// Any bytes as rows of delimited text and of JSON Lines: no crash, cells stand in their batch and in order, and the size of the
// blocks does not show. The first two bytes choose the dialect and that size.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/json_line_rows.h"
#include "read/table.h"

using namespace factlint;

namespace {

void insist(bool holds) {
    if (!holds) std::abort();
}

/// What is read: the rows as one text, with the places of cells, and where the faults stand.
struct Reading {
    std::string rows;
    std::multiset<std::uint64_t> faults;
    std::uint64_t lines = 0;
    friend bool operator==(const Reading&, const Reading&) = default;
};

void take_row(const RowBatch& batch, std::uint32_t row, CellSyntax syntax, std::string& said) {
    std::string scratch;
    std::uint32_t last = 0;
    for (std::uint32_t column = 0; column < batch.width(row); ++column) {
        const RowCell& cell = batch.cell(row, column);
        insist(last <= cell.begin && cell.begin <= cell.end && cell.end <= batch.text.size());
        last = cell.end;
        said += std::to_string(batch.base + cell.begin) + ' ';
        said += cell_text(batch.raw(cell), syntax, scratch);
        said += ',';
    }
    said += '\n';
}

Reading read_table(std::string_view text, const Dialect& dialect, std::size_t block) {
    Reading reading;
    RowReader reader(bytes_of(text), dialect, block);
    RowBatch batch;
    while (reader.next(batch)) {
        for (std::uint32_t row = 0; row < batch.row_count(); ++row)
            take_row(batch, row, {dialect.quote}, reading.rows);
        for (const RowFault& fault : batch.faults) reading.faults.insert(batch.base + fault.begin);
    }
    reading.lines = reader.lines();
    return reading;
}

void read_json_lines(std::string_view text) {
    ObjectColumns met({"a.b", "a"});
    gather_columns(bytes_of(text), 100, met);
    const std::vector<TableColumn>& columns = met.columns;
    JsonLineRows rows(bytes_of(text), columns);
    RowBatch batch;
    while (rows.take(batch)) {
        rows.scan(batch);
        for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
            insist(batch.width(row) == columns.size());
            for (std::uint32_t column = 0; column < batch.width(row); ++column) {
                const RowCell& cell = batch.cell(row, column);
                insist(cell.begin <= cell.end && cell.end <= batch.text.size());
                std::string scratch;
                cell_text(batch.raw(cell), {'"', true}, scratch);
            }
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
    Dialect dialect;
    dialect.delimiter = ",;\t|"[data[0] % 4];
    dialect.quote = "\"'\0\""[data[0] / 4 % 4];
    dialect.header = data[0] / 16 % 2 == 0;
    const std::size_t block = std::size_t{3} + data[1];  // a byte order mark is not cut
    insist(read_table(text, dialect, block) == read_table(text, dialect, RowReader::default_block));
    read_json_lines(text);
    return 0;
}
