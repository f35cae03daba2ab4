// Standard input: whole, or line by line for the stream contract.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "rules/rule.h"

namespace factlint {

std::string read_stdin();

/// Calls `each` for every line that is not blank, with its number from 1; stops where `each` gives false. Memory stays
/// that of the longest line, which may have 64 MiB; a longer one is given as `too_long` with empty text.
void for_each_line(
    const std::function<bool(std::string_view line, std::uint64_t number, bool too_long)>& each);

/// FNV-1a of all sources: which configuration gave the answers of a stream.
std::string digest(const Sources& sources);

/// `check --stream`: the stream contract (design, section 2).
int check_stream(const Rules& rules, Sources& sources);

}  // namespace factlint
