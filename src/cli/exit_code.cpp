#include "cli/exit_code.h"

#include <algorithm>

namespace factlint {
namespace {

bool fails(Severity severity, std::string_view fail_on) {
    if (fail_on == "never") return false;
    const Severity level = fail_on == "note"      ? Severity::note
                           : fail_on == "warning" ? Severity::warning
                                                  : Severity::error;
    return severity >= level;
}

}  // namespace

int exit_code(const Report& report, std::string_view fail_on) {
    int code = exit_clean;
    for (const Finding& finding : report.findings) {
        if (finding.concern == Concern::rule && finding.severity == Severity::error)
            code = std::max(code, exit_broken_rule);
        else if (finding.concern == Concern::input && finding.severity == Severity::error)
            code = std::max(code, exit_unchecked);
        else if (finding.concern == Concern::content && fails(finding.severity, fail_on))
            code = std::max(code, exit_inconsistent);
    }
    return code;
}

}  // namespace factlint
