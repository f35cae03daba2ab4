// Suppression: `<!-- factlint-ignore ID: reason -->` in a document, `ignore` in factlint.yaml for data files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/corpus.h"
#include "check/report.h"

namespace factlint {

/// Removes the findings about `document` that it suppresses by id; how many. A suppression that suppresses nothing is a
/// finding itself (`unused-suppression`).
std::uint32_t suppress(const LoadedDocument& document, std::vector<Finding>& findings);

/// Findings of data files that the project knows of, and why it leaves them.
struct IgnoredData {
    std::string id;
    std::string files;   ///< a glob
    std::string column;  ///< of a table; empty = the finding, whatever it is about
    std::string reason;
    Place place;
};

/// Removes the findings about data files of `report` that `ignored` names; how many. Findings about rule files stay. An
/// entry that names nothing is the finding `unused-suppression`, unless a run that reads all might need it: a file of its
/// glob is in `root`, and none was read.
std::uint32_t suppress_data(const std::vector<IgnoredData>& ignored, const std::string& root,
                            const Sources& sources, Report& report);

}  // namespace factlint
