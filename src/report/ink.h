// Ink: the few colours of terminal output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/finding.h"

namespace factlint {

enum class Ink : std::uint8_t { plain, strong, error, warning, note, good, help };

constexpr Ink ink(Severity severity) {
    switch (severity) {
        case Severity::error: return Ink::error;
        case Severity::warning: return Ink::warning;
        case Severity::note: return Ink::note;
    }
    return Ink::plain;
}

/// Puts text into ANSI colours, or leaves it alone where colours are off.
struct Paint {
    bool on = false;

    std::string operator()(Ink ink, std::string_view text) const;
};

/// Text of documents, rules and paths in one line: controls made visible, tabs as one space.
std::string one_line(std::string_view text);

}  // namespace factlint
