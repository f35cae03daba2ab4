#include "check/schema_check.h"

#include "text/listing.h"

namespace factlint {
namespace {

/// Of one value, as many are looked at one by one.
constexpr std::size_t most_grouped = 1000;

/// "schema-additional-properties" for additionalProperties.
std::string finding_id(std::string_view keyword) {
    std::string id = "schema-";
    for (const char c : keyword) {
        if (c == '$') continue;
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper) id += '-';
        id += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return id;
}

}  // namespace

bool SchemaCheck::check(const Tree& tree) {
    const schema::Validation validation = schema::validate(schema_, tree, 0, most_grouped);
    not_grouped_ += validation.count - validation.errors.size();
    for (const schema::SchemaError& error : validation.errors) {
        const Key key{std::string(error.keyword), error.schema_place.value_or(Place{})};
        const auto [entry, fresh] = known_.try_emplace(key, causes_.size());
        if (fresh) causes_.push_back({finding_of(error, tree, finding_id(error.keyword)), 0});
        Cause& cause = causes_[entry->second];
        if (++cause.count > 1 && cause.count <= most_)
            cause.finding.related.push_back({{tree.source, error.span}, error.message});
    }
    return validation.count == 0;
}

void SchemaCheck::report(std::vector<Finding>& findings) {
    for (Cause& cause : causes_) {
        if (cause.count > 1) cause.finding.message += " (" + counted(cause.count, "place") + " in all)";
        findings.push_back(std::move(cause.finding));
    }
    if (not_grouped_ == 0 || causes_.empty()) return;
    Finding& last = findings.back();
    last.help +=
        (last.help.empty() ? "" : "; ") + counted(not_grouped_, "more error") + " of other kinds or places";
}

}  // namespace factlint
