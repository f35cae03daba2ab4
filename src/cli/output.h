// Output: where bytes go, and whether they may be coloured.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/finding.h"

namespace factlint {

/// Writes all of `bytes` to standard output. False where it cannot (a closed pipe, a full disk); the reason is said on
/// standard error once.
bool write_output(std::string_view bytes);
/// Writes a whole file, making its folders. False with a message on standard error where it cannot.
bool write_file(const std::string& path, std::string_view bytes);
void write_error(std::string_view text);
/// "factlint: MESSAGE" as one line of standard error.
void write_problem(std::string_view message);
void write_problems(const std::vector<Finding>& findings);

/// The flag, then FORCE_COLOR, then NO_COLOR, then whether standard output is a terminal.
bool use_colour(std::string_view flag);

}  // namespace factlint
