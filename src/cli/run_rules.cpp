#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "text/escape.h"

namespace factlint {

int run_rules(const Options& options) {
    Sources sources;
    const Rules rules = load_project_rules(open_project(options, sources), sources);
    std::string text;
    for (const auto& file : rules.files) {
        text += terminal_line(sources[file->source].path + (file->title.empty() ? "" : ": " + file->title));
        for (const Claim& claim : file->claims)
            text += terminal_line("  " + claim.id + "  " + std::string(claim.assertion->source()));
    }
    write_problems(rules.findings);
    if (!write_output(text)) return exit_unchecked;
    return rules.findings.empty() ? exit_clean : exit_broken_rule;
}

}  // namespace factlint
