#include "check/tables.h"

#include <algorithm>
#include <set>

#include "check/claim_values.h"
#include "check/data_files.h"
#include "check/encodings.h"
#include "check/files.h"
#include "check/row_report.h"
#include "check/table/row_split.h"
#include "check/table_requests.h"
#include "text/file.h"
#include "text/listing.h"

namespace factlint {
namespace {

const FactDefinition& table_of(const RuleFile& rules, const std::string& name) {
    return *std::find_if(rules.facts.begin(), rules.facts.end(),
                         [&](const FactDefinition& fact) { return fact.name == name; });
}

/// Names of columns that the rules read of a table and, as they may be paths, how these begin.
std::vector<std::string> columns_read(const RuleFile& rules, const FactDefinition& fact) {
    std::set<std::string> names;
    const auto add = [&](const std::string& path) {
        const auto all = beginnings(path);
        names.insert(all.begin(), all.end());
    };
    const Table& table = std::get<Table>(fact.where);
    for (const Column& column : table.columns) add(column.name);
    for (const auto& key : table.unique) std::for_each(key.begin(), key.end(), add);
    for (const ForeignKey& key : table.references) std::for_each(key.fields.begin(), key.fields.end(), add);
    for (const TableCall& call : rules.table_calls)
        if (&rules.facts[call.fact] == &fact) add(call.call.column);
    for (const Claim& claim : rules.claims) {
        if (claim.each != fact.name) continue;
        for (const auto* uses : {&claim.row_fields, &claim.by})
            for (const RowFieldUse& use : *uses) add(use.name);
        for (const TableCall& call : claim.group_calls) add(call.call.column);
    }
    return {names.begin(), names.end()};
}

WantedAggregate wanted(const TableCall& call) {
    return {{aggregate_function(call.call.function).value_or(AggregateFunction::rows),
             call.call.argument.value_or(Number())},
            call.call.column,
            call.place};
}

WantedRowClaim wanted(const Claim& claim, LookUp others) {
    WantedRowClaim made{claim.assertion.get(), claim.where.get(), {}, std::move(others)};
    for (const RowFieldUse& field : claim.row_fields) {
        const auto same = [&](const auto& known) { return known.first == field.name; };
        if (std::none_of(made.fields.begin(), made.fields.end(), same))
            made.fields.emplace_back(field.name, field.place);
    }
    for (const RowFieldUse& column : claim.by) made.by.emplace_back(column.name, column.place);
    for (const TableCall& call : claim.group_calls) made.calls.emplace_back(call.call.variable, wanted(call));
    return made;
}

class TableRun {
  public:
    TableRun(const RuleFile& rules, const FactDefinition& fact, const LoadedDocument* document,
             BindContext& context)
        : rules_(rules), fact_(fact), table_(std::get<Table>(fact.where)), context_(context) {
        table_.path = with_stem_of(table_.path, document, context);
        if (table_.encoding && has_stem(std::get<Table>(fact.where).path))
            declare_encoding(table_.path, *table_.encoding, context.corpus, context.findings);
    }

    const Table& table() const { return table_; }

    /// Opens the file; why not, where it cannot be read.
    std::string open() {
        if (!stays_inside(table_.path)) {
            context_.findings.push_back(leaves_root(table_.path, table_.place));
            return table_.path + " leads out of the project";
        }
        std::vector<Finding> excused;  // a table that may be absent
        file_ = TableFile::open(
            context_.corpus, context_.root,
            {table_.path, table_.part, table_.query, table_.place, columns_read(rules_, fact_)},
            fact_.optional ? excused : context_.findings);
        if (file_) return "";
        const std::vector<Finding>& said = fact_.optional ? excused : context_.findings;
        const bool found =
            !said.empty() && (said.back().id == "no-table" || said.back().id == "data-not-found" ||
                              said.back().id == "no-document");
        return found ? said.back().message : table_.path + " could not be read";
    }

    TableFile& file() { return *file_; }

    Binding read(TableRequest request, std::vector<const Claim*> claims, ClaimOutput output) {
        std::vector<const TableCall*> calls;
        for (const TableCall& call : rules_.table_calls) {
            if (&rules_.facts[call.fact] != &fact_) continue;
            calls.push_back(&call);
            request.aggregates.push_back(wanted(call));
        }
        for (const Claim* claim : claims) request.claims.push_back(wanted(*claim, no_others));
        TableResult result = check_table(*file_, request, context_.corpus.sources(), context_.findings);
        ClaimValues values;
        values.rules = &rules_;
        for (std::size_t i = 0; i < claims.size(); ++i)
            report(*claims[i], result.claims[i], values, {file_->path()}, output);
        blame(result);
        add_data(result);
        return binding(calls, result);
    }

