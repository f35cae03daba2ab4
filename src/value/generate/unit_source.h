// UnitSource: one facts/units/*.yaml, or a project's own file of that form, as rows of units.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"
#include "text/sources.h"
#include "text/yaml.h"
#include "value/unit.h"

namespace factlint {

/// The words for a unit's class, in the order of UnitClass.
inline constexpr std::array<std::string_view, 5> class_names{"none", "percent", "money", "measure",
                                                             "duration"};

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
