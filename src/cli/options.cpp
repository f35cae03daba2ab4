#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <variant>

#include "check/files.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/targets.h"
#include "text/suggest.h"

namespace factlint {
namespace {

/// One flag: which commands take it, what it fills.
struct Flag {
    std::string_view names;
    std::string_view commands;  ///< space separated; "*" = all
    std::string_view help;
    std::variant<std::vector<std::string> Options::*, std::string Options::*, bool Options::*> field;
    std::string_view choices = {};  ///< of a string: "a|b|c"
    std::string_view separator =
        {};  ///< of a list whose flag takes one word: what divides the word; "\n" = nothing
};

const std::array<Flag, 21>& flags() {
    static const std::array<Flag, 21> table = {{
        {"--rules", "check explain test dump rules", "rule files, instead of rules/**/*.yaml",
         &Options::rules},
        {"--documents", "check explain", "globs of documents, instead of those the rule files name",
         &Options::documents},
        {"--exclude", "check extract explain", "globs of files to leave out", &Options::exclude},
        {"--format,-f", "check extract", "NAME or NAME=FILE; several times for several", &Options::formats,
         "", "\n"},
        {"--kind", "extract", "only facts of these kinds: money,date", &Options::kinds, "", ","},
        {"--from", "init", "a table whose columns the new rule file describes", &Options::from, "", "\n"},
        {"--lang", "check extract eval dump", "read everything in this language (BCP 47)",
         &Options::language},
        {"--color", "*", "when to colour", &Options::colour, "auto|always|never"},
        {"--fail-on", "check", "the least severity that fails", &Options::fail_on,
         "error|warning|note|never"},
        {"--stdin-filename", "check extract", "the name of what `-` reads", &Options::stdin_filename},
        {"--max-findings", "check", "places shown of each cause in data, and as many sampled; 5 without it",
         &Options::max_findings},
        {"--memory", "check", "for keys of tables that must be unique: 256MB; 512MB without it",
         &Options::memory},
        {"--valid", "check", "write the rows of the one table that nothing is wrong with to this file",
         &Options::valid},
        {"--invalid", "check", "write the other rows to this file", &Options::invalid},
        {"--threads", "check extract", "how many to work on; without it one for each processor",
         &Options::threads},
        {"--tracked", "check", "only files that git tracks", &Options::tracked},
        {"--stream", "check extract eval", "one JSON document per line in, one per line out",
         &Options::stream},
        {"--list-files", "check", "print which files would be read, and stop", &Options::list_files},
        {"--verbose,-v", "check explain languages",
         "also what holds, with its arithmetic; also each model's score", &Options::verbose},
        {"--coverage", "test", "name claims that no example breaks", &Options::coverage},
        {"--all", "extract", "also what is left out: versions, phone numbers, sections", &Options::all},
    }};
    return table;
}

bool takes(std::string_view list, std::string_view command) {
    if (list == "*") return true;
    std::istringstream words{std::string(list)};
    for (std::string word; words >> word;)
        if (word == command) return true;
    return false;
}

std::vector<std::string> split(std::string_view choices) {
    std::vector<std::string> result;
    for (std::size_t at = 0; at <= choices.size();) {
        const auto bar = std::min(choices.find('|', at), choices.size());
        result.emplace_back(choices.substr(at, bar - at));
        at = bar + 1;
    }
    return result;
}

void add_flag(CLI::App& app, const Flag& flag, Options& options) {
    const std::string names(flag.names), help(flag.help);
    if (const auto* many = std::get_if<std::vector<std::string> Options::*>(&flag.field)) {
        auto* option = app.add_option(names, options.*(*many), help);
        if (!flag.separator.empty()) option->delimiter(flag.separator.front())->allow_extra_args(false);
    } else if (const auto* text = std::get_if<std::string Options::*>(&flag.field)) {
        auto* option = app.add_option(names, options.*(*text), help);
        if (!flag.choices.empty()) option->check(CLI::IsMember(split(flag.choices)));
    } else {
        app.add_flag(names, options.*std::get<bool Options::*>(flag.field), help);
    }
}

CLI::App* add_command(CLI::App& app, const Command& command, Options& options) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    for (const Flag& flag : flags())
        if (takes(flag.commands, command.name)) add_flag(*sub, flag, options);
    if (!command.arguments.empty())
        sub->add_option("arguments", options.arguments, std::string(command.arguments))->type_name("");
    return sub;
}

/// A word without a point or slash, where no such file is, was meant as a command.
bool is_unknown_command(std::string_view word) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    return !word.empty() && word.front() != '-' && std::ranges::all_of(word, is_letter) &&
           !std::filesystem::exists(word);
}

std::string no_such_command(std::string_view word) {
    std::vector<std::string_view> known;
    for (const Command& command : commands()) known.push_back(command.name);
    return "factlint: " + unknown_name("command or file", word, known) + "\n";
}

/// `factlint article.md` means `factlint check article.md`.
std::vector<std::string> with_default_command(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    const bool named =
        !words.empty() && std::any_of(commands().begin(), commands().end(),
                                      [&](const Command& command) { return words.front() == command.name; });
    const bool about = !words.empty() &&
                       (words.front() == "--help" || words.front() == "-h" || words.front() == "--version");
    if (!named && !about) words.insert(words.begin(), std::string(commands().front().name));
    return words;
}

/// CLI11 says which word it did not expect; the nearest flag is ours to find.
std::string with_hint(const std::string& message, const std::vector<std::string>& words) {
    std::vector<std::string_view> known;
    for (const Flag& flag : flags()) known.push_back(flag.names.substr(0, flag.names.find(',')));
    for (const std::string& given : words) {
        const std::string word = given.substr(0, given.find('='));
        if (!word.starts_with("--") || std::find(known.begin(), known.end(), word) != known.end()) continue;
        if (const auto hint = nearest(word, known))
            return message + " (did you mean " + std::string(*hint) + "?)";
    }
    return message;
}

/// "check --rules budget.yaml report.md": the flag takes all words behind it, as a shell writes out a glob, but one with
/// another extension than YAML's is a document.
void move_documents(Options& options) {
    const auto is_rule_file = [](const std::string& path) {
        const auto extension = std::filesystem::path(path).extension();
        return is_glob(path) || extension.empty() || extension == ".yaml" || extension == ".yml";
    };
    const auto documents = std::stable_partition(options.rules.begin(), options.rules.end(), is_rule_file);
    options.arguments.insert(options.arguments.end(), std::make_move_iterator(documents),
                             std::make_move_iterator(options.rules.end()));
    options.rules.erase(documents, options.rules.end());
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
    Options options;
    CLI::App app("Checks that the numbers, dates and names in documents agree with each other and with the "
                 "data behind them.",
                 "factlint");
    app.require_subcommand(1);
    app.set_version_flag("--version", "factlint " FACTLINT_VERSION);
    for (const Command& command : commands()) add_command(app, command, options);
    const std::vector<std::string> words = with_default_command(argc, argv);
    if (words.size() == static_cast<std::size_t>(argc) && argc > 1 && is_unknown_command(argv[1]))
        return {std::nullopt, exit_unchecked, "", no_such_command(argv[1])};
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ParseError& error) {
        std::ostringstream output, message;
        const bool about = app.exit(error, output, message) == 0;
        if (about) return {std::nullopt, exit_clean, output.str(), ""};
        return {std::nullopt, exit_unchecked, "", "factlint: " + with_hint(error.what(), words) + "\n"};
    }
    options.command = app.get_subcommands().front()->get_name();
    if (options.command == "check") move_documents(options);
    return {std::move(options), 0, "", ""};
}

}  // namespace factlint
