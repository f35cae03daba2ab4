#include "check/explain.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"

namespace factlint {

int run_explain(const Options& options) {
    if (options.arguments.size() != 1) return write_problem("explain takes one claim"), exit_unchecked;
    Sources sources;
    const Project project = open_project(options, sources);
    Rules rules = load_project_rules(project, sources);
    Options documents = options;
    documents.arguments.clear();
    const CheckRequest request = request_for(project, documents, rules.findings);
    write_problems(rules.findings);
    Corpus corpus(sources);
    declare_encodings(project, corpus);
    const std::string text = explain_rule(options.arguments.front(), rules, corpus, request);
    if (text.empty()) {
        write_problem("there is no claim '" + options.arguments.front() + "'; `factlint rules` lists them");
        return exit_unchecked;
    }
    return write_output(text) ? exit_clean : exit_unchecked;
}

}  // namespace factlint