    /// Tells a split which rows something is wrong with.
    void blame(const TableResult& result) {
        if (context_.look.split)
            context_.look.split->blame({table_.path, table_.part, table_.query}, result.blamed);
    }

    void report(const Claim& claim, const TableResult::RowOutcome& outcome, const ClaimValues& values,
                std::vector<std::string> documents, ClaimOutput output) {
        ClaimResult result = result_for(claim, rules_, context_.corpus.sources());
        result.documents = std::move(documents);
        conclude_rows({claim, *file_, outcome, values, context_}, result, output.findings);
        output.claims.push_back(std::move(result));
    }

    /// Claims about a table that could not be read.
    void not_checked(const std::vector<const Claim*>& claims, const std::string& why, ClaimOutput output) {
        context_.tables[&fact_] = {{}, why, {}, {}};
        for (const Claim* claim : claims) {
            ClaimResult result = result_for(*claim, rules_, context_.corpus.sources());
            result.documents = {table_.path};
            result.verdict = Verdict::not_checked;
            result.reason = why;
            output.claims.push_back(std::move(result));
        }
    }

    /// The files that were read.
    const std::vector<DataResult>& data() const { return data_; }

  private:
    void add_data(const TableResult& result) {
        const auto add = [&](const TableFile& file, std::uint64_t rows) {
            data_.push_back({file.path(), std::string(format_name(file.path())), file.bytes(), rows,
                             result.columns.size()});
        };
        if (file_->files().empty()) return add(*file_, result.rows);
        for (std::size_t i = 0; i < file_->files().size(); ++i)
            add(*file_->files()[i], i < result.rows_by_file.size() ? result.rows_by_file[i] : 0);
    }

    static expr::Value no_others(std::string_view name, expr::Arena&) { return {expr::Unknown{name}}; }

    Binding binding(const std::vector<const TableCall*>& calls, TableResult& result) {
        Binding binding;
        BoundMatch& match = binding.matches.emplace_back();
        for (std::size_t i = 0; i < calls.size(); ++i) {
            TableResult::Computed& computed = result.aggregates[i];
            if (!computed.value) {
                binding.without_value[calls[i]->call.variable] = "has no value: " + computed.missing;
                continue;
            }
            computed.value->origin = context_.operands.add({computed.place, {}, nullptr, {}, {}});
            match.values.push_back({calls[i]->call.variable, *computed.value});
        }
        if (!result.columns.empty()) match.place = result.columns.front().place;
        return binding;
    }

