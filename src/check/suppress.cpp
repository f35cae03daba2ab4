#include "check/suppress.h"

namespace factlint {

std::uint32_t suppress(const LoadedDocument& document, std::vector<Finding>& findings) {
    std::uint32_t count = 0;
    for (const Document::Suppression& suppression : document.document().suppressions) {
        const auto removed = std::erase_if(findings, [&](const Finding& finding) {
            return finding.id == suppression.id && finding.primary &&
                   finding.primary->source == document.source();
        });
        count += static_cast<std::uint32_t>(removed);
        if (removed > 0) continue;
        Finding unused;
        unused.id = "unused-suppression";
        unused.severity = Severity::warning;
        unused.message = "nothing to ignore: no finding " + suppression.id + " in this document";
        unused.primary = suppression.place;
        unused.help = "remove the comment";
        findings.push_back(std::move(unused));
    }
    return count;
}

}  // namespace factlint
