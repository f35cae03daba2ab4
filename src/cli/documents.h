// Which documents a command works on: its paths and globs, or what the project and its rule files name.
#pragma once

#include <string>
#include <vector>

#include "check/check.h"
#include "cli/options.h"
#include "cli/project.h"

namespace factlint {

/// Paths and globs that the user typed.
std::vector<Glob> from_command_line(const std::vector<std::string>& paths);

/// The files that globs name, as paths relative to the root, sorted. Those of the command line are relative to the working
/// folder. A folder means all files below it. One that names nothing is a finding.
std::vector<std::string> named_documents(const Project& project, const std::vector<Glob>& globs,
                                         std::vector<Finding>& findings);

/// What check and explain run on.
CheckRequest request_for(const Project& project, const Options& options, std::vector<Finding>& findings);

}  // namespace factlint
