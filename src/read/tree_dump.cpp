#include "read/tree_dump.h"

#include <fmt/format.h>

#include "text/json_string.h"

namespace factlint {
namespace {

const char* name_of(TreeKind kind) {
    switch (kind) {
        case TreeKind::null: return "null";
        case TreeKind::boolean: return "boolean";
        case TreeKind::number: return "number";
        case TreeKind::text: return "text";
        case TreeKind::list: return "list";
        case TreeKind::object: return "object";
    }
    return "";
}

std::string shown(Span span) { return fmt::format(" {}..{}", span.begin, span.end); }

void append_node(std::string& out, const TreeNode& node) {
    if (node.key_span != Span{}) {
        append_json_string(out, node.key);
        out += shown(node.key_span) + ": ";
    }
    out += name_of(node.kind) + shown(node.span);
    if (node.kind == TreeKind::text) append_json_string(out += ' ', node.text);
    if (node.kind == TreeKind::number || node.kind == TreeKind::boolean) out += ' ' + std::string(node.text);
    if (node.kind == TreeKind::list || node.kind == TreeKind::object)
        out += fmt::format(" of {}", node.count);
    out += '\n';
}

}  // namespace

std::string dump(const Tree& tree) {
    std::string out;
    std::vector<TreeIndex> ends;
    for (TreeIndex at = 0; at < tree.nodes.size(); ++at) {
        while (!ends.empty() && at >= ends.back()) ends.pop_back();
        out.append(2 * ends.size(), ' ');
        append_node(out, tree[at]);
        ends.push_back(tree[at].end);
    }
    return out;
}

std::string dump(const Findings& findings) {
    std::string out;
    for (const Finding& finding : findings) {
        out += "finding " + finding.id + (finding.primary ? shown(finding.primary->span) : "") + ' ' +
               finding.message;
        out += finding.help.empty() ? "\n" : " / " + finding.help + '\n';
        for (const Related& related : finding.related)
            out += "  " + shown(related.place.span).substr(1) + ' ' + related.message + '\n';
    }
    return out;
}

}  // namespace factlint
