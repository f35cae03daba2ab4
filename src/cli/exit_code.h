// Exit codes, decided in one function.
#pragma once

#include <string_view>

#include "check/report.h"

namespace factlint {

inline constexpr int exit_clean = 0;         ///< nothing at or above the fail level
inline constexpr int exit_inconsistent = 1;  ///< inconsistencies
inline constexpr int exit_unchecked = 2;     ///< could not check: bad flag, unreadable input, internal limit
inline constexpr int exit_broken_rule = 3;   ///< broken rule file or configuration

/// `fail_on`: error | warning | note | never; the last still reports what could not be checked.
int exit_code(const Report& report, std::string_view fail_on);

}  // namespace factlint
