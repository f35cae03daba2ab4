// Schemas of data files: named by a rule, or beside the file.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "check/corpus.h"
#include "read/tree.h"
#include "schema/json_schema.h"
#include "schema/table_schema.h"

namespace factlint {

/// Schema files of one run, each read and compiled once; what is wrong with one is said once.
class SchemaFiles {
  public:
    SchemaFiles(Corpus& corpus, std::string root) : corpus_(corpus), root_(std::move(root)) {}

    /// The schema that stands beside a data file: orders.schema.json or orders.csv.schema.json for orders.csv; for
    /// tables a datapackage.json of the same folder that lists it. Empty where there is none.
    std::string beside(const std::string& data_path);

    /// The JSON Schema at `path`, JSON or YAML; nullptr where it cannot be used, with findings.
    const schema::JsonSchema* json_schema(const std::string& path, std::vector<Finding>& findings);

    /// What the Table Schema or Data Package at `path` says of the table at `data_path`.
    std::optional<TableSchema> table_schema(const std::string& path, const std::string& data_path,
                                            std::vector<Finding>& findings);
    /// The path of a resource of the package beside `data_path`, as foreign keys name it; empty where there is none.
    std::string resource_path(const std::string& package_path, const std::string& resource);

  private:
    const Tree* tree(const std::string& path, std::vector<Finding>& findings);
    bool exists(const std::string& path) const;

    Corpus& corpus_;
    std::string root_;
    std::map<std::string, std::unique_ptr<Tree>> trees_;
    std::map<std::string, std::optional<schema::JsonSchema>> json_schemas_;
};

}  // namespace factlint
