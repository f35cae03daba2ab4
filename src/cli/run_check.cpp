#include <algorithm>

#include "check/check.h"
#include "check/table/row_split.h"
#include "cli/commands.h"
#include "cli/counts.h"
#include "cli/documents.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/stdin.h"
#include "cli/targets.h"
#include "report/render.h"
#include "text/escape.h"
#include "text/listing.h"

namespace factlint {
namespace {

struct ReportTarget {
    const ReportFormat* format;
    std::string path;
};

std::vector<ReportTarget> report_targets(const std::vector<std::string>& formats, std::string& error) {
    std::vector<std::string_view> known;
    for (const ReportFormat& format : report_formats()) known.push_back(format.name);
    std::vector<ReportTarget> targets;
    for (Target& target : targets_of(formats)) {
        const ReportFormat* format = find_report_format(target.format);
        if (!format) error = unknown_name("report format", target.format, known);
        targets.push_back({format, std::move(target.path)});
    }
    return targets;
}

bool render_all(const std::vector<ReportTarget>& targets, const Report& report, const Sources& sources,
                const Options& options) {
    bool written = true;
    for (const ReportTarget& target : targets) {
        const RenderOptions how{target.path.empty() && use_colour(options.colour), options.verbose,
                                FACTLINT_VERSION};
        const std::string bytes = target.format->render(report, sources, how);
        written = (target.path.empty() ? write_output(bytes) : write_file(target.path, bytes)) && written;
    }
    return written;
}

int list_files(const Rules& rules, const CheckRequest& request, Corpus& corpus) {
    std::string text;
    std::vector<Finding> findings;
    choose_files(request, corpus);
    for (const auto& file : rules.files) {
        const std::string& rule = corpus.sources()[file->source].path;
        std::vector<ListedDocument> listed = list_documents(*file, request, findings);
        for (ListedDocument& data : list_data(*file, corpus, request.root)) listed.push_back(std::move(data));
        for (const ListedDocument& each : listed)
            text += terminal_line(each.path + "  (" + rule + ": " + each.why + ")");
    }
    for (const std::string& path : request.data) text += terminal_line(path + "  (data)");
    write_problems(findings);
    return write_output(text) && findings.empty() ? exit_clean : exit_unchecked;
}

/// Data needs no rules: where nothing but data is named, their absence is no fault; where documents are too, it is said.
void forgive_missing_rules(std::vector<Finding>& findings, const CheckRequest& request) {
    if (request.data.empty()) return;
    const auto missing = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.id == "no-rules" && !finding.primary;
    });
    if (missing == findings.end()) return;
    if (request.documents.empty()) {
        findings.erase(missing);
        return;
    }
    missing->severity = Severity::note;
    missing->concern = Concern::content;
    missing->message += ": " + counted(request.documents.size(), "document") + " not checked";
}

/// The files of --valid and --invalid.
class RowFiles {
  public:
    explicit RowFiles(const Options& options) {
        if (!options.valid.empty() || !options.invalid.empty())
            split_.emplace(made(options.valid, valid_), made(options.invalid, invalid_));
    }
    RowSplit* split() { return split_ ? &*split_ : nullptr; }
    bool good() const { return good_; }

  private:
    /// The file is made when its first bytes are there.
    RowFile made(const std::string& path, std::optional<OutputFile>& file) {
        return {path, [this, path, &file](std::string_view bytes) {
                    if (!file) file.emplace(path);
                    return good_ = file->write(bytes) && good_;
                }};
    }

    std::optional<OutputFile> valid_, invalid_;
    std::optional<RowSplit> split_;
    bool good_ = true;
};

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
    const auto targets = report_targets(project.formats, error);
    if (!error.empty()) return write_problem(error), exit_unchecked;

    constexpr unsigned most_places = 1000;
    const auto threads = read_threads(options.threads);
    const auto places = read_count("--max-findings", options.max_findings, most_places, 5);
    const auto memory = read_size("--memory", options.memory, TableLook{}.memory);
    if (!threads || !places || !memory) return exit_unchecked;

    Rules rules = load_project_rules(project, sources);
    if (options.stream) return check_stream(rules, sources);

    const bool from_stdin = options.arguments == std::vector<std::string>{"-"};
    Options named = options;
    if (from_stdin) named.arguments.clear();
    CheckRequest request = request_for(project, named, rules.findings);
    for (std::size_t i = 0; i < sources.size(); ++i)  // rule files and settings are no data
        std::erase(request.data, sources[static_cast<SourceId>(i)].path);
    request.look.threads = *threads;
    request.look.most_places = *places;
    request.look.memory = *memory;
    RowFiles files(options);
    request.look.split = files.split();
    if (files.split() && !named.arguments.empty() && request.data.size() == 1)
        files.split()->choose(request.data.front());
    if (options.rules.empty()) forgive_missing_rules(rules.findings, request);
    Corpus corpus(sources);
    if (options.list_files) return list_files(rules, request, corpus);
    declare_encodings(project, corpus);
    const Report report =
        from_stdin ? check_stdin(rules, corpus, project, options) : check(rules, corpus, request);
    const bool written = render_all(targets, report, sources, options);
    return written && files.good() ? exit_code(report, project.fail_on) : exit_unchecked;
}

}  // namespace factlint
