// What reports call things: the words of JSON values, of headlines and of CSS classes alike.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "check/report.h"
#include "text/listing.h"
#include "text/sources.h"

namespace factlint {

inline constexpr std::array<std::string_view, 3> verdict_words = {"holds", "broken", "not_checked"};
inline constexpr std::array<std::string_view, 3> severity_words = {"note", "warning", "error"};
inline constexpr std::array<std::string_view, 3> concern_words = {"content", "input", "rule"};

constexpr std::string_view word(Verdict verdict) { return verdict_words[static_cast<std::size_t>(verdict)]; }
constexpr std::string_view word(Severity severity) {
    return severity_words[static_cast<std::size_t>(severity)];
}
constexpr std::string_view word(Concern concern) { return concern_words[static_cast<std::size_t>(concern)]; }

/// "aid.before: 1.72 billion USD [1715000000, 1725000000]"; the interval only where the writing admits one. Not escaped.
std::string describe(const Step& step);

/// "440 → 430, 1.2 → 1.3": what the edits of a fix change. Not escaped.
std::string changes(const Fix& fix, const Sources& sources);

}  // namespace factlint
