#include "check/data_files.h"

#include <algorithm>
#include <array>
#include <memory>

#include "check/data_bytes.h"
#include "check/files.h"
#include "check/schema_check.h"
#include "check/table/row_split.h"
#include "check/table/table_check.h"
#include "check/table_requests.h"
#include "read/database_rows.h"
#include "read/json_lines.h"
#include "read/json_tree.h"
#include "read/located.h"
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

/// Values, one after the other: what is wrong with how they are written, and with what they say where there is a schema.
class Values {
  public:
    Values(const schema::JsonSchema* schema, std::uint32_t most) : faults_(most) {
        if (schema != nullptr) check_.emplace(*schema, most);
    }
    /// Whether there is a value, it is written right, and is as the schema says.
    bool take(const Tree& tree, std::vector<Finding> faults = {}) {
        const bool right = faults.empty();
        faults_.add(std::move(faults));
        if (tree.nodes.empty()) return false;
        ++count_;
        return (!check_ || check_->check(tree)) && right;
    }
    /// Those behind these.
    void merge(Values&& behind, const FindingGroups::MovePlace& moved) {
        count_ += behind.count_;
        faults_.merge(std::move(behind.faults_), moved);
        if (check_) check_->merge(std::move(*behind.check_), moved);
    }
    /// How many there are. `tells_faults`: nobody has told yet what is wrong with how they are written.
    std::uint64_t finish(bool tells_faults, std::vector<Finding>& findings) {
        if (tells_faults) faults_.report(findings);
        if (check_) check_->report(findings);
        return count_;
    }

  private:
    FindingGroups faults_;
    std::optional<SchemaCheck> check_;
    std::uint64_t count_ = 0;
};

Values no_values(const DataTask& task, DataContext& context) {
    const auto* schema =
        task.schema.empty() ? nullptr : context.schemas.json_schema(task.schema, context.findings);
    return {schema, context.look.most_places};
}

/// Gives the source of the task to `read`, with its values.
template <class Read> DataResult check_values(const DataTask& task, DataContext& context, Read read) {
    const SourceId* source = context.corpus.open_data(context.root, task.path, context.findings);
    if (!source) return {};
    Values values = no_values(task, context);
    read(context.corpus.sources(), *source, values);
    DataResult result;
    result.bytes = context.corpus.sources().text(*source).size();
    result.rows = values.finish(context.corpus.is_first_reading(*source), context.findings);
    return result;
}

/// Of a file that `read_tree` gives as one value.
template <Tree (*read_tree)(const Sources&, SourceId, Findings&)>
DataResult check_tree(const DataTask& task, DataContext& context) {
    return check_values(task, context, [](const Sources& sources, SourceId source, Values& values) {
        Findings faults;
        const Tree tree = read_tree(sources, source, faults);
        values.take(tree, std::move(faults));
    });
}

DataResult check_yaml(const DataTask& task, DataContext& context) {
    return check_values(task, context, [](const Sources& sources, SourceId source, Values& values) {
        std::vector<Finding> faults;
        const std::vector<Tree> documents = read_yaml(sources, source, faults);
        values.take({}, std::move(faults));
        for (const Tree& document : documents) values.take(document);
    });
}

using LineBlock = std::shared_ptr<const RowBatch>;

/// What comes of a block of lines. Until it is known where they stand, their places are of no source.
struct CheckedLines {
    Values values;
    std::vector<std::uint64_t> blamed{};  ///< offsets of lines
    LineBlock block{};
};
constexpr SourceId no_source{UINT32_MAX};

CheckedLines check_lines(const LineBlock& block, Values values) {
    CheckedLines out{std::move(values), {}, block};
    for (const RowFault& fault : block->faults) {  // of a line that is longer than any block
        Finding finding = bad_data({no_source, {fault.begin, fault.end}}, "the line is longer than 64 MiB");
        finding.help = "a value of that size is a .json file of its own";
        out.values.take({}, {std::move(finding)});
        return out;
    }
    JsonLines lines(block->text, no_source);
    while (lines.skip()) {
        std::vector<Finding> faults;
        const Tree& tree = lines.read(faults);
        if (!out.values.take(tree, std::move(faults))) out.blamed.push_back(block->base + lines.line().begin);
    }
    return out;
}

/// Where places of a block stand: in the source of the whole file, or else in one of the block, made when it is asked for.
class BlockPlaces {
  public:
    BlockPlaces(const RowBatch& block, const DataBytes& bytes, const std::string& path, Sources& sources)
        : block_(block), bytes_(bytes), path_(path), sources_(sources) {}

    Place operator()(Place place) {
        if (place.source != no_source) return place;
        if (bytes_.source()) {
            const auto base = static_cast<std::uint32_t>(block_.base);
            return {*bytes_.source(), {base + place.span.begin, base + place.span.end}};
        }
        if (!own_)
            own_ = sources_.add(path_, std::string(block_.text), block_.base,
                                static_cast<std::uint32_t>(block_.lines_before));
        return {*own_, place.span};
    }

  private:
    const RowBatch& block_;
    const DataBytes& bytes_;
    const std::string& path_;
    Sources& sources_;
    std::optional<SourceId> own_;
};

/// Whole lines of a file, block after block.
auto line_blocks(DataBytes& bytes) {
    constexpr std::size_t block_size = std::size_t{1} << 20;
    return [reader = RowReader(bytes.read(), lines_alone, block_size)]() mutable {
        auto block = std::make_shared<RowBatch>();
        return reader.take(*block) ? std::optional<LineBlock>(std::move(block)) : std::nullopt;
    };
}

DataResult check_json_lines(const DataTask& task, DataContext& context) {
    DataBytes bytes;
    if (!bytes.open(context.corpus, context.root, task.path, context.findings)) return {};
    Values values = no_values(task, context);
    const Values none = values;
    std::vector<std::uint64_t> blamed;
    work_in_order(
        context.look.threads, line_blocks(bytes),
        [&](const LineBlock& block) { return check_lines(block, none); },
        [&](CheckedLines made) {
            values.merge(std::move(made.values),
                         BlockPlaces(*made.block, bytes, task.path, context.corpus.sources()));
            blamed.insert(blamed.end(), made.blamed.begin(), made.blamed.end());
            return true;
        });
    if (context.look.split) context.look.split->blame({task.path}, blamed);
    if (const auto failure = bytes.failure()) context.findings.push_back(*failure);
    const bool tells_faults = !bytes.source() || context.corpus.is_first_reading(*bytes.source());
    DataResult result;
    result.bytes = bytes.size();
    result.rows = values.finish(tells_faults, context.findings);
    return result;
}

constexpr std::array<std::string_view, 3> table_extensions = {".csv", ".tsv", ".tab"};
constexpr std::array<std::string_view, 2> json_extensions = {".json", ".geojson"};
constexpr std::array<std::string_view, 2> json_lines_extensions = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> yaml_extensions = {".yaml", ".yml"};

constexpr std::array<std::string_view, 3> database_extensions = {".sqlite", ".sqlite3", ".db"};
constexpr std::array<std::string_view, 1> toml_extensions = {".toml"};

constexpr std::array<DataFormat, 6> formats = {{
    {"csv", table_extensions, "rows of cells (RFC 4180)", true, check_table_file},
    {"json", json_extensions, "one JSON value (RFC 8259)", false, check_tree<read_json>},
    {"jsonl", json_lines_extensions, "a JSON value on each line", false, check_json_lines},
    {"yaml", yaml_extensions, "YAML 1.2 documents", false, check_yaml},
    {"toml", toml_extensions, "TOML 1.0", false, check_tree<read_toml>},
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
