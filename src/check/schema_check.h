// JSON, JSON Lines and YAML data against a JSON Schema: one finding for each cause.
#pragma once

#include <cstdint>
#include <vector>

#include "check/finding_groups.h"
#include "read/tree.h"
#include "schema/json_schema.h"

namespace factlint {

/// Gathers what a schema has against any number of values: errors of one keyword of the schema are of one cause.
class SchemaCheck {
  public:
    SchemaCheck(const schema::JsonSchema& schema, std::uint32_t most) : schema_(schema), errors_(most) {}

    /// Whether the value is as the schema says.
    bool check(const Tree& tree);
    /// What was found in values behind these.
    void merge(SchemaCheck&& behind, const FindingGroups::MovePlace& moved);
    /// Errors beyond those that were looked at one by one are counted.
    void report(std::vector<Finding>& findings);

  private:
    const schema::JsonSchema& schema_;
    FindingGroups errors_;
    std::uint64_t not_grouped_ = 0;
};

}  // namespace factlint
