#include "cli/commands.h"

#include <array>

namespace factlint {
namespace {

constexpr std::array<Command, 9> table = {{
    {"check", "[PATH…]", "evaluate every rule and report what does not agree (the default)", run_check},
    {"extract", "[PATH…]", "print the facts themselves, as text, jsonl, csv or sqlite=FILE", run_extract},
    {"explain", "RULE | FILE:LINE[:COL]", "what was read, what bound it, and the arithmetic", run_explain},
    {"test", "[RULES…]", "run the examples that every rule file carries", run_test},
    {"eval", "EXPR", "evaluate one expression", run_eval},
    {"dump", "document|facts|expr|rules [PATH]", "print one stage of the work", run_dump},
    {"rules", "", "list the claims of the project's rule files", run_rules},
    {"languages", "", "list the languages that facts are read in, what each covers, and its score",
     run_languages},
    {"init", "", "start a project here, or with --from write a rule file for a table", run_init},
}};

}  // namespace

std::span<const Command> commands() { return table; }

}  // namespace factlint