    const RuleFile& rules_;
    const FactDefinition& fact_;
    Table table_;
    BindContext& context_;
    std::unique_ptr<TableFile> file_;
    std::vector<DataResult> data_;
};

}  // namespace

bool needs_only_rows(const Claim& claim) {
    const auto is_of_row = [&](const std::string& variable) {
        return variable == "row" || (variable == "group" && !claim.by.empty()) ||
               std::any_of(claim.group_calls.begin(), claim.group_calls.end(),
                           [&](const TableCall& call) { return call.call.variable == variable; });
    };
    const auto only_row = [&](const expr::Expression* expression) {
        return !expression ||
               std::all_of(expression->variables().begin(), expression->variables().end(), is_of_row);
    };
    return !claim.each.empty() && only_row(claim.assertion.get()) && only_row(claim.where.get());
}

namespace {

DataContext data_context(TableReading& reading) {
    BindContext& context = reading.context;
    return {context.corpus, context.root, reading.schemas, context.findings, context.look};
}

/// Whether the table may be absent, and is.
bool is_absent(const FactDefinition& fact, const std::string& path, const BindContext& context) {
    const bool there = is_glob(path) ? !context.corpus.files(context.root, path).empty()
                                     : File(path_on_disk(context.root, path)).is_open();
    return fact.optional && !there;
}

/// The keys that must stand in other tables of the file.
void add_references(const RuleFile& rules, const Table& table, const LoadedDocument* document,
                    TableReading& reading, TableRequest& request) {
    DataContext values = data_context(reading);
    for (const ForeignKey& key : table.references) {
        const FactDefinition& fact = table_of(rules, key.resource);
        const Table& other = std::get<Table>(fact.where);
        const std::string path = with_stem_of(other.path, document, reading.context);
        if (stays_inside(path) && !is_absent(fact, path, reading.context))
            add_foreign_key(key, {path, other.part, other.query}, values, request);
    }
}

/// Whether the file itself is checked, against its schema or as such, besides its rows.
bool is_checked_whole(const std::string& path) {
    const DataFormat* format = data_format_for(path);
    return format && !format->has_columns;
}

/// The files of a table: those of a glob, or the one it names.
std::vector<std::string> paths_of(const Table& table, const BindContext& context) {
    return is_glob(table.path) ? context.corpus.files(context.root, table.path)
                               : std::vector<std::string>{table.path};
}

/// Whether some claim, call or declaration reads its columns.
bool reads_rows(const RuleFile& rules, const FactDefinition& fact) {
    const Table& table = std::get<Table>(fact.where);
    return !table.columns.empty() || !table.unique.empty() || !table.references.empty() ||
           std::any_of(rules.claims.begin(), rules.claims.end(),
                       [&](const Claim& claim) { return claim.each == fact.name; }) ||
           std::any_of(rules.table_calls.begin(), rules.table_calls.end(),
                       [&](const TableCall& call) { return &rules.facts[call.fact] == &fact; });
}

TableRequest request_for(const Table& table, const TableLook& look) {
    TableRequest request;
    request.columns = table.columns;
    request.unique = table.unique;
    request.look = look;
    return request;
}

/// Claims about the rows of a table that need nothing else.
std::vector<const Claim*> claims_of_rows(const RuleFile& rules, const FactDefinition& fact) {
    std::vector<const Claim*> claims;
    for (const Claim& claim : rules.claims)
        if (claim.each == fact.name && needs_only_rows(claim)) claims.push_back(&claim);
    return claims;
}

/// Checks the files themselves where they are not only rows; whether nothing more is asked of them.
bool check_whole(const RuleFile& rules, const FactDefinition& fact, const Table& table,
                 const std::string& schema, TableReading& reading) {
    const bool reads = reads_rows(rules, fact);
    if (!is_checked_whole(table.path) || !stays_inside(table.path) || (schema.empty() && reads)) return false;
    DataContext values = data_context(reading);
    std::vector<DataResult> results;
    for (const std::string& path : paths_of(table, reading.context))
        results.push_back(check_data({path, schema}, values));
    if (reads || results.empty()) return false;
    reading.data.insert(reading.data.end(), results.begin(), results.end());
    return true;
}

void read_table(const RuleFile& rules, const FactDefinition& fact, const LoadedDocument* document,
                TableReading& reading) {
    BindContext& context = reading.context;
    TableRun run(rules, fact, document, context);
    const Table& table = run.table();
    const auto claims = claims_of_rows(rules, fact);
    const std::string schema = table.schema.empty() ? reading.schemas.beside(table.path) : table.schema;
    if (check_whole(rules, fact, table, schema, reading)) return;
    if (const std::string why = run.open(); !why.empty()) return run.not_checked(claims, why, reading.output);
    TableRequest request = request_for(table, context.look);
    add_references(rules, table, document, reading, request);
    if (!is_checked_whole(table.path)) {
        DataContext values = data_context(reading);
        add_schema({table.path, schema}, values, request);
    }
    context.tables[&fact] = run.read(std::move(request), claims, reading.output);
    reading.data.insert(reading.data.end(), run.data().begin(), run.data().end());
}

}  // namespace

void read_tables(const RuleFile& rules, const LoadedDocument* document, TableReading reading) {
    for (const FactDefinition& fact : rules.facts)
        if (const Table* table = std::get_if<Table>(&fact.where))
            if (has_stem(table->path) == (document != nullptr)) read_table(rules, fact, document, reading);
}

void check_rows(const Claim& claim, const Bindings& bindings, BindContext& context, ClaimOutput output) {
    const RuleFile& rules = *bindings.rules;
    const FactDefinition& fact = table_of(rules, claim.each);
    const ClaimValues values{
        &rules, {&bindings}, false, nullptr, {}, claim.tolerance ? &*claim.tolerance : nullptr, nullptr, {}};
    std::vector<std::string> documents;
    if (bindings.document) documents = {context.corpus.sources()[bindings.document->source()].path};
    TableRun run(rules, fact, bindings.document, context);
    std::vector<Finding> said;  // by read_tables()
    if (const std::string why = run.open(); !why.empty()) {
        ClaimResult result = result_for(claim, rules, context.corpus.sources());
        result.documents = std::move(documents);
        result.verdict = Verdict::not_checked;
        result.reason = why;
        output.claims.push_back(std::move(result));
        return;
    }
    TableRequest request = request_for(run.table(), context.look);
    request.unique.clear();
    request.claims.push_back(wanted(
        claim, [&values](std::string_view name, expr::Arena& arena) { return values.lookup(name, arena); }));
    const TableResult result = check_table(run.file(), request, context.corpus.sources(), said);
    run.blame(result);
    run.report(claim, result.claims.front(), values, std::move(documents), output);
}

}  // namespace factlint
