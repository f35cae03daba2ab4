// Counts that a user types.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace factlint {

/// The value of `--threads` and its like, from 1 to `most`; `otherwise` where nothing was typed. Says on standard error what
/// is wrong.
std::optional<unsigned> read_count(std::string_view flag, const std::string& text, unsigned most,
                                   unsigned otherwise);

/// `--threads`: one for each processor where nothing was typed.
std::optional<unsigned> read_threads(const std::string& text);

}  // namespace factlint
