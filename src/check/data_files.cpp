#include "check/data_files.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "check/files.h"
#include "check/schema_check.h"
#include "check/table/row_split.h"
#include "check/table/table_check.h"
#include "check/table_requests.h"
#include "read/database_rows.h"
#include "read/json_lines.h"
#include "read/json_tree.h"
#include "read/reader.h"
#include "read/toml_tree.h"
#include "read/yaml_tree.h"
#include "text/compression.h"
#include "text/parallel.h"

namespace factlint {
namespace {

DataResult check_table_file(const DataTask& task, DataContext& context) {
    DataResult result;
    auto file = TableFile::open(context.corpus, context.root, {task.path}, context.findings);
    if (!file) return result;
    TableRequest request;
    request.shapes = true;
    request.look = context.look;
    add_schema(task, context, request);
    const TableResult table = check_table(*file, request, context.corpus.sources(), context.findings);
    if (context.look.split) context.look.split->blame({task.path}, table.blamed);
    result.bytes = file->bytes();
    result.rows = table.rows;
    result.columns = table.columns.size();
    return result;
}

/// Every table of a database, each as such.
DataResult check_database(const DataTask& task, DataContext& context) {
    DataResult result;
    const std::string disk_path = path_on_disk(context.root, task.path);
    if (!is_database(disk_path)) {
        Finding finding;
        finding.id = "no-database";
        finding.severity = Severity::note;
        finding.message = task.path + " is no SQLite database, and was not looked into";
        finding.path = task.path;
        context.findings.push_back(std::move(finding));
        return result;
    }
    for (const std::string& name : tables_of_database(disk_path)) {
        auto file = TableFile::open(context.corpus, context.root, {task.path, name}, context.findings);
        if (!file) continue;
        TableRequest request;
        request.shapes = true;
        request.look = context.look;
        const TableResult table = check_table(*file, request, context.corpus.sources(), context.findings);
        if (context.look.split) context.look.split->blame({task.path, name}, table.blamed);
        result.bytes = file->bytes();
        result.rows += table.rows;
        result.columns += table.columns.size();
    }
    if (result.columns == 0)
        TableFile::open(context.corpus, context.root, {task.path}, context.findings);  // says why
    return result;
}

/// Values, one after the other, against the schema if there is one.
class Values {
  public:
    Values(const schema::JsonSchema* schema, std::uint32_t most) {
        if (schema != nullptr) check_.emplace(*schema, most);
    }
    /// Whether there is a value, and it is as the schema says.
    bool take(const Tree& tree) {
        if (tree.nodes.empty()) return false;
        ++count_;
        return !check_ || check_->check(tree);
    }
    /// Those behind these.
    void merge(Values&& other) {
        count_ += other.count_;
        if (check_) check_->merge(std::move(*other.check_));
    }
    std::uint64_t finish(std::vector<Finding>& findings) {
        if (check_) check_->report(findings);
        return count_;
    }

  private:
    std::optional<SchemaCheck> check_;
    std::uint64_t count_ = 0;
};

/// A file whose values are looked at.
struct ValueFile {
    const Sources& sources;
    SourceId source;
    const schema::JsonSchema* schema = nullptr;  ///< null = there is none
    TableLook look;
    std::vector<Finding> faults{};  ///< of its syntax

