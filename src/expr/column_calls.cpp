#include "expr/column_calls.h"

#include <algorithm>

#include "expr/expression_access.h"
#include "expr/tree.h"

namespace factlint::expr {
namespace {

bool is_variable(const Tree& tree, NodeId id, std::string_view name) {
    const Node& node = tree.nodes[id];
    return node.kind == NodeKind::variable && tree.variables[node.payload] == name;
}

class Replacement {
  public:
    Replacement(Tree& tree, std::span<const std::string> tables, std::span<const std::string_view> functions)
        : tree_(tree), tables_(tables), functions_(functions) {}

    ColumnCalls run() {
        visit(tree_.root);
        return std::move(result_);
    }

  private:
    const std::string* table_of(NodeId id) const {
        const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const std::string& table) {
            return is_variable(tree_, id, table);
        });
        return found == tables_.end() ? nullptr : &*found;
    }

    void visit(NodeId id) {
        if (replace(id)) return;
        if (const std::string* table = table_of(id)) report(id, *table);
        for (const NodeId child : tree_.children_of(id)) visit(child);
    }

    bool replace(NodeId id) {
        const Node& node = tree_.nodes[id];
        if (node.kind != NodeKind::call || node.count != 1) return false;
        if (std::find(functions_.begin(), functions_.end(), node.text) == functions_.end()) return false;
        const NodeId operand = tree_.children_of(id)[0];
        ColumnCall call{std::string(tree_.text_of(id)), std::string(node.text), {}, {}, node.span};
        if (const std::string* whole = table_of(operand)) {
            if (node.text != "size") return false;
            call.table = *whole;
        } else {
            const Node& select = tree_.nodes[operand];
            if (select.kind != NodeKind::select) return false;
            const std::string* table = table_of(tree_.children_of(operand)[0]);
            if (!table) return false;
            call.table = *table;
            call.column = std::string(select.text);
        }
        make_variable(id, call.variable);
        result_.calls.push_back(std::move(call));
        return true;
    }

    void make_variable(NodeId id, const std::string& name) {
        const auto known = std::find(tree_.variables.begin(), tree_.variables.end(), name);
        Node& node = tree_.nodes[id];
        node.kind = NodeKind::variable;
        node.count = 0;
        node.payload = static_cast<std::uint32_t>(known - tree_.variables.begin());
        if (known == tree_.variables.end()) tree_.variables.push_back(name);
    }

    void report(NodeId id, const std::string& table) {
        std::string names;
        for (const std::string_view function : functions_)
            names += (names.empty() ? "" : ", ") + std::string(function);
        result_.diagnostics.push_back(
            {tree_.nodes[id].span,
             "the table `" + table + "` is no value: a rule reads calls over its columns",
             "write sum(" + table + ".COLUMN), with one of " + names + ", or size(" + table +
                 "); for single rows, `each: row in " + table + "`"});
    }

    Tree& tree_;
    std::span<const std::string> tables_;
    std::span<const std::string_view> functions_;
    ColumnCalls result_;
};

void collect_fields(const Tree& tree, NodeId id, std::string_view variable, FieldUses& uses) {
    const Node& node = tree.nodes[id];
    const auto children = tree.children_of(id);
    const bool selects = node.kind == NodeKind::select || node.kind == NodeKind::has;
    if (selects && is_variable(tree, children[0], variable)) {
        const auto same = [&](const FieldUse& use) { return use.field == node.text; };
        if (std::none_of(uses.fields.begin(), uses.fields.end(), same))
            uses.fields.push_back({std::string(node.text), node.name_span});
        return;
    }
    if (is_variable(tree, id, variable)) uses.whole = node.span;
    for (const NodeId child : children) collect_fields(tree, child, variable, uses);
}

}  // namespace

ColumnCalls replace_column_calls(Expression& expression, std::span<const std::string> tables,
                                 std::span<const std::string_view> functions) {
    return Replacement(ExpressionAccess::tree(expression), tables, functions).run();
}

FieldUses fields_of(const Expression& expression, std::string_view variable) {
    FieldUses uses;
    collect_fields(expression.tree(), expression.tree().root, variable, uses);
    return uses;
}

}  // namespace factlint::expr
