// Rule files: YAML → RuleFile. Everything a rule file can get wrong is found here, with line, column and a way out.
#pragma once

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "expr/column_calls.h"
#include "expr/expression.h"
#include "rules/pattern.h"
#include "schema/table_schema.h"
#include "text/sources.h"
#include "value/stated.h"
#include "value/tolerance.h"

namespace factlint {

enum class Scope : std::uint8_t { sentence, paragraph, document };

/// One alternative of a `find`; `value`: what a match without numeral stands for ({find: '^{:text まず}、', value: 1}).
struct Find {
    std::string language;  ///< BCP 47, tried in paragraphs of that language only; empty = any
    Pattern pattern;
    std::optional<Stated> value;
};

/// A truth its author states.
struct Known {
    std::string text;
    Stated value;
    Place place;
};

/// `encoding: shift_jis`: the name as the table of encodings has it (text/transcode.h).
struct DeclaredEncoding {
    std::string name;
    Place place;
};

/// A place in a data file: JSON Pointer, or row and column of a CSV, or of a table in a database or a document.
struct At {
    std::string path;
    std::string pointer;
    std::optional<Kind> as;
    std::string unit;
    Place place;
    std::optional<DeclaredEncoding> encoding{};
};

/// Columns of a data file, for `each` and for calls over columns.
struct Table {
    std::string path;
    std::string part;   ///< behind "#": which table of the file
    std::string query;  ///< of a database, instead of a table's name
    std::string schema;
    Place place;
    std::vector<Column> columns{};                   ///< what `columns` says, in its order
    std::vector<std::vector<std::string>> unique{};  ///< keys over several columns
    std::vector<ForeignKey> references{};            ///< `resource`: the name of a table of the rule file
    std::optional<DeclaredEncoding> encoding{};
};

struct FactDefinition {
    std::string name;  ///< dotted path
    Place place;       ///< of the name
    std::variant<std::vector<Find>, Known, At, Table> where;
    std::string in;  ///< path template, empty = the document being checked
    Scope scope = Scope::sentence;
    bool all = false;
    bool optional = false;

    /// Name of the variable a hole binds: the fact's own, or fact.hole. With `all`, the variable is always the fact's
    /// own: a list of values or, with several named holes, of objects.
    std::string variable(const Hole& hole) const;
};

/// Where a variable of an expression comes from.
struct VariableSource {
    std::string name;
    std::size_t fact = 0;  ///< index into RuleFile::facts
    expr::Type type;
};

/// Functions of whole columns: sum(orders.amount), size(orders).
inline constexpr std::array<std::string_view, 9> column_functions = {
    "size", "count", "sum", "min", "max", "avg", "median", "quantile", "distinct"};

/// A call over a column of a table, which is a variable of its own: computed in one pass over the table.
struct TableCall {
    std::size_t fact = 0;  ///< index into RuleFile::facts
    expr::ColumnCall call;
    Place place;
};

/// `row.amount` of a claim with `each`.
struct RowFieldUse {
    std::string name;
    Place place;
};

struct Claim {
    std::string id;
    Place place;       ///< of the id
    std::string says;  ///< template with {names}; may be empty
    std::string why;
    Severity severity = Severity::error;
    std::unique_ptr<expr::Expression> assertion;
    Place assertion_place;  ///< of the expression's text, for spans of diagnostics
    std::optional<Tolerance> tolerance;
    std::string across;                       ///< "", "documents", or a path template with {lang}
    std::string each;                         ///< table name of `each: row in TABLE`; empty = none
    std::vector<RowFieldUse> by;              ///< columns of `each: group in TABLE`; empty = single rows
    std::vector<TableCall> group_calls;       ///< sum(group.amount) of such a claim
    std::unique_ptr<expr::Expression> where;  ///< rows for which it is not true are not looked at; null = all
    std::vector<RowFieldUse> row_fields;      ///< that `assert` (without `by`) and `where` read
    std::optional<Number> at_least;           ///< the share of rows that must hold, 0 to 1; none = all
    std::vector<Find> find;                   ///< evaluated at each match where not empty
    Scope scope = Scope::sentence;
};

struct Example {
    Place place;
    std::string language;
    std::string text;
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<std::string> holds, breaks, not_checked;  ///< claim ids
};

/// A glob, and where a file states it; without a place it comes from the command line or is a default.
struct Glob {
    std::string text;
    std::optional<Place> place{};
};

struct RuleFile {
    SourceId source{};
    std::string title;
    std::vector<Glob> documents;
    std::string language = "en";  ///< of the truths stated in it
    std::deque<FactDefinition> facts;
    std::vector<VariableSource> variables;
    std::vector<TableCall> table_calls;
    std::deque<Claim> claims;
    std::vector<Example> examples;
    std::deque<std::vector<Stated>> parts;  ///< what Known values point into
    std::deque<std::string> texts;          ///< what Known values view
};

struct Rules {
    std::vector<std::unique_ptr<RuleFile>> files;  ///< those without errors
    Alphabet alphabet;                             ///< of all files
    std::vector<Finding> findings;                 ///< concern rule; all errors of every file at once
};

/// Reads, compiles and cross-checks rule files. A file with an error is left out of `files`; the others still run.
Rules load_rules(const Sources& sources, const std::vector<SourceId>& ids);

/// The golden form of this stage (`factlint dump rules`).
std::string dump(const Rules& rules, const Sources& sources);

}  // namespace factlint
