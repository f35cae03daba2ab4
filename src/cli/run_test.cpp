#include "check/examples.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "report/render.h"
#include "text/escape.h"
#include "text/line_map.h"

namespace factlint {
namespace {

std::string describe(const ExampleResult& example, const Sources& sources) {
    const auto line = LineMap(sources.text(example.place.source)).position(example.place.span.begin).line;
    std::string text, lead = example.rule + ":" + std::to_string(line) + ": ";
    for (const std::string& failure : example.failures) {
        text += terminal_line(lead + failure);
        lead.clear();
    }
    return text;
}

}  // namespace

int run_test(const Options& options) {
    Sources sources;
    Options with_rules = options;
    with_rules.rules.insert(with_rules.rules.end(), options.arguments.begin(), options.arguments.end());
    const Project project = open_project(with_rules, sources);
    const Rules rules = load_project_rules(project, sources);
    if (!rules.findings.empty()) {
        Report report;
        report.findings = rules.findings;
        write_output(find_report_format("text")->render(
            report, sources, {use_colour(options.colour), false, FACTLINT_VERSION}));
    }
    const ExamplesReport result = run_examples(rules, sources);
    std::string text;
    std::size_t failed = 0;
    for (const ExampleResult& example : result.examples) {
        failed += example.failures.empty() ? 0 : 1;
        text += describe(example, sources);
    }
    if (options.coverage)
        for (const auto& [file, claim] : result.never_broken)
            text += terminal_line(file + ": no example breaks " + claim);
    text +=
        std::to_string(result.examples.size() - failed) + " passed, " + std::to_string(failed) + " failed\n";
    if (!write_output(text)) return exit_unchecked;
    Report as_report;
    as_report.findings = rules.findings;
    const int code = exit_code(as_report, "error");
    return code != exit_clean ? code : failed > 0 ? exit_inconsistent : exit_clean;
}

}  // namespace factlint
