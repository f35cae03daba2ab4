#include "check/table/joined_columns.h"

#include <algorithm>

#include "text/listing.h"
#include "text/problem.h"

namespace factlint {

void JoinedColumns::add(const std::string& path, const std::vector<TableColumn>& columns, bool may_lack) {
    File& file = files_.emplace_back(File{path, columns.front().place, may_lack, {}});
    std::map<std::string_view, std::size_t> seen;
    for (const TableColumn& column : columns) {
        const auto next = static_cast<std::uint32_t>(columns_.size());
        const auto [known, fresh] = known_.try_emplace({column.name, seen[column.name]++}, next);
        if (fresh) columns_.push_back(column);
        file.columns.push_back(known->second);
    }
}

std::vector<std::uint32_t> JoinedColumns::arrangement(std::size_t file) const {
    const std::vector<std::uint32_t>& own = files_[file].columns;
    if (own.size() == columns_.size() && std::is_sorted(own.begin(), own.end())) return {};
    std::vector<std::uint32_t> columns(columns_.size(), JoinedFile::no_column);
    for (std::uint32_t i = 0; i < own.size(); ++i) columns[own[i]] = i;
    return columns;
}

/// Of each column the files that lack it.
std::vector<std::vector<const JoinedColumns::File*>> JoinedColumns::lacking() const {
    std::vector<std::vector<const File*>> files(columns_.size());
    for (const File& file : files_) {
        std::vector<bool> has(columns_.size(), file.may_lack);
        for (const std::uint32_t column : file.columns) has[column] = true;
        for (std::size_t column = 0; column < has.size(); ++column)
            if (!has[column]) files[column].push_back(&file);
    }
    return files;
}

Finding JoinedColumns::missing(const TableColumn& column, const std::vector<const File*>& files) const {
    constexpr std::size_t most_places = 5;
    std::vector<std::string> paths;
    for (const File* file : files) paths.push_back(file->path);
    Finding finding;
    finding.id = "missing-column";
    finding.message = std::to_string(files.size()) + " of " + counted(files_.size(), "file") +
                      " of a table " + (files.size() == 1 ? "has" : "have") + " no column " +
                      quoted(column.name) + ": " + listing(paths);
    finding.column = column.name;
    finding.primary = files.front()->header;
    finding.related.push_back({column.place, "another has it"});
    for (std::size_t i = 1; i < std::min(files.size(), most_places); ++i)
        finding.related.push_back({files[i]->header, ""});
    finding.help = "add it, or give the files that have it a table of their own";
    return finding;
}

void JoinedColumns::report(std::vector<Finding>& findings) const {
    const auto files = lacking();
    for (std::size_t column = 0; column < columns_.size(); ++column)
        if (!files[column].empty()) findings.push_back(missing(columns_[column], files[column]));
}

}  // namespace factlint
