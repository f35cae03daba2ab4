#include <filesystem>

#include <fmt/format.h>

#include "check/table/profile.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "text/escape.h"

namespace factlint {
namespace {

namespace fs = std::filesystem;

struct NewFile {
    std::string_view path;
    std::string_view text;
};

/// What a new project starts with. The first one says that it is a project.
constexpr NewFile new_files[] = {
    {"factlint.yaml",
     R"(# What must hold is in rules/; what is known, and the documents, in facts/. `factlint check` checks all of it.
rules: rules/**/*.yaml
)"},
    {"rules/example.yaml",
     R"(# An example to replace: names for values, claims about them, and texts that show both ways.
factlint: 1
title: The parts of a sum
documents: facts/*.md

facts:
  apples: {find: '{:count} apples'}
  pears: {find: '{:count} pears'}
  all: {find: '{:count} pieces of fruit'}

claims:
  - id: fruit-adds-up
    says: '{apples} apples and {pears} pears are {all} pieces of fruit'
    assert: apples + pears == all

tests:
  - {text: '12 apples and 30 pears are 42 pieces of fruit.', holds: fruit-adds-up}
  - {text: '12 apples and 30 pears are 43 pieces of fruit.', breaks: fruit-adds-up}
)"},
    {"facts/example.md", R"(# The basket

There are 12 apples and 30 pears in the basket. These 42 pieces of fruit are for the whole week.
)"},
    {".pre-commit-config.yaml", R"(repos:
  - repo: local
    hooks:
      - id: factlint
        name: factlint
        entry: factlint check --tracked
        language: system
        always_run: true
        pass_filenames: false
)"},
};

bool exists(const std::string& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

/// Nothing that is there is written over.
int init_project() {
    const std::string settings(new_files[0].path);
    if (exists(settings)) {
        write_problem(settings + " is there already: this folder is a project");
        return exit_unchecked;
    }
    std::string done;
    for (const NewFile& file : new_files) {
        const std::string path(file.path);
        const bool is_there = exists(path);
        if (!is_there && !write_file(path, file.text)) return exit_unchecked;
        done += is_there ? path + " is left as it is\n" : "wrote " + path + "\n";
    }
    done += "next: factlint check\n";
    return write_output(done) ? exit_clean : exit_unchecked;
}

/// "rules/orders.yaml" from "data/orders.csv" or "data/shop.db#orders".
int init_from(const Project& project, const std::string& given, Corpus& corpus) {
    std::vector<Finding> findings;
    const std::size_t hash = std::min(given.find('#'), given.size());
    TableName source{from_working_folder(project, given.substr(0, hash)),
                     given.substr(std::min(hash + 1, given.size()))};
    auto table = TableFile::open(corpus, project.root, source, findings);
    if (table && !table->inside().empty()) {
        source.columns = {table->inside().begin(), table->inside().end()};
        table = TableFile::open(corpus, project.root, source, findings);
    }
    write_problems(findings);
    if (!table) return exit_unchecked;
    const Profile profile = profile_table(*table);
    if (profile.rows == 0 || profile.columns.empty()) {
        write_problem(given +
                      (profile.rows == 0 ? " has no rows below its header" : " has no columns with a name"));
        return exit_unchecked;
    }
    const std::string name = table_name(source.part.empty() ? source.path : source.part);
    const std::string rules = "rules/" + name + ".yaml", on_disk = project.root + "/" + rules;
    if (exists(on_disk)) {
        write_problem(rules + " is there already: it is not written over");
        return exit_unchecked;
    }
    if (!write_file(on_disk, write_rules(profile, name, source.text()))) return exit_unchecked;
    const bool one_row = profile.rows == 1, one_column = profile.columns.size() == 1;
    const std::string done =
        fmt::format("wrote {}: {} column{} of {} ({} row{})", rules, profile.columns.size(),
                    one_column ? "" : "s", given, profile.rows, one_row ? "" : "s");
    return write_output(terminal_line(done)) ? exit_clean : exit_unchecked;
}

}  // namespace

int run_init(const Options& options) {
    if (options.from.empty()) return init_project();
    Sources sources;
    const Project project = open_project(options, sources);
    Corpus corpus(sources);
    declare_encodings(project, corpus);
    int code = exit_clean;
    for (const std::string& path : options.from) code = std::max(code, init_from(project, path, corpus));
    return code;
}

}  // namespace factlint
