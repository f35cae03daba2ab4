// Counts that a user types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace factlint {

/// The value of `--threads` and its like, from 1 to `most`; `otherwise` where nothing was typed. Says on standard error what
/// is wrong.
std::optional<unsigned> read_count(std::string_view flag, const std::string& text, unsigned most,
                                   unsigned otherwise);

/// "512MB", "2GB", "100000000": bytes, of which MB and its like are powers of 1000, MiB of 1024; from 1 MB on.
std::optional<std::uint64_t> read_size(std::string_view flag, const std::string& text,
                                       std::uint64_t otherwise);

/// `--threads`: one for each processor where nothing was typed.
std::optional<unsigned> read_threads(const std::string& text);

}  // namespace factlint
