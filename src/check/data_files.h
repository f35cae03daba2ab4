// Data files as such: whether they can be read, and whether they are what their schema says.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/corpus.h"
#include "check/report.h"
#include "check/schema_files.h"
#include "check/table/table_look.h"

namespace factlint {

/// What checks of data share.
struct DataContext {
    Corpus& corpus;
    std::string root;
    SchemaFiles& schemas;
    std::vector<Finding>& findings;
    TableLook look{};
};

/// A file to be checked; without a schema, the one that stands beside it.
struct DataTask {
    std::string path;
    std::string schema{};
};

/// What is done with files of one format: whatever makes the file hard to read is reported (it cannot be parsed, rows are
/// of different lengths, names occur twice, bytes are not UTF-8, a column holds values of several kinds), and what
/// contradicts its schema.
struct DataFormat {
    std::string_view name;                         ///< "csv"
    std::span<const std::string_view> extensions;  ///< ".csv"
    std::string_view description;
    bool has_columns = false;  ///< rows of cells: its schema is one of columns
    DataResult (*check)(const DataTask& task, DataContext& context);
};

std::span<const DataFormat> data_formats();
/// "csv", "json", …; of documents the name of their reader.
std::string_view format_name(std::string_view path);
/// By the path's extension; nullptr for documents.
const DataFormat* data_format_for(std::string_view path);

/// Checks one file. Precondition: data_format_for(task.path).
DataResult check_data(const DataTask& task, DataContext& context);

}  // namespace factlint
