// check_table: a table against its columns, keys and aggregates: what is wrong with it, and what was computed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/table/aggregate.h"
#include "check/table/group_claims.h"
#include "check/table/row_claims.h"
#include "check/table/table_file.h"
#include "check/table/table_look.h"
#include "text/finding.h"

namespace factlint {

/// An aggregate that some claim reads.
struct WantedAggregate {
    AggregateCall call;
    std::string column;  ///< empty for `rows`
    Place place;         ///< where the rule asks for it
};

/// The name of a column, and where a rule has it.
using WantedField = std::pair<std::string, Place>;

/// A claim about every row, or every group of rows, before the columns are known.
struct WantedRowClaim {
    const expr::Expression* assertion = nullptr;
    const expr::Expression* where = nullptr;  ///< null = all rows
    std::vector<WantedField> fields;          ///< paths of `row`
    LookUp others;
    std::vector<WantedField> by{};                                 ///< of `group`; empty = single rows
    std::vector<std::pair<std::string, WantedAggregate>> calls{};  ///< variables of a claim about groups
};

/// Keys that must stand in another table, or in this one.
struct WantedForeignKey {
    std::vector<std::string> fields;
    std::string target;               ///< "id of data/customers.csv", for messages
    std::vector<std::uint64_t> keys;  ///< hashes of the keys there, ascending: keys_of()
    std::optional<Place> place;
};

struct TableRequest {
    std::vector<Column> columns;                   ///< declared ones; others are not looked into
    std::vector<std::vector<std::string>> unique;  ///< keys over several columns
    std::vector<WantedForeignKey> foreign_keys;
    bool columns_may_lack = false;  ///< columns that are declared and not in the file are no fault
    bool others_allowed = true;     ///< columns of the file that are not declared are no fault
    bool ordered = false;           ///< the file has the columns in the order of their declaration
    std::vector<WantedAggregate> aggregates;
    std::vector<WantedRowClaim> claims;
    bool shapes = false;  ///< columns that nobody declared: notes where their cells are of several kinds
    TableLook look{};
};

struct TableResult {
    std::uint64_t rows = 0;                   ///< without the header
    std::vector<std::uint64_t> rows_by_file;  ///< of a table in several files
    std::vector<TableColumn> columns;
    struct Computed {
        std::optional<Stated> value;
        std::string missing;  ///< why there is none
        Place place;          ///< the name of the column
    };
    std::vector<Computed> aggregates;  ///< in the order of the request
    struct RowOutcome {
        RowClaim claim;  ///< to explain single rows and groups
        RowClaimTally tally;
        std::string missing;  ///< why it was not evaluated: a column that is not there
        std::map<std::uint64_t, GroupValues> groups{};  ///< GroupOutcome::values
    };
    std::vector<RowOutcome> claims;  ///< likewise
    std::vector<std::uint64_t>
        blamed;  ///< offsets of the rows that something is wrong with; unordered, some twice
    std::vector<ColumnCheck> checks;  ///< what the fields of `claims` point into
};

/// The hashes of all keys of a table, ascending; nullopt where a column is not there. 8 bytes a row.
std::optional<std::vector<std::uint64_t>> keys_of(TableFile& file, const std::vector<std::string>& names);

/// Reads the whole table once, again for keys that seem to occur twice. Findings are grouped by cause: how many cells, the
/// first places, and an even sample of the others, whatever the number of threads. Memory does not grow with the
/// table, but for 8 bytes a row and unique key, up to `look.memory`. O(bytes × columns looked into).
TableResult check_table(TableFile& file, const TableRequest& request, Sources& sources,
                        std::vector<Finding>& findings);

}  // namespace factlint
