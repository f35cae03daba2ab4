#include "check/table_requests.h"

#include <algorithm>

#include "text/listing.h"
#include "text/problem.h"

namespace factlint {
namespace {

void add_columns(const TableSchema& schema, TableRequest& request) {
    using Match = TableSchema::Match;
    for (Column column : schema.columns) {
        const auto& key = schema.primary_key;
        const bool in_key = std::find(key.begin(), key.end(), column.name) != key.end();
        const auto known = std::find_if(request.columns.begin(), request.columns.end(),
                                        [&](const Column& each) { return each.name == column.name; });
        Column& wanted =
            known != request.columns.end() ? *known : request.columns.emplace_back(std::move(column));
        wanted.required = wanted.required || in_key;
    }
    if (!schema.primary_key.empty()) request.unique.push_back(schema.primary_key);
    request.unique.insert(request.unique.end(), schema.unique_keys.begin(), schema.unique_keys.end());
    request.columns_may_lack = schema.match == Match::superset || schema.match == Match::partial;
    request.others_allowed = schema.match == Match::subset || schema.match == Match::partial;
    request.ordered = schema.match == Match::exact;
}

Finding bad_key(const ForeignKey& key, std::string message, std::string help = {}) {
    Finding finding;
    finding.id = "bad-foreign-key";
    finding.concern = Concern::rule;
    finding.message = std::move(message);
    finding.primary = key.place;
    finding.help = std::move(help);
    return finding;
}

Finding no_such_column(const ForeignKey& key, const TableName& other, const TableFile& file) {
    std::vector<std::string_view> known;
    for (const TableColumn& column : file.columns()) known.push_back(column.name);
    const std::string& missing =
        *std::find_if(key.reference_fields.begin(), key.reference_fields.end(), [&](const std::string& name) {
            return std::find(known.begin(), known.end(), name) == known.end();
        });
    known.insert(known.end(), file.inside().begin(), file.inside().end());
    return bad_key(key, other.text() + " has no column " + quoted(missing), suggestion(missing, known));
}

}  // namespace

void add_foreign_key(const ForeignKey& key, TableName other, DataContext& context, TableRequest& request) {
    other.columns = key.reference_fields;
    const auto file = TableFile::open(context.corpus, context.root, other, context.findings);
    if (!file)
        return context.findings.push_back(
            bad_key(key, listing(key.fields) + " is not checked: " + other.text() + " could not be read"));
    auto keys = keys_of(*file, key.reference_fields);
    if (!keys) return context.findings.push_back(no_such_column(key, other, *file));
    std::string target = listing(key.reference_fields) + " of " + other.text();
    const auto same = [&](const WantedForeignKey& known) {
        return known.fields == key.fields && known.target == target;
    };
    if (std::any_of(request.foreign_keys.begin(), request.foreign_keys.end(), same))
        return;  // of a rule and a schema
    request.foreign_keys.push_back({key.fields, std::move(target), std::move(*keys), key.place});
}

void add_schema(const DataTask& task, DataContext& context, TableRequest& request) {
    if (task.schema.empty()) return;
    const auto schema = context.schemas.table_schema(task.schema, task.path, context.findings);
    if (!schema) return;
    add_columns(*schema, request);
    for (const ForeignKey& key : schema->foreign_keys) {
        const std::string path =
            key.resource.empty() ? task.path : context.schemas.resource_path(task.schema, key.resource);
        if (path.empty())
            context.findings.push_back(bad_key(key, "no resource is named " + quoted(key.resource),
                                               "mend `reference`, or name the resource in the package"));
        else
            add_foreign_key(key, {path}, context, request);
    }
}

}  // namespace factlint
