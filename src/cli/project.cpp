#include "cli/project.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "check/files.h"
#include "cli/output.h"
#include "facts/user_languages.h"
#include "report/text_finding.h"
#include "text/problem.h"
#include "text/yaml.h"

namespace factlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view config_name = "factlint.yaml";
constexpr std::string_view default_rules = "rules/**/*.{yaml,yml}";
constexpr std::string_view default_format = "text";

/// Upwards from the working folder: the folder of factlint.yaml, else of .git, else the working folder.
std::string find_root() {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    for (const std::string_view marker : {config_name, std::string_view(".git")})
        for (fs::path folder = here;; folder = folder.parent_path()) {
            if (fs::exists(folder / marker, error)) return folder.string();
            if (folder == folder.parent_path()) break;
        }
    return here.string();
}

using Globs = std::vector<Glob> Project::*;
using Texts = std::vector<std::string> Project::*;
using Text = std::string Project::*;

using ReadValue = void (*)(const yaml::Node&, SourceId, Project&);

void read_encodings(const yaml::Node& value, SourceId source, Project& project);
void read_ignored(const yaml::Node& value, SourceId source, Project& project);

/// One key of factlint.yaml: a list of texts, or one, or what a function reads.
struct Key {
    std::string_view name;
    std::variant<Globs, Texts, Text, ReadValue> field;
};
const std::array<Key, 9>& keys() {
    static const std::array<Key, 9> table = {{{"rules", &Project::rules},
                                              {"languages", &Project::languages},
                                              {"documents", &Project::documents},
                                              {"data", &Project::data},
                                              {"exclude", &Project::exclude},
                                              {"formats", &Project::formats},
                                              {"fail_on", &Project::fail_on},
                                              {"encodings", read_encodings},
                                              {"ignore", read_ignored}}};
    return table;
}

std::vector<Glob> texts_of(const yaml::Node& node, SourceId source, Findings& findings) {
    if (node.kind == yaml::NodeKind::scalar) return {{node.text, Place{source, node.span}}};
    std::vector<Glob> texts;
    for (const yaml::Node* item : node.items) {
        if (node.kind == yaml::NodeKind::sequence && item->kind == yaml::NodeKind::scalar) {
            texts.push_back({item->text, Place{source, item->span}});
            continue;
        }
        findings.push_back(problem("wrong-type", {source, item->span}, "expected a text or a list of texts"));
        return {};
    }
    return texts;
}

/// {'data/old/*.csv': shift_jis}
void read_encodings(const yaml::Node& value, SourceId source, Project& project) {
    if (value.kind != yaml::NodeKind::mapping) {
        project.findings.push_back(
            problem("wrong-type", {source, value.span}, "expected globs of files and their encodings"));
        return;
    }
    for (std::size_t i = 0; i + 1 < value.items.size(); i += 2) {
        const yaml::Node& glob = *value.items[i];
        const yaml::Node& name = *value.items[i + 1];
        const Encoding* encoding = find_encoding(name.text);
        if (encoding)
            project.encodings.push_back({glob.text, encoding});
        else
            project.findings.push_back(problem("unknown-encoding", {source, name.span},
                                               "there is no encoding " + factlint::quoted(name.text),
                                               encoding_suggestion(name.text)));
    }
}

/// One key of an entry of `ignore`.
struct IgnoreKey {
    std::string_view name;
    std::string IgnoredData::*field;
    bool needed;
};
constexpr IgnoreKey ignore_keys[] = {{"id", &IgnoredData::id, true},
                                     {"files", &IgnoredData::files, true},
                                     {"column", &IgnoredData::column, false},
                                     {"reason", &IgnoredData::reason, true}};

/// {id: ragged-row, files: 'data/old/*.csv', reason: the last column came in 2024}
void read_ignored_entry(const yaml::Node& node, SourceId source, Project& project) {
    const auto report = [&](std::string id, Span span, std::string message, std::string help) {
        project.findings.push_back(
            problem(std::move(id), {source, span}, std::move(message), std::move(help)));
    };
    if (node.kind != yaml::NodeKind::mapping)
        return report("wrong-type", node.span, "expected an entry", "write `{id: …, files: …, reason: …}`");
    IgnoredData entry;
    const yaml::Node* id = yaml::find_value(node, "id");
    entry.place = {source, id ? id->span : node.span};
    const std::size_t before = project.findings.size();
    std::vector<std::string_view> names;
    for (const IgnoreKey& key : ignore_keys) {
        names.push_back(key.name);
        const yaml::Node* value = yaml::find_value(node, key.name);
        if (value && value->kind == yaml::NodeKind::scalar) entry.*key.field = value->text;
        if (key.needed && (entry.*key.field).empty())
            report("missing-key", entry.place.span,
                   "an entry of `ignore` has no " + factlint::quoted(key.name),
                   "say which finding of which files is ignored, and for what reason");
    }
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
        const yaml::Node& name = *node.items[i];
        if (std::find(names.begin(), names.end(), name.text) == names.end())
            report("unknown-key", name.span, "there is no key " + factlint::quoted(name.text),
                   suggestion(name.text, names));
    }
    if (project.findings.size() == before) project.ignored.push_back(std::move(entry));
}

void read_ignored(const yaml::Node& value, SourceId source, Project& project) {
    if (value.kind != yaml::NodeKind::sequence) {
        project.findings.push_back(problem("wrong-type", {source, value.span}, "expected a list of entries",
                                           "write `- {id: …, files: …, reason: …}`"));
        return;
    }
    for (const yaml::Node* entry : value.items) read_ignored_entry(*entry, source, project);
}

