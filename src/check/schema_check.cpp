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
        FindingGroups::Cause cause{std::string(error.keyword), error.schema_place.value_or(Place{})};
        if (!errors_.add(cause, {tree.source, error.span}, error.message))
            errors_.open(std::move(cause), finding_of(error, tree, finding_id(error.keyword)));
    }
    return validation.count == 0;
}

void SchemaCheck::merge(SchemaCheck&& behind, const FindingGroups::MovePlace& moved) {
    not_grouped_ += behind.not_grouped_;
    errors_.merge(std::move(behind.errors_), moved);
}

void SchemaCheck::report(std::vector<Finding>& findings) {
    const bool any = !errors_.empty();
    errors_.report(findings);
    if (not_grouped_ == 0 || !any) return;
    Finding& last = findings.back();
    last.help +=
        (last.help.empty() ? "" : "; ") + counted(not_grouped_, "more error") + " of other kinds or places";
}

}  // namespace factlint
