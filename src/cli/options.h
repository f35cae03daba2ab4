// Options: what the command line said. One struct for all commands; a command reads the fields its flags fill.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/finding.h"

namespace factlint {

struct Options {
    std::string command = "check";
    std::vector<std::string> arguments;  ///< positional: paths, an expression, a rule
    std::vector<std::string> rules;      ///< --rules
    std::vector<std::string> documents;  ///< --documents, globs
    std::vector<std::string> exclude;    ///< --exclude, globs
    std::vector<std::string> formats;    ///< --format NAME[=FILE]
    std::vector<std::string> kinds;      ///< --kind
    std::vector<std::string> from;       ///< --from, tables
    std::string language;                ///< --lang
    std::string colour = "auto";         ///< --color auto|always|never
    std::string fail_on = "error";       ///< --fail-on error|warning|note|never
    std::string stdin_filename;          ///< --stdin-filename
    std::string max_findings;            ///< --max-findings
    std::string memory;                  ///< --memory
    std::string valid;                   ///< --valid
    std::string invalid;                 ///< --invalid
    std::string threads;                 ///< --threads; empty: one for each processor
    bool tracked = false;
    bool stream = false;
    bool list_files = false;
    bool verbose = false;
    bool coverage = false;
    bool all = false;  ///< --all: identifiers too
};

/// The options, or the exit code and text to leave with (help, version, a bad flag).
struct ParsedOptions {
    std::optional<Options> options;
    int exit_code = 0;
    std::string output;
    std::string error;
};

ParsedOptions parse_options(int argc, char** argv);

}  // namespace factlint
