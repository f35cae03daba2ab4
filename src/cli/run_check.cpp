#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "check/check.h"
#include "check/files.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/stdin.h"
#include "report/render.h"

namespace factlint {
namespace {

/// "html=out.html": a format and where it goes; an empty path is standard output.
struct Target {
    const ReportFormat* format;
    std::string path;
};

std::vector<Target> targets_of(const std::vector<std::string>& formats, std::string& error) {
    std::vector<Target> targets;
    for (const std::string& text : formats) {
        const auto equals = std::min(text.find('='), text.size());
        const ReportFormat* format = find_report_format(text.substr(0, equals));
        if (!format) {
            error = "factlint: there is no report format '" + text.substr(0, equals) + "'; there are:";
            for (const ReportFormat& known : report_formats()) error.append(" ").append(known.name);
            return {};
        }
        targets.push_back({format, equals < text.size() ? text.substr(equals + 1) : ""});
    }
    return targets;
}

/// Paths and globs of the command line, as paths relative to the root. One that names nothing is a finding.
std::vector<std::string> named_documents(const Project& project, const Options& options, std::vector<Finding>& findings) {
    std::vector<std::string> globs = options.documents;
    globs.insert(globs.end(), options.arguments.begin(), options.arguments.end());
    std::vector<std::string> paths;
    for (const std::string& glob : globs) {
        std::string relative = from_working_folder(project, glob);
        std::error_code ignored;
        if (std::filesystem::is_directory(project.root + "/" + relative, ignored)) relative += "/**";
        const auto matched = expand_glob(project.root, relative, project.exclude);
        paths.insert(paths.end(), matched.begin(), matched.end());
        if (matched.empty()) {
            Finding finding;
            finding.id = "no-document";
            finding.concern = Concern::input;
            finding.message = "no file matches " + glob;
            finding.path = glob;
            findings.push_back(std::move(finding));
        }
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

bool render_all(const std::vector<Target>& targets, const Report& report, const Sources& sources, const Options& options) {
    bool written = true;
    for (const Target& target : targets) {
        const RenderOptions how{target.path.empty() && use_colour(options.colour), options.verbose, FACTLINT_VERSION};
        const std::string bytes = target.format->render(report, sources, how);
        written = (target.path.empty() ? write_output(bytes) : write_file(target.path, bytes)) && written;
    }
    return written;
}

int list_files(const Rules& rules, const CheckRequest& request, const Sources& sources) {
    std::string text;
    for (const auto& file : rules.files)
        for (const ListedDocument& document : list_documents(*file, request))
            text += document.path + "  (" + sources[file->source].path + ": " + document.why + ")\n";
    return write_output(text) ? exit_clean : exit_unchecked;
}

Report check_stdin(const Rules& rules, Corpus& corpus, const Project& project, const Options& options) {
    const SourceId source = corpus.sources().add(
        options.stdin_filename.empty() ? "standard input" : options.stdin_filename, read_stdin());
    return check_documents(rules, corpus, {&corpus.add(source, options.language)}, project.root, true);
}

}  // namespace

int run_check(const Options& options) {
    Sources sources;
    const Project project = open_project(options, sources);
    std::string error;
    const auto targets = targets_of(project.formats, error);
    if (!error.empty()) return write_error(error + "\n"), exit_unchecked;

    Rules rules = load_project_rules(project, sources);
    rules.findings.insert(rules.findings.begin(), project.findings.begin(), project.findings.end());
    if (options.stream) return check_stream(rules, options);

    CheckRequest request;
    request.root = project.root;
    request.exclude = project.exclude;
    request.override_documents = !options.documents.empty() || !options.arguments.empty() || !project.documents.empty();
    const bool from_stdin = options.arguments == std::vector<std::string>{"-"};
    if (request.override_documents && !from_stdin) {
        Options named = options;
        if (options.documents.empty() && options.arguments.empty()) named.documents = project.documents;
        request.documents = named_documents(project, named, rules.findings);
    }
    request.only_tracked = options.tracked;
    if (options.tracked) {
        const auto tracked = tracked_files(project.root);
        if (!tracked) return write_error("factlint: --tracked needs git and a repository\n"), exit_unchecked;
        request.only = *tracked;
    }
    if (options.list_files) return list_files(rules, request, sources);

    Corpus corpus(sources);
    const Report report = from_stdin ? check_stdin(rules, corpus, project, options) : check(rules, corpus, request);
    const bool written = render_all(targets, report, sources, options);
    return written ? exit_code(report, project.fail_on) : exit_unchecked;
}

}  // namespace factlint
