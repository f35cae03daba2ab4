#include "check/table/table_file.h"

#include <cerrno>

namespace factlint {
namespace {

constexpr std::uint64_t largest_whole = std::uint64_t{16} << 20;

/// 0 where the file system does not tell.
std::uint64_t size_on_disk(const std::string& path) {
    const File file(path);
    struct stat status {};
    return file.is_open() && file.status(status) && S_ISREG(status.st_mode)
               ? static_cast<std::uint64_t>(status.st_size)
               : 0;
}

/// `error`: an errno where reading fails before the end.
std::size_t read_fully(const File& file, char* buffer, std::size_t size, int& error) {
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got = file.read_some(buffer + filled, size - filled);
        if (got < 0) error = errno;
        if (got <= 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

}  // namespace

std::optional<TableFile> TableFile::open(Corpus& corpus, const std::string& root, const std::string& path,
                                         std::optional<char> delimiter, std::vector<Finding>& findings) {
    TableFile table;
    table.path_ = path;
    table.disk_path_ = path.starts_with('/') ? path : root + "/" + path;
    table.bytes_ = size_on_disk(table.disk_path_);
    if (table.bytes_ <= largest_whole || is_compressed(path)) {
        const SourceId* source = corpus.open_data(root, path, findings);
        if (!source) return std::nullopt;
        table.whole_ = *source;
        table.text_ = corpus.sources().text(*source);
        table.bytes_ = table.text_.size();
    }
    table.find_dialect(delimiter);
    return table;
}

void TableFile::find_dialect(std::optional<char> delimiter) {
    std::string start(std::size_t{64} << 10, '\0');
    const RowReader unused = rows();
    const std::size_t size = whole_ ? text_.copy(start.data(), start.size())
                                    : read_fully(*file_, start.data(), start.size(), *error_);
    dialect_ = sniff_dialect(path_, std::string_view(start).substr(0, size));
    sniffed_ = !delimiter && dialect_.delimiter != sniff_dialect(path_, "").delimiter;
    if (delimiter) dialect_.delimiter = *delimiter;
}

RowReader TableFile::rows() {
    if (whole_) return {bytes_of(text_), dialect_};
    file_ = std::make_unique<File>(disk_path_);
    return {[file = file_.get(), error = error_.get()](char* buffer, std::size_t size) {
                return read_fully(*file, buffer, size, *error);
            },
            dialect_};
}

Place TableFile::place(const KeptRow& row, Sources& sources) const {
    if (whole_) {
        const auto base = static_cast<std::uint32_t>(row.base);
        return {*whole_, {base + row.part.begin, base + row.part.end}};
    }
    const SourceId id = sources.add(path_, row.text, row.base, static_cast<std::uint32_t>(row.lines_before));
    return {id, row.part};
}

}  // namespace factlint
