#include "check/table/table_findings.h"

#include <algorithm>
#include <map>

#include "read/encoding.h"
#include "text/listing.h"
#include "text/problem.h"
#include "text/utf8.h"

namespace factlint {
namespace {

struct ProblemWords {
    RowProblem problem;
    std::string_view id;
    std::string_view what;  ///< behind "3 of 1,000 rows: "
    std::string_view help;
};
constexpr ProblemWords problem_words[] = {
    {RowProblem::too_short, "ragged-row", "fewer cells than in the first row", "add what is missing"},
    {RowProblem::too_long, "ragged-row", "more cells than in the first row",
     "put cells that hold the delimiter in quotes"},
    {RowProblem::unclosed_quote, "unclosed-quote", "a quote is opened and never closed",
     "close it, or double a quote that belongs to the text"},
    {RowProblem::text_after_quote, "text-after-quote", "text behind a closing quote",
     "double a quote that belongs to the text"},
    {RowProblem::nul_byte, "nul-byte", "a NUL byte", "the file may be UTF-16 or not be text at all"},
    {RowProblem::long_row, "long-row", "longer than 64 MiB, and cut there",
     "a quote that is never closed makes such rows"},
    {RowProblem::bad_record, "bad-record", "", "mend the line, or take it out"},
    {RowProblem::invalid_utf8, "invalid-utf8", "bytes that are not UTF-8", help_for_invalid_utf8},
};

constexpr std::string_view shape_names[] = {"empty", "numbers", "dates", "true or false", "text"};

std::string share(std::uint64_t count, std::uint64_t of, std::string_view one) {
    return count == of && count != 1 ? "all " + counted(count, one)
                                     : grouped(std::to_string(count)) + " of " + counted(of, one);
}

/// "the header and 3 of 10 rows"
std::string rows_with(RowProblem problem, const TablePass& pass) {
    const std::uint32_t headers = pass.headers(problem);
    const std::uint64_t rows = pass.problem(problem).count() - headers;
    const std::string header = headers < 2 ? "the header" : std::to_string(headers) + " headers";
    if (headers == 0) return share(rows, pass.rows(), "row");
    return rows == 0 ? header : header + " and " + share(rows, pass.rows(), "row");
}

std::string shortened(const std::string& text) {
    constexpr std::size_t most = 40;
    if (text.size() <= most) return text;
    std::size_t size = most;
    while (size > 0 && is_continuation(text[size])) --size;
    return text.substr(0, size) + "…";
}

std::string quoted_cell(const KeptRow& row, CellSyntax syntax) {
    std::string scratch;
    const bool one = std::find_if(row.cells.begin(), row.cells.end(), [&](const RowCell& cell) {
                         return Span{cell.begin, cell.end} == row.part;
                     }) != row.cells.end();
    const std::string_view raw = slice(row.text, row.part);
    return shortened(std::string(one ? cell_text(raw, syntax, scratch) : raw));
}

/// "7, EU": the cells of a key, which may stand apart.
std::string quoted_key(const KeptRow& row, const std::vector<std::uint32_t>& columns, CellSyntax syntax) {
    std::string key, scratch;
    for (const std::uint32_t column : columns) {
        const RowCell& cell = row.cells[column];
        const std::string_view raw = slice(row.text, Span{cell.begin, cell.end});
        key.append(key.empty() ? "" : ", ").append(cell_text(raw, syntax, scratch));
    }
    return shortened(key);
}

}  // namespace

Finding& TableFindings::add(std::string_view id, Severity severity, std::string message) {
    Finding finding;
    finding.id = std::string(id);
    finding.severity = severity;
    finding.message = std::move(message);
    finding.path = file_.path();
    return findings_.emplace_back(std::move(finding));
}

void TableFindings::show(Finding& finding, const std::vector<KeptRow>& rows) {
    for (const KeptRow& row : rows) {
        const Place place = file_.place(row, sources_);
        if (!finding.primary)
            finding.primary = place;
        else
            finding.related.push_back({place, ""});
    }
}

void TableFindings::report_header(const std::vector<TableColumn>& columns) {
    std::map<std::string_view, const TableColumn*> seen;
    for (const TableColumn& column : columns) {
        if (column.name.empty()) {
            Finding& finding = add("unnamed-column", Severity::warning, "a column has no name");
            finding.primary = column.place;
            continue;
        }
        const auto [first, fresh] = seen.try_emplace(column.name, &column);
        if (fresh) continue;
        Finding& finding =
            add("duplicate-column", Severity::error, "two columns are named " + quoted(column.name));
        finding.primary = column.place;
        finding.column = column.name;
        finding.related.push_back({first->second->place, "the first one"});
        finding.help = "give one of them another name";
    }
}

void TableFindings::report_dialect(const TableFile& file) {
    if (!file.sniffed()) return;
    Finding& finding =
        add("sniffed-delimiter", Severity::note,
            "the cells are read as separated by " + std::string(describe_delimiter(file.delimiter())));
    finding.path = file.path();
    finding.primary = file.columns().front().place;
}

void TableFindings::report_no_rows(const TableFile& file) {
    Finding& finding = add("empty-table", Severity::warning, "the table has a header and no rows");
    finding.path = file.path();
    finding.primary = file.columns().front().place;
}

void TableFindings::report_rows(const TablePass& pass, std::uint32_t width) {
    for (const ProblemWords& words : problem_words) {
        const Tally& tally = pass.problem(words.problem);
        if (tally.count() == 0) continue;
        const bool ragged = words.problem == RowProblem::too_short || words.problem == RowProblem::too_long;
        Finding& finding =
            add(words.id, Severity::error,
                rows_with(words.problem, pass) + ": " +
                    (words.problem == RowProblem::bad_record ? why_bad_record(tally.rows().front().text)
                                                             : std::string(words.what)) +
                    (ragged && file_.files().empty() ? ", which has " + std::to_string(width) : ""));
        finding.help = std::string(words.help);
        if (words.problem == RowProblem::long_row) finding.concern = Concern::input;
        show(finding, tally.rows());
    }
}

void TableFindings::report_column(const TablePass& pass, std::size_t column, const ColumnCheck& check) {
    for (std::size_t i = 1; i < cell_faults; ++i) {
        const auto fault = static_cast<CellFault>(i);
        const Tally& tally = pass.fault(column, fault);
        if (tally.count() == 0) continue;
        const auto rows = tally.rows();
        std::string scratch;
        Finding& finding =
            add(finding_id(fault), Severity::error,
                check.column().name + ": " + share(tally.count(), pass.rows(), "cell") + ": " +
                    check.describe(fault, cell_text(slice(rows.front().text, rows.front().part),
                                                    file_.syntax(), scratch)));
        finding.column = check.column().name;
        show(finding, rows);
    }
}

void TableFindings::report_empty_column(const TableColumn& column, bool is_read) {
    Finding& finding = add("empty-column", is_read ? Severity::warning : Severity::note,
                           quoted(column.name) + " is empty in all rows");
    finding.primary = column.place;
    finding.column = column.name;
}

void TableFindings::report_shapes(const TablePass& pass, std::uint32_t column, const TableColumn& header) {
    const auto count = [&](std::size_t shape) {
        return pass.shape(column, static_cast<CellShape>(shape)).count();
    };
    std::size_t most = 1;
    std::uint64_t filled = 0;
    for (std::size_t shape = 1; shape < cell_shapes; ++shape) {
        filled += count(shape);
        if (count(shape) > count(most)) most = shape;
    }
    if (filled == 0 && pass.rows() > 0) {
        report_empty_column(header, false);
        return;
    }
    constexpr std::uint64_t share_of_most = 20;  // 95 percent: below that the column is of no one kind
    if (count(most) == filled || (filled - count(most)) * share_of_most > filled || most == 4) return;
    for (std::size_t shape = 1; shape < cell_shapes; ++shape) {
        if (shape == most || count(shape) == 0) continue;
        const auto rows = pass.shape(column, static_cast<CellShape>(shape)).rows();
        Finding& finding = add("mixed-types", Severity::note,
                               header.name + ": " + share(count(shape), filled, "cell") + ": " +
                                   std::string(shape_names[shape]) + " where the others are " +
                                   std::string(shape_names[most]) + ": " +
                                   quoted(quoted_cell(rows.front(), file_.syntax())));
        finding.column = header.name;
        show(finding, rows);
    }
}

void TableFindings::report_missing_column(const std::string& name, Place declared,
                                          const std::vector<TableColumn>& columns) {
    std::vector<std::string_view> names;
    for (const TableColumn& column : columns) names.push_back(column.name);
    names.insert(names.end(), file_.inside().begin(), file_.inside().end());
    Finding& finding =
        add("missing-column", Severity::error, file_.path() + " has no column " + quoted(name));
    finding.column = name;
    finding.primary = declared;
    finding.help = suggestion(name, names);
    if (!columns.empty()) finding.related.push_back({columns.front().place, "its columns"});
}

void TableFindings::report_unexpected_column(const TableColumn& column,
                                             const std::vector<std::string>& declared) {
    Finding& finding =
        add("unexpected-column", Severity::error, "the schema has no column " + quoted(column.name));
    finding.column = column.name;
    finding.primary = column.place;
    const std::vector<std::string_view> names(declared.begin(), declared.end());
    finding.help = suggestion(column.name, names);
}

void TableFindings::report_column_order(const TableColumn& column, const std::string& declared) {
    Finding& finding = add("column-order", Severity::error,
                           quoted(column.name) + " stands where the schema has " + quoted(declared));
    finding.column = column.name;
    finding.primary = column.place;
    finding.help = "put the columns in the order of the schema, or give it `\"fieldsMatch\": \"equal\"`";
}

void TableFindings::report_foreign_key(const Tally& tally, const WantedForeignKey& key, KeyRows of) {
    if (tally.count() == 0) return;
    const auto kept = tally.rows();
    Finding& finding =
        add("foreign-key", Severity::error,
            listing(key.fields) + ": " + share(tally.count(), of.rows, "row") + ": " +
                quoted(quoted_key(kept.front(), of.columns, file_.syntax())) + " is not among " + key.target);
    if (key.fields.size() == 1) finding.column = key.fields.front();
    show(finding, kept);
}

void TableFindings::report_sequence(const Sequence& sequence, const Column& column, std::uint64_t rows) {
    constexpr std::string_view rules[] = {"", "is less than", "is not more than", "is more than",
                                          "is not less than"};
    const auto report = [&](std::string_view id, const Tally& tally, std::string_view rule) {
        if (tally.count() == 0) return;
        const auto kept = tally.rows();
        std::string scratch;
        const std::string before(cell_text(sequence.before(kept.front()), file_.syntax(), scratch));
        Finding& finding = add(id, Severity::error,
                               column.name + ": " + share(tally.count(), rows, "row") + ": " +
                                   quoted(quoted_cell(kept.front(), file_.syntax())) + " " +
                                   std::string(rule) + " " + quoted(before) + " in the row before");
        finding.column = column.name;
        show(finding, kept);
    };
    report("row-order", sequence.disorder(), rules[static_cast<std::size_t>(column.order)]);
    report("row-gap", sequence.gaps(), "is not one step from");
}

void TableFindings::report_keys(const std::string& name, const RepeatedKeys& repeated, KeyRows of) {
    if (repeated.rows == 0) return;
    Finding& finding =
        add("duplicate-key", Severity::error,
            name + ": " + share(repeated.rows, of.rows, "row") +
                (repeated.rows == 1 ? " repeats" : " repeat") + " a value that stands before: " +
                quoted(quoted_key(repeated.shown.front().front(), of.columns, file_.syntax())));
    finding.column = name;
    for (const std::vector<KeptRow>& places : repeated.shown) show(finding, places);
    std::swap(*finding.primary, finding.related.front().place);
    finding.related.front().message = "the first one";
}

}  // namespace factlint
