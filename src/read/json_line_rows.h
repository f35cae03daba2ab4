// Rows of JSON Lines: an object on each line, its members the cells.
#pragma once

#include <string>
#include <vector>

#include "read/object_columns.h"
#include "read/table.h"

namespace factlint {

/// Rows of lines, whose cells are JSON values. A line that is no object is a fault (bad_record) and no row; so is one that
/// gives a key twice, which is a row too. Members that are no column are passed over; the cell of one that is missing, or
/// null, is empty. A column "a.b" is filled as in member_at().
class JsonLineRows {
  public:
    JsonLineRows(ReadBytes read, const std::vector<TableColumn>& columns);
    bool take(RowBatch& batch);
    void scan(RowBatch& batch) const;

  private:
    RowReader lines_;
    const std::vector<TableColumn>* columns_;
};

/// Gives the objects on the lines to `columns`, whose places are bytes of the file then, of no source. `most`: lines looked at.
/// O(bytes).
void gather_columns(ReadBytes read, std::size_t most, ObjectColumns& columns);

/// What is wrong with a line that is a fault, for people: one sentence.
std::string why_bad_record(std::string_view line);

}  // namespace factlint
