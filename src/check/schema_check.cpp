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
        if (Cause* const cause = known(key)) {
            ++cause->count;
            add_place(*cause, {{tree.source, error.span}, error.message});
        } else {
            add_cause({key, finding_of(error, tree, finding_id(error.keyword)), 1, {}});
        }
    }
    return validation.count == 0;
}

SchemaCheck::Cause* SchemaCheck::known(const Key& key) {
    const auto entry = known_.find(key);
    return entry == known_.end() ? nullptr : &causes_[entry->second];
}

void SchemaCheck::add_cause(Cause cause) {
    known_.emplace(cause.key, causes_.size());
    causes_.push_back(std::move(cause));
}

void SchemaCheck::add_place(Cause& cause, Related place) const {
    if (cause.others.size() + 1 < most_) cause.others.push_back(std::move(place));
}

void SchemaCheck::merge(SchemaCheck&& other) {
    not_grouped_ += other.not_grouped_;
    for (Cause& cause : other.causes_) {
        Cause* const before = known(cause.key);
        if (before == nullptr) {
            add_cause(std::move(cause));
            continue;
        }
        before->count += cause.count;
        add_place(*before, {cause.finding.primary.value_or(Place{}), cause.finding.message});
        for (Related& place : cause.others) add_place(*before, std::move(place));
    }
}

void SchemaCheck::report(std::vector<Finding>& findings) {
    for (Cause& cause : causes_) {
        std::vector<Related>& related = cause.finding.related;
        related.insert(related.end(), cause.others.begin(), cause.others.end());
        if (cause.count > 1) cause.finding.message += " (" + counted(cause.count, "place") + " in all)";
        findings.push_back(std::move(cause.finding));
    }
    if (not_grouped_ == 0 || causes_.empty()) return;
    Finding& last = findings.back();
    last.help +=
        (last.help.empty() ? "" : "; ") + counted(not_grouped_, "more error") + " of other kinds or places";
}

}  // namespace factlint
