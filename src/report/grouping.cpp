#include "report/grouping.h"

#include <map>
#include <utility>

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

std::vector<SkippedClaims> by_documents(const ReasonGroup& group) {
    std::vector<SkippedClaims> rows;  // first one for each set of documents, …
    std::map<std::vector<std::string>, std::size_t> row_of_documents;
    for (const ClaimResult* claim : group.claims) {
        const auto [entry, is_new] = row_of_documents.emplace(claim->documents, rows.size());
        if (is_new) rows.push_back({claim->documents, {}});
        rows[entry->second].claims.push_back(claim->id);
    }
    std::vector<SkippedClaims> out;  // … then one for each set of claims
    std::map<std::vector<std::string>, std::size_t> row_of_claims;
    for (SkippedClaims& row : rows) {
        const auto [entry, is_new] = row_of_claims.emplace(row.claims, out.size());
        if (is_new) {
            out.push_back(std::move(row));
        } else {
            auto& documents = out[entry->second].documents;
            documents.insert(documents.end(), row.documents.begin(), row.documents.end());
        }
    }
    return out;
}

}  // namespace factlint
