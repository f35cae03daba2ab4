#include "check/table_requests.h"

#include <algorithm>

#include "text/listing.h"

namespace factlint {
namespace {

void add_columns(const TableSchema& schema, TableRequest& request) {
    using Match = TableSchema::Match;
    for (Column column : schema.columns) {
        const auto& key = schema.primary_key;
        if (std::find(key.begin(), key.end(), column.name) != key.end()) column.required = true;
        const auto same = [&](const Column& known) { return known.name == column.name; };
        if (std::none_of(request.columns.begin(), request.columns.end(), same))
            request.columns.push_back(std::move(column));
    }
    if (!schema.primary_key.empty()) request.unique.push_back(schema.primary_key);
    request.unique.insert(request.unique.end(), schema.unique_keys.begin(), schema.unique_keys.end());
    request.columns_may_lack = schema.match == Match::superset || schema.match == Match::partial;
    request.others_allowed = schema.match == Match::subset || schema.match == Match::partial;
    request.ordered = schema.match == Match::exact;
}

Finding no_such_key(const ForeignKey& key, const std::string& path) {
    Finding finding;
    finding.id = "bad-foreign-key";
    finding.concern = Concern::rule;
    finding.message = path.empty() ? "no resource is named `" + key.resource + "`"
                                   : path + " has no column " + listing(key.reference_fields);
    finding.primary = key.place;
    finding.help = "mend `reference`, or name the resource in the package";
    return finding;
}

}  // namespace

void add_schema(const DataTask& task, DataContext& context, TableRequest& request) {
    if (task.schema.empty()) return;
    const auto schema = context.schemas.table_schema(task.schema, task.path, context.findings);
    if (!schema) return;
    add_columns(*schema, request);
    for (const ForeignKey& key : schema->foreign_keys) {
        const std::string path =
            key.resource.empty() ? task.path : context.schemas.resource_path(task.schema, key.resource);
        auto other =
            path.empty() ? nullptr : TableFile::open(context.corpus, context.root, {path}, context.findings);
        auto keys = other ? keys_of(*other, key.reference_fields) : std::nullopt;
        if (keys)
            request.foreign_keys.push_back(
                {key.fields, listing(key.reference_fields) + " of " + path, std::move(*keys), key.place});
        else if (path.empty() || other)
            context.findings.push_back(no_such_key(key, path));
    }
}

}  // namespace factlint
