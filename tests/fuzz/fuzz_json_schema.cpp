// A JSON Schema and a value, "SCHEMA\0VALUE" or the same bytes for both: no crash, no endless loop, and whatever is wrong
// stands inside its file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "read/json_lines.h"
#include "read/json_tree.h"
#include "schema/json_schema.h"

using namespace factlint;

namespace {

void insist(bool holds) {
    if (!holds) std::abort();
}

void insist_on_places(const Sources& sources, const Findings& findings) {
    for (const Finding& finding : findings) {
        const Place& place = *finding.primary;
        insist(place.span.begin <= place.span.end && place.span.end <= sources.text(place.source).size());
    }
}

/// Children stand inside of their parents, numbers and keys are the bytes of their places.
void insist_on_tree(const Sources& sources, const Tree& tree) {
    for (TreeIndex at = 0; at < tree.nodes.size(); ++at) {
        const TreeNode& node = tree[at];
        const TreeNode& parent = tree[node.parent];
        insist(parent.span.contains(node.span) && node.end > at && node.end <= parent.end);
        if (node.kind == TreeKind::number) insist(node.text == sources.text(tree.place(at)));
    }
}

Tree read(Sources& sources, std::string_view text) {
    Findings findings;
    const SourceId id = sources.add("fuzz", std::string(text));
    Tree tree = read_json(sources, id, findings);
    insist(!tree.nodes.empty() || !findings.empty());
    insist_on_places(sources, findings);
    insist_on_tree(sources, tree);
    for (JsonLines lines(sources, id); lines.next(findings); findings.clear()) {
        insist_on_tree(sources, lines.tree());
        insist_on_places(sources, findings);
    }
    return tree;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t end = bytes.find('\0');
    Sources sources;
    const Tree schema_tree = read(sources, bytes.substr(0, end));
    const Tree value = read(sources, end == std::string_view::npos ? bytes : bytes.substr(end + 1));
    Findings findings;
    schema::Options options;
    options.assert_formats = true;
    const auto compiled = schema::compile(schema_tree, options, findings);
    insist_on_places(sources, findings);
    if (!compiled || value.nodes.empty()) return 0;
    const schema::Validation validation = schema::validate(*compiled, value);
    insist(validation.valid() == schema::accepts(*compiled, value));
    insist(validation.errors.size() <= validation.count &&
           (validation.errors.size() == validation.count || validation.count > 100));
    for (const schema::SchemaError& error : validation.errors)
        insist(value[0].span.contains(error.span) && !error.message.empty());
    return 0;
}
