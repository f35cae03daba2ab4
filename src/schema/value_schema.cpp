#include "schema/value_schema.h"

#include "read/json_tree.h"

namespace factlint {
namespace {

Tree read(std::string_view text) {
    Tree tree;
    Findings faults;
    read_json(text, {0, static_cast<std::uint32_t>(text.size())}, tree, faults);
    return tree;
}

/// The value at `index` as a tree of its own, with the same places and texts of its own.
Tree branch(const Tree& tree, TreeIndex index) {
    Tree out;
    out.source = tree.source;
    const auto own = [&](std::string_view text) { return std::string_view(out.decoded.emplace_back(text)); };
    for (TreeIndex at = index; at < tree[index].end; ++at) {
        TreeNode& node = out.nodes.emplace_back(tree[at]);
        node.text = own(node.text);
        node.key = own(node.key);
        node.parent = at == index ? 0 : node.parent - index;
        node.end -= index;
    }
    return out;
}

}  // namespace

std::shared_ptr<const ValueSchema> ValueSchema::compile(const Tree& descriptor, TreeIndex index,
                                                        Findings& findings) {
    auto out = std::make_shared<ValueSchema>();
    out->tree_ = branch(descriptor, index);
    out->schema_ = schema::compile(out->tree_, {}, findings);
    return out->schema_ ? out : nullptr;
}

bool ValueSchema::accepts(std::string_view text) const { return schema::accepts(*schema_, read(text)); }

std::string ValueSchema::objection(std::string_view text) const {
    const Tree tree = read(text);
    const schema::Validation validation = schema::validate(*schema_, tree, 0, 1);
    if (validation.errors.empty()) return {};
    const schema::SchemaError& error = validation.errors.front();
    const std::string pointer = pointer_of(tree, error.instance);
    return (pointer.empty() ? "" : pointer + ": ") + error.message;
}

}  // namespace factlint
