#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/stdin.h"
#include "expr/expression.h"
#include "expr/stream.h"
#include "facts/describe.h"
#include "facts/language.h"
#include "rules/truth.h"
#include "text/escape.h"

namespace factlint {
namespace {

int eval_stream() {
    bool written = true;
    for_each_line([&](std::string_view line, std::uint64_t, bool too_long) {
        written = write_output(too_long ? std::string("{\"error\":\"the line is longer than 64 MiB\"}\n")
                                        : expr::eval_stream_line(line) + "\n");
        return written;
    });
    return written ? exit_clean : exit_unchecked;
}

/// The expression's line with a caret under what is wrong.
std::string show(const expr::Diagnostic& diagnostic, std::string_view source) {
    std::string text = "error: " + diagnostic.message + "\n  " + std::string(source) + "\n  " +
                       std::string(diagnostic.span.begin, ' ') +
                       std::string(std::max<std::size_t>(1, diagnostic.span.size()), '^') + "\n";
    if (!diagnostic.help.empty()) text += "help: " + diagnostic.help + "\n";
    return text;
}

}  // namespace

int run_eval(const Options& options) {
    if (options.stream) return eval_stream();
    if (options.arguments.size() != 1) return write_problem("eval takes one expression"), exit_unchecked;
    const std::string& source = options.arguments.front();
    Sources configuration;
    if (!open_languages(options, configuration)) return exit_broken_rule;
    StatedParts parts;
    const LanguageId language =
        find_writing(options.language).value_or(find_language("en").value_or(LanguageId{}));
    const expr::ReadStated read = [&](std::string_view text, expr::Arena& arena) -> const Stated* {
        const StatedTruth truth = read_truth({text, std::nullopt, ""}, language, parts);
        return truth.value ? arena.stated(*truth.value) : nullptr;
    };
    expr::Environment environment;
    environment.read_stated = read;
    const expr::Compiled compiled = expr::compile(source, environment);
    for (const expr::Diagnostic& diagnostic : compiled.diagnostics)
        write_error(escape_lines(show(diagnostic, source)));
    if (!compiled.expression) return exit_broken_rule;
    expr::Arena arena;
    const expr::Bindings bindings{[](std::string_view name) { return expr::Value{expr::Unknown{name}}; },
                                  read};
    const expr::Value value = expr::evaluate(*compiled.expression, bindings, arena);
    if (const auto* error = std::get_if<expr::Error>(&value.data)) {
        write_error(escape_lines(show({error->span, std::string(error->message), ""}, source)));
        return exit_unchecked;
    }
    return write_output(expr::describe(value) + "\n") ? exit_clean : exit_unchecked;
}

}  // namespace factlint
