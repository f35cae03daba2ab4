#include "cli/cli.h"

#include <algorithm>
#include <csignal>

#include "cli/commands.h"
#include "cli/output.h"
#include "text/escape.h"

namespace factlint {

int run_cli(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), with a message and exit code 2
    const ParsedOptions parsed = parse_options(argc, argv);
    if (!parsed.options) {
        write_output(parsed.output);
        write_error(escape_lines(parsed.error));
        return parsed.exit_code;
    }
    const auto command = std::find_if(commands().begin(), commands().end(), [&](const Command& row) {
        return row.name == parsed.options->command;
    });
    return command->run(*parsed.options);
}

}  // namespace factlint
