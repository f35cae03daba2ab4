// Project: the root, its factlint.yaml, and the rule files of one run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/corpus.h"
#include "check/suppress.h"
#include "cli/options.h"
#include "rules/rule.h"
#include "text/sources.h"
#include "text/transcode.h"

namespace factlint {

/// `encodings: {'data/old/*.csv': shift_jis}`
struct FileEncoding {
    std::string glob;
    const Encoding* encoding;
};

struct Project {
    std::string root =
        ".";  ///< folder of factlint.yaml, found upwards; else of .git; else the working folder
    std::vector<Glob> rules;
    std::vector<Glob> languages;  ///< files of languages and units
    std::vector<Glob> documents;  ///< empty = the rule files' own
    std::vector<Glob> data;       ///< data files that each run looks into, whatever the rules read
    std::vector<std::string> exclude;
    std::vector<std::string> formats;
    std::string fail_on;
    std::vector<FileEncoding> encodings;
    std::vector<IgnoredData> ignored;
    std::vector<Finding> findings;  ///< of factlint.yaml, concern rule
};

/// Flags win over factlint.yaml. Languages and units that it names are taken into use: before that, nothing is read or
/// compiled.
Project open_project(const Options& options, Sources& sources);

/// The same for commands that need only the languages. Nothing, with what is wrong on standard error, where factlint.yaml
/// or a file of a language is broken.
std::optional<Project> open_languages(const Options& options, Sources& sources);

/// Tells the corpus what the project says of the encodings of files.
void declare_encodings(const Project& project, Corpus& corpus);

/// Loads the rule files the project names. Unreadable ones are findings of the result.
Rules load_project_rules(const Project& project, Sources& sources);

/// A path given on the command line, which is relative to the working folder, as one relative to the root.
std::string from_working_folder(const Project& project, const std::string& path);

}  // namespace factlint
