#include "check/table/table_file.h"

#include <algorithm>
#include <array>

#include "check/data_files.h"
#include "check/files.h"
#include "read/json_tree.h"
#include "read/reader.h"
#include "read/toml_tree.h"
#include "read/yaml_tree.h"

namespace factlint {
namespace {

constexpr std::size_t lines_for_columns = 1000;

Finding unreadable_database(const std::string& path, const std::string& why) {
    Finding finding;
    finding.id = "unreadable-database";
    finding.concern = Concern::input;
    finding.message = path + " cannot be read: " + why;
    finding.path = path;
    return finding;
}

}  // namespace

Finding empty_file(const std::string& path) {
    Finding finding;
    finding.id = "empty-table";
    finding.severity = Severity::warning;
    finding.message = path + " has no rows at all";
    finding.path = path;
    return finding;
}

/// What opening takes.
struct TableFile::Opening {
    Corpus& corpus;
    const std::string& root;
    const TableName& name;
    std::vector<Finding>& findings;

    bool fail(Finding finding) {
        findings.push_back(std::move(finding));
        return false;
    }
    bool succeed(std::optional<Finding> fault) { return !fault || fail(std::move(*fault)); }
};

struct TableFile::Opener {
    std::string_view format;  ///< format_name()
    bool (TableFile::*open)(Opening&);
};

std::unique_ptr<TableFile> TableFile::open(Corpus& corpus, const std::string& root, const TableName& name,
                                           std::vector<Finding>& findings) {
    static constexpr std::array<Opener, 7> openers = {{{"jsonl", &TableFile::open_json_lines},
                                                       {"json", &TableFile::open_tree},
                                                       {"yaml", &TableFile::open_tree},
                                                       {"toml", &TableFile::open_tree},
                                                       {"sqlite", &TableFile::open_database},
                                                       {"markdown", &TableFile::open_document},
                                                       {"html", &TableFile::open_document}}};
    std::unique_ptr<TableFile> table(new TableFile);
    table->path_ = name.path;
    table->disk_path_ = path_on_disk(root, name.path);
    table->bytes_ = size_on_disk(table->disk_path_);
    Opening opening{corpus, root, name, findings};
    auto open = &TableFile::open_delimited;
    for (const Opener& each : openers)
        if (each.format == format_name(name.path)) open = each.open;
    if (is_glob(name.path) && table->bytes_ == 0) open = &TableFile::open_several;
    return (table.get()->*open)(opening) ? std::move(table) : nullptr;
}

bool TableFile::open_several(Opening& opening) {
    format_ = Format::several;
    const auto paths = opening.corpus.files(opening.root, path_);
    if (paths.empty())
        return opening.fail(matches_nothing(path_, opening.name.place.value_or(Place{}),
                                            "name the files with rows, or mend `table:`"));
    for (const std::string& path : paths) {
        TableName name = opening.name;
        name.path = path;
        auto file = TableFile::open(opening.corpus, opening.root, name, opening.findings);
        if (file && file->columns().empty()) opening.findings.push_back(empty_file(path));
        if (!file || file->columns().empty() || !is_like_first(*file, opening)) continue;
        bytes_ += file->bytes_;
        files_.push_back(std::move(file));
    }
    if (!files_.empty()) join_columns(opening);
    return !files_.empty();
}

/// Cells of all files are written in one way.
bool TableFile::is_like_first(const TableFile& file, Opening& opening) const {
    if (files_.empty() || files_.front()->syntax_.json == file.syntax_.json) return true;
    Finding finding;
    finding.id = "different-format";
    finding.message =
        file.path_ + " is in another format than " + files_.front()->path_ + ", and is left out";
    finding.primary = file.columns_.front().place;
    finding.help = "give it a table of its own";
    return opening.fail(std::move(finding));
}

void TableFile::join_columns(Opening& opening) {
    syntax_ = files_.front()->syntax_;
    for (const auto& file : files_) {
        joined_.add(file->path_, file->columns_, file->may_lack_columns_);
        inside_.insert(file->inside_.begin(), file->inside_.end());
    }
    joined_.report(opening.findings);
    columns_ = joined_.columns();
}

/// Makes the file a Source where it is small.
bool TableFile::open_bytes(Opening& opening) {
    if (!data_.open(opening.corpus, opening.root, path_, opening.findings)) return false;
    whole_ = data_.source();
    bytes_ = data_.size();
    return true;
}

/// The first 64 KiB.
std::string TableFile::start_of_file() {
    std::string start(std::size_t{64} << 10, '\0');
    start.resize(data_.read()(start.data(), start.size()));
    return start;
}

bool TableFile::open_delimited(Opening& opening) {
    if (!open_bytes(opening)) return false;
    dialect_ = sniff_dialect(path_, start_of_file());
    sniffed_ = dialect_.delimiter != sniff_dialect(path_, "").delimiter;
    syntax_ = {dialect_.quote};
    RowSource source = rows();
    RowBatch batch;
    while (source.next(batch) && batch.row_count() == 0) {
    }
    if (batch.row_count() == 0) return true;
    const Place place = this->place(keep_row(batch, 0, batch.row_span(0)), opening.corpus.sources());
    const std::uint32_t begin = batch.cell(0, 0).begin;
    std::string scratch;
    for (std::uint32_t column = 0; column < batch.width(0); ++column) {
        const RowCell cell = batch.cell(0, column);
        columns_.push_back(
            {std::string(cell_text(batch.raw(cell), syntax_, scratch)),
             {place.source, {place.span.begin + cell.begin - begin, place.span.begin + cell.end - begin}}});
    }
    return true;
}

bool TableFile::open_json_lines(Opening& opening) {
    format_ = Format::json_lines;
    may_lack_columns_ = true;
    syntax_ = {'"', true};
    if (!open_bytes(opening)) return false;
    if (!whole_) {
        const std::string start = start_of_file();
        start_ = opening.corpus.sources().add(path_, start.substr(0, start.find('\n')));
        start_size_ = static_cast<std::uint32_t>(opening.corpus.sources().text(start_).size());
    }
    ObjectColumns met(opening.name.columns);
    gather_columns(data_.read(), lines_for_columns, met);
    if (!met.is_settled()) {  // later rows may have what is asked for
        met = ObjectColumns(opening.name.columns);
        gather_columns(data_.read(), SIZE_MAX, met);
    }
    columns_ = std::move(met.columns);
    inside_ = std::move(met.inside);
    for (TableColumn& column : columns_) column.place = place_of_key(column.place.span);
    return true;
}

/// Of a large file only the first line is a Source.
Place TableFile::place_of_key(Span key) const {
    if (whole_) return {*whole_, key};
    return {start_, key.end <= start_size_ ? key : Span{}};
}

bool TableFile::holds_objects(const std::string& column) const {
    const auto first = inside_.lower_bound(column + ".");
    return first != inside_.end() && first->starts_with(column + ".");
}

/// Makes the file a Source, of which `store` makes rows: whether it can.
template <class Store> bool TableFile::open_stored(Opening& opening, Store store) {
    format_ = Format::stored;
    syntax_ = {'"', true};
    const SourceId* source = opening.corpus.open_data(opening.root, path_, opening.findings);
    if (!source) return false;
    whole_ = *source;
    bytes_ = opening.corpus.sources().text(*source).size();
    if (!store(opening.corpus.sources(), *source)) return false;
    columns_ = stored_.columns;
    inside_ = stored_.inside;
    return true;
}

bool TableFile::open_tree(Opening& opening) {
    const std::string_view format = format_name(path_);
    may_lack_columns_ = true;
    return open_stored(opening, [&](const Sources& sources, SourceId source) {
        Findings faults;
        std::vector<Tree> trees;
        if (format == "json")
            trees.push_back(read_json(sources, source, faults));
        else if (format == "toml")
            trees.push_back(read_toml(sources, source, faults));
        else
            trees = read_yaml(sources, source, faults);
        if (opening.corpus.is_first_reading(source))
            opening.findings.insert(opening.findings.end(), faults.begin(), faults.end());
        if (std::any_of(faults.begin(), faults.end(),
                        [](const Finding& fault) { return fault.concern == Concern::input; }))
            return false;
        const WantedObjects wanted{opening.name.part, opening.name.columns, format == "json"};
        return opening.succeed(store_objects(sources, trees, wanted, stored_));
    });
}

bool TableFile::open_document(Opening& opening) {
    return open_stored(opening, [&](const Sources& sources, SourceId source) {
        const std::string& part = opening.name.part;
        const bool is_number = !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
        const auto document = reader_for(path_).read(sources, source);
        return opening.succeed(
            store_document_table(sources, *document, is_number ? "#" + part : part, stored_));
    });
}

bool TableFile::open_database(Opening& opening) {
    format_ = Format::database;
    syntax_ = {'"', true};
    std::string error;
    query_ = DatabaseQuery::open(disk_path_, opening.name.part, opening.name.query, error);
    if (!query_) return opening.fail(unreadable_database(path_, error));
    std::string header;
    std::vector<Span> spans;
    for (const std::string& name : query_->columns()) {
        header += header.empty() ? "" : ",";
        const auto begin = static_cast<std::uint32_t>(header.size());
        header += name;
        spans.push_back({begin, static_cast<std::uint32_t>(header.size())});
    }
    const SourceId source = opening.corpus.sources().add(path_, header);
    for (const Span span : spans) columns_.push_back({std::string(slice(header, span)), {source, span}});
    return true;
}

RowSource TableFile::rows() {
    switch (format_) {
        case Format::delimited: return RowReader(data_.read(), dialect_);
        case Format::json_lines: return JsonLineRows(data_.read(), columns_);
        case Format::stored: return StoredRows(stored_);
        case Format::several: return joined_rows();
        case Format::database: break;
    }
    return DatabaseRows(*query_);
}

RowSource TableFile::joined_rows() {
    std::vector<RowSource> sources;
    std::vector<JoinedFile> files;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        sources.push_back(files_[i]->rows());
        files.push_back({files_[i]->bytes_, static_cast<std::uint32_t>(files_[i]->columns_.size()),
                         joined_.arrangement(i)});
    }
    return JoinedRows(std::move(sources), std::move(files));
}

std::optional<Finding> TableFile::failure() const {
    for (const auto& file : files_)
        if (auto failure = file->failure()) return failure;
    if (query_ && !query_->error().empty()) return unreadable_database(path_, query_->error());
    return data_.failure();
}

Place TableFile::place(const KeptRow& row, Sources& sources) const {
    if (!files_.empty()) {
        KeptRow inside = row;
        inside.file = 0;
        for (std::uint32_t i = 0; i < row.file; ++i) inside.base -= files_[i]->bytes_;
        return files_[row.file]->place(inside, sources);
    }
    if (whole_ && row.place) return {*whole_, *row.place};
    if (whole_) {
        const auto base = static_cast<std::uint32_t>(row.base);
        return {*whole_, {base + row.part.begin, base + row.part.end}};
    }
    const SourceId id = sources.add(path_, row.text, row.base, static_cast<std::uint32_t>(row.lines_before));
    return {id, row.part};
}

}  // namespace factlint
