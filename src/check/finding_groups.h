// FindingGroups: findings of one cause are one finding, which says how many there are and shows the first places.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "text/finding.h"

namespace factlint {

class FindingGroups {
  public:
    /// What findings of a cause have in common: their id and what they say, or the place of what asks for it.
    using Cause = std::pair<std::string, Place>;
    using MovePlace = std::function<Place(Place)>;

    /// `most`: places shown of each cause.
    explicit FindingGroups(std::uint32_t most) : most_(most) {}

    /// Counts one more of a cause that is known; false of one that is not: open() it.
    bool add(const Cause& cause, Place place, const std::string& message);
    void open(Cause cause, Finding first);
    /// Of these all that say the same are of one cause.
    void add(std::vector<Finding> findings);
    /// Those that were found behind these; places that are shown are moved.
    void merge(FindingGroups&& behind, const MovePlace& moved);
    bool empty() const { return groups_.empty(); }
    /// In the order of their first places.
    void report(std::vector<Finding>& findings);

  private:
    struct Group {
        Cause cause;
        Finding first;
        std::uint64_t count = 0;
        std::vector<Related> others;
    };
    Group* find(const Cause& cause);
    bool has_room(const Group& group) const { return group.others.size() + 1 < most_; }

    std::uint32_t most_;
    std::map<Cause, std::size_t> known_;  ///< index into `groups_`
    std::vector<Group> groups_;
};

}  // namespace factlint
