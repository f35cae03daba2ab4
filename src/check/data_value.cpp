#include "check/data_value.h"

#include <algorithm>

#include "read/csv.h"
#include "read/json.h"
#include "text/compression.h"
#include "text/yaml.h"
#include "value/number.h"

namespace factlint {
namespace {

/// "~1" is "/" and "~0" is "~" in a reference token (RFC 6901).
std::string unescaped(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape =
            token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        text += !escape ? token[i] : token[++i] == '0' ? '~' : '/';
    }
    return text;
}

/// The element of a sequence or the value of a key; nullptr where there is none.
const yaml::Node* child(const yaml::Node& node, const std::string& token) {
    if (node.kind == yaml::NodeKind::sequence) {
        const auto index = Number::parse(token);
        const auto position = index ? index->to_int64() : std::nullopt;
        const bool inside =
            position && *position >= 0 && static_cast<std::size_t>(*position) < node.items.size();
        return inside ? node.items[static_cast<std::size_t>(*position)] : nullptr;
    }
    for (std::size_t i = 0; node.kind == yaml::NodeKind::mapping && i + 1 < node.items.size(); i += 2)
        if (node.items[i]->text == token) return node.items[i + 1];
    return nullptr;
}

Result<Located> at_yaml_pointer(const Sources& sources, SourceId source, std::string_view pointer) {
    std::vector<Finding> findings;
    const auto tree = yaml::read(sources, source, findings);
    if (!findings.empty()) {
        findings.front().concern = Concern::input;
        return findings.front();
    }
    const yaml::Node* node = tree->root;
    while (node && pointer.starts_with('/')) {
        pointer.remove_prefix(1);
        const auto end = std::min(pointer.find('/'), pointer.size());
        node = child(*node, unescaped(pointer.substr(0, end)));
        pointer.remove_prefix(end);
    }
    if (!node || !pointer.empty() || node->kind != yaml::NodeKind::scalar)
        return data_not_found({source, {}}, "there is no value at this pointer in " + sources[source].path);
    return Located{node->span, node->text,
                   node->style == yaml::Style::plain && is_number_literal(node->text)};
}

}  // namespace

Result<Located> locate(const Sources& sources, SourceId source, std::string_view pointer) {
    const std::string_view path = name_inside(sources[source].path);
    if (path.ends_with(".csv") || path.ends_with(".tsv")) {
        if (pointer.starts_with('/')) pointer.remove_prefix(1);
        const auto slash = pointer.find('/');
        if (slash == std::string_view::npos)
            return data_not_found({source, {}},
                                  "expected ROW/COLUMN behind # for a cell of " + sources[source].path);
        return at_csv_cell(sources, source, pointer.substr(0, slash), pointer.substr(slash + 1));
    }
    if (path.ends_with(".yaml") || path.ends_with(".yml")) return at_yaml_pointer(sources, source, pointer);
    return at_json_pointer(sources, source, pointer);
}

}  // namespace factlint
