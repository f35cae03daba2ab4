// UnitSource: one facts/units/*.yaml, or a project's own file of that form, as rows of units.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/problem.h"
#include "text/sources.h"
#include "text/yaml.h"
#include "value/unit.h"

namespace factlint {

/// One unit. `row.id` is empty: the text is in `id`, whose place the caller fixes.
struct UnitSource {
    std::string id;
    Unit row;
    Place place;  ///< of its identifier
};

/// Whether a file is one of units: it has a `class`.
bool is_unit_file(const yaml::Node& root);

/// The units of a file, in its order. What cannot be understood is a finding with its place.
std::vector<UnitSource> read_units(const yaml::Node& root, SourceId source, Findings& findings);

}  // namespace factlint
