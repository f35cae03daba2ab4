// Report: everything one run found, ready to be rendered. Holds values and places, no formatting.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/finding.h"

namespace factlint {

enum class Verdict : std::uint8_t { holds, broken, not_checked };

/// One claim evaluated for one document (or, across documents, for several).
struct ClaimResult {
    std::string id;
    std::string rule;                    ///< path of the rule file
    std::vector<std::string> documents;  ///< one, or all of an `across` claim
    bool across = false;
    Verdict verdict = Verdict::holds;
    std::string reason;  ///< why not checked; empty otherwise
    Severity severity = Severity::error;
    std::string message;  ///< the claim in words, with values
    std::string why;
    std::vector<Step> derivation;
    std::uint32_t evaluated = 0;  ///< how many times (matches, rows, conflicting values)
    std::uint32_t broken = 0;
    std::vector<Place> places;  ///< of every fact it read
    Place rule_place;
};

struct DocumentResult {
    std::string path;
    std::string language;
    std::uint64_t bytes = 0;
    std::uint32_t numbers_read = 0;   ///< facts extraction found
    std::uint32_t numbers_owned = 0;  ///< of them, read by some claim
};

/// A file of data that was read as such.
struct DataResult {
    std::string path;
    std::string format;  ///< "csv", "json", …
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0;     ///< of a table without its header; documents or lines of other formats
    std::uint64_t columns = 0;  ///< of a table
};

struct Summary {
    std::uint32_t documents = 0, rule_files = 0;
    std::uint32_t claims_held = 0, claims_broken = 0, claims_not_checked = 0;
    std::uint32_t errors = 0, warnings = 0, notes = 0;
    std::uint32_t suppressed = 0;
    std::uint32_t numbers_read = 0, numbers_owned = 0;
    std::uint32_t data_files = 0;
    std::uint64_t rows = 0;  ///< of all tables
};

struct Report {
    Summary summary;
    std::vector<ClaimResult> claims;
    std::vector<Finding> findings;  ///< sorted by place, then id
    std::vector<DocumentResult> documents;
    std::vector<DataResult> data;
};

}  // namespace factlint
