// JoinedColumns: the columns of a table in several files, which go together by their names.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "read/row_source.h"
#include "text/finding.h"

namespace factlint {

class JoinedColumns {
  public:
    /// The next file. `may_lack`: its columns are members of objects, and no fault where they are missing.
    void add(const std::string& path, const std::vector<TableColumn>& columns, bool may_lack);

    /// Those of all files, in the order in which they are met; a name that one file has twice is two.
    const std::vector<TableColumn>& columns() const { return columns_; }
    /// Where the columns of a file are: JoinedFile::columns.
    std::vector<std::uint32_t> arrangement(std::size_t file) const;
    /// `missing-column` for each that some files lack, at the headers of these. O(files × columns).
    void report(std::vector<Finding>& findings) const;

  private:
    struct File {
        std::string path;
        Place header;
        bool may_lack = false;
        std::vector<std::uint32_t> columns;  ///< of each its own, the index in columns_
    };
    std::vector<std::vector<const File*>> lacking() const;
    Finding missing(const TableColumn& column, const std::vector<const File*>& files) const;

    std::vector<TableColumn> columns_;
    std::map<std::pair<std::string, std::size_t>, std::uint32_t>
        known_;  ///< by name and how often it came before
    std::vector<File> files_;
};

}  // namespace factlint
