// The commands: one row each. `--help` and the parser are made from this table and that of flags (options.cpp).
#pragma once

#include <span>
#include <string_view>

#include "cli/options.h"

namespace factlint {

struct Command {
    std::string_view name;
    std::string_view arguments;  ///< for --help: "[PATH…]"
    std::string_view summary;
    int (*run)(const Options& options);
};

/// The first one is the default.
std::span<const Command> commands();

int run_check(const Options& options);
int run_extract(const Options& options);
int run_explain(const Options& options);
int run_test(const Options& options);
int run_eval(const Options& options);
int run_dump(const Options& options);
int run_rules(const Options& options);
int run_languages(const Options& options);
int run_init(const Options& options);

}  // namespace factlint
