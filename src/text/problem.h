// Problems: how findings about rule files and settings are made, so that all of them read alike.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/finding.h"
#include "text/sources.h"

namespace factlint {

using Findings = std::vector<Finding>;

/// An error of a rule file: what is wrong, where, and what to write instead (may be empty).
Finding problem(std::string id, Place place, std::string message, std::string help = {});

/// "did you mean `assert`?" where one of `allowed` is near, else "expected one of `id`, `says`, …".
std::string suggestion(std::string_view word, std::span<const std::string_view> allowed);

/// `word` as it is quoted in messages: in backticks, at most 60 characters.
std::string quoted(std::string_view word);

/// "path:line:column: message (help)" for each finding: what generators print.
std::string problem_lines(const Findings& findings, const Sources& sources);

}  // namespace factlint
