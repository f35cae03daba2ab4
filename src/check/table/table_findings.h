// Findings about tables: one for each cause, with its count and its places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/table/table_check.h"
#include "check/table/table_keys.h"
#include "check/table/table_pass.h"

namespace factlint {

/// Where a key stands in each row, and how many rows there are.
struct KeyRows {
    const std::vector<std::uint32_t>& columns;
    std::uint64_t rows;
};

/// Makes findings of tallies.
class TableFindings {
  public:
    TableFindings(const TableFile& file, Sources& sources, std::vector<Finding>& findings)
        : file_(file), sources_(sources), findings_(findings) {}

    void report_header(const std::vector<TableColumn>& columns);
    /// Of one file, where its delimiter is not the one that its name says.
    void report_dialect(const TableFile& file);
    void report_no_rows(const TableFile& file);
    void report_rows(const TablePass& pass, std::uint32_t width);
    void report_column(const TablePass& pass, std::size_t column, const ColumnCheck& check);
    /// A column without any value; `is_read`: a claim computes something of it.
    void report_empty_column(const TableColumn& column, bool is_read);
    /// Cells of a column that are not like most of it.
    void report_shapes(const TablePass& pass, std::uint32_t column, const TableColumn& header);
    void report_missing_column(const std::string& name, Place declared,
                               const std::vector<TableColumn>& columns);

    void report_unexpected_column(const TableColumn& column, const std::vector<std::string>& declared);
    void report_column_order(const TableColumn& column, const std::string& declared);
    void report_foreign_key(const Tally& tally, const WantedForeignKey& key, KeyRows of);
    void report_sequence(const Sequence& sequence, const Column& column, std::uint64_t rows);
    void report_keys(const std::string& name, const RepeatedKeys& repeated, KeyRows of);

  private:
    Finding& add(std::string_view id, Severity severity, std::string message);
    /// The first of `rows` is the finding's place, the others are related.
    void show(Finding& finding, const std::vector<KeptRow>& rows);

    const TableFile& file_;
    Sources& sources_;
    std::vector<Finding>& findings_;
};

}  // namespace factlint
