// Where the value of a fact with `at:` stands in a database.
#pragma once

#include <string>
#include <string_view>

#include "check/corpus.h"
#include "text/result.h"

namespace factlint {

/// A value of a database: its row is a source of its own.
struct LocatedInRow {
    Place place;
    std::string text;
};

/// The value that `selector` names in a database: "ROW/COLUMN" where it has one table, else "TABLE/ROW/COLUMN". A row is named by
/// what its first column holds. "#3" and "~1" as in tables of documents. O(rows).
Result<LocatedInRow> locate_in_database(Corpus& corpus, const std::string& root, const std::string& path,
                                        std::string_view selector);

}  // namespace factlint
