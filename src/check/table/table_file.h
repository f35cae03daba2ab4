// TableFile: a table of a file, ready to be read as often as a check needs it.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/corpus.h"
#include "check/data_bytes.h"
#include "check/table/joined_columns.h"
#include "check/table/tally.h"
#include "read/row_source.h"

namespace factlint {

/// Which table of which file.
struct TableName {
    std::string path;  ///< below the root
    /// What stands behind "#": a pointer into JSON, YAML or TOML, the number of a document's table, the name of a database's.
    std::string part{};
    std::string query{};           ///< of a database
    std::optional<Place> place{};  ///< where a rule names it
    /// That are asked for: members of objects inside rows are some only then.
    std::vector<std::string> columns{};

    std::string text() const { return part.empty() ? path : path + "#" + part; }
};

/// The finding `empty-table`: a file without anything that could be a row.
Finding empty_file(const std::string& path);

/// Rows of delimited text and JSON Lines of up to 16 MiB, compressed or not on disk, are a Source, as is every other file but a
/// database; larger ones are read in blocks, and only the rows that a report shows become Sources.
class TableFile {
  public:
    /// nullptr where it cannot be read, or has no such table: a finding, once, in `findings`. A path with * ? [ or { that is
    /// no file's is a glob: the rows of all files are those of one table, whose columns go together by their names; that a file
    /// lacks one is a finding, unless its columns are members of objects.
    static std::unique_ptr<TableFile> open(Corpus& corpus, const std::string& root, const TableName& name,
                                           std::vector<Finding>& findings);

    const std::string& path() const { return path_; }
    /// The files of a table in several files; empty for one.
    const std::vector<std::unique_ptr<TableFile>>& files() const { return files_; }
    /// Empty where there is nothing at all in the file.
    const std::vector<TableColumn>& columns() const { return columns_; }
    /// Paths of members of objects inside the rows, for people: the first ones.
    const std::set<std::string, std::less<>>& inside() const { return inside_; }
    /// Whether the column has objects with members, as far as the first rows tell.
    bool holds_objects(const std::string& column) const;
    CellSyntax syntax() const { return syntax_; }
    char delimiter() const { return dialect_.delimiter; }
    /// The delimiter is not what the name says (*.tsv: a tab, else a comma).
    bool sniffed() const { return sniffed_; }
    /// Whether rows may be of any length: those of delimited text.
    bool is_delimited() const {
        return format_ == Format::delimited || (!files_.empty() && files_.front()->is_delimited());
    }
    /// Whether each row is a line of its own in the file.
    bool has_lines() const { return format_ == Format::delimited || format_ == Format::json_lines; }
    std::uint64_t bytes() const { return bytes_; }
    /// From the first row on. One at a time.
    RowSource rows();
    /// Why the file could not be read to its end, where it could not.
    std::optional<Finding> failure() const;
    /// Where the part of a kept row stands.
    Place place(const KeptRow& row, Sources& sources) const;

    TableFile(const TableFile&) = delete;  ///< sources of rows point into it

  private:
    enum class Format : std::uint8_t { delimited, json_lines, stored, database, several };
    struct Opening;
    struct Opener;
    TableFile() = default;

    bool open_several(Opening& opening);
    bool is_like_first(const TableFile& file, Opening& opening) const;
    void join_columns(Opening& opening);
    bool open_delimited(Opening& opening);
    bool open_json_lines(Opening& opening);
    template <class Store> bool open_stored(Opening& opening, Store store);
    bool open_tree(Opening& opening);
    bool open_document(Opening& opening);
    bool open_database(Opening& opening);
    bool open_bytes(Opening& opening);
    Place place_of_key(Span key) const;
    RowSource joined_rows();
    std::string start_of_file();

    std::string path_, disk_path_;
    Format format_ = Format::delimited;
    Dialect dialect_;
    CellSyntax syntax_;
    bool sniffed_ = false;
    std::uint64_t bytes_ = 0;
    std::vector<TableColumn> columns_;
    std::set<std::string, std::less<>> inside_;
    std::optional<SourceId> whole_;
    SourceId start_{};  ///< the first line of JSON Lines that are no Source
    std::uint32_t start_size_ = 0;
    DataBytes data_;  ///< of delimited text and JSON Lines
    StoredTable stored_;
    std::optional<DatabaseQuery> query_;
    bool may_lack_columns_ = false;  ///< they are members of objects
    std::vector<std::unique_ptr<TableFile>> files_;
    JoinedColumns joined_;  ///< of `files_`
};

}  // namespace factlint
