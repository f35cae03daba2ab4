// string.format() and base64.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "expr/value.h"

namespace factlint::expr {

/// `pattern` with its clauses (%s %d %f %e %b %x %X %o, %% for a percent sign, %.3f for precision) replaced by the
/// arguments in order; `problem` says what is wrong. Precision is at most 100. O(output).
std::string format_text(std::string_view pattern, std::span<const Value> arguments, std::string& problem);

/// RFC 4648, with padding.
std::string to_base64(std::string_view data);
/// With or without padding; nullopt where it is none.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace factlint::expr
