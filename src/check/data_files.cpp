#include "check/data_files.h"

#include <algorithm>
#include <array>

#include "check/table/table_check.h"

namespace factlint {
namespace {

DataResult lint_table(const std::string& path, const CheckRequest& request, Corpus& corpus,
                      std::vector<Finding>& findings) {
    DataResult result;
    result.path = path;
    result.format = "csv";
    auto file = TableFile::open(corpus, request.root, path, std::nullopt, findings);
    if (!file) return result;
    TableRequest wanted;
    wanted.shapes = true;
    wanted.most = request.most_places;
    wanted.threads = request.threads;
    const TableResult table = check_table(*file, wanted, corpus.sources(), findings);
    result.bytes = file->bytes();
    result.rows = table.rows;
    result.columns = table.columns.size();
    return result;
}

constexpr std::array<std::string_view, 3> table_extensions = {".csv", ".tsv", ".tab"};

constexpr std::array<DataFormat, 1> formats = {{
    {"csv", table_extensions, "rows of cells (RFC 4180)", lint_table},
}};

}  // namespace

std::span<const DataFormat> data_formats() { return formats; }

const DataFormat* data_format_for(std::string_view path) {
    const auto ends = [&](std::string_view extension) { return path.ends_with(extension); };
    for (const DataFormat& format : formats)
        if (std::any_of(format.extensions.begin(), format.extensions.end(), ends)) return &format;
    return nullptr;
}

}  // namespace factlint
