// Data packages: data files, how they are written, and the schema of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/dialect.h"
#include "schema/table_schema.h"

namespace factlint {

/// One resource of a package: files of the same form, one behind the other.
struct Resource {
    std::string name;
    std::vector<std::string> paths;  ///< relative to the package's folder, none that leads out of it
    std::string format;              ///< "csv"; empty where it is not stated
    std::string encoding;            ///< empty where it is not stated: UTF-8
    std::optional<Dialect> dialect;  ///< nullopt where it is not stated
    std::optional<TableSchema> schema;
    std::optional<Place> place;
};

struct DataPackage {
    std::vector<Resource> resources;
};

}  // namespace factlint
