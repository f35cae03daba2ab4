// TableFile: a file of rows, ready to be read as often as a check needs it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "check/corpus.h"
#include "check/table/tally.h"
#include "read/table.h"
#include "text/file.h"

namespace factlint {

/// Files of up to 16 MiB, compressed ones and those that are not on disk are a Source; larger ones are read in blocks, and only the rows
/// that a report shows become Sources.
class TableFile {
  public:
    /// The file `path` below `root`. A failure is a finding, once, in `findings`; `delimiter`: instead of what the file
    /// itself shows.
    static std::optional<TableFile> open(Corpus& corpus, const std::string& root, const std::string& path,
                                         std::optional<char> delimiter, std::vector<Finding>& findings);

    const std::string& path() const { return path_; }
    const Dialect& dialect() const { return dialect_; }
    /// The delimiter is neither what the name says (*.tsv: a tab, else a comma) nor what the caller does.
    bool sniffed() const { return sniffed_; }
    std::uint64_t bytes() const { return bytes_; }
    /// From the first row on. One reader at a time.
    RowReader rows();
    /// An errno, where the file could not be read to its end; 0 otherwise.
    int error() const { return *error_; }
    /// Where the part of a kept row stands.
    Place place(const KeptRow& row, Sources& sources) const;

  private:
    void find_dialect(std::optional<char> delimiter);

    std::string path_, disk_path_;
    Dialect dialect_;
    bool sniffed_ = false;
    std::uint64_t bytes_ = 0;
    std::optional<SourceId> whole_;
    std::string_view text_;  ///< of `whole_`
    std::unique_ptr<int> error_ = std::make_unique<int>(0);
    std::unique_ptr<File> file_;  ///< that the reader at hand reads
};

}  // namespace factlint
