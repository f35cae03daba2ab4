#include "check/suppress.h"

#include <algorithm>

#include "check/data_files.h"
#include "check/files.h"

namespace factlint {
namespace {

/// The data file that a finding is about; empty where it is about none.
std::string data_file_of(const Finding& finding, const Sources& sources) {
    if (finding.concern == Concern::rule) return {};
    const std::string path = !finding.path.empty() ? finding.path
                             : finding.primary     ? sources[finding.primary->source].path
                                                   : std::string();
    return data_format_for(path) ? path : std::string();
}

/// Whether one of its places is there: of a claim about rows that reads a document that is not the first.
bool concerns(const Finding& finding, SourceId source) {
    return (finding.primary && finding.primary->source == source) ||
           std::any_of(finding.related.begin(), finding.related.end(),
                       [&](const Related& other) { return other.place.source == source; });
}

bool is_needed_elsewhere(const IgnoredData& entry, const std::string& root, const Report& report) {
    const bool was_read = std::any_of(report.data.begin(), report.data.end(), [&](const DataResult& data) {
        return glob_match(entry.files, data.path);
    });
    return !was_read && !expand_glob(root, entry.files, {}).empty();
}

Finding unused_entry(const IgnoredData& entry) {
    Finding unused;
    unused.id = "unused-suppression";
    unused.severity = Severity::warning;
    unused.message = "nothing to ignore: no finding " + entry.id + " in " + entry.files +
                     (entry.column.empty() ? "" : ", column " + entry.column);
    unused.primary = entry.place;
    unused.help = "remove the entry";
    return unused;
}

}  // namespace

std::uint32_t suppress_data(const std::vector<IgnoredData>& ignored, const std::string& root,
                            const Sources& sources, Report& report) {
    std::uint32_t count = 0;
    std::vector<Finding> unused;
    for (const IgnoredData& entry : ignored) {
        const auto removed = std::erase_if(report.findings, [&](const Finding& finding) {
            if (finding.id != entry.id || (!entry.column.empty() && finding.column != entry.column))
                return false;
            const std::string path = data_file_of(finding, sources);
            return !path.empty() && glob_match(entry.files, path);
        });
        count += static_cast<std::uint32_t>(removed);
        if (removed == 0 && !is_needed_elsewhere(entry, root, report)) unused.push_back(unused_entry(entry));
    }
    report.findings.insert(report.findings.end(), unused.begin(), unused.end());
    return count;
}

std::uint32_t suppress(const LoadedDocument& document, std::vector<Finding>& findings) {
    std::uint32_t count = 0;
    for (const Document::Suppression& suppression : document.document().suppressions) {
        const auto removed = std::erase_if(findings, [&](const Finding& finding) {
            return finding.id == suppression.id && concerns(finding, document.source());
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
