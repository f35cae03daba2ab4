// The one diagnostic of factlint: broken claims, bad rule files, unreadable input and exceeded limits alike.
//
// Findings carry places and ready text, never formatting: report/ decides how they look.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/span.h"

namespace factlint {

enum class Severity { note, warning, error };

/// What a finding is about, and so which exit code it leads to (cli/exit_code.h).
enum class Concern {
    content,  ///< documents or data disagree: exit 1
    input,    ///< something could not be read or a limit was reached: exit 2
    rule,     ///< a rule file or the configuration is broken: exit 3
};

/// A further place, with a word on what it has to do with the finding ("states 440 million USD").
struct Related {
    Place place;
    std::string message;
};

/// Replace the bytes of `place` by `replacement`.
struct Edit {
    Place place;
    std::string replacement;
};

/// One way to make a finding go away. Alternatives are separate fixes: nobody is blamed.
struct Fix {
    std::string message;
    std::vector<Edit> edits;
};

/// One step of the arithmetic behind a verdict: `expr` had `value`; `low`/`high` where the writing admits an interval.
struct Step {
    std::string expr;
    std::string value;
    std::optional<std::string> low;
    std::optional<std::string> high;
    std::string unit;
    std::vector<Place> places;
};

struct Finding {
    std::string id;  ///< kebab-case; a claim's id, or a built-in one ("fact-not-found", "unknown-key")
    Severity severity = Severity::error;
    Concern concern = Concern::content;
    std::string message;           ///< one sentence: what is wrong, with the values
    std::optional<Place> primary;  ///< none where the problem has no place (a glob that matches nothing)
    std::string label;             ///< short words for the caret under `primary`; may be empty
    std::vector<Related> related;
    std::vector<Step> derivation;
    std::vector<Fix> fixes;
    std::string help;  ///< what to do about it; may be empty
    std::string
        path;  ///< the file it is about where there is no place (an unreadable file), or that is not its place
    std::string column;  ///< of a table, where it is about one
};

}  // namespace factlint
