#include "report/grouping.h"

#include <map>

namespace factlint {

std::vector<ReasonGroup> not_checked_by_reason(const Report& report) {
    std::vector<ReasonGroup> groups;
    std::map<std::string_view, std::size_t> index;
    for (const ClaimResult& claim : report.claims) {
        if (claim.verdict != Verdict::not_checked) continue;
        const auto [entry, is_new] = index.emplace(claim.reason, groups.size());
        if (is_new) groups.push_back({claim.reason, {}});
        groups[entry->second].claims.push_back(&claim);
    }
    return groups;
}

}  // namespace factlint
