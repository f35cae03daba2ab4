// Files: globs, what git ignores and tracks. The only place that walks folders.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/finding.h"
#include "text/sources.h"

namespace factlint {

/// Where a path of a rule file or a document lies: below `root`, unless it is absolute.
std::string path_on_disk(const std::string& root, const std::string& path);

/// Whether it has one of * ? [ {.
bool is_glob(std::string_view path);

/// Whether `path` ('/' separated) matches `glob`: * ? [a-z] {a,b} within a component, ** across components.
bool glob_match(std::string_view glob, std::string_view path);

/// Files under `root` that match, sorted, relative to `root`. Left out: `exclude`, what .gitignore files name, .git,
/// node_modules, build. A glob without wildcards names its file whatever is left out. Never follows links to folders.
std::vector<std::string> expand_glob(const std::string& root, std::string_view glob,
                                     const std::vector<std::string>& exclude);

/// Whether a path of a rule file stays below the root: relative, without "..".
bool stays_inside(std::string_view path);

/// What `git ls-files` names below `root`, sorted; nullopt where git cannot be run or `root` is in no repository.
std::optional<std::vector<std::string>> tracked_files(const std::string& root);

/// The finding of a path in a rule file that does not.
Finding leaves_root(const std::string& path, const Place& place);

/// The finding of a documents glob that matches no file; without a place it comes from the command line.
Finding matches_nothing(const std::string& glob, const std::optional<Place>& place, std::string help);

}  // namespace factlint
