#include "schema/json/meta_schemas.h"

#include <cassert>
#include <string>

#include "read/json_tree.h"

namespace factlint::schema {
namespace {

std::string_view without_scheme(std::string_view uri) {
    for (const std::string_view scheme : {"https:", "http:"})
        if (uri.starts_with(scheme)) return uri.substr(scheme.size());
    return uri;
}

}  // namespace

const Tree* MetaSchemas::find(std::string_view uri) {
    uri = without_scheme(uri);
    for (const Read& read : read_)
        if (read.uri == uri) return &read.tree;
    for (std::size_t i = 0; i < meta_schema_count; ++i) {
        const MetaSchema& known = meta_schemas[i];
        if (without_scheme(known.uri) != uri) continue;
        Findings findings;
        const SourceId id = sources_.add(std::string(known.uri), std::string(known.text));
        read_.push_back({without_scheme(known.uri), read_json(sources_, id, findings)});
        assert(findings.empty());
        return &read_.back().tree;
    }
    return nullptr;
}

}  // namespace factlint::schema
