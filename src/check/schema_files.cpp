#include "check/schema_files.h"

#include <filesystem>

#include "check/files.h"
#include "read/json_tree.h"
#include "read/yaml_tree.h"
#include "schema/table_schema_reader.h"

namespace factlint {
namespace {

bool is_yaml(std::string_view path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::string without_extension(const std::string& path) {
    const auto dot = path.rfind('.');
    return dot == std::string::npos || dot < folder_of(path).size() ? path : path.substr(0, dot);
}

/// "a/../b" as "b".
std::string normal(const std::string& path) {
    return std::filesystem::path(path).lexically_normal().string();
}

Finding not_a_table_schema(const Tree& tree, const std::string& path) {
    Finding finding;
    finding.id = "bad-schema";
    finding.concern = Concern::rule;
    finding.message = path + " is no schema of a table";
    finding.primary = tree.place(0);
    finding.help = "expected a Table Schema with `fields`, or a Data Package with `resources`";
    return finding;
}

}  // namespace

bool SchemaFiles::exists(const std::string& path) const {
    std::error_code error;
    return std::filesystem::is_regular_file(path_on_disk(root_, path), error);
}

std::string SchemaFiles::beside(const std::string& data_path) {
    for (const std::string& name : {without_extension(data_path), data_path})
        if (const std::string path = name + ".schema.json"; exists(path)) return path;
    const bool table = data_path.ends_with(".csv") || data_path.ends_with(".tsv");
    const std::string package = folder_of(data_path) + "datapackage.json";
    if (!table || !exists(package)) return "";
    std::vector<Finding> unsaid;  // whoever uses the package hears of its faults
    return table_schema(package, data_path, unsaid) ? package : "";
}

const Tree* SchemaFiles::tree(const std::string& path, std::vector<Finding>& findings) {
    const auto [entry, fresh] = trees_.try_emplace(path);
    if (!fresh) return entry->second.get();
    const SourceId* source = corpus_.open_data(root_, path, findings);
    if (!source) return nullptr;
    auto read = std::make_unique<Tree>();
    if (is_yaml(path)) {
        auto documents = read_yaml(corpus_.sources(), *source, findings);
        if (!documents.empty()) *read = std::move(documents.front());
    } else {
        *read = read_json(corpus_.sources(), *source, findings);
    }
    if (!read->nodes.empty()) entry->second = std::move(read);
    return entry->second.get();
}

const schema::JsonSchema* SchemaFiles::json_schema(const std::string& path, std::vector<Finding>& findings) {
    const auto [entry, fresh] = json_schemas_.try_emplace(path);
    if (fresh)
        if (const Tree* root = tree(path, findings)) {
            schema::Options options;
            options.uri = path;
            options.assert_formats = true;
            options.resolve = [this, &findings](std::string_view uri) -> const Tree* {
                const std::string other = normal(std::string(uri));
                const bool local = other.find(':') == std::string::npos && stays_inside(other);
                return local && exists(other) ? tree(other, findings) : nullptr;
            };
            entry->second = schema::compile(*root, options, findings);
        }
    return entry->second ? &*entry->second : nullptr;
}

std::optional<TableSchema> SchemaFiles::table_schema(const std::string& path, const std::string& data_path,
                                                     std::vector<Finding>& findings) {
    const Tree* root = tree(path, findings);
    if (!root) return std::nullopt;
    const std::string folder = folder_of(path);
    if (is_data_package(*root)) {
        const LoadTree load = [&](std::string_view name, Place) {
            return tree(normal(folder + std::string(name)), findings);
        };
        for (const Resource& resource : read_data_package(*root, load, findings).resources)
            for (const std::string& named : resource.paths)
                if (normal(folder + named) == normal(data_path)) return resource.schema;
        return std::nullopt;
    }
    if ((*root)[0].kind == TreeKind::object && find_member(*root, 0, "fields"))
        return read_table_schema(*root, 0, findings);
    findings.push_back(not_a_table_schema(*root, path));
    return std::nullopt;
}

std::string SchemaFiles::resource_path(const std::string& package_path, const std::string& resource) {
    std::vector<Finding> said;
    const Tree* root = tree(package_path, said);
    if (!root || !is_data_package(*root)) return "";
    const LoadTree load = [](std::string_view, Place) -> const Tree* { return nullptr; };
    for (const Resource& one : read_data_package(*root, load, said).resources)
        if (one.name == resource && !one.paths.empty())
            return normal(folder_of(package_path) + one.paths.front());
    return "";
}

}  // namespace factlint
