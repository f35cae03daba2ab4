// Frictionless descriptors (specs.frictionlessdata.io v1, datapackage.org v2): JSON trees → schemas of tables.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "read/tree.h"
#include "schema/data_package.h"
#include "schema/table_schema.h"
#include "text/finding.h"

namespace factlint {

/// The schema whose descriptor is the node `index`. Every mistake is a finding (concern rule) with its place in the JSON:
/// `wrong-type`, `missing-key`, `bad-value`, `unknown-name` for keys over fields that there are not, `duplicate-name`;
/// what is asked for and not checked is a warning (`unsupported-key`); a key one slip away from one of the standard is a
/// note (`unknown-key`): others are allowed there. A part with a mistake is left out, the rest is given. What the
/// constraints of a field say is read by ColumnCheck. O(nodes).
TableSchema read_table_schema(const Tree& tree, TreeIndex index, std::vector<Finding>& findings);

/// Gives the tree of a file beside the package, or nullptr with a finding of its own. Trees outlive the reading.
using LoadTree = std::function<const Tree*(std::string_view path, Place from)>;

/// Whether a descriptor is a package: it has `resources`.
bool is_data_package(const Tree& tree);

/// The package whose descriptor is the root. Schemas and dialects that are named by path are loaded with `load`; a path
/// that leads out of the package's folder, and an address of the network, is a finding (`bad-path`). O(nodes).
DataPackage read_data_package(const Tree& tree, const LoadTree& load, std::vector<Finding>& findings);

}  // namespace factlint
