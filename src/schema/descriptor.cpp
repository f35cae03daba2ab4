#include "schema/descriptor.h"

#include "text/suggest.h"

namespace factlint {
namespace {

std::string_view describe_kind(const TreeNode& node) {
    switch (node.kind) {
        case TreeKind::null: return "null";
        case TreeKind::boolean: return node.text;
        case TreeKind::number: return "a number";
        case TreeKind::text: return "text";
        case TreeKind::list: return "a list";
        case TreeKind::object: return "an object";
    }
    return "";
}

}  // namespace

void expected(Descriptor& descriptor, TreeIndex index, std::string_view what) {
    const TreeNode& node = descriptor[index];
    Place place = descriptor.tree.place(index);
    const bool is_container = node.kind == TreeKind::object || node.kind == TreeKind::list;
    if (is_container) place.span.end = place.span.begin + 1;  // the bracket says where as well as pages do
    descriptor.report(place, "wrong-type",
                      "expected " + std::string(what) + ", found " + std::string(describe_kind(node)));
}

std::optional<std::string> read_text(Descriptor& descriptor, TreeIndex index) {
    if (descriptor[index].kind == TreeKind::text) return std::string(descriptor[index].text);
    expected(descriptor, index, "text");
    return std::nullopt;
}

std::optional<bool> read_bool(Descriptor& descriptor, TreeIndex index) {
    if (descriptor[index].kind == TreeKind::boolean) return descriptor[index].text == "true";
    expected(descriptor, index, "true or false");
    return std::nullopt;
}

std::optional<std::string> read_scalar(Descriptor& descriptor, TreeIndex index) {
    const TreeKind kind = descriptor[index].kind;
    if (kind == TreeKind::text || kind == TreeKind::number || kind == TreeKind::boolean)
        return std::string(descriptor[index].text);
    expected(descriptor, index, "text or a number");
    return std::nullopt;
}

std::vector<TreeIndex> read_texts(Descriptor& descriptor, TreeIndex index, bool or_one) {
    const TreeNode& node = descriptor[index];
    std::vector<TreeIndex> texts;
    if (node.kind == TreeKind::text && or_one) return {index};
    if (node.kind != TreeKind::list) {
        expected(descriptor, index, or_one ? "text or a list of texts" : "a list of texts");
        return texts;
    }
    for (TreeIndex item = index + 1; item < node.end; item = descriptor[item].end)
        if (read_text(descriptor, item)) texts.push_back(item);
    return texts;
}

KnownNames::KnownNames(std::vector<std::string_view> names) : names_(std::move(names)), sorted_(names_) {
    std::sort(sorted_.begin(), sorted_.end());
}

bool KnownNames::has(std::string_view name) const {
    return std::binary_search(sorted_.begin(), sorted_.end(), name);
}

std::string KnownNames::hint(std::string_view name) { return hints_-- > 0 ? suggestion(name, names_) : ""; }

void note_unknown_key(Descriptor& descriptor, TreeIndex member, std::string_view what,
                      const std::vector<std::string_view>& known) {
    const std::string_view key = descriptor[member].key;
    const auto near = nearest(key, known);
    if (!near) return;
    descriptor.report(Place{descriptor.tree.source, descriptor[member].key_span}, "unknown-key",
                      quoted(key) + " is not a key of " + std::string(what),
                      "did you mean " + quoted(*near) + "?");
    descriptor.findings.back().severity = Severity::note;
}

}  // namespace factlint
