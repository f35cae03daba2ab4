#include "check/data_value.h"

#include <algorithm>
#include <string>
#include <vector>

#include "check/data_files.h"
#include "read/csv.h"
#include "read/document_table.h"
#include "read/json_lines.h"
#include "read/json_tree.h"
#include "read/pointer.h"
#include "read/reader.h"
#include "read/toml_tree.h"
#include "read/yaml_tree.h"

namespace factlint {
namespace {

Finding with_help(Finding finding, std::string help) {
    finding.help = std::move(help);
    return finding;
}

Result<Located> at_cell(const Sources& sources, SourceId source, std::string_view pointer) {
    std::vector<std::string> names = names_of(pointer);
    if (names.size() < 2)
        return data_not_found({source, {}},
                              "expected ROW/COLUMN behind # for a cell of " + sources[source].path);
    for (std::size_t i = 2; i < names.size(); ++i) names[1] += "/" + names[i];
    return at_csv_cell(sources, source, names[0], names[1]);
}

/// The first step of a pointer into a file of several values, which is the number of one, and the rest.
struct Numbered {
    std::optional<std::size_t> number;
    std::string_view rest;
};

Numbered numbered(std::string_view pointer) {
    if (!pointer.starts_with('/')) return {};
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    return {item_number(pointer.substr(1, end - 1)), pointer.substr(end)};
}

Finding no_such_value(const Sources& sources, SourceId source, std::string_view pointer,
                      std::string_view each, std::size_t count) {
    const std::string many = std::to_string(count) + " " + std::string(each) + (count == 1 ? "" : "s");
    return with_help(data_not_found({source, {}}, "'" + std::string(pointer) + "' does not exist: " +
                                                      sources[source].path + " has " + many),
                     "the first step is the number of a " + std::string(each) + ", from 0");
}

Result<Located> at_value(const Sources& sources, DataTrees& trees, SourceId source,
                         std::string_view pointer) {
    const DataTrees::Read& file = trees.read(sources, source);
    for (const Finding& finding : file.findings)
        if (finding.concern == Concern::input) return finding;
    if (file.values.size() == 1) return at_pointer(sources, file.values.front(), pointer);
    const Numbered step = numbered(pointer);
    if (step.number && *step.number < file.values.size())
        return at_pointer(sources, file.values[*step.number], step.rest);
    return no_such_value(sources, source, pointer, "document", file.values.size());
}

Result<Located> at_record(const Sources& sources, SourceId source, std::string_view pointer) {
    const Numbered step = numbered(pointer);
    JsonLines lines(sources, source);
    std::size_t count = 0;
    for (; lines.skip(); ++count) {
        if (count != step.number) continue;
        Findings findings;
        const Tree& tree = lines.read(findings);
        return tree.nodes.empty() ? Result<Located>(findings.back()) : at_pointer(sources, tree, step.rest);
    }
    return no_such_value(sources, source, pointer, "record", count);
}

}  // namespace

std::vector<std::string> names_of(std::string_view selector) {
    if (selector.starts_with('/')) selector.remove_prefix(1);
    std::vector<std::string> names(1);
    for (std::size_t i = 0; i < selector.size(); ++i) {
        const std::string_view two = selector.substr(i, 2);
        if (selector[i] == '/') {
            names.emplace_back();
        } else if (two == "~0" || two == "~1") {
            names.back() += two == "~0" ? '~' : '/';
            ++i;
        } else {
            names.back() += selector[i];
        }
    }
    return names;
}

const DataTrees::Read& DataTrees::read(const Sources& sources, SourceId source) {
    const auto [file, fresh] = files_.try_emplace(source);
    if (!fresh) return file->second;
    auto& [values, findings] = file->second;
    const std::string_view format = format_name(sources[source].path);
    if (format == "yaml")
        values = read_yaml(sources, source, findings);
    else
        values.push_back(format == "toml" ? read_toml(sources, source, findings)
                                          : read_json(sources, source, findings));
    return file->second;
}

Result<Located> locate(const Sources& sources, DataTrees& trees, SourceId source, std::string_view pointer) {
    const std::string_view format = format_name(sources[source].path);
    if (format == "csv") return at_cell(sources, source, pointer);
    if (format == "jsonl") return at_record(sources, source, pointer);
    return at_value(sources, trees, source, pointer);
}

Result<Span> locate_cell(const Sources& sources, const Document& document, std::string_view selector) {
    const std::vector<std::string> names = names_of(selector);
    if (names.size() == 2) return at_document_cell(sources, document, {}, names[0], names[1]);
    if (names.size() == 3) return at_document_cell(sources, document, names[0], names[1], names[2]);
    return with_help(data_not_found({document.source, {}},
                                    "expected ROW/COLUMN or TABLE/ROW/COLUMN behind # for a cell of " +
                                        sources[document.source].path),
                     "a / within a name is written ~1");
}

bool has_document_tables(std::string_view path) {
    const std::string_view name = reader_for(path).name;
    return name == "markdown" || name == "html";
}

}  // namespace factlint
