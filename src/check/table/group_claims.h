// Claims about groups of rows: those that agree in the columns of `by`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/table/aggregate.h"
#include "check/table/row_claims.h"

namespace factlint {

/// A claim, once the columns are known.
struct GroupClaim {
    /// sum(group.amount): a variable of the claim.
    struct Call {
        std::string variable;
        AggregateCall call;
        std::uint32_t column = 0;            ///< in the file; of size(group) none
        const ColumnCheck* check = nullptr;  ///< null for size(group)
    };
    RowClaim rows;   ///< its `where` alone: the rows that are in groups
    RowClaim group;  ///< what must hold; its fields are the columns of `by`
    std::vector<Call> calls;
};

/// Values of the calls of one group, by variable.
using GroupValues = std::vector<std::pair<std::string, Stated>>;

/// What was found of the claim in all groups.
struct GroupOutcome {
    RowClaimTally tally;                          ///< of groups, each known by its first row
    std::map<std::uint64_t, GroupValues> values;  ///< of the groups that are kept, by the offset of that row
    bool overflow = false;                        ///< there were more groups than are counted
};

/// The groups of a claim in the rows seen so far. Parts of a table are merged in any order.
class Groups {
  public:
    static constexpr std::size_t most = 100'000;

    explicit Groups(const GroupClaim& claim) : claim_(&claim) {}

    /// O(rows); a group costs its first row and its calls.
    void take(const RowBatch& batch, CellSyntax syntax);
    void merge(Groups&& other);
    /// Evaluates the claim for each group, in the order in which they begin. `most_shown`: as in Tally.
    GroupOutcome evaluate(CellSyntax syntax, std::uint32_t most_shown);

  private:
    struct Group {
        KeptRow first;
        std::vector<Aggregate> calls;
    };
    void take_row(const RowBatch& batch, std::uint32_t row, CellSyntax syntax);
    Group* group_of(const RowBatch& batch, std::uint32_t row, CellSyntax syntax);
    Group new_group(const RowBatch& batch, std::uint32_t row) const;
    GroupValues values_of(Group& group) const;

    const GroupClaim* claim_;
    std::unordered_map<std::string, Group> groups_;
    bool overflow_ = false;
    std::string key_, scratch_, cleaned_;
};

}  // namespace factlint
