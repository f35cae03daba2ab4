// Examples: the `tests:` that every rule file carries, run through the same check as documents.
#pragma once

#include <string>
#include <vector>

#include "check/report.h"
#include "rules/rule.h"
#include "text/sources.h"

namespace factlint {

struct ExampleResult {
    std::string rule;                   ///< path of the rule file
    Place place;                        ///< of the example
    std::vector<std::string> failures;  ///< "aid-adds-up should break, but holds: …"; empty = passed
};

struct ExamplesReport {
    std::vector<ExampleResult> examples;
    std::vector<std::pair<std::string, std::string>>
        never_broken;  ///< rule file and claim that no example breaks
};

/// Runs every example on its own: its text is the only document, `files:` are the only other files.
ExamplesReport run_examples(const Rules& rules, Sources& sources);

}  // namespace factlint
