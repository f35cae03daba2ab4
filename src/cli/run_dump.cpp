#include <array>

#include "check/corpus.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "expr/dump.h"
#include "expr/expression.h"
#include "facts/json.h"
#include "read/dump.h"
#include "text/line_map.h"

namespace factlint {
namespace {

/// The document named by the second argument; exits with a message where it cannot be read.
const LoadedDocument* open_argument(Corpus& corpus, const Options& options) {
    std::vector<Finding> findings;
    const LoadedDocument* document = nullptr;
    if (options.arguments.size() > 1) document = corpus.open(".", options.arguments[1], findings);
    write_problems(findings);
    if (!document && findings.empty()) write_problem("dump needs a file");
    return document;
}

int dump_document(const Options& options) {
    Sources sources;
    if (!open_languages(options, sources)) return exit_broken_rule;
    Corpus corpus(sources);
    const LoadedDocument* document = open_argument(corpus, options);
    if (!document) return exit_unchecked;
    return write_output(dump(document->document(), sources)) ? exit_clean : exit_unchecked;
}

int dump_facts(const Options& options) {
    Sources sources;
    if (!open_languages(options, sources)) return exit_broken_rule;
    Corpus corpus(sources);
    const LoadedDocument* document = open_argument(corpus, options);
    if (!document) return exit_unchecked;
    const LineMap line_map(sources.text(document->source()));
    LineCursor lines(line_map);
    std::string out;
    const auto& items = document->facts().items;
    for (std::size_t i = 0; i < items.size(); i += 1u + items[i].parts) {
        append_fact(out, document->facts(), i,
                    {sources[document->source()].path, document->prose(), &document->document(), &lines});
        out += '\n';
    }
    return write_output(out) ? exit_clean : exit_unchecked;
}

int dump_expression(const Options& options) {
    if (options.arguments.size() < 2) return write_problem("dump expr needs an expression"), exit_unchecked;
    expr::Environment environment;
    environment.check = false;
    const expr::Compiled compiled = expr::compile(options.arguments[1], environment);
    for (const expr::Diagnostic& diagnostic : compiled.diagnostics) write_problem(diagnostic.message);
    if (!compiled.expression) return exit_broken_rule;
    return write_output(expr::dump(*compiled.expression)) ? exit_clean : exit_unchecked;
}

int dump_rules(const Options& options) {
    Sources sources;
    Options with_rules = options;
    with_rules.rules.insert(with_rules.rules.end(), options.arguments.begin() + 1, options.arguments.end());
    const Rules rules = load_project_rules(open_project(with_rules, sources), sources);
    write_problems(rules.findings);
    const bool written = write_output(dump(rules, sources));
    return !written ? exit_unchecked : rules.findings.empty() ? exit_clean : exit_broken_rule;
}

struct Stage {
    std::string_view name;
    int (*run)(const Options& options);
};
constexpr std::array<Stage, 4> stages = {
    {{"document", dump_document}, {"facts", dump_facts}, {"expr", dump_expression}, {"rules", dump_rules}}};

}  // namespace

int run_dump(const Options& options) {
    for (const Stage& stage : stages)
        if (!options.arguments.empty() && options.arguments.front() == stage.name) return stage.run(options);
    write_problem("dump takes document, facts, expr or rules");
    return exit_unchecked;
}

}  // namespace factlint
