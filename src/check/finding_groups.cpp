#include "check/finding_groups.h"

#include <iterator>

#include "text/listing.h"

namespace factlint {

FindingGroups::Group* FindingGroups::find(const Cause& cause) {
    const auto entry = known_.find(cause);
    return entry == known_.end() ? nullptr : &groups_[entry->second];
}

bool FindingGroups::add(const Cause& cause, Place place, const std::string& message) {
    Group* const group = find(cause);
    if (group == nullptr) return false;
    ++group->count;
    if (has_room(*group)) group->others.push_back({place, message});
    return true;
}

void FindingGroups::open(Cause cause, Finding first) {
    known_.emplace(cause, groups_.size());
    groups_.push_back({std::move(cause), std::move(first), 1, {}});
}

void FindingGroups::add(std::vector<Finding> findings) {
    for (Finding& finding : findings) {
        Cause cause{finding.id + ": " + finding.message, {}};
        if (!add(cause, finding.primary.value_or(Place{}), finding.message))
            open(std::move(cause), std::move(finding));
    }
}

void FindingGroups::merge(FindingGroups&& behind, const MovePlace& moved) {
    for (Group& group : behind.groups_) {
        Group* const before = find(group.cause);
        Finding& first = group.first;
        if (before != nullptr) {
            before->count += group.count;
            group.others.insert(group.others.begin(), {first.primary.value_or(Place{}), first.message});
        } else {
            if (first.primary) first.primary = moved(*first.primary);
            for (Related& related : first.related) related.place = moved(related.place);
            known_.emplace(group.cause, groups_.size());
            groups_.push_back({group.cause, std::move(first), group.count, {}});
        }
        Group& into = before != nullptr ? *before : groups_.back();
        for (Related& other : group.others)
            if (has_room(into)) into.others.push_back({moved(other.place), std::move(other.message)});
    }
}

void FindingGroups::report(std::vector<Finding>& findings) {
    for (Group& group : groups_) {
        std::move(group.others.begin(), group.others.end(), std::back_inserter(group.first.related));
        if (group.count > 1) group.first.message += " (" + counted(group.count, "place") + " in all)";
        findings.push_back(std::move(group.first));
    }
}

}  // namespace factlint