    Values no_values() const { return {schema, look.most_places}; }
};

/// Gives the source of the task to `read`, which returns its values; what it finds on the way is said once.
template <class Read> DataResult check_values(const DataTask& task, DataContext& context, Read read) {
    const SourceId* source = context.corpus.open_data(context.root, task.path, context.findings);
    if (!source) return {};
    ValueFile file{context.corpus.sources(), *source, nullptr, context.look};
    if (!task.schema.empty()) file.schema = context.schemas.json_schema(task.schema, context.findings);
    Values values = read(file);
    if (context.corpus.is_first_reading(*source))
        std::move(file.faults.begin(), file.faults.end(), std::back_inserter(context.findings));
    DataResult result;
    result.bytes = file.sources.text(*source).size();
    result.rows = values.finish(context.findings);
    return result;
}

DataResult check_json(const DataTask& task, DataContext& context) {
    return check_values(task, context, [](ValueFile& file) {
        Values values = file.no_values();
        values.take(read_json(file.sources, file.source, file.faults));
        return values;
    });
}

/// What comes of a part of the lines.
struct CheckedLines {
    Values values;
    std::vector<Finding> faults{};
    std::vector<std::uint64_t> blamed{};  ///< offsets of lines
};

CheckedLines check_lines(const ValueFile& file, Span part) {
    CheckedLines out{file.no_values()};
    JsonLines lines(file.sources, Place{file.source, part});
    for (std::size_t before = 0; lines.next(out.faults); before = out.faults.size())
        if (!out.values.take(lines.tree()) || out.faults.size() > before)
            out.blamed.push_back(lines.line().begin);
    return out;
}

DataResult check_json_lines(const DataTask& task, DataContext& context) {
    constexpr std::size_t part_size = std::size_t{1} << 20;
    return check_values(task, context, [&](ValueFile& file) {
        CheckedLines all{file.no_values()};
        LineParts parts(file.sources.text(file.source), part_size);
        work_in_order(
            file.look.threads, [&] { return parts.next(); },
            [&](Span part) { return check_lines(file, part); },
            [&](CheckedLines made) {
                all.values.merge(std::move(made.values));
                std::move(made.faults.begin(), made.faults.end(), std::back_inserter(file.faults));
                all.blamed.insert(all.blamed.end(), made.blamed.begin(), made.blamed.end());
                return true;
            });
        if (file.look.split) file.look.split->blame({task.path}, all.blamed);
        return std::move(all.values);
    });
}

DataResult check_yaml(const DataTask& task, DataContext& context) {
    return check_values(task, context, [](ValueFile& file) {
        Values values = file.no_values();
        for (const Tree& document : read_yaml(file.sources, file.source, file.faults)) values.take(document);
        return values;
    });
}

DataResult check_toml(const DataTask& task, DataContext& context) {
    return check_values(task, context, [](ValueFile& file) {
        Values values = file.no_values();
        values.take(read_toml(file.sources, file.source, file.faults));
        return values;
    });
}

constexpr std::array<std::string_view, 3> table_extensions = {".csv", ".tsv", ".tab"};
constexpr std::array<std::string_view, 2> json_extensions = {".json", ".geojson"};
constexpr std::array<std::string_view, 2> json_lines_extensions = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> yaml_extensions = {".yaml", ".yml"};

constexpr std::array<std::string_view, 3> database_extensions = {".sqlite", ".sqlite3", ".db"};
constexpr std::array<std::string_view, 1> toml_extensions = {".toml"};

constexpr std::array<DataFormat, 6> formats = {{
    {"csv", table_extensions, "rows of cells (RFC 4180)", true, check_table_file},
    {"json", json_extensions, "one JSON value (RFC 8259)", false, check_json},
    {"jsonl", json_lines_extensions, "a JSON value on each line", false, check_json_lines},
    {"yaml", yaml_extensions, "YAML 1.2 documents", false, check_yaml},
    {"toml", toml_extensions, "TOML 1.0", false, check_toml},
    {"sqlite", database_extensions, "tables of a SQLite database", true, check_database},
}};

}  // namespace

std::span<const DataFormat> data_formats() { return formats; }

std::string_view format_name(std::string_view path) {
    const DataFormat* format = data_format_for(path);
    return format ? format->name : reader_for(path).name;
}

const DataFormat* data_format_for(std::string_view path) {
    const auto ends = [name = name_inside(path)](std::string_view extension) {
        return name.ends_with(extension);
    };
    for (const DataFormat& format : formats)
        if (std::any_of(format.extensions.begin(), format.extensions.end(), ends)) return &format;
    return nullptr;
}

DataResult check_data(const DataTask& task, DataContext& context) {
    const DataFormat* format = data_format_for(task.path);
    DataTask whole = task;
    if (whole.schema.empty()) whole.schema = context.schemas.beside(task.path);
    DataResult result = format->check(whole, context);
    result.path = task.path;
    result.format = std::string(format->name);
    return result;
}

}  // namespace factlint
