// Where the value of a fact with `at:` stands: in a data file, or in a table of a document.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/document.h"
#include "read/located.h"
#include "read/tree.h"

namespace factlint {

/// What data files say, each read when it is first asked for.
class DataTrees {
  public:
    struct Read {
        std::vector<Tree> values;  ///< more than one of a YAML file alone
        std::vector<Finding> findings;
    };
    /// The reference stays valid.
    const Read& read(const Sources& sources, SourceId source);

  private:
    std::map<SourceId, Read> files_;
};

/// The value that `pointer` names in a data file; errors as in read/located.h.
/// - JSON, TOML and what has no known ending: a JSON Pointer, "/orders/0/total";
/// - YAML: the same; of several documents in a file the first step is the number of one, from 0;
/// - JSON Lines: the first step is the number of a record, from 0: "/17/total". Only that record must be right;
/// - CSV and its relatives: "ROW/COLUMN", by the first cell of the row and the name of the column, or "#3" for the third.
Result<Located> locate(const Sources& sources, DataTrees& trees, SourceId source, std::string_view pointer);

/// "a~1b/c" → {"a/b", "c"}: the names in a selector of a cell. Unlike in a pointer, every other ~ is itself: cells hold any
/// text.
std::vector<std::string> names_of(std::string_view selector);

/// The prose of the cell that `selector` names in a table of a document: "ROW/COLUMN" as in CSV where the document has one
/// table, "TABLE/ROW/COLUMN" with the heading above the table, or "#2" for the second. "/" within a name is ~1.
Result<Span> locate_cell(const Sources& sources, const Document& document, std::string_view selector);

/// Whether `locate_cell` is for this path: Markdown and HTML.
bool has_document_tables(std::string_view path);

}  // namespace factlint
