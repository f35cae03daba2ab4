// The command line: a client of check and report, without logic of its own.
#pragma once

namespace factlint {

/// Parses the arguments, runs the command, gives the process's exit code. Never throws.
int run_cli(int argc, char** argv);

}  // namespace factlint