void read_key(const yaml::Node& name, const yaml::Node& value, SourceId source, Project& project) {
    const auto key =
        std::find_if(keys().begin(), keys().end(), [&](const Key& known) { return known.name == name.text; });
    if (key == keys().end()) {
        std::vector<std::string_view> names;
        for (const Key& known : keys()) names.push_back(known.name);
        project.findings.push_back(problem("unknown-key", {source, name.span},
                                           "there is no key " + factlint::quoted(name.text),
                                           suggestion(name.text, names)));
        return;
    }
    if (const auto* read = std::get_if<ReadValue>(&key->field)) return (*read)(value, source, project);
    const std::vector<Glob> texts = texts_of(value, source, project.findings);
    if (const auto* globs = std::get_if<Globs>(&key->field))
        project.*(*globs) = texts;
    else if (const auto* many = std::get_if<Texts>(&key->field))
        for (const Glob& text : texts) (project.*(*many)).push_back(text.text);
    else if (!texts.empty())
        project.*std::get<Text>(key->field) = texts.front().text;
}

void read_config(Project& project, Sources& sources) {
    std::error_code error;
    const std::string path = project.root + "/" + std::string(config_name);
    if (!fs::exists(path, error)) return;
    const auto source = sources.load(std::string(config_name), path);
    if (!source) {
        project.findings.push_back(source.error());
        return;
    }
    const auto tree = yaml::read(sources, *source, project.findings);
    if (!project.findings.empty() && project.findings.back().id == "empty-rule-file")
        project.findings.pop_back();  // it marks the root
    if (!tree || !tree->root) return;
    if (tree->root->kind != yaml::NodeKind::mapping) {
        project.findings.push_back(
            problem("wrong-type", {*source, tree->root->span}, "expected keys and values"));
        return;
    }
    const auto& items = tree->root->items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        read_key(*items[i], *items[i + 1], *source, project);
}

/// The files of a glob of factlint.yaml, which stay below the root.
std::vector<std::string> files_of(const Glob& glob, Project& project) {
    if (!stays_inside(glob.text)) {
        Finding outside = leaves_root(glob.text, *glob.place);
        outside.help = "languages and units lie below the folder of factlint.yaml";
        project.findings.push_back(std::move(outside));
        return {};
    }
    auto paths = expand_glob(project.root, glob.text, {});
    if (paths.empty())
        project.findings.push_back(problem("no-language", *glob.place, "no file matches " + glob.text,
                                           "mend the path: it is relative to the folder of factlint.yaml"));
    return paths;
}

void use_project_languages(Project& project, Sources& sources) {
    std::vector<SourceId> ids;
    const std::size_t before = project.findings.size();
    for (const Glob& glob : project.languages)
        for (const std::string& path : files_of(glob, project)) {
            const auto source = sources.load(path, project.root + "/" + path);
            if (source)
                ids.push_back(*source);
            else
                project.findings.push_back(source.error());
        }
    if (project.findings.size() == before && !ids.empty()) add_user_languages(sources, ids, project.findings);
    for (std::size_t i = before; i < project.findings.size(); ++i)
        project.findings[i].concern = Concern::rule;
}

Finding no_rules(const Glob& glob, bool named) {
    Finding finding;
    finding.id = "no-rules";
    finding.concern = Concern::rule;
    finding.message = "no rule file matches " + glob.text + (named ? ", which the command line names" : "");
    finding.primary = glob.place;
    finding.help = "name rule files with --rules, or write one under rules/";
    return finding;
}

}  // namespace

Project open_project(const Options& options, Sources& sources) {
    Project project;
    project.root = find_root();
    read_config(project, sources);
    if (!project.languages.empty()) use_project_languages(project, sources);
    if (!options.rules.empty()) {
        project.rules.clear();
        for (const std::string& glob : options.rules)
            project.rules.push_back({from_working_folder(project, glob)});
    }
    if (project.rules.empty()) project.rules = {{std::string(default_rules)}};
    for (const std::string& glob : options.exclude) project.exclude.push_back(glob);
    if (!options.formats.empty()) project.formats = options.formats;
    if (project.formats.empty()) project.formats = {std::string(default_format)};
    if (project.fail_on.empty() || options.fail_on != "error") project.fail_on = options.fail_on;
    return project;
}

std::optional<Project> open_languages(const Options& options, Sources& sources) {
    Project project = open_project(options, sources);
    if (project.findings.empty()) return project;
    Places places(sources);
    for (const Finding& finding : project.findings) write_error(text_of(finding, places, {}) + "\n");
    return std::nullopt;
}

void declare_encodings(const Project& project, Corpus& corpus) {
    for (const FileEncoding& file : project.encodings) corpus.declare_encodings(file.glob, *file.encoding);
}

Rules load_project_rules(const Project& project, Sources& sources) {
    std::vector<SourceId> ids;
    std::vector<Finding> findings = project.findings;
    for (const Glob& glob : project.rules) {
        const auto paths = expand_glob(project.root, glob.text, project.exclude);
        if (paths.empty()) findings.push_back(no_rules(glob, !glob.place && glob.text != default_rules));
        for (const std::string& path : paths) {
            auto source = sources.load(path, path_on_disk(project.root, path));
            if (source) {
                ids.push_back(*source);
                continue;
            }
            findings.push_back(source.error());
            findings.back().concern = Concern::rule;
        }
    }
    Rules rules = load_rules(sources, ids);
    rules.findings.insert(rules.findings.begin(), findings.begin(), findings.end());
    return rules;
}

std::string from_working_folder(const Project& project, const std::string& path) {
    if (path.starts_with('/')) return path;
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const std::string relative = (here / path).lexically_normal().lexically_relative(project.root).string();
    return relative.empty() ? path : relative;
}

}  // namespace factlint
